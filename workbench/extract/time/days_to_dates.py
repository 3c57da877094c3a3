"""Turns the number of a day and a month, with or without a year, into dates.

A day without a year is the last such day or the next one. Several days have two readings, with and without the last of
them.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Period, day, span
from workbench.extract.time.period_resolution import nearest
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext

_DAY = timedelta(days=1)


def safe_day(y: int, m: int, d: int) -> Period | None:
    """Build a day of the calendar; None where there is no such day.

    >>> safe_day(2021, 2, 30) is None
    True
    """
    try:
        return day(date(y, m, d))
    except ValueError:
        return None


def days_in(y: int | None, m: int, first: int, last: int, *, ahead: bool = True) -> Resolve:
    """Resolve days of a month, up to one of the next month where that is smaller ("27 April to the 3rd").

    Args:
        y: The year; None for that of the speech, or the one before or after.
        m: The month of the first day, or of the last one where not `ahead`.
        first: The number of the first day.
        last: The number of the last day.
        ahead: Whether the month is that of the first day.

    >>> [str(p) for p in days_in(2021, 4, 27, 3)(TimeContext())]
    ['27 Apr 2021–3 May 2021', '27 Apr 2021–2 May 2021']
    """
    crosses = last < first

    def build(which: int) -> Period | None:
        begin = safe_day(*_month_on(which, m, -1 if crosses and not ahead else 0), first)
        end = safe_day(*_month_on(which, m, 1 if crosses and ahead else 0), last)
        return span(begin.start, end.end) if begin and end and begin.start < end.end else None

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if y is not None:
            found = build(y)
            return _with_and_without_end((found,)) if found else NOWHERE
        if around.said is None:
            return NOWHERE
        this = around.said.year
        leap = (build(which) for which in range(this - 4, this + 5)) if (m, first) == (2, 29) else ()
        return _with_and_without_end(nearest([build(this), build(this - 1), build(this + 1), *leap], around.said))

    return resolve


def _month_on(y: int, m: int, shift: int) -> tuple[int, int]:
    """Give a month of a year, or the month before or after it."""
    years, month = divmod(m - 1 + shift, 12)
    return y + years, month + 1


def _with_and_without_end(found: tuple[Period, ...]) -> tuple[Period, ...]:
    """Give several days, and as a second reading the same without the last of them."""
    shorter = (span(p.start, p.end - _DAY) for p in found if p.end - p.start > _DAY)
    return (*found, *shorter)
