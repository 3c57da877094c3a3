"""Aligns observations with a claim, and records what was assumed.

A claim names a period; a series has years, quarters or months. There are three cases, tried in this order. One
observation covers exactly that period. Finer ones make it up (added, averaged or the last taken, as the series says). A
coarser one contains it (whole years for a nine-month claim), which a caveat says. Anything else is no figure, never
zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.compare import caveats as warn
from workbench.compare.alignment.series_table import SeriesTable
from workbench.core.finding import Caveat
from workbench.core.period import Period, span
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, Observation, Series

COUNTED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL})
AVERAGED = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.INDEX, Dimension.RATE})


@dataclass(frozen=True, slots=True)
class Aligned:
    """The observations used for a period.

    Attributes:
        used: One observation, or the parts of the period.
        adds: How the parts are combined; None for one observation.
        period: The period that they cover.
        caveats: Caveats about them.
        coarse: Whether this period is longer than the claimed one.
        among: All the parts of a stock, of which the claim may mean any.
    """

    used: tuple[Observation, ...]
    adds: Additivity | None
    period: Period
    caveats: tuple[Caveat, ...] = ()
    coarse: bool = False
    among: tuple[Observation, ...] = ()


def align(where: SeriesTable, period: Period, alternatives: Sequence[Period] = ()) -> Aligned | Caveat:
    """Choose the observations for a period, or give the reason why there are none.

    Args:
        where: The figures at the claim's place.
        period: The period of the claim, in its most likely reading.
        alternatives: Other readings ("the past year"), used only where they fit the series exactly and the first does not.
    """
    for reading in (period, *alternatives):
        if (found := _exactly(where, reading)) is not None:
            return found if reading == period else _said_otherwise(found, period, reading)
    if (parts := _made_up(where, period)) is not None:
        return parts
    return _containing(where, period) or warn.no_figure(where.series, where.place, period, where.rows)


def _said_otherwise(found: Aligned | Caveat, period: Period, reading: Period) -> Aligned | Caveat:
    if isinstance(found, Caveat):
        return found
    message = f"The words may mean {period.label} or {reading.label}; the figure is that of {reading.label}."
    return Aligned(found.used, found.adds, found.period, (*found.caveats, Caveat("ambiguous-period", message)))


def _exactly(where: SeriesTable, period: Period) -> Aligned | Caveat | None:
    for row in where.rows:
        if row.period.start == period.start and row.period.end == period.end:
            return _one(row)
    return None


def _one(row: Observation, *more: Caveat, coarse: bool = False) -> Aligned | Caveat:
    if row.value is None:
        return warn.withheld(row)
    return Aligned((row,), None, row.period, (*warn.flags((row,)), *more), coarse)


def _made_up(where: SeriesTable, period: Period) -> Aligned | Caveat | None:
    """Choose finer observations that adjoin from the beginning of a period to its end."""
    parts = _chain([row for row in where.rows if period.contains(row.period)], period)
    if not parts:
        return None
    used = span(parts[0].period.start, parts[-1].period.end)
    if (gap := next((row for row in parts if row.value is None), None)) is not None:
        return warn.withheld(gap)
    short = period.end - used.end
    if short >= _shortest(parts):
        return None
    adds, assumed = _adding(where.series)
    if adds is None:
        return assumed[0]
    there = parts if adds is not Additivity.SUM and len(parts) > 1 and where.series.unit.dimension in COUNTED else ()
    counted = (warn.at_a_time(where.series, used, len(parts), adds),) if there else ()
    found = [*assumed, *((warn.partial(period, used),) if short else ()), *counted]
    rows = parts[-1:] if adds is Additivity.LAST else parts
    return Aligned(rows, adds, used, (*warn.flags(rows), *found), among=there)


def _shortest(parts: Sequence[Observation]) -> timedelta:
    return min(row.period.end - row.period.start for row in parts)


def _chain(rows: Sequence[Observation], period: Period) -> tuple[Observation, ...]:
    """Find the longest run of adjoining observations from the period's first day, taking the longest at each step."""
    chosen: list[Observation] = []
    by_start: dict[date, Observation] = {}
    for row in rows:
        there = by_start.get(row.period.start)
        if there is None or row.period.end > there.period.end:
            by_start[row.period.start] = row
    at = period.start
    while (row_there := by_start.get(at)) is not None:
        chosen.append(row_there)
        at = row_there.period.end
    return tuple(chosen)


def _adding(series: Series) -> tuple[Additivity | None, tuple[Caveat, ...]]:
    """Choose how to combine parts: as the series says.

    Else rates are averaged, with a caveat, and nothing else is combined.
    """
    if series.adds is not Additivity.UNKNOWN:
        return series.adds, ()
    if series.unit.dimension in AVERAGED:
        return Additivity.MEAN, (
            Caveat("assumed-mean", "The parts of the period were averaged, each with the same weight."),
        )
    message = f"“{series.title}” does not say whether its figures add up over time or are counted at one time: they were not put together."
    return None, (Caveat("adds-unknown", message),)


def _containing(where: SeriesTable, period: Period) -> Aligned | Caveat | None:
    """Find the shortest observation that contains the period, or else the one that overlaps most of it."""
    whole = [row for row in where.rows if row.period.contains(period)]
    if not whole:
        whole = [row for row in where.rows if _share(row.period, period) * 2 > (period.end - period.start).days]
    if not whole:
        return None
    row = min(whole, key=lambda r: (r.period.end - r.period.start, r.period.start))
    return _one(row, warn.whole_periods(period, row.period), coarse=True)


def _share(a: Period, b: Period) -> int:
    return (min(a.end, b.end) - max(a.start, b.start)).days


def adds_up(series: Series) -> bool:
    """Check whether a series counts events over time, or may do so: then a part of a period has less than the whole."""
    return series.adds is Additivity.SUM or (series.adds is Additivity.UNKNOWN and series.unit.dimension in COUNTED)
