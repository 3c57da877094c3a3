"""Exact numbers, periods and traces."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.period import Period, quarter, year
from workbench.core.trace import Operand, Step, Trace, apply_operation
from workbench.evidence.figure_by_pointer import read_figure


def test_the_same_period_of_the_year_before():
    nine = Period(year(2021).start, quarter(2021, 4).start)
    assert (nine.label, nine.year_ago().label) == ("Jan–Sep 2021", "Jan–Sep 2020")


def test_asylum_applications_from_151_to_91_are_down_by_39_7_percent():
    """A trace reads both figures from the archived bytes and comes out the same."""
    body = b"year,value\n2020,151\n2021,91\n"
    old, new = (Evidence("s", (csv_pointer(row, "value"),)) for row in (2, 3))
    steps = (
        Step("read", (), Decimal(151), "applications", "2020", old),
        Step("read", (), Decimal(91), "applications", "2021", new),
        Step("relative_change", (Operand(Decimal(91), 1), Operand(Decimal(151), 0)), apply_operation("relative_change", Decimal(91), Decimal(151)), "%", "change"),
    )  # fmt: skip
    result = Trace(steps).replay(lambda evidence: read_figure(evidence, body))
    assert round(result, 1) == Decimal("-39.7")
    with pytest.raises(ComparisonError, match="step 2"):
        Trace(steps).replay(lambda evidence: read_figure(evidence, body.replace(b"91", b"92")))


def test_a_change_from_zero_means_nothing():
    with pytest.raises(ComparisonError, match="base of zero"):
        apply_operation("relative_change", Decimal(5), Decimal(0))


def test_sixteen_thousand_after_a_fall_of_36_5_percent_implies_about_25_197():
    """16,000 / (1 − 0.365)."""
    assert apply_operation("base_of_change", Decimal(16000), Decimal("-36.5")).quantize(Decimal(1)) == Decimal(25197)
