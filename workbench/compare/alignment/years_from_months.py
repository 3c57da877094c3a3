"""Years or quarters made from months: the rows of a table at another length, each with its observations.

"2022 was the lowest on record" of monthly figures compares years with years, not a year with months.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.derived_figures import PeriodParts
from workbench.compare.alignment.series_table import SeriesTable
from workbench.compare.figure_limits import moved_period
from workbench.core.period import Period
from workbench.core.series import Additivity, Observation, Status
from workbench.core.trace import apply_operation

MOST = 600
"""Most rows made: fifty years of months."""

_WORST = (Status.FORECAST, Status.ESTIMATED, Status.PROVISIONAL, Status.BREAK)


def resampled(where: SeriesTable, like: Period) -> SeriesTable:
    """Compute the table's figures for all complete periods as long as a given one and aligned with it.

    The table is unchanged where it has that very period, or nothing shorter.
    """
    months = like.months
    have = any((row.period.start, row.period.end) == (like.start, like.end) for row in where.rows)
    if have or months is None or where.parts.of or not where.rows:
        return where
    found = [
        each for each in (align(where, period) for period in _periods_reached(where, like, months)) if _whole(each)
    ]
    rows = [_row(where, each) for each in found if isinstance(each, Aligned)]
    if not rows:
        return where
    parts = {each.period: each.used for each in found if isinstance(each, Aligned)}
    adds = next((each.adds for each in found if isinstance(each, Aligned) and each.adds), Additivity.SUM)
    assumed = {
        caveat for each in found if isinstance(each, Aligned) for caveat in each.caveats if "assumed" in caveat.kind
    }
    return replace(where, rows=tuple(rows), parts=PeriodParts(parts, adds), caveats=(*where.caveats, *assumed))


def _whole(found: object) -> bool:
    return (
        isinstance(found, Aligned) and not found.coarse and not any(c.kind == "partial-period" for c in found.caveats)
    )


def _periods_reached(where: SeriesTable, like: Period, months: int) -> list[Period]:
    """List all periods aligned with a given one that the table reaches, in order of time."""
    first, last = where.rows[0].period.start, max(row.period.end for row in where.rows)
    back = [like]
    while len(back) < MOST and back[-1].start > first and (earlier := moved_period(back[-1], -months)) != back[-1]:
        back.append(earlier)
    on = [like]
    while len(on) < MOST and on[-1].end < last and (next_period := moved_period(on[-1], months)) != on[-1]:
        on.append(next_period)
    return [*back[::-1], *on[1:]]


def _row(where: SeriesTable, found: Aligned) -> Observation:
    values = [row.value for row in found.used if row.value is not None]
    status = next((flag for flag in _WORST if any(row.status is flag for row in found.used)), Status.FINAL)
    return Observation(
        ref=where.series.ref,
        place=where.place or "",
        period=found.period,
        value=apply_operation("mean" if found.adds is Additivity.MEAN else "sum", *values),
        step=max(row.step for row in found.used),
        status=status,
    )
