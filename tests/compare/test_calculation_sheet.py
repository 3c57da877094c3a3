"""Sheets: every line as a reader sees it, and how far rounding of the published figures may move what they make."""

from __future__ import annotations

import itertools
from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.derived_figures import NO_PARTS, Divisor, PeriodParts
from workbench.compare.arithmetic.calculation_sheet import (
    Sheet,
    SheetFigure,
    change,
    level,
    scaled,
    scaling,
    share_slack,
    short,
)
from workbench.core.claim import ChangeMode
from workbench.core.errors import ComparisonError
from workbench.core.number import EXACT
from workbench.core.period import month, year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Additivity, Observation, SeriesRef
from workbench.core.trace import apply_operation

REF = SeriesRef("mine", "a")
EURO = Unit(Dimension.MONEY, "euro", "EUR")
EURO_EACH = Unit(Dimension.MONEY, "euro", "EUR", per="inhabitant")
CASES = Unit(Dimension.COUNT, "case")
PERSONS = Unit(Dimension.COUNT, "person")
NOW = year(2021)


def seen(value, *, at=NOW, step="1", place="MKD"):
    return Observation(
        ref=REF, place=place, period=at, value=None if value is None else Decimal(value), step=Decimal(step)
    )


def lines(sheet):
    return [(step.op, step.says, step.unit) for step in sheet.steps]


def worked(rows, adds, unit, *, factor="1", target="", parts=NO_PARTS):
    sheet = Sheet()
    aligned = Aligned(tuple(rows), adds, NOW)
    return level(
        sheet, aligned, unit=unit, target=target, factor=Decimal(factor), where="North Macedonia", parts=parts
    ), sheet


# --- lines, worked by hand


def test_one_figure_is_read_as_it_stands():
    figure, sheet = worked([seen("15.4", step="0.1")], None, PERCENT)
    assert (figure.value, figure.slack) == (Decimal("15.4"), Decimal("0.05"))
    assert lines(sheet) == [("given", "North Macedonia, 2021: 15.4", "percentage")]


def test_a_figure_of_no_place_begins_with_its_period():
    sheet = Sheet()
    sheet.read(seen("15.4"), Decimal("15.4"), PERCENT, "")
    assert lines(sheet) == [("given", "2021: 15.4", "percentage")]


def test_months_are_added_with_their_rounding():
    """3 months of thousands, each rounded to 100: 50 each way and month."""
    rows = [seen(v, at=month(2021, m), step="100") for m, v in ((1, "1200"), (2, "1300"), (3, "1500"))]
    figure, sheet = worked(rows, Additivity.SUM, EURO)
    assert (figure.value, figure.slack) == (4000, 150)
    assert lines(sheet)[-1] == ("sum", "sum of 3 figures, 2021: 4,000", "euro")


def test_months_are_averaged_with_the_rounding_of_one():
    rows = [seen(v, at=month(2021, m), step="0.1") for m, v in ((1, "10.1"), (2, "10.2"), (3, "10.6"))]
    figure, sheet = worked(rows, Additivity.MEAN, PERCENT)
    assert (figure.value, figure.slack) == (Decimal("10.3"), Decimal("0.05"))
    assert lines(sheet)[-1] == ("mean", "mean of 3 figures, 2021: 10.3", "percentage")


def test_a_missing_month_is_no_figure_of_the_sum():
    rows = [seen("5", at=month(2021, 1)), seen(None, at=month(2021, 2)), seen("7", at=month(2021, 3))]
    figure, sheet = worked(rows, Additivity.SUM, CASES)
    assert (figure.value, lines(sheet)[-1][1]) == (12, "sum of 2 figures, 2021: 12")


def test_counts_in_ones_are_not_rounded():
    assert worked([seen("91")], None, CASES)[0].slack == 0
    assert worked([seen("100", step="10")], None, CASES)[0].slack == 5
    assert worked([seen("91")], None, EURO)[0].slack == Decimal("0.5")


