"""Retry requests after temporary failures, a few times, for a limited time.

Only failures known to be temporary are retried, with growing, randomised pauses, so as not to overload a service in
trouble; a ``Retry-After`` is obeyed if it is short enough, and reported otherwise.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import stamina

from workbench.core.errors import SourceError

T = TypeVar("T")

logging.getLogger("stamina").addHandler(logging.NullHandler())  # retries must not be logged on the terminal


PASSING = frozenset({429, 502, 503, 504})
"""HTTP statuses worth a retry: too many requests, and passing faults of a server or gateway."""


@dataclass(frozen=True, slots=True)
class RetryLimits:
    """Limits of retries: the number of attempts, and seconds."""

    attempts: int = 4
    seconds: float = 60.0
    first_wait: float = 0.5
    longest_wait: float = 20.0
    jitter: float = 0.5


PATIENCE = RetryLimits()


class PassingError(Exception):
    """A temporary failure: the error to raise in the end, the wait that the service asks for, and whether it was slow.

    A slow host is not retried, since each attempt would cost the reviewer a whole timeout. After a silence of some
    seconds, other requests to the host are refused for a while too.
    """

    def __init__(
        self, error: SourceError, after: float | None = None, *, slow: bool = False, silent: float = 0.0
    ) -> None:
        super().__init__(error.message)
        self.error, self.after, self.slow, self.silent = error, after, slow or silent > 0, silent


async def retried(attempt: Callable[[], Awaitable[T]], patience: RetryLimits = PATIENCE) -> T:
    """Repeat an attempt until it succeeds or the limits are reached.

    Raises:
        SourceError: The error of the last attempt.
    """
    try:
        async for trial in stamina.retry_context(
            on=lambda error: _wait(error, patience),
            attempts=patience.attempts,
            timeout=patience.seconds,
            wait_initial=patience.first_wait,
            wait_max=patience.longest_wait,
            wait_jitter=patience.jitter,
        ):
            with trial:
                return await attempt()
    except PassingError as passing:
        raise passing.error from passing
    raise AssertionError("a retry context ends with a result or an error")  # pragma: no cover


def _wait(error: Exception, patience: RetryLimits) -> bool | float:
    if not isinstance(error, PassingError) or error.slow:
        return False
    if error.after is None:
        return True
    if error.after > patience.longest_wait:
        return False
    return error.after + random.uniform(0, patience.jitter)  # noqa: S311  (so that those who wait do not all come back at once)


def read_retry_after(header: str | None, now: datetime) -> float | None:
    """Parse the seconds in a ``Retry-After`` header, given as seconds or as a date; None if invalid.

    >>> read_retry_after("120", datetime(2021, 12, 2))
    120.0
    """
    text = (header or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
        aware = then if then.tzinfo else then.replace(tzinfo=now.tzinfo)
        return max((aware - now).total_seconds(), 0.0)
    except (ValueError, TypeError, ArithmeticError, LookupError):  # any error that a malformed date may cause
        return None
