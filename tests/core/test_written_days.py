"""Days as people write them."""

from __future__ import annotations

import contextlib
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.dates.written_days import DayOrder, read_day

DAY = date(2021, 12, 2)


@pytest.mark.parametrize(
    "written",
    [
        "2021-12-02",
        "2021-12-02T10:15:00Z",
        "2021-12-02 10:15",
        "20211202",
        "2021/12/02",
        "2.12.2021",
        "02. 12. 2021",
        "2 December 2021",
        "2nd of December 2021",
        "02 Dec. 2021",
        "December 2, 2021",
        "Dec 2nd 2021",
        "Thursday, 2 December 2021",
        "  Thu,  2  December  2021 ",
    ],
)
def test_one_day_in_many_hands(written):
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31.02.2021", "the calendar has no such day"),
        ("2021-13-01", "the calendar has no such day"),
        ("03/04/2021", "it may be day first or month first"),
        ("yesterday", "it is not a date"),
        ("2021", "it is not a date"),
        ("", "it is not a date"),
        ("2 December", "it is not a date"),
        ("Thursday, Friday, 2 December 2021", "it is not a date"),
        ("2 Thu December 2021", "it is not a date"),
        ("٢٠٢١-١٢-٠٢", "it is not a date"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(written, why):
    with pytest.raises(ValueError, match=f"^{why}$"):
        read_day(written)


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("03/04/2021", DayOrder.DAY_FIRST, date(2021, 4, 3)),
        ("03/04/2021", DayOrder.MONTH_FIRST, date(2021, 3, 4)),
        ("13/04/2021", DayOrder.UNKNOWN, date(2021, 4, 13)),
        ("04/13/2021", DayOrder.UNKNOWN, date(2021, 4, 13)),
        ("04/04/2021", DayOrder.UNKNOWN, date(2021, 4, 4)),
        ("12/02/2021 10:15 PM", DayOrder.MONTH_FIRST, DAY),
    ],
)
def test_slashes_are_read_where_only_one_order_is_possible_or_the_order_is_told(written, order, day):
    assert read_day(written, order) == day


def read(written):
    """Return the day, or why there is none."""
    try:
        return read_day(written)
    except ValueError as error:
        return str(error)


@each("first", range(1, 32))
def test_between_slashes_a_number_above_twelve_is_the_day_and_two_below_leave_it_open(first):
    """December and the twelfth are a month and a day like any other."""
    for second in range(1, 32):
        month, day = sorted((first, second))
        found = read(f"{first}/{second}/2021")
        if day <= 12 and day != month:
            assert found == "it may be day first or month first"
        elif month > 12 or day > monthrange(2021, month)[1]:
            assert found == "the calendar has no such day"
        else:
            assert found == date(2021, month, day)


def test_an_order_that_makes_no_day_is_not_turned_round_in_silence():
    with pytest.raises(ValueError, match="no such day"):
        read_day("13/04/2021", DayOrder.MONTH_FIRST)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_in_each_of_its_plain_forms(day):
    for form in ("{d.day} {d:%B} {y}", "{d:%B} {d.day}, {y}", "{d.day}.{d.month}.{y}", "{d:%A}, {d.day} {d:%b} {y}"):
        assert read_day(form.format(d=day, y=day.year)) == day
    assert read_day(day.isoformat()) == day


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_refused(text):
    with contextlib.suppress(ValueError):
        assert isinstance(read_day(text), date)
