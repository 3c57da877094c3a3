"""Cells of Excel workbooks: ``xlsx:sheet=Table%201&cell=B12`` is cell B12 of the sheet "Table 1".

Many official figures are published only as spreadsheets. A number is stored as up to 17 digits of a binary fraction
(12.300000000000001), of which Excel itself keeps and shows 15 ("Excel specifications and limits", Microsoft); so does this reader. For
a formula, the value stored when the file was saved is read. A text with a number ("1 234 b") is read with the separators that the
pointer names: ``&dec=%2C&tho=%20``. A range of cells in a column is read as their sum (``&cell=B3:B902``), without the cells that have
no number, so that a total of many rows needs only one pointer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from typing import NamedTuple
from urllib.parse import parse_qs, quote

from workbench.core.number import EXACT, decimal
from workbench.evidence.number_in_cell import read_written
from workbench.evidence.xlsx_parts import Attributes, BadXlsxError, XlsxParts

PREFIX = "xlsx:"
MOST_CELLS = 2_000_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_SHOWN = Context(prec=15, Emin=-999, Emax=999)


class XlsxCell(NamedTuple):
    """A cell as a sheet stores it.

    Attributes:
        row: From 1.
        column: From 1.
        kind: ``n`` for a number, ``s`` for a text, ``b`` for true or false, ``e`` for an error, ``d`` for a date.
        text: Its digits or its text; empty for a formula without a stored value.
        style: The number of its style.
        formula: Whether its value comes from a formula.
    """

    row: int
    column: int
    kind: str
    text: str
    style: int
    formula: bool


def xlsx_pointer(sheet: str, row: int, column: int, dec: str = "", tho: str = "") -> str:
    """Write the pointer to a cell; rows and columns count from 1.

    >>> xlsx_pointer("Table 1", 12, 2), xlsx_pointer("A", 1, 28, ",", " ")
    ('xlsx:sheet=Table%201&cell=B12', 'xlsx:sheet=A&cell=AB1&dec=%2C&tho=%20')
    """
    marks = f"&dec={quote(dec, safe='')}&tho={quote(tho, safe='')}" if dec else ""
    return f"{PREFIX}sheet={quote(sheet, safe='')}&cell={column_name(column)}{row}{marks}"


def xlsx_sum_pointer(sheet: str, first: int, last: int, column: int) -> str:
    """Write the pointer to the sum of the numbers in a range of a column; rows and columns count from 1.

    >>> xlsx_sum_pointer("Table 1", 3, 902, 4), xlsx_sum_pointer("Table 1", 3, 3, 4)
    ('xlsx:sheet=Table%201&cell=D3:D902', 'xlsx:sheet=Table%201&cell=D3')
    """
    below = f":{column_name(column)}{last}" if last > first else ""
    return xlsx_pointer(sheet, first, column) + below


def column_name(column: int) -> str:
    """Convert the number of a column, from 1, to its letters.

    >>> column_name(1), column_name(27), column_name(16384)
    ('A', 'AA', 'XFD')
    """
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_address(name: str) -> tuple[int, int]:
    """Convert a cell's name to its row and column, both from 1; zeros where it names no cell.

    >>> cell_address("B12"), cell_address("$AA$3"), cell_address("12")
    ((12, 2), (3, 27), (0, 0))
    """
    bare = name.replace("$", "")
    letters = bare.rstrip("0123456789")
    digits = bare[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and digits) or len(letters) > 3 or len(digits) > 7:
        return 0, 0
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    row = int(digits)
    return (row, column) if 0 < row <= LAST_ROW and column <= LAST_COLUMN else (0, 0)


def shown_digits(stored: str) -> str:
    """Round a stored number to the 15 significant digits that Excel shows at most.

    Raises:
        ValueError: It is no number.

    >>> shown_digits("12.300000000000001"), shown_digits("0.1"), shown_digits("1.5E-2"), shown_digits("16000")
    ('12.3', '0.1', '0.015', '16000')
    """
    if stored.isascii() and stored.isdecimal() and len(stored) <= 15:
        return stored
    value = decimal(stored)
    if len(value.as_tuple().digits) > 15:
        value = _trimmed(_SHOWN.plus(value))
    return format(value, "f") if abs(value.adjusted()) < 60 else str(value)


def _trimmed(value: Decimal) -> Decimal:
    """Remove the trailing zeros that rounding left in a number."""
    bare = value.normalize(_SHOWN)
    exponent = bare.as_tuple().exponent
    return bare if isinstance(exponent, int) and exponent <= 0 else bare.quantize(Decimal(1), context=Context(prec=60))


def walk_sheet(
    parts: XlsxParts, name: str, take: Callable[[XlsxCell], None], merged: Callable[[str], object] = len
) -> None:
    """Pass the non-empty cells of a sheet to a function, in order.

    Args:
        parts: The workbook.
        name: The sheet's name.
        take: Called with each cell.
        merged: Called with each merged range ("A1:C1"), after all cells.

    Raises:
        BadXlsxError: There is no such sheet, or it is damaged, or has more cells than are read.
    """
    if name not in parts.sheets:
        raise BadXlsxError("a workbook without that sheet")
    parts.walk(parts.sheets[name], _CellHandler(parts, take, merged))


def xlsx_cells(pointers: Iterable[str], body: bytes) -> dict[str, str]:
    """Read the values of the cells at some pointers, in plain digits. A pointer to no number is left out.

    Raises:
        BadXlsxError: The body is no workbook, or one that is refused.
    """
    parts, found = XlsxParts(body), dict[str, str]()
    by_sheet: dict[str, _Wanted] = {}
    for pointer in pointers:
        said = {
            key: values[0] for key, values in parse_qs(pointer.removeprefix(PREFIX), keep_blank_values=True).items()
        }
        by_sheet.setdefault(said.get("sheet", ""), _Wanted(found)).add(pointer, said)
    for sheet, wanted in by_sheet.items():
        if sheet in parts.sheets:
            walk_sheet(parts, sheet, wanted.take)
    return found


class _Wanted:
    """The cells of one sheet that pointers name: single cells by position, sums by column."""

    def __init__(self, found: dict[str, str]) -> None:
        self._found = found
        self._cells: dict[tuple[int, int], list[tuple[str, str, str]]] = {}
        self._sums: dict[int, list[tuple[str, int, int]]] = {}

    def add(self, pointer: str, said: dict[str, str]) -> None:
        """Add a pointer by its parts; one that names no cell is ignored."""
        first, colon, last = said.get("cell", "").partition(":")
        at, end = cell_address(first), cell_address(last)
        if not colon:
            self._cells.setdefault(at, []).append((pointer, said.get("dec", ""), said.get("tho", "")))
        elif at[1] and at[1] == end[1] and at[0] <= end[0]:
            self._sums.setdefault(at[1], []).append((pointer, at[0], end[0]))

    def take(self, cell: XlsxCell) -> None:
        """Store the number of a cell that a pointer names."""
        for pointer, dec, tho in self._cells.get((cell.row, cell.column), ()):
            digits = digits_of(cell, dec or ".", tho)
            if digits is not None:
                self._found[pointer] = digits
        for pointer, first, last in self._sums.get(cell.column, ()):
            if first <= cell.row <= last and (digits := digits_of(cell, ".", "")) is not None:
                self._found[pointer] = format(EXACT.add(decimal(self._found.get(pointer, "0")), decimal(digits)), "f")


def digits_of(cell: XlsxCell, dec: str, tho: str) -> str | None:
    """Read the number in a cell in plain digits; None where there is none."""
    if cell.kind == "n":
        try:
            return shown_digits(cell.text)
        except ValueError:
            return None
    written = read_written(cell.text, dec, tho) if cell.kind == "s" else None
    return written.digits if written else None


class _CellHandler:
    """Reads the elements of a sheet into cells."""

    def __init__(self, parts: XlsxParts, take: Callable[[XlsxCell], None], merged: Callable[[str], object]) -> None:
        self._texts, self._take, self._merged = parts, take, merged
        self._row = self._column = self._count = self._style = 0
        self._kind, self._formula, self._hears, self._phonetic = "", False, False, False
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Store the position and the kind of a cell."""
        if name == "c":
            self._open(attributes)
        elif name == "row":
            said = attributes.get("r", "")
            self._row = int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else self._row + 1
            self._column = 0
        elif name == "v" or (name == "t" and self._kind == "inlineStr" and not self._phonetic):
            self._hears = True
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self._merged(attributes.get("ref", ""))

    def _open(self, attributes: Attributes) -> None:
        row, column = cell_address(attributes.get("r", ""))
        self._row, self._column = (row, column) if row else (self._row, self._column + 1)
        style = attributes.get("s", "0")
        self._style = int(style) if style.isascii() and style.isdecimal() and len(style) < 7 else 0
        self._kind, self._formula, self._hears, self._pieces = attributes.get("t", "n"), False, False, []

    def text(self, piece: str) -> None:
        """Take the text of a cell."""
        if self._hears:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        """Pass a finished cell on."""
        if name in {"v", "t"}:
            self._hears = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c":
            self._close()

    def _close(self) -> None:
        text = "".join(self._pieces)
        kind = {"s": "s", "str": "s", "inlineStr": "s", "b": "b", "e": "e", "d": "d"}.get(self._kind, "n")
        if self._kind == "s":
            text = self._shared(text)
        if not text.strip() and not self._formula:
            return
        self._count += 1
        if self._count > MOST_CELLS:
            raise BadXlsxError("a sheet with more cells than are read")
        self._take(XlsxCell(self._row, self._column, kind, text, self._style, self._formula))

    def _shared(self, number: str) -> str:
        bare = number.strip()
        at = int(bare) if bare.isascii() and bare.isdecimal() and len(bare) < 9 else -1
        texts = self._texts.texts
        return texts[at] if 0 <= at < len(texts) else ""
