"""Resolves time phrases from the day of the speech and the sentence's other periods.

"last year" has one meaning in the calendar and another counted back from today. Every phrase has a function from its
context to its readings, the most likely first; none where the day of the speech is needed and unknown.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Frequency, Period, add_months, day, month, span, year
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, sane

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_DAY = timedelta(days=1)
_LONG_OVER = 3
"""Months after March in which "last March" is first read as that of this year."""
_SHIFT = {"last": -1, "this": 0, "next": 1}


def nearest(periods: list[Period | None], said: date) -> tuple[Period, ...]:
    """List the readings of a date without a year: the last one that had begun, then the next.

    >>> [str(p) for p in nearest([month(2021, 3), month(2020, 3)], date(2021, 1, 5))]
    ['Mar 2020', 'Mar 2021']
    """
    there = sorted(p for p in periods if p is not None)
    past = [p for p in there if p.start <= said]
    future = [p for p in there if p.start > said]
    return (*past[-1:], *future[:1])


def bare_month(m: int) -> Resolve:
    """Resolve a month without a year.

    >>> [str(period) for period in bare_month(3)(TimeContext(date(2021, 12, 2)))], bare_month(3)(TimeContext())
    (['Mar 2021', 'Mar 2022'], ())
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if around.behind is not None and around.behind.frequency in {Frequency.MONTH, Frequency.QUARTER}:
            said = around.behind.start
        if said is None:
            return NOWHERE
        y = said.year
        return nearest([month(y, m), month(y - 1, m), month(y + 1, m)], said)

    return resolve


def part_of_year(y: int | None, first: int, months: int) -> Resolve:
    """Resolve some months of a year, from month `first` on; without a year, the last such part that had begun.

    >>> str(part_of_year(2021, 1, 9)(TimeContext())[0]), str(part_of_year(None, 1, 9)(TimeContext(date(2021, 12, 2)))[0])
    ('Jan–Sep 2021', 'Jan–Sep 2021')
    """

    def build(which: int) -> Period:
        start = date(which, first, 1)
        return span(start, add_months(start, months))

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if y is not None:
            return (build(y),)
        behind = around.behind
        if behind is not None and behind.frequency in {Frequency.QUARTER, Frequency.HALF}:
            return (build(behind.start.year - (build(behind.start.year).start > behind.start)),)
        if around.said is None:
            return NOWHERE
        this = around.said.year
        return nearest([build(this), build(this - 1)], around.said)

    return resolve


def relative_year(back: int) -> Resolve:
    """Resolve the calendar year some years before that of the speech.

    >>> str(relative_year(1)(TimeContext(date(2021, 12, 2)))[0]), relative_year(1)(TimeContext())
    ('2020', ())
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None or not sane(around.said.year - back):
            return NOWHERE
        return (year(around.said.year - back),)

    return resolve


def within(first: int, length: int, owner: Resolve) -> Resolve:
    """Resolve some months of another period, `first` months after its start.

    >>> str(within(0, 9, relative_year(0))(TimeContext(date(2021, 12, 2)))[0])
    'Jan–Sep 2021'
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(span(add_months(p.start, first), add_months(p.start, first + length)) for p in owner(around)[:1])

    return resolve


def up_to_said(owner: Resolve) -> Resolve:
    """Resolve a span from the start of a period to the day of the speech.

    Other readings include that day, or go on to the end of its year or of the period itself where that is not over.

    >>> [str(period) for period in up_to_said(relative_year(0))(TimeContext(date(2021, 12, 2)))]
    ['1 Jan 2021–1 Dec 2021', '1 Jan 2021–2 Dec 2021', '2021']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        begun = [] if said is None else [p for p in owner(around) if p.start < said]
        if said is None or not begun:
            return NOWHERE
        first = begun[0]
        end = max(first.end, year(said.year).end) if (first.months or 0) >= 12 else year(said.year).end
        whole = () if first.end > said and (first.months or 0) < 12 else (span(first.start, end),)
        return (span(first.start, said), span(first.start, said + _DAY), *whole)

    return resolve


def rest_of(owner: Resolve) -> Resolve:
    """Resolve a span from the day of the speech, or the day after it, to the end of a period.

    >>> [str(period) for period in rest_of(relative_year(0))(TimeContext(date(2021, 12, 2)))]
    ['2 Dec 2021–31 Dec 2021', '3 Dec 2021–31 Dec 2021']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said, found = around.said, owner(around)[:1]
        if said is None or not found or said >= found[0].end:
            return found
        rest = (span(said, found[0].end),)
        return (*rest, span(said + _DAY, found[0].end)) if said + _DAY < found[0].end else rest

    return resolve


