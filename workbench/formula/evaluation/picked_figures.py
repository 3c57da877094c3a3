"""The figures that a formula picks: one of a period, a column over a stretch of time, or a column over the places of a group."""

from __future__ import annotations

from workbench.formula.evaluation.columns import over_places, over_time
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.single_figure import SAID, figure_at, figures_at_place
from workbench.formula.evaluation.values import Worked
from workbench.formula.language.nodes import NameNode, Pick, Stretch


def picked(ground: EvaluationContext, pick: Pick) -> Worked:
    """Evaluate a pick (a series with brackets).

    Raises:
        FormulaError: There is no such figure.
    """
    name = pick.series.written
    if pick.group:
        return over_places(ground, name, pick.group, pick.when, pick.at)
    where = figures_at_place(ground, name, pick.place, pick.at)
    if isinstance(pick.when, Stretch):
        return over_time(ground, name, where, pick.when, pick.at)
    return figure_at(ground, name, where, pick.when or SAID, pick.at)


def bare(ground: EvaluationContext, name: NameNode) -> Worked:
    """Evaluate a series without brackets: its figure for the claim's own place and period."""
    return picked(ground, Pick(name, at=name.at))
