"""Rounding error of a result: the extremes over all unrounded values that the published figures may have."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from workbench.compare.arithmetic.calculation_sheet import SheetFigure
from workbench.core.errors import ComparisonError
from workbench.core.number import exactly
from workbench.core.trace import apply_operation

ZERO = Decimal(0)
_FEW = 3
"""Maximum number of figures whose roundings are tried in every combination."""


@exactly
def slack(op: str, given: Sequence[SheetFigure | Decimal]) -> Decimal:
    """Compute how far a result may be from the one with unrounded figures; zero where that is unknown.

    >>> slack("ratio", [SheetFigure(0, Decimal(10), Decimal("0.5")), SheetFigure(1, Decimal(5))])
    Decimal('0.1')
    """
    rounded = [each for each in given if isinstance(each, SheetFigure) and each.slack]
    if not rounded or len(rounded) > _FEW or any(_may_be_zero(each) for each in rounded):
        return ZERO
    try:
        middle = apply_operation(op, *(_middle(each) for each in given))
        return max(abs(apply_operation(op, *corner) - middle) for corner in product(*(_ends(each) for each in given)))
    except ComparisonError:
        return ZERO


def _middle(each: SheetFigure | Decimal) -> Decimal:
    return each.value if isinstance(each, SheetFigure) else each


def _ends(each: SheetFigure | Decimal) -> tuple[Decimal, ...]:
    if isinstance(each, Decimal) or not each.slack:
        return (_middle(each),)
    return each.value - each.slack, each.value + each.slack


def _may_be_zero(each: SheetFigure) -> bool:
    return abs(each.value) <= each.slack


@exactly
def widest(given: Sequence[SheetFigure]) -> Decimal:
    """Find the slack of the least exact of some figures."""
    return max((each.slack for each in given), default=ZERO)


@exactly
def summed_slack(given: Sequence[SheetFigure]) -> Decimal:
    """Add up the slacks of the terms of a sum."""
    return sum((each.slack for each in given), ZERO)
