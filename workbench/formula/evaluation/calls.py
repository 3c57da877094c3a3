"""Evaluation of each function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from workbench.core.number import shown
from workbench.core.quantity import Dimension
from workbench.formula.evaluation import aggregates
from workbench.formula.evaluation import changes as moves
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.operators import joined
from workbench.formula.evaluation.rank import ranked
from workbench.formula.evaluation.sheet_lines import line, short
from workbench.formula.evaluation.values import FormulaValue, Whole, Worked
from workbench.formula.language.errors import At, UnitsError, UnreadableFormulaError
from workbench.formula.language.expanded_functions import stands_for
from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import Argument, Call, Minus, NameNode, NumberNode, PeriodNode, Pick, Stretch
from workbench.formula.measures.measure import HUNDRED, NUMBER, ONE, SHARE, Measure
from workbench.formula.measures.unit_algebra import like, multiplied

_MOST_PLACES = 12
SAID = PeriodNode("said")


class Walk(Protocol):
    """What a function needs from the evaluator of a formula."""

    ground: EvaluationContext

    def single(self, node: Argument) -> FormulaValue:
        """Evaluate a part to one figure."""
        ...

    def worked(self, node: Argument) -> Worked:
        """Evaluate a part to a figure or a column."""
        ...

    def whole(self, node: Argument) -> FormulaValue | Whole:
        """Evaluate a part to a whole series, or a figure."""
        ...

    def series(self, name: NameNode) -> NameNode:
        """Look up the series that a name means."""
        ...


def call(walk: Walk, node: Call) -> FormulaValue:
    """Evaluate a function call.

    Raises:
        FormulaError: It is undefined for these arguments.
    """
    if node.function in aggregates.OPS:
        given = [walk.worked(each) for each in node.given]
        return aggregates.several(walk.ground, node.function, given, node.at)
    short_for = stands_for(node)
    return _BY_NAME[node.function](walk, node) if short_for is None else walk.single(short_for)


def _cumulated(walk: Walk, node: Call) -> FormulaValue:
    return aggregates.cumulated(walk.ground, walk.worked(node.given[0]), node.at)


def _annualised(walk: Walk, node: Call) -> FormulaValue:
    return aggregates.annualised(walk.ground, walk.worked(node.given[0]), node.at)


# --- over time -----------------------------------------------------------------------------------------


def _moved(walk: Walk, node: Call) -> FormulaValue:
    given, when = _ends(walk, node)
    return moves.moved(walk.ground, node.function, given, when, node.at)


def _growth(walk: Walk, node: Call) -> FormulaValue:
    given, when = _ends(walk, node)
    return moves.growth(walk.ground, given, when, node.at)


def _indexed(walk: Walk, node: Call) -> FormulaValue:
    given, when = _ends(walk, node)
    return moves.indexed(walk.ground, given, when, node.at)


def _ends(walk: Walk, node: Call) -> tuple[list[FormulaValue | Whole], list[PeriodNode]]:
    """Split the arguments into figures or series, and periods; ``base=`` comes first."""
    if any(isinstance(each, Stretch) for each in node.given):
        message = f"{node.function} takes single periods and no stretch."
        raise UnreadableFormulaError(message, f"Write {FUNCTIONS[node.function].example}.", node.at)
    times = [each for each in node.given if isinstance(each, PeriodNode)]
    base = [value for name, value in node.named if name == "base" and isinstance(value, PeriodNode)]
    given = [each for each in node.given if not isinstance(each, PeriodNode)]
    figures = [_moving(walk, given[0])] if len(given) == 1 else [walk.whole(each) for each in given]
    return figures, [*base, *(times or [SAID])] if base else times


def _moving(walk: Walk, node: Argument) -> FormulaValue | Whole:
    """Evaluate the operand of a change: a series with at most a place picked, or a figure."""
    if isinstance(node, Pick) and node.place and node.when is None:
        return Whole(walk.series(node.series).written, node.place)
    return walk.whole(node)


def _ranked(walk: Walk, node: Call) -> FormulaValue:
    first, *rest = node.given
    series = walk.whole(first)
    if not isinstance(series, Whole) or any(not isinstance(each, PeriodNode | Stretch) for each in rest):
        message = "rank takes a series without brackets, a group or a stretch, and a period."
        raise UnreadableFormulaError(message, f"Write {FUNCTIONS['rank'].example}.", node.at)
    when = [each for each in rest if isinstance(each, PeriodNode | Stretch)]
    return ranked(walk.ground, series, dict(node.named), when, node.at)


# --- two figures ---------------------------------------------------------------------------------------


def _pair(walk: Walk, node: Call) -> tuple[FormulaValue, FormulaValue]:
    return walk.single(node.given[0]), walk.single(node.given[1])


def _ratio(walk: Walk, node: Call) -> FormulaValue:
    return joined(walk.ground, "/", *_pair(walk, node), node.at)


def _share(walk: Walk, node: Call) -> FormulaValue:
    part, whole = _pair(walk, node)
    like(part.measure, whole.measure, "share", node.at)
    return _times(walk, joined(walk.ground, "/", part, whole, node.at), HUNDRED, SHARE, node.at)


def _per(walk: Walk, node: Call) -> FormulaValue:
    times = literal(node.given[2]) if len(node.given) > 2 else ONE
    if times is None or times <= 0:
        message = "per takes a number as its third argument."
        raise UnreadableFormulaError(message, f"Write {FUNCTIONS['per'].example}.", node.at)
    ratio = _ratio(walk, node)
    if times == ONE:
        return ratio
    return _times(walk, ratio, times, multiplied(ratio.measure, NUMBER, times, node.at).measure, node.at)


def _times(walk: Walk, ratio: FormulaValue, times: Decimal, measure: Measure, at: At) -> FormulaValue:
    text = f"× {shown(times)} = {{}} {measure.many}"
    return replace(ratio, figure=line(walk.ground, "scale", (ratio.figure, times), measure, text, at), measure=measure)


def _part(walk: Walk, node: Call) -> FormulaValue:
    """Compute a percentage of a whole."""
    percent, whole = _pair(walk, node)
    if percent.measure != NUMBER and percent.measure.unit.dimension is not Dimension.SHARE:
        text = f"part takes percent first, and {percent.measure.words} is none."
        raise UnitsError(text, "Write part(p, w) for p percent of w.", node.at)
    text = f"{short(percent.value)} % of {short(whole.value)} = {{}} {whole.measure.many}"
    figure = line(walk.ground, "part_of", (percent.figure, whole.figure), whole.measure, text, node.at)
    origin = replace(
        whole.origin, of=percent.origin.of | whole.origin.of, part=percent.origin.part or whole.origin.part
    )
    return replace(whole, figure=figure, origin=origin, number=None)


# --- one figure ----------------------------------------------------------------------------------------


def _absolute(walk: Walk, node: Call) -> FormulaValue:
    value = walk.single(node.given[0])
    text = f"|{short(value.value)}| = {{}} {value.measure.many}"
    figure = line(walk.ground, "absolute", (value.figure,), value.measure, text, node.at)
    return replace(value, figure=figure, number=None)


def _rounded(walk: Walk, node: Call) -> FormulaValue:
    value = walk.single(node.given[0])
    places = literal(node.given[1]) if len(node.given) > 1 else Decimal(0)
    if places is None or places != places.to_integral_value() or abs(places) > _MOST_PLACES:
        text = f"round takes a whole number of places, {_MOST_PLACES} at most."
        raise UnreadableFormulaError(text, f"Write {FUNCTIONS['round'].example}.", node.at)
    text = f"rounded to {places} places: {{}} {value.measure.many}"
    room = value.figure.slack
    figure = line(walk.ground, "rounded", (value.figure, places), value.measure, text, node.at, room=room)
    return replace(value, figure=figure, number=None)


def literal(node: Argument) -> Decimal | None:
    """Read the number that a part is, if it is written as one; else None."""
    if isinstance(node, Minus):
        inner = literal(node.of)
        return None if inner is None else -inner
    return node.value if isinstance(node, NumberNode) else None


_BY_NAME: dict[str, Callable[[Walk, Call], FormulaValue]] = {
    **dict.fromkeys(moves.MODES, _moved),
    "cumulated": _cumulated,
    "annualised": _annualised,
    "growth": _growth,
    "index": _indexed,
    "rank": _ranked,
    "share": _share,
    "per": _per,
    "part": _part,
    "abs": _absolute,
    "round": _rounded,
}
