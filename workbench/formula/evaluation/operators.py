"""Evaluates the signs (+ - * /): each result is a line on the sheet."""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.arithmetic.calculation_sheet import SheetFigure, scaling
from workbench.core.claim import ChangeMode
from workbench.core.number import shown
from workbench.core.quantity import Dimension
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.sheet_lines import line, number, short
from workbench.formula.evaluation.unlike_periods import warn_of_unlike_periods
from workbench.formula.evaluation.values import FormulaValue, Origin
from workbench.formula.language.errors import At
from workbench.formula.language.operator_table import SIGNS
from workbench.formula.measures.measure import ONE
from workbench.formula.measures.unit_algebra import Joined, combined

COMPARISON = "comparison"
"""Part of a claim that a difference between two places answers."""


def joined(ground: EvaluationContext, sign: str, left: FormulaValue, right: FormulaValue, at: At) -> FormulaValue:
    """Apply a sign to two figures.

    Raises:
        FormulaError: They are of two kinds, or the result is undefined.
    """
    if SIGNS[sign].swaps and left.number is not None:
        left, right = right, left
    found = combined(sign, left.measure, right.measure, right.number, at)
    ground.notes.warn(*found.caveats)
    warn_of_unlike_periods(ground, sign, left, right, at)
    second = right
    if found.factor != ONE:
        second = replace(right, figure=_scaled(ground, right, found, left, at))
    figure = line(
        ground,
        SIGNS[sign].op,
        [left.figure, second.figure],
        found.measure,
        _operation_line(sign, left, second, found),
        at,
    )
    return FormulaValue(
        figure, found.measure, _origin(sign, left, right), _mode(sign, left, right), answers=_answers(left, right)
    )


def _scaled(ground: EvaluationContext, right: FormulaValue, found: Joined, left: FormulaValue, at: At) -> SheetFigure:
    op, number = scaling(found.factor)
    text = f"{'/' if op == 'ratio' else '×'} {shown(number)} = {{}} {left.measure.many}"
    return line(ground, op, [right.figure, number], left.measure, text, at)


def _operation_line(sign: str, left: FormulaValue, right: FormulaValue, found: Joined) -> str:
    first, second = short(left.value), short(right.value)
    return (
        f"{first} {SIGNS[sign].shown} {second} = {{}} {found.measure.many if found.measure.unit.name else ''}".rstrip()
    )


def _mode(sign: str, left: FormulaValue, right: FormulaValue) -> ChangeMode | None:
    """Find the change mode of the result: one series minus or divided by itself, at two times or at two places."""
    if right.number is not None:
        if sign == "-" and left.mode is ChangeMode.MULTIPLE and right.number == left.measure.times:
            return ChangeMode.RELATIVE
        return left.mode
    if left.number is not None or not (_same_series_elsewhere(left, right) or left.answers == COMPARISON):
        return None
    if sign == "-":
        share = left.measure.unit.dimension in {Dimension.SHARE, Dimension.POINTS}
        return ChangeMode.POINTS if share else ChangeMode.ABSOLUTE
    if sign == "/":
        return ChangeMode.RELATIVE if left.mode in {ChangeMode.ABSOLUTE, ChangeMode.POINTS} else ChangeMode.MULTIPLE
    return None


def _same_series_elsewhere(left: FormulaValue, right: FormulaValue) -> bool:
    """Check whether two figures are of one series, at two times or at two places."""
    one, other = left.origin, right.origin
    return bool(one.of) and one.of == other.of and (one.period, one.place) != (other.period, other.place)


def _are_of_two_places(left: FormulaValue, right: FormulaValue) -> bool:
    """Check whether two figures are of one series and one period, at two places."""
    one, other = left.origin, right.origin
    return _same_series_elsewhere(left, right) and one.period == other.period and None not in {one.place, other.place}


def _answers(left: FormulaValue, right: FormulaValue) -> str:
    """Find the part of the claim that the result answers: a difference between two places stays one when it is divided or multiplied."""
    if COMPARISON in {left.answers, right.answers} or (
        left.number is right.number is None and _are_of_two_places(left, right)
    ):
        return COMPARISON
    return ""


def _origin(sign: str, left: FormulaValue, right: FormulaValue) -> Origin:
    """Find the origin of the result: period and place where both operands share them, and its doubts."""
    if left.number is not None or right.number is not None:
        return left.origin if right.number is not None else right.origin
    one, other = left.origin, right.origin
    same = one.of == other.of and one.period != other.period
    compared_place = one.compared_place or (other.place if _are_of_two_places(left, right) else None)
    both = sign == "/" and one.part is not None and other.part is not None
    return Origin(
        period=one.period if same or one.period == other.period else None,
        base=other.period if same else one.base,
        place=one.place if one.place == other.place or compared_place else None,
        flow=one.flow and other.flow and sign in "+-",
        of=one.of | other.of,
        part=None if both else one.part or other.part,
        compared_place=compared_place,
    )


def negated(ground: EvaluationContext, value: FormulaValue, at: At) -> FormulaValue:
    """Negate a figure."""
    if value.number is not None:
        return replace(value, figure=number(-value.number), number=-value.number)
    text = f"−({short(value.value)}) = {{}} {value.measure.many}"
    return replace(value, figure=line(ground, "negate", [value.figure], value.measure, text, at))
