"""Text and moments on one line."""

from __future__ import annotations

from datetime import datetime


def one_line(text: str) -> str:
    """Collapse every run of white space in a text to one space."""
    return " ".join(text.split())


def minute(moment: datetime) -> str:
    """Write a moment to the minute: `strftime`, which asks the system's locale, takes five times as long.

    >>> minute(datetime(2026, 5, 3, 9, 5, 59))
    '2026-05-03 09:05'
    """
    return moment.isoformat(" ", "minutes")[:16]
