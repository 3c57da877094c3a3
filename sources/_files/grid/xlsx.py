"""Read Excel workbooks (``.xlsx``) as grids, one per sheet.

Ministries often publish only spreadsheets. Numbers keep the digits that the file stores, which a library that returns
binary floats would lose; dates are distinguished from figures by their style; the stored result of a formula is used,
with a Problem that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from sources._files.grid.cells import Grid
from sources._files.grid.decimal_marks import Digits, mark_problems, marks_of
from sources._text.printable_text import clean
from workbench.core.errors import Problem, ReadingError, printable
from workbench.evidence.xlsx_cell import XlsxCell, cell_address, shown_digits, walk_sheet, xlsx_pointer
from workbench.evidence.xlsx_dates import date_styles, day_of
from workbench.evidence.xlsx_parts import BadXlsxError, XlsxParts

MOST_SHEETS, MOST_COLUMNS, MOST_PADDED, MOST_OF_ALL = 200, 4_000, 20_000_000, 4_000_000
_GAP = 2_000


class UnreadableWorkbookError(ReadingError):
    """The workbook is damaged, hostile, or of an unsupported kind."""

    def __init__(self, origin: str, why: str) -> None:
        super().__init__(
            f"{printable(origin, 160)}: this is {printable(why, 120)}.",
            "Open it in a spreadsheet program, save the sheet as CSV in UTF-8, and give that.",
        )


def read_workbook(body: bytes, origin: str) -> list[Grid]:
    """Read the sheets of a workbook, hidden ones too, in order.

    Args:
        body: The bytes of the file.
        origin: The file's name for readers, in Problems.

    Raises:
        UnreadableWorkbookError: It is no workbook, damaged, protected by a password, or a zip bomb.
    """
    try:
        parts = XlsxParts(body)
        styles = date_styles(parts)
        return list(_grids(parts, styles, origin))
    except BadXlsxError as error:
        raise UnreadableWorkbookError(origin, str(error)) from error


def _grids(parts: XlsxParts, styles: frozenset[int], origin: str) -> Iterator[Grid]:
    """Yield the sheets one by one, up to a limit of cells."""
    cells = 0
    for name in list(parts.sheets)[:MOST_SHEETS]:
        grid = _grid(parts, name, styles, origin)
        cells += sum(map(len, grid.rows))
        if cells > MOST_OF_ALL:
            raise BadXlsxError("a workbook with more cells than are read")
        yield grid


def _grid(parts: XlsxParts, name: str, styles: frozenset[int], origin: str) -> Grid:
    taken = _Taken(parts, styles)
    walk_sheet(parts, name, taken.take, taken.merge)
    marks = marks_of(cell for row in taken.rows for cell in row)
    where = f"{origin}, {clean(name, 60)}"
    plain = (marks.dec, marks.tho) == (".", "")

    def pointer(row: int, column: int) -> str:
        cells = taken.rows[row]
        own = plain or column >= len(cells) or isinstance(cells[column], Digits)
        return xlsx_pointer(name, row + 1, column + 1, "" if own else marks.dec, marks.tho)

    return Grid(
        name=name,
        rows=taken.rows,
        pointer=pointer,
        marks=marks,
        merged=tuple(taken.merged),
        problems=(*taken.sheet_problems(where), *mark_problems(where, marks)),
    )


class _Taken:
    """The cells of a sheet as texts."""

    def __init__(self, parts: XlsxParts, styles: frozenset[int]) -> None:
        self.rows: list[list[str]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self._parts, self._styles = parts, styles
        self._formulas = self._unsaved = self._beyond = self._padded = 0

    def take(self, cell: XlsxCell) -> None:
        """Store a cell; one far away from all others is counted and left out."""
        gap = cell.row - len(self.rows)
        if cell.column > MOST_COLUMNS or gap > _GAP or cell.row < 1:
            self._beyond += 1
            return
        self.rows.extend([] for _ in range(gap))
        row = self.rows[cell.row - 1]
        missing = cell.column - len(row)
        if missing > 0:
            self._padded += missing
            if self._padded > MOST_PADDED:
                raise BadXlsxError("a sheet with more cells than are read")
            row.extend([""] * missing)
        row[cell.column - 1] = self._text(cell)
        self._formulas += cell.formula and bool(cell.text)
        self._unsaved += cell.formula and not cell.text

    def _text(self, cell: XlsxCell) -> str:
        if cell.kind == "e":
            return ""
        if cell.kind != "n":
            return cell.text[:10] if cell.kind == "d" else cell.text
        try:
            digits = shown_digits(cell.text)
        except ValueError:
            return ""
        if cell.style in self._styles:
            whole = digits.partition(".")[0]
            day = (
                day_of(int(whole), since_1904=self._parts.since_1904) if whole.isdecimal() and len(whole) < 7 else None
            )
            return day.isoformat() if day else ""
        return Digits(digits)

    def merge(self, written: str) -> None:
        """Record merged cells."""
        first, _, last = written.partition(":")
        (top, left), (bottom, right) = cell_address(first), cell_address(last)
        if top and bottom and len(self.merged) < 10_000 and top <= bottom and left <= right:
            self.merged.append((top - 1, left - 1, bottom - 1, right - 1))

    def sheet_problems(self, where: str) -> tuple[Problem, ...]:
        """Return the Problems of the sheet."""
        found = []
        if self._formulas:
            message = f"{self._formulas:,} cells hold formulas; they were read by the values that they had when the file was saved."
            found.append(Problem(where, message, "Open and save the file if they may be old.", "formula-cached"))
        if self._unsaved:
            message = f"{self._unsaved:,} cells hold formulas whose values the file does not hold."
            found.append(
                Problem(where, message, "Open the file in a spreadsheet program and save it.", "formula-empty")
            )
        if self._beyond:
            message = f"{self._beyond:,} cells far off all others were left out."
            found.append(Problem(where, message, "Look at the sheet, or save its table as CSV.", "cells-beyond"))
        return tuple(found)
