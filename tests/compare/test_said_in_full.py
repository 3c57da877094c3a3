"""Sentences, figures and units as findings write them: one row for each way in which they come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.conftest import UNITS, when
from tests.each import each
from workbench.compare import finding_words
from workbench.compare.claimed_figure import claimed_change, claimed_direction
from workbench.compare.questions.claimed_trend import without_per
from workbench.compare.questions.question import TIMES, Question, level_question
from workbench.compare.unit_conversion import UnitFit, fit, side_by_side
from workbench.core.claim import ChangeMode, Direction
from workbench.core.finding import Agreement, Caveat
from workbench.core.quantity import PERCENT, POINTS, Dimension, Relation, Unit

PERSON, CASE = Unit(Dimension.COUNT, "person"), Unit(Dimension.COUNT, "case")
EURO, DOLLAR = Unit(Dimension.MONEY, "euro", "EUR"), Unit(Dimension.MONEY, "dollar", "USD")
NOTHING = Unit(Dimension.UNKNOWN, "")
BARRED = "The claim speaks in {}, the series in {}: one does not measure the other."
TAKEN = "Units taken as the same: {} (claim) and {} (series)."
FITS = [
    # the claim's unit, the series' unit; the factor, what is told of it
    (PERSON, PERSON, "1", None), (PERSON, CASE, "1", TAKEN.format("person", "case")),
    (EURO, EURO, "1", None), (EURO, DOLLAR, None, "The claim is in EUR, the series in USD."),
    (EURO, PERSON, None, BARRED.format("euro", "person")), (PERSON, EURO, None, BARRED.format("person", "euro")),
    (PERCENT, PERSON, None, BARRED.format(str(PERCENT), "person")), (PERSON, PERCENT, None, BARRED.format("person", str(PERCENT))),
    (PERCENT, POINTS, "1", None), (NOTHING, PERSON, "1", TAKEN.format("a number without a unit", "person")),
    (PERSON, NOTHING, "1", TAKEN.format("person", "a number without a unit")),
    (NOTHING, PERCENT, None, BARRED.format("a number without a unit", str(PERCENT))),
    (PERCENT, NOTHING, "1", "The series says no unit, and the claim is in percent: whether its figures are too is not known."),
    (UNITS["t"], UNITS["kg"], "0.001", None), (UNITS["kg"], UNITS["t"], "1000", None), (UNITS["t"], UNITS["ha"], None, BARRED.format("tonne", "hectare")),
    (UNITS["t"], PERSON, None, BARRED.format("tonne", "person")), (UNITS["/1000"], UNITS["/100000"], "0.01", None),
    (UNITS["index"], PERSON, None, BARRED.format("index point", "person")), (UNITS["index"], UNITS["index"], "1", None),
    (Unit(Dimension.POINTS, "basis point", "bp"), POINTS, "100", None), (POINTS, Unit(Dimension.POINTS, "basis point", "bp"), "0.01", None),
    (UNITS["/1000"], PERSON, None, BARRED.format("death per 1,000 people", "person")),
    (EURO, Unit(Dimension.MONEY, "EUR", "EUR", prices="constant 2015"), "1", "The series is in constant 2015 prices; the claim does not say so."),
    (EURO, Unit(Dimension.MONEY, "EUR", "EUR", prices="current"), "1", None),
    (EURO, replace(EURO, per="inhabitant"), "1", TAKEN.format("euro", "euro per inhabitant")),
]  # fmt: skip


@each(("claimed", "series", "factor", "told"), FITS)
def test_two_units_are_brought_together_or_it_is_said_why_not(claimed, series, factor, told):
    found = fit(claimed, series)
    assert found.factor == (None if factor is None else Decimal(factor))
    assert [caveat.says for caveat in found.caveats] == ([] if told is None else [told])
    assert side_by_side(claimed, series) is (
        factor == "1" or Dimension.UNKNOWN in {claimed.dimension, series.dimension}
    )


def test_people_are_not_taken_for_businesses():
    """2,000 jobs beside "New businesses registered", of which no unit is known."""
    title = "New businesses registered"
    found = fit(PERSON, NOTHING, title)
    assert found == UnitFit(None, (Caveat("unit", f"The claim counts people, and “{title}” does not."),))
    assert fit(PERSON, NOTHING, "Employees of businesses").factor == 1
    assert fit(CASE, Unit(Dimension.COUNT, "registration"), "New cases registered").caveats == ()


WITHOUT = [
    (Unit(Dimension.RATE, "birth", per="year"), Unit(Dimension.COUNT, "birth")),
    (Unit(Dimension.RATE, "birth", "b", "day", "current"), Unit(Dimension.COUNT, "birth", "b", "", "current")),
    (Unit(Dimension.RATE, "percentage", per="year"), Unit(Dimension.RATE, "percentage")),
    (Unit(Dimension.RATE, "", per="annum"), Unit(Dimension.RATE, "")), (Unit(Dimension.MONEY, "euro", "EUR", "month"), EURO),
    (Unit(Dimension.RATE, "death", per="1,000 people"), Unit(Dimension.RATE, "death", per="1,000 people")), (PERSON, PERSON),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "bare"), WITHOUT)
def test_what_is_counted_in_each_year_is_counted(unit, bare):
    assert without_per(unit) == bare


PLURALS = {
    "attempt of illegal migration": "attempts of illegal migration", "country": "countries", "day": "days", "Persons": "Persons",
    "денар": "денар", "child": "children", "men": "men", "church": "churches", "tax": "taxes", "crash": "crashes", "": "", "m2": "m2",
    "euro per inhabitant": "euros per inhabitant", "person (total)": "persons (total)", "birth, live": "births, live", "y": "ies",
}  # fmt: skip


def test_the_plural_is_that_of_the_head_noun():
    assert {word: finding_words.plural(word) for word in PLURALS} == PLURALS


COUNTED = [
    ("1", PERSON, None, "1 person"), ("2", PERSON, None, "2 persons"), ("39.73", PERCENT, 1, "39.7 %"), ("2.1", TIMES, None, "2.1 times"),
    ("1", PERCENT, None, "1 %"), ("-5", EURO, None, "−5 euros"), ("3", NOTHING, None, "3"), ("2", POINTS, None, "2 percentage points"),
]  # fmt: skip


@each(("value", "unit", "places", "written"), COUNTED)
def test_a_figure_is_written_with_its_unit(value, unit, places, written):
    assert finding_words.counted(Decimal(value), unit, places) == written


PLACES = [
    ("151", None, None), ("39.7351", None, 2), ("39.7", None, None), ("39.73", None, None), ("1234.567", "450", 0), ("-1000.5", "450", 0),
    ("999.99", "450", 1), ("39.7351", "36.5", 2), ("39.7351", "36.55", 3), ("0.12345678901", "0.1234567", 6), ("1234.5678", "36.5", 2),
    ("39.7351", "450", 1), ("39.7", "450", None), ("1234", "450", None),
]  # fmt: skip


@each(("value", "said", "places"), PLACES)
def test_a_figure_has_one_place_more_than_the_claim(make, value, said, places):
    assert finding_words.places_for(Decimal(value), make.amount(said) if said else None) == places


SAID = [
    ("50", "%", Relation.NEARLY, "nearly 50 %"), ("3..5", "%", Relation.IS, "3 to 5 %"), ("1", "case", Relation.IS, "1 case"),
    ("-8.6", "eur", Relation.IS, "8.6 euros"), ("2", "Fälle", Relation.ABOUT, "about 2 Fälle"), ("2", "Fall", Relation.MORE_THAN, "more than 2 Fall"),
    ("7", "case", Relation.JUST_OVER, "just over 7 cases"), ("7", "case", Relation.AT_LEAST, "at least 7 cases"),
    ("7", "case", Relation.LESS_THAN, "less than 7 cases"), ("7", "case", Relation.AT_MOST, "at most 7 cases"), ("1..2", "case", Relation.IS, "1 to 2 cases"),
]  # fmt: skip


@each(("text", "unit", "relation", "words"), SAID)
def test_an_amount_is_told_as_it_was_said(make, text, unit, relation, words):
    amount = make.amount(text, unit, relation)
    assert finding_words.said(amount, amount.unit) == words


def change(make, way, text=None, mode=ChangeMode.RELATIVE, denied=None, **slots):
    amount = make.amount(text, "%") if text else None
    claimed = claimed_change(amount, way, mode) if amount else claimed_direction(way, Decimal("0.5"), denied)
    return Question(
        part="change",
        claimed=claimed,
        unit=TIMES if mode is ChangeMode.MULTIPLE else PERCENT,
        mode=mode,
        amount=amount,
        **slots,
    )


UP, DOWN, FLAT = Direction.UP, Direction.DOWN, Direction.FLAT


def test_how_a_figure_stands_to_what_was_said(make):
    fell, rose, flat = change(make, DOWN, "70"), change(make, UP), change(make, FLAT)
    assert {how: finding_words.stands(fell, how) for how in Agreement} == {
        Agreement.EXACT: "exactly what the claim says", Agreement.ROUNDS_TO: "in line with the claimed 70 %",
        Agreement.NEAR: "close to the claimed 70 %", Agreement.APART: "where the claim says 70 %",
        Agreement.OPPOSITE: "where the claim says a fall of 70 %", Agreement.UNDECIDED: "beside the claimed 70 %",
    }  # fmt: skip
    assert [finding_words.stands(rose, how) for how in (Agreement.EXACT, Agreement.ROUNDS_TO)] == [
        "as the claim says"
    ] * 2
    assert finding_words.stands(rose, Agreement.OPPOSITE) == "where the claim says a rise"
    assert finding_words.stands(flat, Agreement.APART) == "where the claim says no change"
    assert finding_words.stands(change(make, FLAT, denied=DOWN), Agreement.OPPOSITE) == "where the claim says no fall"
    assert finding_words.stands(change(make, FLAT, denied=UP), Agreement.OPPOSITE) == "where the claim says no rise"
    assert finding_words.claim_words(change(make, UP, "2", ChangeMode.MULTIPLE)) == "2 times"
    assert finding_words.claim_words(fell, whole=False) == "70 %"
    below = level_question(make.mention(make.amount("-3", "eur")), make.series("eur"), ())
    assert finding_words.claim_words(below) == "−3 euros"
    assert finding_words.claim_words(replace(below, amount=None)) == "0 euros"


def test_how_far_another_place_stands_in_words(make):
    more, fewer, same = (
        change(make, way, text, compared_place="FRA") for way, text in ((UP, "20"), (DOWN, "20"), (FLAT, None))
    )
    assert [finding_words.claim_words(each) for each in (more, fewer, same)] == ["20 % more", "20 % less", "the same"]
    assert finding_words.claim_words(change(make, UP, compared_place="FRA")) == "more"
    assert finding_words.claim_words(change(make, UP, "2", ChangeMode.MULTIPLE, compared_place="FRA")) == "2 times"


MOVED = [
    ("-39.7351", ChangeMode.RELATIVE, False, "a fall of 39.7 %"), ("0", ChangeMode.RELATIVE, False, "no change"), ("0.5", ChangeMode.RELATIVE, False, "a rise of 0.5 %"),
    ("2.13", ChangeMode.MULTIPLE, False, "2.1 times as much"), ("2.13", ChangeMode.MULTIPLE, True, "2.1 times as little"), ("0", ChangeMode.MULTIPLE, False, "0 times as much"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "mode", "inverse", "words"), MOVED)
def test_a_change_in_words(make, value, mode, inverse, words):
    asked = replace(change(make, UP, "20", mode), inverse=inverse)
    assert finding_words.movement(Decimal(value), asked) == words


def test_a_title_names_the_series_the_place_and_the_time(make):
    series, one, other = make.series(), when("2020"), when("2021")
    assert finding_words.title(series, "MKD", other, one) == "Asylum applications, North Macedonia, 2020 to 2021"
    assert finding_words.title(series, "MKD", other, None) == "Asylum applications, North Macedonia, 2021"
    assert finding_words.title(series, None, None, one) == "Asylum applications"
    assert finding_words.publisher(series) == "UNHCR"
    assert finding_words.publisher(replace(series, publisher="")) == "unhcr"
