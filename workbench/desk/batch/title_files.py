"""Titles of series in a user's CSV file, which `match --records --catalogue` searches."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from workbench.core.errors import BadRecordError
from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef

_NEEDED = {"source", "id", "title"}


def titles_in(lines: Iterable[str], origin: str) -> list[Series]:
    """Read the series that a CSV file lists, one per row; rows without an id or a title are skipped.

    Args:
        lines: The file's lines, the first of which names the columns: source, id, title, and perhaps unit and description.
        origin: What readers call the file.

    Raises:
        BadRecordError: A column is missing.
        csv.Error: It is no CSV.

    >>> [str(each.ref) for each in titles_in(["source,id,title", "wb,SP.POP.TOTL,Population"], "mine.csv")]
    ['wb:SP.POP.TOTL']
    """
    reader = csv.DictReader(lines)
    names, rows = set(reader.fieldnames or ()), list(reader)
    if not names >= _NEEDED:
        raise BadRecordError(f"{origin} has no columns source, id and title.", "Name the columns in the first line.")
    return [_series(row) for row in rows if row.get("id") and row.get("title")]


def _series(row: dict[str, str]) -> Series:
    unit = Unit(Dimension.UNKNOWN, row["unit"]) if row.get("unit") else UNKNOWN_UNIT
    ref = SeriesRef(row.get("source") or "set", row["id"])
    return Series(ref=ref, title=row["title"], unit=unit, description=row.get("description") or "")
