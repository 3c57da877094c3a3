"""One line on the sheet, with the rounding that it carries and the sentence of what cannot be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare.arithmetic.sheet import SheetFigure, short
from workbench.core.errors import ComparisonError
from workbench.formula.evaluation.evaluation_context import Ground
from workbench.formula.evaluation.rounding_error import slack
from workbench.formula.language.errors import At, NothingToDoError
from workbench.formula.measures.measure import Measure

WRITTEN = -1
"""The line of a number that the formula itself writes."""

__all__ = ["WRITTEN", "line", "number", "short"]

_DIVIDE = {"ratio", "share", "per", "multiple", "relative_change", "growth"}


def line(  # noqa: PLR0917  (a line is these six things, in the order in which it is read)
    ground: Ground,
    op: str,
    given: Sequence[SheetFigure | Decimal],
    measure: Measure,
    wording: str,
    at: At,
    *,
    room: Decimal | None = None,
) -> SheetFigure:
    """Return one line on the sheet.

    Args:
        ground: The calculation.
        op: A key of `core.operations.OPERATIONS`.
        given: Lines above, and constants.
        measure: What the result measures.
        wording: The line as a reader sees it, with ``{}`` where the result stands.
        at: Where in the formula it comes from.
        room: How far rounding may have moved the result; worked out from what goes in where it is not given.

    Raises:
        NothingToDoError: The operation means nothing for these figures.
    """
    operands = [each.value if isinstance(each, SheetFigure) and each.line == WRITTEN else each for each in given]
    try:
        return ground.sheet.do(op, operands, measure.words, wording, slack(op, operands) if room is None else room)
    except ComparisonError as error:
        raise _undefined(op, operands, at) from error


def number(value: Decimal) -> SheetFigure:
    """Return a number as it was written: it stands on no line of its own, and goes into others as a constant."""
    return SheetFigure(WRITTEN, value)


def _undefined(op: str, given: Sequence[SheetFigure | Decimal], at: At) -> NothingToDoError:
    numbers = [each.value if isinstance(each, SheetFigure) else each for each in given]
    if op in _DIVIDE and numbers[1] == 0:
        message = "What it is divided by is zero: the result means nothing."
        return NothingToDoError(message, "Choose another period or series.", at)
    return NothingToDoError("This cannot be worked out for figures of such a size.", "Choose other figures.", at)