def reachable(start: date, months: int) -> bool:
    """Check whether so many months from a day are still in the calendar.

    >>> reachable(date(2021, 12, 2), 120), reachable(date(2021, 12, 2), 120_000)
    (True, False)
    """
    return sane(start.year) and sane(start.year - abs(months) // 12 - 1) and sane(start.year + abs(months) // 12 + 1)


def calendar_unit(side: str, unit: str) -> Resolve:
    """Resolve the last, this or the next day, week, month, quarter, half, year, decade or century of the calendar.

    >>> [str(calendar_unit(side, "quarter")(TimeContext(date(2021, 12, 2)))[0]) for side in ("last", "this", "next")]
    ['2021-Q3', '2021-Q4', '2022-Q1']
    """
    shift = _SHIFT[side]

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None or not reachable(said, 2400):
            return NOWHERE
        if unit == "day":
            return (day(said + timedelta(days=shift)),)
        if unit in DAYS_OF:
            return (_weeks(said, shift, DAYS_OF[unit]),)
        return (calendar_unit_near(said, shift, MONTHS_OF[unit]),)

    return resolve


def _weeks(said: date, shift: int, length: int) -> Period:
    start = said - timedelta(days=said.weekday()) + timedelta(days=length * shift)
    return Period(start, start + timedelta(days=length), Frequency.WEEK if length == 7 else Frequency.SPAN)


def calendar_unit_near(said: date, shift: int, length: int) -> Period:
    """Give the month, quarter, year or longer unit of the calendar around a day, or one so many units away from it.

    >>> str(calendar_unit_near(date(2021, 12, 2), -1, 3)), str(calendar_unit_near(date(2021, 12, 2), 0, 120))
    ('2021-Q3', '2020–2029')
    """
    if length > 12:
        years = length // 12
        first = said.year // years * years + shift * years
        return span(date(first, 1, 1), date(first + years, 1, 1))
    start = add_months(date(said.year, (said.month - 1) // length * length + 1, 1), shift * length)
    return span(start, add_months(start, length))


def shifted_day(shift: int) -> Resolve:
    """Resolve a day so many days after that of the speech.

    >>> str(shifted_day(-1)(TimeContext(date(2021, 12, 2)))[0]), shifted_day(-1)(TimeContext())
    ('1 Dec 2021', ())
    """
    return lambda around: NOWHERE if around.said is None else (day(around.said + timedelta(days=shift)),)


def month_on_side(first: int, length: int, side: str) -> Resolve:
    """Resolve "last March", "this summer", "next December".

    >>> [str(month_on_side(3, 1, side)(TimeContext(date(2021, 12, 2)))[0]) for side in ("last", "this", "next")]
    ['Mar 2020', 'Mar 2021', 'Mar 2022']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        start = date(around.said.year, first, 1)
        here = span(start, add_months(start, length))
        if side == "this":
            return (here,)
        if side == "next":
            return (here if here.start > around.said else here.moved(12),)
        return (here.moved(-12), here) if here.start <= around.said else (here.moved(-12),)

    return resolve


def past_on_side(first: int, length: int, side: str) -> Resolve:
    """Choose a named period in the past: in December, "last March" is this year's, but "last November" is a year back.

    >>> [str(past_on_side(m, 1, "last")(TimeContext(date(2021, 12, 2)))[0]) for m in (3, 11)]
    ['Mar 2021', 'Nov 2020']
    """
    plain = month_on_side(first, length, side)

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = plain(around)
        if side != "last" or len(found) < 2 or around.said is None:
            return found
        back, here = found
        return (here, back) if add_months(here.end, _LONG_OVER) <= around.said else found

    return resolve


def ending(owner: Resolve, months: int) -> Resolve:
    """Resolve so many months up to the end of a period.

    >>> str(ending(lambda _: (month(2021, 3),), 12)(TimeContext())[0])
    'Apr 2020–Mar 2021'
    """
    return lambda around: tuple(span(add_months(p.end, -months), p.end) for p in owner(around))
