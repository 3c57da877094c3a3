"""The rows that were not imported, each with the reason: a table that a spreadsheet opens without executing anything in it.

Once the rows are corrected in it, the table can be imported like any other: its columns have the names that an import knows, and the
columns with the reasons are skipped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from workbench.desk.importing.columns import NAMES
from workbench.ports import Rejected

HEADINGS = ("line", "origin", "message", "hint")
"""The columns that say where a row was and why it was refused."""

RAW = "row"
"""The column with the raw row, where its cells could not be separated."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rejects_csv(rejected: Sequence[Rejected]) -> bytes:
    """Write CSV with a byte order mark (so that Excel reads it as UTF-8); line 0 means a whole file.

    After the reasons follow the fields of the rows, those that any of them has, and the raw row where its cells could not be
    separated. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    given = {name for row in rejected for name in row.fields}
    names = [name for name in NAMES if name in given or (name == "text" and any(row.raw for row in rejected))]
    names += [RAW] if any(row.raw for row in rejected) else []
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow((*HEADINGS, *names))
    for row in rejected:
        held = {**row.fields, RAW: row.raw}
        cells = (row.origin, row.message, row.hint, *(held.get(name, "") for name in names))
        writer.writerow([row.line, *map(_guard, cells)])
    return written.getvalue().encode("utf-8-sig", errors="replace")


def is_rejects(headings: Sequence[str]) -> bool:
    """Check whether a table is one of rows that were not imported."""
    return set(HEADINGS) <= set(headings)


def unguarded(cell: str) -> str:
    """Remove the apostrophe that kept a spreadsheet from executing a cell.

    >>> unguarded("'-5 percent"), unguarded("'tis")
    ('-5 percent', "'tis")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
