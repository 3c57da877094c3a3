"""Columns of a user's table: as the user specifies, or by usual column names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.core.dates.written_days import DayOrder
from workbench.core.errors import UnknownNameError, UsageError

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "claim", "statement", "quote", "claim text", "sentence", "quotation", "words"),
    "date": ("date", "said", "published", "claim date", "date said", "said on", "published at", "day"),
    "place": ("place", "country", "location"),
    "speaker": ("speaker", "who", "claimant", "said by", "person", "politician"),
    "role": ("role", "office", "position", "speaker role"),
    "organisation": ("organisation", "organization", "party"),
    "id": ("id", "claim id", "key", "identifier"),
    "url": ("url", "link", "source url", "address"),
    "title": ("title", "headline", "heading"),
    "language": ("language", "lang"),
}
"""Fields of a row, each with the column names accepted for it, likeliest first."""

DATES = "dates"
"""Key of a column map that sets the order of dates: ``dates=dmy`` or ``dates=mdy``."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user said about columns.

    Attributes:
        columns: The column of each specified field.
        order: The order of day and month in a date such as 03/04/2021.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    order: DayOrder = DayOrder.UNKNOWN


def read_wanted(said: Mapping[str, str]) -> Wanted:
    """Parse ``--map``.

    Raises:
        UsageError: A field does not exist, or the order of dates is invalid.
    """
    for name in said:
        if name not in NAMES and name != DATES:
            raise UnknownNameError("field", name, [*NAMES, DATES])
    order = said.get(DATES, "")
    if order not in set(DayOrder):
        raise UsageError(f"dates={order} is not understood.", "Say dates=dmy (day first) or dates=mdy (month first).")
    return Wanted({name: column for name, column in said.items() if name != DATES}, DayOrder(order))


def match_columns(headings: Sequence[str], wanted: Wanted, *, all_there: bool = True) -> dict[str, int]:
    """Find the column number of each field, from 0; fields without a column are left out.

    Args:
        headings: The columns of a table, or the keys of one JSON object.
        wanted: What the user said about columns.
        all_there: Whether every specified column must be there; keys of a JSON object may be missing.

    Raises:
        UnknownNameError: A column that was named is not there.
    """
    keys = [_key(heading) for heading in headings]
    found: dict[str, int] = {}
    for name, column in wanted.columns.items():
        if _key(column) in keys:
            found[name] = keys.index(_key(column))
        elif all_there:
            raise UnknownNameError("column", column, list(headings))
    for name in (name for name in NAMES if name not in wanted.columns):
        taken = found.values()
        guess = next((g for g in NAMES[name] if g in keys and keys.index(g) not in taken), None)
        if guess is not None:
            found[name] = keys.index(guess)
    return found


def _key(heading: str) -> str:
    """Normalise a heading: small letters, one space for every run of spaces, dashes and underscores."""
    return re.sub(r"[\s_-]+", " ", heading.strip().casefold())
