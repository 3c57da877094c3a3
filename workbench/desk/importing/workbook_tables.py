"""Claims in an Excel workbook: converts the first sheet with rows to lines of CSV.

Each row of the sheet becomes one line with the row's number, so that a refused row can be found in the sheet. A number that is shown
as a date becomes that day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from workbench.core.errors import BadRecordError
from workbench.evidence.xlsx_cell import XlsxCell, shown_digits, walk_sheet
from workbench.evidence.xlsx_dates import date_styles, day_of
from workbench.evidence.xlsx_parts import BadXlsxError, XlsxParts
from workbench.ports import Raw

MOST_COLUMNS = 500
"""Maximum number of columns that are read from a table of claims; cells further right are stray."""


def workbook_lines(raw: Raw) -> Iterator[tuple[int, str]]:
    """Convert the rows of a workbook to numbered lines of CSV.

    Raises:
        BadRecordError: It is no workbook that can be opened, or none of its sheets has a row.
    """
    try:
        parts = XlsxParts(raw.body)
        dates = date_styles(parts)
        for sheet in parts.sheets:
            rows = _rows(parts, sheet, dates)
            if rows:
                return _lines(rows)
    except BadXlsxError as error:
        raise BadRecordError(
            f"{raw.origin}: {error}.", "Save it anew as an Excel workbook (.xlsx) or as CSV UTF-8."
        ) from error
    raise BadRecordError(f"{raw.origin}: no sheet holds a row.", "Put the claims under one line of headings.")


def _rows(parts: XlsxParts, sheet: str, dates: frozenset[int]) -> dict[int, dict[int, str]]:
    """Read the non-empty cells of a sheet, by row and column, both from 1."""
    rows: dict[int, dict[int, str]] = {}

    def take(cell: XlsxCell) -> None:
        if cell.column <= MOST_COLUMNS and (words := _words(cell, dates, since_1904=parts.since_1904)):
            rows.setdefault(cell.row, {})[cell.column] = words

    walk_sheet(parts, sheet, take)
    return rows


def _words(cell: XlsxCell, dates: frozenset[int], *, since_1904: bool) -> str:
    if cell.kind != "n" or not cell.text:
        return "" if cell.kind == "e" else cell.text
    if cell.style in dates:
        try:
            day = day_of(int(Decimal(cell.text)), since_1904=since_1904)
        except (InvalidOperation, ValueError, OverflowError):
            day = None
        if day is not None:
            return day.isoformat()
    return shown_digits(cell.text)


def _lines(rows: dict[int, dict[int, str]]) -> Iterator[tuple[int, str]]:
    wide = max(max(cells) for cells in rows.values())
    for number in sorted(rows):
        written = io.StringIO(newline="")
        csv.writer(written).writerow([rows[number].get(column, "") for column in range(1, wide + 1)])
        yield number, written.getvalue()
