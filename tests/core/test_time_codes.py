"""Time codes of periods: what is written is read back, and is written as ISO and SDMX have it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.dates.period_codes import read_time, write_time
from workbench.core.period import Frequency, Period, day, half, month, quarter, span, year

YEARS = st.integers(1800, 2100)
DAYS = st.dates(date(1800, 1, 1), date(2100, 1, 1))
PERIODS = (
    st.builds(year, YEARS)
    | st.builds(half, YEARS, st.integers(1, 2))
    | st.builds(quarter, YEARS, st.integers(1, 4))
    | st.builds(month, YEARS, st.integers(1, 12))
    | st.builds(day, DAYS)
    | st.builds(lambda first, days: span(first, first + timedelta(days=days)), DAYS, st.integers(1, 4_000))
)


@given(PERIODS)
def test_a_period_that_is_written_is_read_back(period):
    """Of whatever length: the same first day, and the same end."""
    read = read_time(write_time(period))
    assert (read.start, read.end) == (period.start, period.end)


@each(
    ("period", "code"),
    [
        (year(2021), "2021"),
        *((half(2021, n), f"2021-S{n}") for n in (1, 2)),
        *((quarter(2021, n), f"2021-Q{n}") for n in (1, 2, 3, 4)),
        *((month(2021, n), f"2021-{n:02}") for n in range(1, 13)),
        (day(date(2021, 9, 4)), "2021-09-04"),
        (span(date(2021, 1, 1), date(2021, 10, 1)), "2021-01-01/2021-10-01"),
    ],
)
def test_codes_are_those_of_iso_and_sdmx(period, code):
    assert write_time(period) == code


@given(YEARS, st.integers(1, 52))
def test_a_week_begins_on_monday(number, week):
    """ISO 8601: week 1 has the year's first Thursday."""
    read = read_time(f"{number}-W{week:02}")
    assert read == Period(date.fromisocalendar(number, week, 1), read.start + timedelta(days=7), Frequency.WEEK)
    assert read.start.isoweekday() == 1
