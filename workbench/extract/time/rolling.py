"""Times counted from the day of the speech: "the last 8 months", "the past year", "three weeks from now".

Months counted back from today and whole calendar months are two readings, and both are kept.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Period, add_months, day, span
from workbench.extract.time.period_resolution import DAYS_OF, MONTHS_OF, calendar_unit, calendar_unit_near, reachable
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext

_MOST_WORKING_DAYS = 1000
_SATURDAY = 5


def rolling(side: str, count: int, unit: str) -> Resolve:
    """Resolve the last (or next) so many days, weeks, months or years, counted from the day of the speech.

    >>> [str(period) for period in rolling("last", 8, "month")(TimeContext(date(2021, 12, 2)))], rolling("last", 8, "month")(TimeContext())
    (['2 Apr 2021–1 Dec 2021', 'Apr–Nov 2021'], ())
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None:
            return NOWHERE
        if unit in DAYS_OF:
            length, tomorrow = timedelta(days=count * DAYS_OF[unit]), said + timedelta(days=1)
            return (span(said - length, said),) if side == "last" else (span(tomorrow, tomorrow + length),)
        months = count * MONTHS_OF[unit]
        return _rolling_months(said, months, unit, side) if reachable(said, months) else NOWHERE

    return resolve


def _rolling_months(said: date, months: int, unit: str, side: str) -> tuple[Period, ...]:
    """Give the readings from day to day, in whole units of the calendar, and in whole months."""
    length = MONTHS_OF[unit]
    first = calendar_unit_near(said, 0 if side == "last" else 1, length).start
    starts = (said, first, said.replace(day=1)) if side == "last" else (said + timedelta(days=1), said, first)
    sign = -1 if side == "last" else 1
    pairs = (sorted((start, add_months(start, sign * months))) for start in starts)
    return tuple(dict.fromkeys(span(*pair) for pair in pairs))


def past(unit: str) -> Resolve:
    """Resolve "the past year": the calendar year before, or the twelve months up to the speech.

    For decades the latter first.

    >>> [str(past(unit)(TimeContext(date(2021, 12, 2)))[0]) for unit in ("year", "decade")]
    ['2020', '2 Dec 2011–1 Dec 2021']
    """
    readings = (calendar_unit("last", unit), rolling("last", 1, unit))
    first, second = readings[::-1] if unit in {"decade", "century"} else readings
    return lambda around: (*first(around), *second(around))


def days_ahead(count: int, unit: str, shift: int) -> Resolve:
    """Resolve the day so many days, weeks, months or years ahead.

    >>> str(days_ahead(3, "week", 0)(TimeContext(date(2021, 12, 2)))[0])
    '23 Dec 2021'
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        start = around.said + timedelta(days=shift)
        if unit in DAYS_OF:
            return (day(start + timedelta(days=count * DAYS_OF[unit])),)
        months = count * MONTHS_OF[unit]
        return (day(add_months(start, months)),) if reachable(start, months) else NOWHERE

    return resolve


def working_days(side: str, count: int) -> Resolve:
    """Resolve so many working days ahead or back.

    Only Saturdays and Sundays are left out; holidays count as working days, since the country is unknown.

    >>> [str(p) for p in working_days("next", 4)(TimeContext(date(2018, 8, 21)))]
    ['22 Aug 2018–27 Aug 2018']
    """
    sign = -1 if side == "last" else 1

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None or count > _MOST_WORKING_DAYS:
            return NOWHERE
        first = last = _next_working_day(around.said, sign)
        for _ in range(count - 1):
            last = _next_working_day(last, sign)
        return (span(min(first, last), max(first, last) + timedelta(days=1)),)

    return resolve


def _next_working_day(start: date, sign: int) -> date:
    found = start + timedelta(days=sign)
    while found.weekday() >= _SATURDAY:
        found += timedelta(days=sign)
    return found


def working_week(side: str) -> Resolve:
    """Resolve Monday to Friday of last, this or next week.

    >>> str(working_week("last")(TimeContext(date(2021, 12, 2)))[0])
    '22 Nov 2021–26 Nov 2021'
    """
    week = calendar_unit(side, "week")
    return lambda around: tuple(span(p.start, p.end - timedelta(days=2)) for p in week(around))
