"""Where a figure comes from: an archived body, and a pointer to the very cell in it.

Pointers have five forms:

* JSON: RFC 6901 (``/1/0/value``).
* CSV: ``csv:row=14&col=value&sep=%3B&dec=%2C``: the record as a spreadsheet counts it (the header is row 1), the column by
  name (or ``#3`` by number, from 1), the delimiter and the decimal mark, percent-encoded.
* XML: ``xml:/2/1/4@OBS_VALUE`` (see `workbench.core.xml_cell`).
* PC-Axis: ``px:cell=17`` (see `workbench.core.px_cell`).
* Excel: ``xlsx:sheet=Table%201&cell=B12`` (see `workbench.core.xlsx_cell`).

Pointers into CSV with ``tho`` lead to cells as people write them ("1 234 b", see `workbench.core.written_cell`); those with
``enc`` lead into a body of an older encoding, which must be named: a byte that is a space in one is a letter in another.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from urllib.parse import parse_qs, quote

from workbench.core.errors import ComparisonError
from workbench.core.number import EXACT, decimal
from workbench.core.px_cell import PREFIX as PX
from workbench.core.px_cell import BadPxError, px_cells
from workbench.core.written_cell import read_written
from workbench.core.xlsx_cell import PREFIX as XLSX
from workbench.core.xlsx_cell import xlsx_cells
from workbench.core.xlsx_parts import BadXlsxError
from workbench.core.xml_cell import PREFIX as XML
from workbench.core.xml_cell import BadXmlError, xml_cells

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A body as it was fetched, kept under its hash.

    Attributes:
        id: sha256 of the body, hex.
        url: The address that was asked, in the service's own words (never the replay server's).
        fetched: When, in UTC.
        media_type: What the service said it is.
        size: Bytes of the body.
        status: The HTTP status; 200 for files.
        sample: Empty for a live answer; otherwise what sample answer it is ("UNHCR figures as of 2025-06"), which every
            screen and report says beside the figure.
        source: The name of the source that asked.
        asked: What was posted with the question, as text; empty for a question that is all in its address.
        headers: What else the service said of the body, by lower-case names: ``etag``, ``last-modified``, ``date``,
            ``content-type``, ``content-language``, and ``license``, the address of its licence.
        failed: Whether the body tells of a failure, whatever the status says: kept, and never given again as the answer.
    """

    id: str
    url: str
    fetched: datetime
    media_type: str
    size: int
    status: int = 200
    sample: str = ""
    source: str = ""
    asked: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    failed: bool = False

    def header(self, name: str) -> str:
        """What a header of the answer said, by its lower-case name; empty where it was not sent."""
        return dict(self.headers).get(name, "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cells of one archived body that make a figure: their sum, times the scale.

    Attributes:
        snapshot: The id of the body.
        pointers: One or more cells; a figure that a service gives in parts is their sum.
        scale: What the cells are multiplied by (1000 where the service counts in thousands).
    """

    snapshot: str
    pointers: tuple[str, ...]
    scale: Decimal = field(default=Decimal(1))

    def __post_init__(self) -> None:
        if not self.pointers:
            raise ValueError("evidence points at a cell at least")


def csv_pointer(row: int, column: str, sep: str = ",", dec: str = ".", tho: str | None = None, *, enc: str = "") -> str:
    """The pointer to a cell of a CSV body; the header is row 1.

    Args:
        row: The record, from 1.
        column: Its name, or ``#3`` for the third.
        sep: The delimiter.
        dec: The decimal mark.
        tho: What stands between thousands ("" for nothing) where cells are as people write them; None where they are plain.
        enc: The body's encoding where it is neither UTF-8 nor UTF-16.

    >>> csv_pointer(14, "value"), csv_pointer(5, "#3", ";", ",", ".")
    ('csv:row=14&col=value&sep=%2C&dec=.', 'csv:row=5&col=%233&sep=%3B&dec=%2C&tho=.')
    """
    marks = ("" if tho is None else f"&tho={quote(tho, safe='')}") + (f"&enc={quote(enc, safe='')}" if enc else "")
    return f"csv:row={row}&col={quote(column, safe='')}&sep={quote(sep, safe='')}&dec={quote(dec, safe='')}{marks}"


def read_figure(evidence: Evidence, body: bytes) -> Decimal:
    """Reads a figure again from the archived bytes.

    Raises:
        ComparisonError: A pointer leads nowhere, or not to a number.
    """
    cells = read_cells(evidence.pointers, body)
    result = EXACT.multiply(sum(cells, Decimal(0)), evidence.scale)
    return cells[0] if len(cells) == 1 and evidence.scale == 1 else result


def read_cells(pointers: Sequence[str], body: bytes) -> list[Decimal]:
    """The numbers in some cells of a body, read with one parse of it."""
    if pointers and all(p.startswith(XML) for p in pointers):
        return _xml_numbers(pointers, body)
    if pointers and all(p.startswith(PX) for p in pointers):
        return _px_numbers(pointers, body)
    if pointers and all(p.startswith(XLSX) for p in pointers):
        return _xlsx_numbers(pointers, body)
    text = _text(body, next(iter(pointers), ""))
    tree = _json(text) if any(p.startswith("/") for p in pointers) else None
    return [_number(p, _json_cell(tree, p) if p.startswith("/") else _csv_cell(text, p)) for p in pointers]


def _text(body: bytes, pointer: str) -> str:
    """The text of a body; pointers into one body name the same encoding."""
    older = parse_qs(pointer.partition(":")[2]).get("enc", [""])[0] if pointer.startswith("csv:") else ""
    encoding = older or ("utf-16" if body.startswith(_UTF_16) else "utf-8-sig")
    try:
        return body.decode(encoding, errors="replace")
    except LookupError as error:
        raise ComparisonError(f"There is no encoding called {encoding}.", "Fetch the series again.") from error


def _xml_numbers(pointers: Sequence[str], body: bytes) -> list[Decimal]:
    try:
        found = xml_cells(pointers, body)
    except BadXmlError as error:
        raise ComparisonError("The archived body is no XML.", "Run doctor.") from error
    return [_number(pointer, found.get(pointer)) for pointer in pointers]


def _px_numbers(pointers: Sequence[str], body: bytes) -> list[Decimal]:
    try:
        found = px_cells(pointers, body)
    except BadPxError as error:
        raise ComparisonError("The archived body is no PC-Axis file.", "Run doctor.") from error
    return [_number(pointer, found.get(pointer)) for pointer in pointers]


def _xlsx_numbers(pointers: Sequence[str], body: bytes) -> list[Decimal]:
    try:
        found = xlsx_cells(pointers, body)
    except BadXlsxError as error:
        raise ComparisonError("The archived body is no Excel workbook.", "Run doctor.") from error
    return [_number(pointer, found.get(pointer)) for pointer in pointers]


def _json(text: str) -> object:
    try:
        tree: object = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as error:
        raise ComparisonError("The archived body is no JSON.", "Run doctor.") from error
    return tree


def _json_cell(tree: object, pointer: str) -> object:
    node = tree
    for raw in pointer.split("/")[1:]:
        key = raw.replace("~1", "/").replace("~0", "~")
        try:
            node = node[int(key)] if isinstance(node, list) else node[key]  # type: ignore[index]  # a node of JSON is one of several things
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise ComparisonError(f"The archived body has no {pointer}.", "Fetch the series again.") from error
    return node


def _csv_cell(text: str, pointer: str) -> object:
    parts = {k: v[0] for k, v in parse_qs(pointer.removeprefix("csv:"), keep_blank_values=True).items()}
    row, column, sep, dec = int(parts["row"]), parts["col"], parts.get("sep", ","), parts.get("dec", ".")
    head: list[str] = []
    for n, cells in enumerate(_records(text, sep), start=1):
        if n == 1:
            head = [name.strip() for name in cells]
        if n == row:
            at = int(column[1:]) - 1 if column.startswith("#") else head.index(column) if column in head else -1
            if 0 <= at < len(cells):
                return _written(cells[at], dec, parts["tho"]) if "tho" in parts else cells[at].replace(dec, ".")
            break
    raise ComparisonError(f"The archived body has no row {row}, column {column}.", "Fetch the series again.")


def _records(text: str, sep: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sep)
    except csv.Error as error:
        raise ComparisonError("The archived body is no CSV.", "Run doctor.") from error


def _written(cell: str, dec: str, tho: str) -> str:
    found = read_written(cell, dec, tho)
    return found.digits if found else ""


def _number(pointer: str, cell: object) -> Decimal:
    try:
        if isinstance(cell, Decimal | str):
            return decimal(cell)
    except ValueError:
        pass
    raise ComparisonError(f"The archived body has no number at {pointer}.", "Fetch the series again.")
