"""The figure of one period at one place: read, or computed from shorter periods where the series has those."""

from __future__ import annotations

from datetime import date

from workbench.compare import caveats as warn
from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.series_table import SeriesTable, latest, revisions
from workbench.compare.arithmetic.calculation_sheet import level
from workbench.compare.finding_words import unit_words
from workbench.compare.judging.answer_question import no_rows
from workbench.core.finding import Caveat
from workbench.core.period import Frequency, Period
from workbench.core.place import place_name
from workbench.core.series import Observation
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.values import FormulaValue, Origin
from workbench.formula.language.errors import NOWHERE, At, NoFigureError
from workbench.formula.language.nodes import PeriodNode
from workbench.formula.language.periods import TimeSlots, period_of
from workbench.formula.measures.additivity import adds_up
from workbench.formula.measures.measure import ONE, measure_of

SAID = PeriodNode("said")
_OTHER = "Choose another period, place or series."


def figures_at_place(ground: EvaluationContext, name: str, place: str, at: At = NOWHERE) -> SeriesTable:
    """Select the figures at a place.

    Raises:
        NoFigureError: The claim names no place and the series has several.
    """
    where = ground.table(name, place)
    if where.place is None:
        message = f"The claim names no place, and “{where.series.title}” has several."
        raise NoFigureError(message, "Write the place in brackets, such as [MKD, 2021].", at)
    ground.notes.warn(*where.caveats)
    return where


def figure_at(
    ground: EvaluationContext, name: str, where: SeriesTable, when: PeriodNode, at: At = NOWHERE
) -> FormulaValue:
    """Find the figure of a period, or compute it from shorter periods.

    Raises:
        NoFigureError: There is none.
    """
    period, others = settled(ground, where, when, at)
    key = (name, where.place, period)
    if key not in ground.read:
        found = no_rows(where) or align(where, period, others)
        if isinstance(found, Caveat):
            raise NoFigureError(found.says, _OTHER, at)
        ground.count(len(found.used), at)
        ground.read[key] = _value(ground, name, where, found, period)
    return ground.read[key]


def settled(
    ground: EvaluationContext, where: SeriesTable, when: PeriodNode, at: At = NOWHERE
) -> tuple[Period, tuple[Period, ...]]:
    """Resolve a moment to a period, with the other readings of the claim's words where it is the claim's own period.

    Raises:
        FormulaError: The claim names no period, or the series has no figure yet.
    """
    named = ground.claim.period
    if when.anchor == "said" and not when.years and named is not None:
        return named.value, named.alternatives
    period = None if when.anchor == "said" and named is None else period_of(when, ground.slots)
    if period is not None:
        return period, ()
    row = latest(where, ground.slots.said)
    if row is None:
        raise NoFigureError(warn.no_figure(where.series, where.place, None, where.rows).says, _OTHER, at)
    ground.notes.warn(_latest(row, ground.slots.said))
    moved = period_of(PeriodNode("said", when.years), _at(ground, row.period)) if when.years else row.period
    return moved or row.period, ()


def _at(ground: EvaluationContext, period: Period) -> TimeSlots:
    return TimeSlots(ground.claim.place, period, None, ground.slots.said)


def _latest(row: Observation, day: date) -> Caveat:
    message = f"The latest figure that was complete on {day.day} {day:%b %Y} was taken ({row.period.label})."
    return Caveat("no-period", message)


def _value(ground: EvaluationContext, name: str, where: SeriesTable, found: Aligned, asked: Period) -> FormulaValue:
    series = where.series
    unit, words = series.unit, unit_words(series.unit)
    figure = level(
        ground.sheet, found, unit=unit, target=words, factor=ONE, where=_where(ground, where), parts=where.parts
    )
    ground.notes.warn(*found.caveats, *_known(ground, name, found))
    flow = adds_up(series)
    part = _part(asked, found) if flow else None
    origin = Origin(found.period, None, where.place, flow=flow, of=frozenset({name}), part=part)
    return FormulaValue(figure, measure_of(unit), origin)


def _where(ground: EvaluationContext, where: SeriesTable) -> str:
    """Name the figure for the lines of arithmetic: by series and place where there are several series, else by place."""
    several = len({given.series.ref for given in ground.figures.values()}) > 1
    place = place_name(where.place)
    return f"{where.series.title}, {place}" if several else place


def _known(ground: EvaluationContext, name: str, found: Aligned) -> tuple[Caveat, ...]:
    said = ground.claim.said
    early = warn.before_end(ground.figures[name].series, said, found.period)
    return (*early, *revisions(ground.figures[name].observations, found.used, said))


def _part(asked: Period, found: Aligned) -> Caveat | None:
    """Give the reason where the figure is a total of a longer period than was asked for, and so says nothing about the part."""
    if not found.coarse or asked.frequency is Frequency.DAY:
        return None
    text = (
        f"What falls into {asked.label} cannot be told from the figure of {found.period.label}, of which it is a part."
    )
    return Caveat("part-of-whole", text)