@pytest.mark.parametrize(
    ("add", "op", "value", "slack"), [(Additivity.SUM, "sum", 900, 10), (Additivity.MEAN, "mean", 450, 5)]
)
def test_a_row_made_of_places_names_each_of_them(add, op, value, slack):
    """The figures of a group stand above what they make, each with its place."""
    members = (seen("400", step="10", place="SRB"), seen("500", step="10", place="MKD"), seen(None, place="ALB"))
    figure, sheet = worked([seen("0")], None, EURO, parts=PeriodParts({NOW: members}, add))
    assert (figure.value, figure.slack) == (value, slack)
    assert lines(sheet) == [
        ("given", "Serbia, 2021: 400", "euro"),
        ("given", "North Macedonia, 2021: 500", "euro"),
        (op, f"North Macedonia, 2021, {op} of 2 figures: {value}", "euro"),
    ]


def test_a_figure_per_inhabitant_is_a_whole_divided_by_the_population():
    """12 million euros to half a million for 2,000 inhabitants to five: 6,000 each, 250 from the euros and 15 from the people."""
    both = (seen("12000000", step="1000000"), seen("2000", step="10"))
    parts = PeriodParts({NOW: both}, over=Divisor("Population", PERSONS))
    figure, sheet = worked([seen("0")], None, EURO_EACH, parts=parts)
    assert (figure.value, figure.slack) == (6000, 265)
    assert lines(sheet) == [
        ("given", "North Macedonia, 2021: 12,000,000", "euro"),
        ("given", "North Macedonia, Population, 2021: 2,000", str(PERSONS)),
        ("ratio", "12,000,000 / 2,000 = 6,000", "euro per inhabitant"),
    ]


def test_another_unit_is_a_line_with_what_was_multiplied():
    figure, sheet = worked([seen("7.5", step="0.1")], None, Unit(Dimension.PHYSICAL, "tonne", "t"), factor="1000", target="kilogram")  # fmt: skip
    assert (figure.value, figure.slack) == (7500, 50)
    assert lines(sheet)[-1] == ("scale", "× 1,000 = 7,500 kilogram", "kilogram")


def test_a_factor_below_zero_leaves_rounding_above():
    sheet = Sheet()
    figure = scaled(
        sheet, SheetFigure(sheet.given(Decimal(5), "x", "").line, Decimal(5), Decimal("0.5")), Decimal(-2), "y"
    )
    assert (figure.value, figure.slack) == (-10, 1)


CHANGES = [
    (ChangeMode.RELATIVE, "91", "151", "relative_change", "(91 − 151) / |151| × 100 = −39.74 %", "%"),
    (ChangeMode.POINTS, "15.4", "16.4", "points_change", "15.4 − 16.4 = −1 points", "points"),
    (ChangeMode.ABSOLUTE, "91", "151", "difference", "91 − 151 = −60 case", "case"),
    (ChangeMode.MULTIPLE, "151", "91", "multiple", "151 / 91 = 1.66 times", "times"),
    (ChangeMode.ABSOLUTE, "91", "151", "difference", "91 − 151 = −60", ""),
]


@pytest.mark.parametrize(("mode", "new", "old", "op", "says", "unit"), CHANGES)
def test_a_change_is_a_line_with_both_ends(*, mode, new, old, op, says, unit):
    sheet = Sheet()
    ends = [sheet.given(Decimal(number), "", "") for number in (new, old)]
    change(sheet, mode, *ends, unit)
    assert lines(sheet)[-1] == (op, says, unit)


def test_a_change_from_nothing_is_none():
    sheet = Sheet()
    with pytest.raises(ComparisonError, match="base of zero"):
        change(sheet, ChangeMode.RELATIVE, SheetFigure(0, Decimal(5)), SheetFigure(1, Decimal(0)), "%")


@pytest.mark.parametrize(
    ("number", "written"),
    [("0.123456", "0.12"), ("0.0123456", "0.0123"), ("0.0000440658", "0.0000441"), ("-0.0123456", "−0.0123"), ("0.50", "0.5"),
     ("1234.5678", "1,234.57"), ("0", "0"), ("0.000", "0.00"), ("1E+3", "1,000")],
)  # fmt: skip
def test_small_results_keep_three_digits_and_others_two_decimals(number, written):
    assert short(Decimal(number)) == written


