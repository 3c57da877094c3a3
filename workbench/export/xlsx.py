"""XLSX: a workbook with a sheet a table (claims, findings, steps, sources, evidence attached, reviews, corrections), which runs nothing.

No cell is ever a formula or a link: texts and ids are written as texts, days and times as dates of the spreadsheet, and a figure as a
number where the spreadsheet's numbers hold it digit for digit (15 digits), as text where they would lose some of it.
"""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench.core.errors import MissingPackageError
from workbench.core.number import plain
from workbench.core.report import Report
from workbench.report.flat_tables import TABLES, Holds, Table, Value, as_number, printed, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST_CELL = 32_767
"""Most characters of a cell of a workbook."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was; earlier days are written as text."""

_FORMATS = {Holds.DAY: "yyyy-mm-dd", Holds.TIME: "yyyy-mm-dd hh:mm:ss"}
_WIDTHS = {Holds.ID: 15, Holds.DAY: 11, Holds.TIME: 19, Holds.COUNT: 9, Holds.FIGURE: 16, Holds.TEXT: 28}


class XlsxExporter:
    """A workbook for spreadsheets."""

    name = "xlsx"
    suffix = "xlsx"
    title = "XLSX workbook"
    for_readers = False
    binary = True

    def export(self, report: Report) -> bytes:
        """The workbook. Raises MissingPackageError where xlsxwriter is not installed."""
        out = io.BytesIO()
        book = _book(out, report)
        sheets = {table: _Sheet(book, table) for table in TABLES}
        for entry in report.entries:
            for table, row in rows(entry, report):
                sheets[table].add(row)
        for sheet in sheets.values():
            sheet.close()
        book.close()
        return out.getvalue()


def _book(out: io.BytesIO, report: Report) -> Workbook:
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  (a tenth of a second, for this format alone)
    except ImportError as error:
        raise MissingPackageError("XLSX", "xlsxwriter") from error

    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(out, settings)
    made = report.made.astimezone(UTC).replace(tzinfo=None)
    title, who = cell_text(printed(report.title))[:255], printed(report.publisher.name)
    book.set_properties({"title": title, "author": who[:255], "created": made})
    return book


class _Sheet:
    """A sheet of the workbook, written row by row."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self._sheet: Any = book.add_worksheet(table.name)
        self._kinds = tuple(table.columns.values())
        self._looks = {holds: book.add_format({"num_format": form}) for holds, form in _FORMATS.items()}
        self._at: Counter[str] = Counter()
        for column, holds in enumerate(self._kinds):
            self._sheet.set_column(column, column, _WIDTHS[holds])
        self._sheet.freeze_panes(1, 1)
        head = book.add_format({"bold": True, "bottom": 1})
        for column, name in enumerate(table.columns):
            self._sheet.write_string(0, column, name, head)

    def add(self, row: tuple[Value, ...]) -> None:
        """Adds a row below the last."""
        self._at["row"] += 1
        for column, (value, holds) in enumerate(zip(row, self._kinds, strict=True)):
            if value is not None and value != "":
                self._put(self._at["row"], column, value, holds)

    def close(self) -> None:
        """Lets the reader filter by each column."""
        self._sheet.autofilter(0, 0, self._at["row"], len(self._kinds) - 1)

    def _put(self, row: int, column: int, value: Value, holds: Holds) -> None:
        if isinstance(value, Decimal | int):
            number = as_number(value)
            if number is not None:
                self._sheet.write_number(row, column, number)
                return
            value = plain(Decimal(value))
        if isinstance(value, date):
            if (value.date() if isinstance(value, datetime) else value) >= _FIRST_DAY:
                self._sheet.write_datetime(row, column, value, self._looks[holds])
                return
            value = value.isoformat()
        self._sheet.write_string(row, column, cell_text(str(value)))


def cell_text(words: str) -> str:
    """Words as a cell can hold them: what is too long is cut, and the cell says so."""
    if len(words) * 2 <= LONGEST_CELL or len(words.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return words
    return f"{words[: LONGEST_CELL // 2 - 60]} … (cut: {len(words):,} characters in all)"


EXPORTER = XlsxExporter()
