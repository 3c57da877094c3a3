"""The list of rows that were not imported, as a table that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from workbench.ports import Rejected

HEADINGS = ("line", "origin", "message", "hint")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rejects_csv(rejected: Iterable[Rejected]) -> bytes:
    """Gives CSV with a byte order mark (so that Excel reads it as UTF-8); line 0 means a whole file.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    writer.writerows([row.line, *map(_guard, (row.origin, row.message, row.hint))] for row in rejected)
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
