"""Columns of figures: those of a series over a stretch of time, or of all members that a group had in a year."""

from __future__ import annotations

from datetime import timedelta

from workbench.compare import caveats as warn
from workbench.compare.alignment.align import align
from workbench.compare.alignment.series_table import SeriesTable
from workbench.core.dates.period_codes import write_time
from workbench.core.finding import Caveat
from workbench.core.period import Period, span
from workbench.core.place import place_name, places
from workbench.core.series import Observation
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.single_figure import SAID, figure_at, settled
from workbench.formula.evaluation.values import Column
from workbench.formula.language.errors import NOWHERE, At, NoFigureError
from workbench.formula.language.nodes import PeriodNode, Stretch


def over_time(ground: EvaluationContext, name: str, where: SeriesTable, stretch: Stretch, at: At = NOWHERE) -> Column:
    """Select the figures of a series from one period to another, with the length of the written periods where the series has it.

    Raises:
        FormulaError: It has none there, or the stretch ends before it begins.
    """
    first, last = (settled(ground, where, moment, at)[0] for moment in (stretch.first, stretch.last))
    if last.end <= first.start:
        raise NoFigureError(f"{first.label} to {last.label} runs backward.", "Write the earlier period first.", at)
    whole = span(first.start, last.end)
    rows = _of_one_length([row for row in where.rows if whole.contains(row.period)], first)
    there = [row for row in rows if row.value is not None]
    if not there:
        caveat = warn.no_figure(where.series, where.place, whole, where.rows)
        raise NoFigureError(caveat.says, "Write the periods as the series has them.", at)
    cells = [figure_at(ground, name, where, PeriodNode(write_time(row.period)), at) for row in there]
    keys = tuple(row.period.label for row in there)
    return Column(tuple(cells), keys, "time", where.series, tuple(_gaps(rows, whole)), whole)


def _of_one_length(rows: list[Observation], like: Period) -> list[Observation]:
    """Select the rows whose periods are as long as the written one, or else the longest available."""
    kinds = {row.period.frequency for row in rows}
    if like.frequency in kinds or not kinds:
        kind = like.frequency
    else:
        kind = max(rows, key=lambda row: row.period.end - row.period.start).period.frequency
    return [row for row in rows if row.period.frequency is kind]


def _gaps(rows: list[Observation], whole: Period) -> list[str]:
    """Find the parts of a stretch without a figure."""
    gaps, day = [], whole.start
    for row in rows:
        if row.period.start > day:
            gaps.append(span(day, row.period.start).label)
        if row.value is None:
            gaps.append(row.period.label)
        day = max(day, row.period.end)
    short = whole.end - day
    return [*gaps, span(day, whole.end).label] if short > timedelta(0) else gaps


def over_places(
    ground: EvaluationContext, name: str, group: str, when: PeriodNode | Stretch | None, at: At = NOWHERE
) -> Column:
    """Select the figures of all members that a group had in a year.

    Raises:
        FormulaError: None of them has one, or there is no such group.
    """
    if isinstance(when, Stretch):
        hint = "Write one period: x[in=EU27, 2023]."
        raise NoFigureError("A group of places and a stretch of years together are a table, not a column.", hint, at)
    period, members = membership(ground, name, group, when or SAID, at)
    cells, keys, gaps = [], [], []
    for code in members:
        where = ground.table(name, code)
        if where.rows and not isinstance(align(where, period), Caveat):
            cells.append(figure_at(ground, name, where, PeriodNode(write_time(period)), at))
            keys.append(code)
        else:
            gaps.append(place_name(code))
    if not cells:
        series = ground.figures[name].series
        message = f"“{series.title}” has no figure of any member of {place_name(group)} in {period.label}."
        raise NoFigureError(message, "Choose another period or series.", at)
    return Column(tuple(cells), tuple(keys), "places", ground.figures[name].series, tuple(gaps), period)


def membership(
    ground: EvaluationContext, name: str, group: str, when: PeriodNode, at: At = NOWHERE
) -> tuple[Period, tuple[str, ...]]:
    """Resolve the period, and find the members of the group in it.

    Raises:
        NoFigureError: The group has no members.
    """
    known = places().get(group)
    settles = ground.table(name, "")
    period, _ = settled(ground, settles, when, at)
    members = known.members_in((period.end - timedelta(days=1)).year) if known else ()
    if len(members) < 2:
        message = f"{place_name(group)} is no group of places."
        raise NoFigureError(message, "Write a group, such as in=EU27 or in=WB6.", at)
    return period, members
