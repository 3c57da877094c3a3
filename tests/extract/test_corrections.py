"""What a reviewer types for a slot is read whole or refused, and what a screen shows of a slot can be typed again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.corrections.correction import Slot
from workbench.core.direction import Direction
from workbench.core.errors import UsageError
from workbench.core.period import span
from workbench.core.place import place_name, places
from workbench.core.quantity import Relation
from workbench.extract import read_text
from workbench.extract.corrections.corrected_claim import NOTHING, corrected
from workbench.extract.corrections.typed_values import period_typed, place_typed
from workbench.report.slot_words import slot_words, slots_of

SAID = date(2021, 12, 2)
CLAIM = read_text("In 2021 unemployment in Germany fell by 2.5 percent on 2019, a spokeswoman said.", said=SAID).claims[
    0
]
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@each(
    ("slot", "typed", "shown"),
    [
        (Slot.AMOUNT, "about 3.4 percent", "about 3.4 %"),
        (Slot.AMOUNT, "7", "7 %"),
        (Slot.AMOUNT, "between 4 and 5 percent", "4 to 5 %"),
        (Slot.UNIT, "percentage points", "percentage points"),
        (Slot.HEDGE, "at least", "at least"),
        (Slot.HEDGE, "roughly", "about"),
        (Slot.DIRECTION, "up", "up"),
        (Slot.PERIOD, "the first nine months of 2020", "Jan–Sep 2020"),
        (Slot.PERIOD, "last year", "2020"),
        (Slot.PERIOD, NOTHING, ""),
        (Slot.BASE, "December 2018", "Dec 2018"),
        (Slot.BASE, NOTHING, ""),
        (Slot.PLACE, "Kosovo", "XKX Kosovo"),
        (Slot.PLACE, "Österreich", "AUT Austria"),
        (Slot.PLACE, NOTHING, ""),
        (Slot.SPEAKER, "Ana Radeva, finance minister", "Ana Radeva, finance minister"),
        (Slot.MEASURE, "youth unemployment rate", "youth unemployment rate"),
        (Slot.KIND, "level", "level"),
        (Slot.HEADLINE, " Unemployment  fell ", "Unemployment fell"),
        (Slot.SUMMARY, "It fell by 2 points.", "It fell by 2 points."),
        (Slot.CONTEXT, "Said on television.", "Said on television."),
        (Slot.TAGS, "work; labour market, work", "work, labour market"),
        (Slot.ADDRESS, "https://checks.example.org/2021/work#c1", "https://checks.example.org/2021/work#c1"),
    ],
)
def test_a_slot_holds_what_was_typed_and_no_other_slot_moves(slot: Slot, typed: str, shown: str):
    """In 2021 unemployment in Germany fell by 2.5 percent on 2019."""
    right = corrected(CLAIM, slot, typed)
    assert slot_words(right, slot) == shown
    moved = {each for each, words in slots_of(right).items() if words != slots_of(CLAIM)[each]}
    hangs_on = {Slot.AMOUNT, Slot.UNIT, Slot.HEDGE} if slot in {Slot.AMOUNT, Slot.UNIT, Slot.HEDGE} else {slot}
    hangs_on |= {Slot.ROLE} if slot is Slot.SPEAKER else set()
    hangs_on |= {Slot.DIRECTION, Slot.BASE} if slot is Slot.KIND else set()
    assert moved <= hangs_on
    assert (right.id, right.quote, right.context, right.span) == (CLAIM.id, CLAIM.quote, CLAIM.context, CLAIM.span)


@each(
    ("slot", "typed"),
    [
        (Slot.PERIOD, "12 of May banana"),
        (Slot.PERIOD, "2020 or 2021"),
        (Slot.PERIOD, ""),
        (Slot.BASE, "before the war"),
        (Slot.AMOUNT, "many"),
        (Slot.AMOUNT, "3 and 4 and 5 percent"),
        (Slot.UNIT, ""),
        (Slot.HEDGE, "banana"),
        (Slot.HEDGE, "between"),
        (Slot.PLACE, "Atlantis"),
        (Slot.DIRECTION, "sideways"),
        (Slot.KIND, "lie"),
        (Slot.SPEAKER, "  ,minister"),
        (Slot.MEASURE, "42"),
        (Slot.HEADLINE, "…"),
        (Slot.HEADLINE, "word " * 50),
        (Slot.SUMMARY, "."),
        (Slot.TAGS, " , ; "),
        (Slot.TAGS, ",".join(f"tag {n}" for n in range(30))),
        (Slot.ADDRESS, "checks.example.org/1"),
        (Slot.ADDRESS, "javascript:alert(1)"),
        (Slot.ADDRESS, "https://bit.ly/3x"),
        (Slot.ADDRESS, "https://ana:secret@checks.example.org/1"),
        (Slot.ADDRESS, 'https://checks.example.org/"><b>'),
        (Slot.ADDRESS, "http://[checks"),
    ],
)
def test_what_means_nothing_is_refused_with_an_example(slot: Slot, typed: str):
    with pytest.raises(UsageError) as caught:
        corrected(CLAIM, slot, typed)
    assert slot.value in caught.value.message
    assert caught.value.hint


def test_a_percentage_that_is_put_right_to_points_changes_how_the_change_is_measured():
    right = corrected(CLAIM, Slot.UNIT, "percentage points")
    assert right.change is not None
    assert right.change.value.mode is ChangeMode.POINTS
    assert right.change.value.amount is not None
    assert right.change.value.amount.value.low == Decimal("2.5")
    assert right.change.value.amount.rule == "reviewer"


def test_a_level_becomes_a_change_where_a_direction_is_put_in():
    [level] = read_text("The deficit was 1.8 billion euros in 2020.", said=SAID).claims[:1]
    with pytest.raises(UsageError, match="no change"):
        corrected(level, Slot.BASE, "2019")
    change = corrected(level, Slot.DIRECTION, "down")
    assert change.change is not None
    assert change.change.value.direction is Direction.DOWN
    assert change.kind is ClaimKind.CHANGE
    assert slot_words(corrected(change, Slot.BASE, "2019"), Slot.BASE) == "2019"


def test_a_change_that_is_put_right_to_a_level_is_compared_as_one():
    """In 2021 unemployment in Germany fell by 2.5 percent on 2019."""
    right = corrected(CLAIM, Slot.KIND, "level")
    assert (right.change, right.changes) == (None, ())
    assert right.amount is not None
    assert right.amount.value.low == Decimal("2.5")
    assert (slot_words(right, Slot.DIRECTION), slot_words(right, Slot.BASE)) == ("", "")
    [reached] = read_text("In 2021 unemployment rose from 4 to 5 percent.", said=SAID).claims
    assert corrected(reached, Slot.KIND, "level").amount.value.low == Decimal(5)


def test_a_level_is_no_change_before_its_direction_is_known():
    [level] = read_text("The deficit was 1.8 billion euros in 2020.", said=SAID).claims[:1]
    with pytest.raises(UsageError, match="has no direction") as caught:
        corrected(level, Slot.KIND, "change")
    assert caught.value.hint == "Put its direction in first."


def test_what_was_assumed_of_a_slot_is_no_longer_said():
    """It rose to 5 percent in 2020. It is 6 percent."""
    text = "Unemployment rose to 5 percent last September or October. The rate is the same as 10.455 abroad."
    for claim in read_text(text, said=SAID).claims:
        for note in claim.notes:
            slot = Slot(note.where) if note.where in set(Slot) else None
            if slot is Slot.PERIOD:
                assert all(each.where != "period" for each in corrected(claim, slot, "2020").notes)


@given(DAYS, st.integers(1, 900))
def test_a_period_is_read_again_from_its_own_label(start: date, days: int):
    period = span(start, date.fromordinal(start.toordinal() + days))
    assert period_typed(period.label, Slot.PERIOD, SAID) == period


@each("code", sorted(places()))
def test_every_place_is_known_by_its_code_and_by_its_name(code: str):
    assert place_typed(code) == code
    assert place_typed(place_name(code)) == code


@given(st.sampled_from(sorted(set(Relation) - {Relation.BETWEEN})), st.decimals(1, 10**6, places=1))
def test_an_amount_is_read_again_from_its_own_words(relation: Relation, value: Decimal):
    right = corrected(corrected(CLAIM, Slot.AMOUNT, f"{value} percent"), Slot.HEDGE, relation.value)
    again = corrected(CLAIM, Slot.AMOUNT, slot_words(right, Slot.AMOUNT))
    first, second = (one.change.value.amount.value for one in (right, again) if one.change and one.change.value.amount)
    assert (first.relation, first.low, first.unit) == (second.relation, second.low, second.unit)


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_every_kind_may_be_put_in(kind: ClaimKind):
    assert corrected(CLAIM, Slot.KIND, kind.value.upper()).kind is kind


def test_a_measure_that_is_put_in_is_shown_as_typed():
    """There were 512 murders in Peru in 2014."""
    claim = read_text(test_a_measure_that_is_put_in_is_shown_as_typed.__doc__ or "").claims[0]
    assert claim.measure_said == "murders"
    assert corrected(claim, Slot.MEASURE, "homicides").measure_said == "homicides"
