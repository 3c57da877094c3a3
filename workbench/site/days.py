"""The days of a check, worked out once for all that is made of it."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.core.report import Entry
from workbench.core.reviews.published import first_published
from workbench.report.report_words import last_changed

_MOST = 100

_KNOWN: dict[int, tuple[Entry, datetime | None, datetime | None]] = {}
"""By the entry itself, which is held, so that no other has its number."""


def first_day(entry: Entry) -> datetime | None:
    """When readers first got a check; None where they never did."""
    return _days(entry)[1]


def last_day(entry: Entry) -> datetime | None:
    """When it was changed last; None where it never was."""
    return _days(entry)[2]


def touched(entry: Entry) -> datetime:
    """When readers got what they have of a claim."""
    return last_day(entry) or first_day(entry) or datetime.min.replace(tzinfo=UTC)


def _days(entry: Entry) -> tuple[Entry, datetime | None, datetime | None]:
    found = _KNOWN.get(id(entry))
    if found is None or found[0] is not entry:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        found = _KNOWN[id(entry)] = (entry, first_published(entry.verdict), last_changed(entry))
    return found
