"""Claims that are deferred until a day: reads the day, and tells whether it has come."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.core.changed_copy import changed_copy
from workbench.core.dates.written_days import read_day
from workbench.core.errors import UsageError, printable
from workbench.core.period import add_months
from workbench.core.verdict import Verdict

_IN = re.compile(r"(?:in )?(?:(\d{1,4}) |an? )(day|week|month|year)s?", re.ASCII)


class NoComingDayError(UsageError):
    """What was typed as the day of deferring is no day, or not in the future."""

    def __init__(self, typed: str, why: str) -> None:
        super().__init__(
            f"A claim cannot be deferred until {printable(typed, 40) or 'nothing'}: {why}.",
            "Write a day to come, such as 2026-12-05, tomorrow or “in 3 days”.",
        )


def coming_day(typed: str, today: date) -> date:
    """Read a day to come: ``2026-12-05``, ``5 December 2026``, ``tomorrow``, ``in 3 days``, ``in 2 weeks``, ``in a month``.

    Args:
        typed: What was typed.
        today: The day on which it was typed.

    Raises:
        NoComingDayError: It is no day, or none after today.

    >>> coming_day("in 3 days", date(2026, 11, 29)), coming_day("in a month", date(2026, 1, 31))
    (datetime.date(2026, 12, 2), datetime.date(2026, 2, 28))
    """
    said = " ".join(typed.split())
    try:
        day = _counted(said.casefold(), today) or read_day(said)
    except (ValueError, OverflowError) as error:
        raise NoComingDayError(typed, str(error) if isinstance(error, ValueError) else "it is too far off") from None
    if day <= today:
        raise NoComingDayError(typed, f"{day} is not to come" if said != str(day) else "it is not to come")
    return day


def _counted(said: str, today: date) -> date | None:
    """Read a day that is counted from today ("in 3 days"); None where it is written in another way."""
    if said == "tomorrow":
        return today + timedelta(days=1)
    found = _IN.fullmatch(said)
    if found is None:
        return None
    count = int(found[1] or 1)
    if found[2] in {"day", "week"}:
        return today + timedelta(days=count * (7 if found[2] == "week" else 1))
    return add_months(today, count * (12 if found[2] == "year" else 1))


def is_over(until: date | None, day: date | None) -> bool:
    """Check whether a claim that was deferred until one day is back on another day; without either day it is not."""
    return until is not None and day is not None and until <= day


def on_day(verdict: Verdict, day: date) -> Verdict:
    """Compute a verdict as it is on a day: a claim whose day has come is no longer deferred."""
    return changed_copy(verdict, deferred=False, until=None) if is_over(verdict.until, day) else verdict
