"""The steps of a span: its whole years, quarters or months, and the figures of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.series_table import SeriesTable, latest
from workbench.compare.figure_limits import moved_period
from workbench.core.finding import Caveat
from workbench.core.period import Frequency, Period, span, year

MOST = 600
"""Most steps read: fifty years of months."""


def whole_years(readings: Sequence[Period]) -> tuple[int, int] | None:
    """Find the first and last calendar year of a span, in its first reading with whole years; None where none has.

    >>> whole_years([span(date(2010, 1, 1), date(2021, 1, 1))]), whole_years([span(date(2010, 5, 1), date(2011, 5, 1))])
    ((2010, 2020), None)
    """
    for period in readings:
        begins, ends = period.start, period.end
        if (begins.month, begins.day, ends.month, ends.day) == (1, 1, 1, 1) and ends.year > begins.year:
            return begins.year, ends.year - 1
    return None


def years(first: int, last: int) -> list[Period]:
    """List calendar years, with both ends, up to the most steps that are read."""
    return [year(number) for number in range(max(first, last - MOST), last + 1)]


def step_length(where: SeriesTable, wanted: Frequency | None) -> int:
    """Find the length of a step in months: as the words say, or that of most of the series' own figures."""
    if wanted is not None and wanted.months:
        return wanted.months
    lengths = [row.period.months for row in where.rows if row.period.months]
    return max(set(lengths), key=lambda months: (lengths.count(months), months), default=12)


def last_step(where: SeriesTable, months: int, before: date) -> Period | None:
    """Find the latest step with a figure that was over by a day."""
    row = latest(where, before)
    if row is None:
        return None
    period = row.period
    if period.months == months:
        return period
    begins = _aligned_start(period, months)
    there = span(begins, moved_period(span(begins, period.end), months).start) if begins < period.end else period
    return there if there.end <= before and isinstance(align(where, there), Aligned) else _before(where, there, before)


def _aligned_start(period: Period, months: int) -> date:
    month = (period.start.month - 1) // months * months + 1 if months <= 12 else 1
    return date(period.start.year, month, 1)


def _before(where: SeriesTable, there: Period, before: date) -> Period | None:
    earlier = there.previous()
    return earlier if earlier.end <= before and isinstance(align(where, earlier), Aligned) else None


def back_from(where: SeriesTable, end: Period, months: int, most: int) -> list[Period]:
    """List the steps up to and including a last one, oldest first, as far back as there are figures without a gap."""
    found = [end]
    while len(found) <= most:
        earlier = moved_period(found[-1], -months)
        if earlier == found[-1] or not isinstance(_exact(where, earlier), Aligned):
            break
        found.append(earlier)
    return found[::-1]


def figures(where: SeriesTable, periods: Sequence[Period]) -> list[Aligned] | Caveat:
    """Collect the figures of all periods; the reason where one has none."""
    found: list[Aligned] = []
    for period in periods:
        answer = _exact(where, period)
        if isinstance(answer, Caveat):
            return answer
        found.append(answer)
    return found


def known_figures(where: SeriesTable, periods: Sequence[Period]) -> list[Aligned]:
    """Collect the figures of those periods that have one."""
    return [answer for answer in (_exact(where, period) for period in periods) if isinstance(answer, Aligned)]


def _exact(where: SeriesTable, period: Period) -> Aligned | Caveat:
    """Align the figures of exactly a period, and of no longer one."""
    answer = align(where, period)
    if isinstance(answer, Aligned) and answer.coarse:
        return Caveat("no-figure", f"“{where.series.title}” has no figure for {period.label} alone.")
    return answer
