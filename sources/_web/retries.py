"""Trying again: on named passing failures alone, a few times, for a bounded while.

Services have bad minutes, and hammering them makes more. Only what is known to pass is asked
again, with growing pauses and jitter; a ``Retry-After`` is obeyed where it fits into our patience, and said where not.
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

logging.getLogger("stamina").addHandler(logging.NullHandler())  # retries are not news for the terminal


PASSING = frozenset({429, 502, 503, 504})
"""HTTP statuses worth a retry: too many requests, and passing faults of a server or gateway."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a service is waited for: attempts in all, and seconds."""

    attempts: int = 4
    seconds: float = 60.0
    first_wait: float = 0.5
    longest_wait: float = 20.0
    jitter: float = 0.5


PATIENCE = Patience()


class PassingError(Exception):
    """A failure that may pass: the error to raise if it does not, how long the service asks us to wait, whether it was slow.

    A slow host is not asked again: each attempt costs the reviewer a whole length of silence. One that said no word in so many seconds of
    silence is not asked anything else for a while either.
    """

    def __init__(
        self, error: SourceError, after: float | None = None, *, slow: bool = False, silent: float = 0.0
    ) -> None:
        super().__init__(error.message)
        self.error, self.after, self.slow, self.silent = error, after, slow or silent > 0, silent


async def retried(attempt: Callable[[], Awaitable[T]], patience: Patience = PATIENCE) -> T:
    """Run an attempt until it succeeds or patience ends.

    Raises:
        SourceError: What the last attempt failed with.
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


def _wait(error: Exception, patience: Patience) -> bool | float:
    if not isinstance(error, PassingError) or error.slow:
        return False
    if error.after is None:
        return True
    if error.after > patience.longest_wait:
        return False
    return error.after + random.uniform(0, patience.jitter)  # noqa: S311  (so that those who wait do not all come back at once)


def read_retry_after(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for, given as seconds or as a date; None where it says nothing.

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
    except (ValueError, TypeError, ArithmeticError, LookupError):  # whatever a stranger's date makes of the parser
        return None
