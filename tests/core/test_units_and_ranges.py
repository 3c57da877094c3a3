"""Units by their names, things by their class, ranges by their ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.interval import Interval, point
from workbench.core.quantity import Dimension, Unit
from workbench.core.units import counts, measure_of_words, measured_in, measures, plurals, ratio

NAMED = [
    # words, the unit's code, what stands behind
    ("cubic metres of water", "m3", "of water"),
    ("kilowatt-hours, mostly from coal", "kwh", "mostly from coal"),
    ("Tonnes of oil equivalent", "toe", ""),  # not tonnes, the shorter name
    ("tonne", "t", ""),
    ("persons in tonnes", None, None),  # a unit stands at the beginning
    ("", None, None),
]


@pytest.mark.parametrize(("words", "code", "behind"), NAMED)
def test_words_begin_with_a_unit_by_its_longest_name(words, code, behind):
    found = measure_of_words(words)
    assert (found and found[0].code, found and found[1]) == (code, behind)


STUFF = [
    ("tonne of CO2", "co2"), ("tonne of carbon dioxide", "co2"), ("tonne of carbon-dioxide equivalents", "co2 equivalent"),
    ("tonne of CO₂ eq.", "co2 equivalent"), ("tonne of waste per person", "waste"), ("tonne of waste (dry)", "waste"),
    ("tonne of waste, dry", "waste"), ("tonne of waste; dry", "waste"), ("tonne", ""),
]  # fmt: skip


@each(("name", "of"), STUFF)
def test_what_is_weighed_has_one_name(name, of):
    found = measured_in(Unit(Dimension.PHYSICAL, name, "t"))
    assert (found.measure.code, found.of) == ("t", of)


FORMS = [
    ("square foot", "square feet"), ("square inch", "square inches"), ("penny", "pennies"), ("day", "days"), ("tonne", "tonnes"),
    ("mile per hour", "miles per hour"), ("tonne of oil equivalent", "tonnes of oil equivalent"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "many"), FORMS)
def test_a_unit_has_a_singular_and_a_plural(one, many):
    assert plurals(one) == (one, many)


@given(st.sampled_from(sorted(measures())), st.sampled_from(sorted(measures())))
def test_a_way_there_and_back_is_one(one, other):
    """Two units of one kind are the same many of one another, whichever stands first; others are never compared."""
    there, back = ratio(measures()[one], measures()[other]), ratio(measures()[other], measures()[one])
    assert (there is None) == (back is None) == (measures()[one].kind != measures()[other].kind)
    assert there is None or abs(there * back - 1) < Decimal("1e-40")


FACTORS = [
    ("km", "m", "1000"),
    ("kwh", "mj", "3.6"),
    ("gal", "l", "3.785411784"),
    ("day", "h", "24"),
    ("ft", "m", "0.3048"),
]


@pytest.mark.parametrize(("one", "other", "factor"), FACTORS)
def test_factors_are_exact(one, other, factor):
    assert ratio(measures()[one], measures()[other]) == Decimal(factor)


CLASSES = [
    ("inhabitants", "people"), ("People", "people"), ("women aged 15 to 19", "some"), ("employed persons", "some"),
    ("live births", "things"), ("wolves", ""), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("thing", "sort"), CLASSES)
def test_what_is_counted_has_a_class(thing, sort):
    assert counts(thing) == sort


# --- ranges

WRITTEN = [
    (Interval(Decimal("36.45"), Decimal("36.55")), "[36.45, 36.55)"),
    (Interval(Decimal(450), None, low_in=False), "(450, ∞)"),
    (Interval(None, Decimal(100), high_in=True), "(−∞, 100]"),
    (Interval(None, None), "(−∞, ∞)"),
]


@pytest.mark.parametrize(("range_", "written"), WRITTEN)
def test_a_range_is_written_with_what_belongs_to_it(range_, written):
    assert str(range_) == written


NUMBERS = st.none() | st.integers(-9, 9).map(Decimal)
RANGES = st.tuples(NUMBERS, NUMBERS, st.booleans(), st.booleans()).map(
    lambda ends: Interval(*sorted(ends[:2]), *ends[2:]) if None not in ends[:2] else Interval(*ends)
)
HALVES = [Decimal(n) / 2 for n in range(-20, 21)]


@given(RANGES, RANGES)
def test_two_ranges_meet_where_a_number_is_in_both(one, other):
    """Tried with every half number: between two whole ends there is one."""
    shared = any(number in one and number in other for number in HALVES)
    empty = any(r.low is not None and r.low == r.high and not (r.low_in and r.high_in) for r in (one, other))
    assert empty or one.meets(other) == shared


@given(
    RANGES,
    st.sampled_from([Decimal(n) for n in range(-12, 13)]),
    st.sampled_from([Decimal("0.5"), Decimal(1), Decimal(3)]),
)
def test_a_number_stays_in_its_range_when_both_are_scaled_or_mirrored(one, number, by):
    assert (number * by in one.scaled(by)) == (number in one)
    assert (-number in one.negated()) == (number in one)


def test_what_belongs_to_a_range_still_does_when_it_is_scaled():
    assert str(Interval(Decimal(1), Decimal(2)).scaled(Decimal(3))) == "[3, 6)"
    assert str(Interval(Decimal(1), Decimal(2), low_in=False, high_in=True).scaled(Decimal(3))) == "(3, 6]"


@pytest.mark.parametrize("by", [Decimal(0), Decimal(-1)])
def test_a_range_is_scaled_by_what_is_positive(by):
    with pytest.raises(ValueError, match="scaled by a positive factor"):
        point(Decimal(1)).scaled(by)
