"""Ranges of days in filters: ``date:2021``, ``date:2021-11``, ``date:>=2021-06-15``, ``date:2019..2021``."""

from __future__ import annotations

import re
from datetime import date

from workbench.core.errors import UsageError, printable
from workbench.core.period import add_months

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)

Bounds = tuple[date | None, date | None]
"""The first day that passes, and the first after it that does not; None where there is no bound."""


def days_of(value: str) -> Bounds:
    """Parse the range of days of a value.

    Raises:
        UsageError: It is no day, month or year, and no range of them.

    >>> days_of("2021-11")
    (datetime.date(2021, 11, 1), datetime.date(2021, 12, 1))
    >>> days_of(">2020")
    (datetime.date(2021, 1, 1), None)
    """
    first, dots, last = value.partition("..")
    if dots:
        return (_whole(first, value)[0] if first else None, _whole(last, value)[1] if last else None)
    sign = next((each for each in (">=", "<=", ">", "<") if value.startswith(each)), "")
    start, end = _whole(value.removeprefix(sign), value)
    return {">=": (start, None), "<=": (None, end), ">": (end, None), "<": (None, start)}.get(sign, (start, end))


def _whole(written: str, value: str) -> tuple[date, date]:
    """Parse a day, month or year to its first day, and the first day after it."""
    found = _DAY.fullmatch(written)
    try:
        year, month, day = (int(part) if part else None for part in (found.groups() if found else ("0", "", "")))
        start = date(year or 0, month or 1, day or 1)
        return start, date.fromordinal(start.toordinal() + 1) if day else add_months(start, 1 if month else 12)
    except (ValueError, OverflowError):
        message = f"date:{printable(value, 40)} is no date."
        raise UsageError(message, "Write date:2021, date:2021-11, date:>=2021-06-15 or date:2019..2021.") from None
