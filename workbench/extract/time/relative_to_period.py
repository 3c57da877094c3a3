"""Readings that depend on another period of the sentence: "the year before", "the same period last year", "two years earlier".

Such words have no meaning alone. They are counted from the period of the sentence, or of the one before it; only where
there is none, from the day of the speech.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Period, add_months, day, month, span, year
from workbench.extract.time.period_resolution import (
    DAYS_OF,
    MONTHS_OF,
    calendar_unit,
    calendar_unit_near,
    reachable,
    relative_year,
)
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext


def year_before(around: TimeContext) -> tuple[Period, ...]:
    """Resolve the year before that of the sentence's period, or without one before that of the speech.

    >>> str(year_before(TimeContext(main=year(2019)))[0]), str(year_before(TimeContext(date(2021, 12, 2)))[0])
    ('2018', '2020')
    """
    if around.main is None:
        return relative_year(1)(around)
    before = year(around.main.start.year - 1)
    return (before, around.main.year_ago())


def same_as_main(owner: Resolve, *, fixed_year: bool) -> Resolve:
    """Resolve the sentence's main period, moved into another year.

    >>> said, quarter = date(2021, 12, 2), span(date(2021, 1, 1), date(2021, 4, 1))
    >>> str(same_as_main(relative_year(1), fixed_year=False)(TimeContext(said, main=quarter))[0])
    '2020-Q1'
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        years, main = owner(around)[:1], around.main
        if main is None:
            return _year_to_date(years[0], around.said) if years else NOWHERE
        if not years or (not fixed_year and years[0].start.year >= main.start.year):
            return (main.year_ago(),)
        return (main.moved(12 * (years[0].start.year - main.start.year)),)

    return resolve


def _year_to_date(whole: Period, said: date | None) -> tuple[Period, ...]:
    """Give a year up to the day of the speech, and the whole of it."""
    if said is None:
        return (whole,)
    back = add_months(said, 12 * (whole.start.year - said.year))
    return (span(whole.start, back), whole) if whole.start < back else (whole,)


def back_from(count: int, unit: str) -> Resolve:
    """Resolve a time so long before the sentence's period, or without one before the day of the speech.

    >>> str(back_from(2, "year")(TimeContext(main=month(2021, 3)))[0]), str(back_from(2, "year")(TimeContext(date(2021, 12, 2)))[0])
    ('Mar 2019', '2019')
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main, said = around.main, around.said
        if main is not None and unit in MONTHS_OF and reachable(main.start, count * MONTHS_OF[unit]):
            return (main.moved(-count * MONTHS_OF[unit]),)
        if said is None:
            return NOWHERE
        if unit in DAYS_OF:
            return (day(said - timedelta(days=count * DAYS_OF[unit])),)
        return _months_back(said, count * MONTHS_OF[unit], unit)

    return resolve


def _months_back(said: date, months: int, unit: str) -> tuple[Period, ...]:
    """Give the calendar year, quarter or month so far back, the day, and for one year also the year before that."""
    if not reachable(said, months):
        return NOWHERE
    then = add_months(said, -months)
    if unit == "quarter":
        return (calendar_unit_near(then, 0, MONTHS_OF[unit]), day(then))
    whole = year(then.year) if months % 12 == 0 else month(then.year, then.month)
    before = (year(then.year - 1),) if months == 12 else ()
    return (whole, day(then), *before)


def after_main(unit: str) -> Resolve:
    """Resolve the week, month, quarter or year after that of the sentence's period; without one, the next.

    >>> str(after_main("year")(TimeContext(date(2021, 12, 2), main=month(2019, 3)))[0]), str(after_main("year")(TimeContext(date(2021, 12, 2)))[0])
    ('2020', '2022')
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if main is None:
            return calendar_unit("next", unit)(around)
        return calendar_unit("next", unit)(TimeContext(main.start))

    return resolve


def before_main(unit: str) -> Resolve:
    """Resolve the week, month or quarter before the sentence's, if that has the same length; else the last one.

    >>> [str(period) for period in before_main("month")(TimeContext(date(2021, 12, 2), main=month(2019, 3)))]
    ['Feb 2019', 'Nov 2021']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        last = calendar_unit("last", unit)(around)
        if around.main is None or around.main.frequency != unit:
            return last
        return (around.main.previous(), *last)

    return resolve
