"""The rank of one figure: among the members of a group, or among the years of a stretch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.compare.ranks import PLACE
from workbench.core.finding import Caveat
from workbench.core.place import place_name
from workbench.formula.evaluation.columns import over_places, over_time
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.rounding_error import ZERO
from workbench.formula.evaluation.sheet_lines import line
from workbench.formula.evaluation.single_figure import SAID, figure_at, figures_at_place
from workbench.formula.evaluation.values import Column, FormulaValue, Origin, Whole
from workbench.formula.language.errors import At, NoFigureError, UnreadableFormulaError
from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import Argument, Flag, GroupNode, PeriodNode, Stretch
from workbench.formula.measures.measure import Measure

RANK = Measure(PLACE)
"""Unit of a rank: places, from 1."""


def ranked(
    ground: EvaluationContext,
    series: Whole,
    named: Mapping[str, Argument],
    when: Sequence[PeriodNode | Stretch],
    at: At,
) -> FormulaValue:
    """Compute the rank of the claim's place in a group, or of its period in a stretch of time.

    Args:
        ground: The calculation.
        series: Whose figures.
        named: ``in``, a group or a stretch; ``at``, another place than the claim's; ``from``, the end that is counted from.
        when: The period; a stretch to rank over where ``in`` is not given.
        at: Where in the formula it stands.

    Raises:
        FormulaError: There is no figure to rank, or nothing to rank it among.
    """
    among = named.get("in") or next((each for each in when if isinstance(each, Stretch)), None)
    moment = next((each for each in when if isinstance(each, PeriodNode)), SAID)
    place = _place(named)
    if isinstance(among, GroupNode):
        own = figure_at(ground, series.name, figures_at_place(ground, series.name, place, at), moment, at)
        column = over_places(ground, series.name, among.code, moment, at)
        others = [cell for cell in column.cells if cell.origin.place != own.origin.place]
    elif isinstance(among, Stretch):
        where = figures_at_place(ground, series.name, place, at)
        own = figure_at(ground, series.name, where, moment, at)
        column = over_time(ground, series.name, where, among, at)
        others = [cell for cell in column.cells if cell.origin.period != own.origin.period]
    else:
        raise UnreadableFormulaError("rank does not know among what.", f"Write {FUNCTIONS['rank'].example}.", at)
    return _rank(ground, own, others, column, lowest="from" in named and isinstance(named["from"], Flag), at=at)


def _place(named: Mapping[str, Argument]) -> str:
    found = named.get("at")
    return "" if not isinstance(found, GroupNode) or found.code == "here" else found.code


def _rank(
    ground: EvaluationContext, own: FormulaValue, others: list[FormulaValue], column: Column, *, lowest: bool, at: At
) -> FormulaValue:
    if not others:
        raise NoFigureError("There is nothing to rank the figure among.", "Choose a larger group or stretch.", at)
    if column.gaps:
        missing = ", ".join(column.gaps[:5]) + (f" and {len(column.gaps) - 5} more" if len(column.gaps) > 5 else "")
        text = f"There is no figure for {missing}: the rank is among the other {len(others) + 1}."
        ground.notes.warn(Caveat("partial-group", text))
    if sum(other.value == own.value for other in others):
        ground.notes.warn(Caveat("tied-rank", "The place is shared: another figure is equal."))
    end, op = ("lowest", "rank_from_lowest") if lowest else ("highest", "rank")
    who = (
        place_name(own.origin.place)
        if column.over == "places"
        else own.origin.period.label
        if own.origin.period
        else ""
    )
    text = f"{who}: rank {{}} from the {end} among {len(others) + 1}"
    figure = line(ground, op, [own.figure, *(other.figure for other in others)], RANK, text, at, room=ZERO)
    return FormulaValue(figure, RANK, Origin(own.origin.period, None, own.origin.place, of=own.origin.of))
