"""Adds one line to the sheet, with its rounding error; or raises with a sentence about what cannot be computed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import SheetFigure, short
from workbench.core.errors import ComparisonError
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.rounding_error import slack
from workbench.formula.language.errors import At, NothingToDoError
from workbench.formula.measures.measure import Measure

WRITTEN = -1
"""The line of a number that the formula itself writes."""

__all__ = ["WRITTEN", "line", "number", "short"]

_DIVIDE = {"ratio", "share", "per", "multiple", "relative_change", "growth"}


def line(  # noqa: PLR0917  (a line is these six things, in the order in which it is read)
    ground: EvaluationContext,
    op: str,
    given: Sequence[SheetFigure | Decimal],
    measure: Measure,
    wording: str,
    at: At,
    *,
    room: Decimal | None = None,
) -> SheetFigure:
    """Add one line to the sheet.

    Args:
        ground: The calculation.
        op: A key of `core.trace_operations.OPERATIONS`.
        given: Lines above, and constants.
        measure: What the result measures.
        wording: The line as a reader sees it, with ``{}`` for the result.
        at: Where in the formula it comes from.
        room: How far rounding may have moved the result; by default computed from the operands.

    Raises:
        NothingToDoError: The operation is undefined for these figures.
    """
    operands = [each.value if isinstance(each, SheetFigure) and each.line == WRITTEN else each for each in given]
    try:
        return ground.sheet.do(op, operands, measure.words, wording, slack(op, operands) if room is None else room)
    except ComparisonError as error:
        raise _undefined(op, operands, at) from error


def number(value: Decimal) -> SheetFigure:
    """Make the value of a written number: it has no line of its own, and is a constant in others."""
    return SheetFigure(WRITTEN, value)


def _undefined(op: str, given: Sequence[SheetFigure | Decimal], at: At) -> NothingToDoError:
    numbers = [each.value if isinstance(each, SheetFigure) else each for each in given]
    if op in _DIVIDE and numbers[1] == 0:
        message = "What it is divided by is zero: the result means nothing."
        return NothingToDoError(message, "Choose another period or series.", at)
    return NothingToDoError("This cannot be worked out for figures of such a size.", "Choose other figures.", at)
