"""The days of a check, computed once for all of its pages."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.core.report import Entry
from workbench.core.reviews.published import first_published
from workbench.report.report_words import last_changed

_MOST = 100

_KNOWN: dict[int, tuple[Entry, datetime | None, datetime | None]] = {}
"""By the entry itself, which is held, so that no other has its number."""


def first_day(entry: Entry) -> datetime | None:
    """Return when a check was first published; None if never."""
    return _days(entry)[1]


def last_day(entry: Entry) -> datetime | None:
    """Return when a check was last changed; None if never."""
    return _days(entry)[2]


def touched(entry: Entry) -> datetime:
    """Return when the present version of a check was published."""
    return last_day(entry) or first_day(entry) or datetime.min.replace(tzinfo=UTC)


def _days(entry: Entry) -> tuple[Entry, datetime | None, datetime | None]:
    found = _KNOWN.get(id(entry))
    if found is None or found[0] is not entry:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        found = _KNOWN[id(entry)] = (entry, first_published(entry.verdict), last_changed(entry))
    return found
