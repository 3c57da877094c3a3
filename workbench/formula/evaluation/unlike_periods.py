"""Totals of periods that are not equally long: they are not compared, and a caution stands beside their sum."""

from __future__ import annotations

from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.values import FormulaValue
from workbench.formula.language.errors import At, UnitsError

_LIKE = 1.1
"""Two stretches whose lengths differ by more than a tenth are not equally long."""


def equally_long(one: Period, other: Period) -> bool:
    """Check whether two stretches are about equally long, so that their totals can be compared."""
    days = sorted((period.end - period.start).days for period in (one, other))
    return days[1] <= days[0] * _LIKE


def check_equally_long(old: FormulaValue, new: FormulaValue, at: At) -> None:
    """Refuse a change between totals of unequally long periods.

    Raises:
        UnitsError: The two are such totals.
    """
    one, other = old.origin.period, new.origin.period
    if old.origin.flow and new.origin.flow and one and other and not equally_long(one, other):
        message = f"{one.label} and {other.label} are not equally long; their totals are not compared."
        raise UnitsError(message, "Choose two periods of one length.", at)


def warn_of_unlike_periods(
    ground: EvaluationContext, sign: str, left: FormulaValue, right: FormulaValue, at: At
) -> None:
    """Refuse to divide totals of unequally long periods, except a part by its whole; warn for other signs."""
    one, other = left.origin.period, right.origin.period
    if not (left.origin.flow and right.origin.flow and one and other) or equally_long(one, other):
        return
    if sign == "/" and not (one.contains(other) or other.contains(one)):
        message = f"{one.label} and {other.label} are not equally long: their totals are not compared."
        raise UnitsError(message, "Choose two periods of one length.", at)
    if sign in "+-":
        ground.notes.warn(Caveat("unlike-periods", f"{one.label} and {other.label} are not equally long."))