# --- what holds for any figures

WHOLES = st.integers(1, 10**6).map(Decimal)
HALVES = st.integers(0, 400).map(lambda n: Decimal(n) / 1000)
"""Half a step, small beside every figure."""


def reach(op, first, second):
    """Return how far an operation may move where each figure moves by its slack at the most."""
    middle = apply_operation(op, first.value, second.value)
    corners = itertools.product((first.value - first.slack, first.value + first.slack), (second.value - second.slack, second.value + second.slack))  # fmt: skip
    return max(abs(apply_operation(op, one, other) - middle) for one, other in corners)


def same(one, other):
    return abs(one - other) <= Decimal("1e-30") * max(1, abs(one))


@given(WHOLES, WHOLES, HALVES, HALVES, st.sampled_from(ChangeMode))
def test_the_slack_of_a_change_is_the_farthest_that_rounding_may_move_it(new, old, up, down, mode):
    sheet = Sheet()
    sheet.given(new, "", "")
    sheet.given(old, "", "")
    ends = SheetFigure(0, new, up), SheetFigure(1, old, down)
    with localcontext(EXACT):
        assert same(change(sheet, mode, *ends, "").slack, reach(sheet.steps[-1].op, *ends))


@given(WHOLES, WHOLES, HALVES, HALVES)
def test_the_slack_of_a_share_is_the_farthest_that_rounding_may_move_it(part, whole, up, down):
    ends = SheetFigure(0, part, up), SheetFigure(1, whole, down)
    with localcontext(EXACT):
        assert same(share_slack(*ends), reach("share", *ends))


@given(HALVES, HALVES, st.sampled_from([ChangeMode.RELATIVE, ChangeMode.MULTIPLE]), st.integers(-50, 0))
def test_a_base_that_may_be_none_has_no_slack(up, down, mode, old):
    """Divided by a base that may be zero, a figure may be anything: no slack tells how far."""
    assume(up or down)
    sheet = Sheet()
    ends = (
        SheetFigure(sheet.given(Decimal(9), "", "").line, Decimal(9), up),
        SheetFigure(sheet.given(Decimal(old - 1) / 100, "", "").line, Decimal(old - 1) / 100, down),
    )
    assert change(sheet, mode, *ends, "").slack == 0


@given(WHOLES, WHOLES, st.integers(0, 100), st.integers(0, 100))
def test_the_slack_of_a_quotient_comes_near_to_the_farthest_that_rounding_may_move_it(whole, people, up, down):
    """To the first order: what remains is the share by which the population may be smaller."""
    people += 10**4
    both = (seen(whole, step=up), seen(people, step=down))
    parts = PeriodParts({NOW: both}, over=Divisor("Population", EURO))
    figure, sheet = worked([seen("0")], None, EURO_EACH, parts=parts)
    ends = SheetFigure(0, whole, Decimal(up) / 2), SheetFigure(1, people, Decimal(down) / 2)
    with localcontext(EXACT):
        assert same(figure.slack * people / (people - ends[1].slack), reach("ratio", *ends))
    assert sheet.trace().result == figure.value


@given(st.integers(2, 5000), st.integers(1, 10**6))
def test_a_unit_of_which_so_many_make_another_comes_out_even(parts, number):
    """Minutes in hours, and days in weeks: no third of an hour is lost to digits."""
    op, by = scaling(EXACT.divide(Decimal(1), Decimal(parts)))
    assert apply_operation(op, Decimal(number * parts), by) == number


@given(st.integers(2, 5000).map(Decimal), st.integers(2, 5000).map(Decimal))
def test_any_factor_scales_to_what_it_makes(above, below):
    """Whether multiplied or divided, a figure comes out as the factor has it, to the last digits of the context."""
    factor = EXACT.divide(above, below)
    op, by = scaling(factor)
    assert op in {"scale", "ratio"}
    assert same(apply_operation(op, Decimal(7), by), EXACT.multiply(Decimal(7), factor))


def test_a_factor_of_endless_digits_that_nothing_short_divides_is_multiplied():
    factor = EXACT.divide(Decimal(7), Decimal(13))
    assert scaling(factor) == ("scale", factor)
