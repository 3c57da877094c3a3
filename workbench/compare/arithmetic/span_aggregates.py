"""Aggregates over several periods: mean, sum, yearly growth, and cumulated growth rates.

Each adds one line to a sheet, with the slack from the rounding of the published figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, short
from workbench.core.errors import ComparisonError
from workbench.core.number import exactly, shown, signed
from workbench.core.trace import apply_operation

_ZERO = Decimal(0)


@exactly
def mean(sheet: Sheet, figures: Sequence[SheetFigure], unit: str) -> SheetFigure:
    """Compute the plain mean of figures, each with the same weight."""
    slack = sum((figure.slack for figure in figures), _ZERO) / len(figures)
    return sheet.do("mean", figures, unit, f"mean of {len(figures)} figures: {{}} {unit}".rstrip(), slack)


@exactly
def total(sheet: Sheet, figures: Sequence[SheetFigure], unit: str) -> SheetFigure:
    """Add figures up."""
    slack = sum((figure.slack for figure in figures), _ZERO)
    return sheet.do("sum", figures, unit, f"sum of {len(figures)} figures: {{}} {unit}".rstrip(), slack)


@exactly
def annualised(sheet: Sheet, new: SheetFigure, old: SheetFigure, years: Decimal) -> SheetFigure:
    """Compute the steady yearly growth, in percent, from an old figure to a new one.

    Raises:
        ComparisonError: One of the figures is not above zero.

    >>> sheet = Sheet()
    >>> old, new = (sheet.given(Decimal(v), "", "") for v in (100, 121))
    >>> annualised(sheet, new, old, Decimal(2)).value.quantize(Decimal("0.001"))
    Decimal('10.000')
    """
    if new.value <= 0 or old.value <= 0 or years <= 0:
        raise ComparisonError("Steady growth leads from one figure above zero to another.")
    line = f"(({short(new.value)} / {short(old.value)}) ^ (1 / {shown(years)}) − 1) × 100 = {{}} % a year"
    return sheet.do("growth", (new, old, years), "% a year", line, _growth_slack(new, old, years))


def _growth_slack(new: SheetFigure, old: SheetFigure, years: Decimal) -> Decimal:
    """Compute the farthest corner of the rectangle that the rounding of both ends spans."""
    if not (new.slack or old.slack) or new.value - new.slack <= 0 or old.value - old.slack <= 0:
        return _ZERO
    middle = apply_operation("growth", new.value, old.value, years)
    corners = ((new.value + new.slack, old.value - old.slack), (new.value - new.slack, old.value + old.slack))
    return max(abs(apply_operation("growth", high, low, years) - middle) for high, low in corners)


@exactly
def cumulated(sheet: Sheet, rates: Sequence[SheetFigure]) -> SheetFigure:
    """Compute the total growth of several rates in percent, one on top of the other.

    >>> sheet = Sheet()
    >>> cumulated(sheet, [sheet.given(Decimal(10), "%", ""), sheet.given(Decimal(-10), "%", "")]).value
    Decimal('-1.00')
    """
    product = " × ".join(f"(1 {signed(rate.value)} / 100)" for rate in rates[:3]) + (" × …" if len(rates) > 3 else "")
    slack = sum((rate.slack for rate in rates), _ZERO)
    return sheet.do("compound", rates, "%", f"{product} − 1 = {{}} %", slack)


@exactly
def at_annual_rate(sheet: Sheet, rate: SheetFigure, times: int) -> SheetFigure:
    """Convert the growth of a part of a year to an annual rate: a quarter's four times over, a month's twelve.

    >>> sheet = Sheet()
    >>> str(at_annual_rate(sheet, sheet.given(Decimal("1.0"), "%", ""), 4).value.quantize(Decimal("0.01")))
    '4.06'
    """
    line = f"((1 {signed(rate.value)} / 100) ^ {times} − 1) × 100 = {{}} % at an annual rate"
    return sheet.do("annualised_growth", (rate, Decimal(times)), "% at an annual rate", line, rate.slack * times)
