"""Arithmetic within rounding and hedges: "more than 120 of the 400" is 30 per cent or more, and may well be 40."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import OPERATION
from workbench.compare.claimed_figure import Claimed, claimed_level
from workbench.compare.judging.agreement import agreement
from workbench.core.claim import ChangeMode
from workbench.core.finding import Agreement
from workbench.core.interval import Interval
from workbench.core.quantity import Amount
from workbench.core.trace import apply_operation

DISAGREE = frozenset({Agreement.APART, Agreement.OPPOSITE})
"""Agreements that mean a contradiction."""

Operation = Callable[[Decimal, Decimal], Decimal | None]
"""An operation on two figures; None where it is undefined (a part of zero)."""


def within_hedges(first: Interval, second: Interval, by: Operation, *, falls: bool = True) -> Interval:
    """Compute the range of results of an operation that grows with its first figure.

    Args:
        first: The range of the first figure.
        second: The range of the second figure.
        by: The operation.
        falls: Whether its result falls where the second figure grows; otherwise it grows as well.

    >>> from workbench.core.interval import point
    >>> more_than = Interval(Decimal(120), None, low_in=False)
    >>> str(within_hedges(more_than, point(Decimal(400)), lambda part, whole: part / whole * 100))
    '[30, ∞)'
    """
    ends = (second.high, second.low) if falls else (second.low, second.high)
    made = [
        None if one is None or other is None else by(one, other) for one in (first.low, first.high) for other in ends
    ]
    known = [figure for figure in made if figure is not None]
    low, high = (None if made[0] is None else min(known)), (None if made[-1] is None else max(known))
    return Interval(low, high, high_in=True)


def change_within_hedges(new: Amount, old: Amount, mode: ChangeMode) -> Interval:
    """Compute the range of changes from an old figure to a new one, within their hedges."""
    divides = mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}
    ranges = claimed_level(new).range, claimed_level(old).range
    return within_hedges(
        *ranges,
        lambda after, before: apply_operation(OPERATION[mode], after, before) if before > 0 or not divides else None,
    )


def compare_implied(line: Claimed, figure: Decimal, made: Interval) -> Agreement:
    """Compare an implied figure with the one that was said: at least NEAR where the hedges allow it."""
    how = agreement(line, figure)
    return Agreement.NEAR if how in DISAGREE and line.range.meets(made) else how
