"""XLSX: a workbook with one sheet per table (claims, findings, steps, sources, attachments, reviews, corrections).

No cell is ever a formula or a link: texts and ids are written as texts, days and times as spreadsheet dates, and a
figure as a number if the spreadsheet's numbers can hold it exactly (15 digits), else as text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.errors import MissingPackageError
from workbench.core.number import plain
from workbench.core.report import Report
from workbench.report.flat_tables import TABLES, Holds, Table, Value, as_number, printed, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST_CELL = 32_767
"""Most characters of a cell of a workbook."""

_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001  (times of a table have no zone)
"""Before it, spreadsheets count a day that never was; earlier days are written as text."""

_DAY_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001  (times of a table have no zone)
"""The day that spreadsheets count the days after 28 February 1900 from."""

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
        """Return the workbook. Raises MissingPackageError where xlsxwriter is not installed."""
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
    """A sheet of the workbook.

    Its rows are written as XML directly into xlsxwriter's file of rows: cell by cell would take five times as long, and
    xlsxwriter would read a text between ``<r>`` and ``</r>`` as markup.
    """

    def __init__(self, book: Workbook, table: Table) -> None:
        self._sheet: Any = book.add_worksheet(table.name)
        self._columns = tuple(
            (_letters(column), self._look(book, holds)) for column, holds in enumerate(table.columns.values())
        )
        self._rows = 0
        for column, holds in enumerate(table.columns.values()):
            self._sheet.set_column(column, column, _WIDTHS[holds])
        self._sheet.freeze_panes(1, 1)
        head = book.add_format({"bold": True, "bottom": 1})
        self._write(
            f'<c r="{letters}1" s="{_index(head)}"{_string(name)}'
            for (letters, _), name in zip(self._columns, table.columns, strict=True)
        )

    @staticmethod
    def _look(book: Workbook, holds: Holds) -> Any:
        """Return the format of a column of days or times."""
        number_format = _FORMATS.get(holds)
        return None if number_format is None else book.add_format({"num_format": number_format})

    def add(self, row: tuple[Value, ...]) -> None:
        """Add a row below the last."""
        number = self._rows + 1
        self._write(
            f'<c r="{letters}{number}"{_cell(value, look)}'
            for value, (letters, look) in zip(row, self._columns, strict=True)
            if value is not None and value != ""
        )

    def close(self) -> None:
        """Add filters for each column, and set the extent of the sheet."""
        last = len(self._columns) - 1
        self._sheet.dim_rowmin = self._sheet.dim_colmin = 0
        self._sheet.dim_rowmax, self._sheet.dim_colmax = self._rows - 1, last
        self._sheet.autofilter(0, 0, self._rows - 1, last)

    def _write(self, cells: Iterable[str]) -> None:
        self._rows += 1
        self._sheet.fh.write(f'<row r="{self._rows}">{"".join(cells)}</row>')


def _index(look: Any) -> int:
    """Return the number by which cells refer to a format."""
    number: int = look._get_xf_index()  # noqa: SLF001  (what each cell of a row is written with)
    return number


@cache
def _letters(column: int) -> str:
    """Return the name of a column: A, B, …, Z, AA."""
    before, at = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + at)


def _cell(value: Value, look: Any) -> str:
    """Return the rest of a cell's XML element, after its position."""
    if type(value) is str:
        return _string(cell_text(value))
    if isinstance(value, Decimal | int):
        number = as_number(value)
        return _string(plain(Decimal(value))) if number is None else f"><v>{number:.16G}</v></c>"
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001  (times of a table have no zone)
        if moment >= _FIRST_DAY:
            since = moment - _DAY_NOUGHT
            return f' s="{_index(look)}"><v>{since.days + since.seconds / 86_400:.16G}</v></c>'
        return _string(value.isoformat())
    return _string(cell_text(str(value)))


def _string(words: str) -> str:
    """Return the rest of a cell of words: signs of markup are escaped, and so is what a reader of workbooks takes for a character by its number."""
    if "&" in words or "<" in words or ">" in words:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "_x" in words:
        words = _BY_NUMBER.sub(r"_x005F\1", words)
    keep = ' xml:space="preserve"' if words != words.strip() else ""
    return f' t="inlineStr"><is><t{keep}>{words}</t></is></c>'


_BY_NUMBER = re.compile("(_x[0-9a-fA-F]{4}_)")


def cell_text(words: str) -> str:
    """Cut a text that is too long for a cell, and say so in the cell."""
    if len(words) * 2 <= LONGEST_CELL or len(words.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return words
    return f"{words[: LONGEST_CELL // 2 - 60]} … (cut: {len(words):,} characters in all)"


EXPORTER = XlsxExporter()
