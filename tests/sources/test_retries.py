"""When a service is asked again: what it says of how long to wait, and how patience ends."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._web.retries import PASSING, PassingError, RetryLimits, read_retry_after, retried
from tests.each import each
from workbench.core.errors import ServiceError, UnreachableError

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@each(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        (format_datetime(NOON + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOON - timedelta(hours=1), usegmt=True), 0.0),
        ("Wednesday, 25-Nov-26 12:00:30 GMT", 30.0),
        ("Wed Nov 25 12:00:30 2026", 30.0),
        ("Wed, 25 Nov 2026 13:00:30 +0100", 30.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Wed, 99 Nov 2026 12:00:30 GMT", None),
    ],
)
def test_how_long_a_service_asks_us_to_wait(header, seconds):
    assert read_retry_after(header, NOON) == seconds


_NUMBER = st.integers(0, 10**9).map(str)


@given(
    st.text()
    | st.tuples(
        _NUMBER,
        st.sampled_from(["Nov", "Feb", "Foo"]),
        *[_NUMBER] * 4,
        st.sampled_from(["GMT", "+0100", "+99999999", ""]),
    ).map(lambda d: f"Wed, {d[0]} {d[1]} {d[2]} {d[3]}:{d[4]}:{d[5]} {d[6]}")
)
def test_no_header_is_too_strange(header):
    seconds = read_retry_after(header, NOON)
    assert seconds is None or seconds >= 0


def test_a_wait_beyond_all_measure_is_no_number_that_a_clock_cannot_count():
    assert read_retry_after("9" * 5_000, NOON) == 999_999_999.0


class Ill:
    """Fails so often, then answers."""

    def __init__(self, times: int, after: float | None = None) -> None:
        self.times, self.after, self.asked = times, after, 0

    async def __call__(self) -> str:
        self.asked += 1
        if self.asked <= self.times:
            raise PassingError(UnreachableError("x", "no connection"), self.after)
        return "well"


QUICK = RetryLimits(attempts=4, seconds=5.0, first_wait=0.01, longest_wait=0.3, jitter=0.01)


async def test_a_passing_failure_is_asked_again_until_it_has_passed():
    ill = Ill(3)
    assert await retried(ill, QUICK) == "well"
    assert ill.asked == 4


async def test_patience_ends_with_the_failure_itself():
    ill = Ill(99)
    with pytest.raises(UnreachableError, match="no connection"):
        await retried(ill, QUICK)
    assert ill.asked == 4


async def test_patience_ends_by_time_too():
    ill = Ill(99)
    with pytest.raises(UnreachableError):
        await retried(ill, RetryLimits(attempts=1_000, seconds=0.5, first_wait=0.05, longest_wait=0.1, jitter=0.01))
    assert 1 < ill.asked < 30


async def test_a_wait_that_is_asked_for_is_waited_and_not_less():
    began = time.perf_counter()
    assert await retried(Ill(1, after=0.25), QUICK) == "well"
    assert time.perf_counter() - began >= 0.25


async def test_a_wait_beyond_patience_is_not_begun():
    ill = Ill(1, after=0.5)
    with pytest.raises(UnreachableError):
        await retried(ill, QUICK)
    assert ill.asked == 1


async def test_those_who_wait_do_not_all_come_back_at_once():
    patience = RetryLimits(attempts=2, seconds=5.0, first_wait=0.01, longest_wait=1.0, jitter=0.2)
    back: list[float] = []

    async def one() -> None:
        await retried(Ill(1, after=0.05), patience)
        back.append(time.perf_counter())

    await asyncio.gather(*(one() for _ in range(12)))
    assert max(back) - min(back) > 0.03


async def test_what_does_not_pass_is_raised_at_once():
    for error in (ServiceError("x", "no such series"), KeyError("a fault of ours")):

        async def fail(error=error) -> None:
            raise error

        with pytest.raises(type(error)):
            await retried(fail, QUICK)


async def test_cancelling_ends_the_waiting():
    task = asyncio.create_task(retried(Ill(1, after=0.3), QUICK))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_the_statuses_that_pass():
    assert frozenset({429, 502, 503, 504}) == PASSING
