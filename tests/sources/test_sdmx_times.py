"""Time periods as SDMX writes them: each form for each period of a year, and what the calendar does not have."""

from __future__ import annotations

from datetime import date

import pytest

from sources._cube.cube import Member
from sources._formats.sdmx.times import of_times, sdmx_period
from tests.each import each
from workbench.core.period import Frequency, add_months

LENGTHS = {"1M": (1, Frequency.MONTH), "3M": (3, Frequency.QUARTER), "6M": (6, Frequency.HALF), "1Y": (12, Frequency.YEAR)}  # fmt: skip
STARTS = ("2021-{:02}", "2021-{:02}-01", "2021-{:02}-01T00:00:00", "2021-{:02}-01T00:00:00Z")


@each("written", STARTS)
@each("length", LENGTHS)
@each("first", range(1, 13))
def test_a_start_with_a_length_is_a_period_of_the_calendar_or_none(written: str, length: str, first: int):
    """April to June is a quarter; a year that begins in April is none of the calendar's, and is refused."""
    months, frequency = LENGTHS[length]
    code = f"{written.format(first)}/P{length}"
    if (first - 1) % months:
        with pytest.raises(ValueError, match="the calendar does not have"):
            sdmx_period(Member(code, ""))
        return
    period = sdmx_period(Member(code, ""))
    assert (period.start, period.frequency) == (date(2021, first, 1), frequency)
    assert period.end == add_months(period.start, months)


@each("after", ["", "Z", "+02:00", "-0530"])
@each("time", ["00:00:00", "23:59:59.999", "12:00"])
def test_a_moment_is_its_day(time: str, after: str):
    period = sdmx_period(Member(f"2021-09-30T{time}{after}", ""))
    assert (period.start, period.end) == (date(2021, 9, 30), date(2021, 10, 1))


@pytest.mark.parametrize("third", [1, 2, 3])
def test_trimesters_are_four_months_each_and_fill_the_year(third: int):
    period = sdmx_period(Member(f"2021-T{third}", ""))
    assert period.start == date(2021, 4 * third - 3, 1)
    assert period.end == (date(2021, 4 * third + 1, 1) if third < 3 else date(2022, 1, 1))


SHARED = [("2021", "2021"), ("2021-Q3", "2021-Q3"), ("2021M09", "Sep 2021"), (" 2021-09 ", "Sep 2021")]


@pytest.mark.parametrize(("code", "label"), SHARED)
def test_the_codes_that_all_services_share_are_read_too(code: str, label: str):
    assert sdmx_period(Member(code, "")).label == label


def test_where_the_code_says_nothing_the_label_does():
    assert sdmx_period(Member("P7", "2021")).label == "2021"


NONE = ["", "_T", "2021-T4", "2021-13/P1M", "2021-01/P2M", "2021-02-30T00:00:00", "٢٠٢١-T1", "2021-T1\n2022"]


@each("code", NONE)
def test_what_names_no_period_is_refused(code: str):
    with pytest.raises(ValueError):
        sdmx_period(Member(code, ""))
    assert not of_times((Member("2021", ""), Member(code, "")))


def test_members_are_times_where_each_is_one():
    assert of_times((Member("2021", ""), Member("2021-T1", ""), Member("2021-01/P3M", "")))
    assert not of_times(())
