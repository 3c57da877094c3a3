"""Reads figures again from the archived bytes, by their pointers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from urllib.parse import parse_qs

from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence
from workbench.core.number import EXACT, decimal
from workbench.evidence.number_in_cell import read_written
from workbench.evidence.px_cell import PREFIX as PX
from workbench.evidence.px_cell import BadPxError, px_cells
from workbench.evidence.xlsx_cell import PREFIX as XLSX
from workbench.evidence.xlsx_cell import xlsx_cells
from workbench.evidence.xlsx_parts import BadXlsxError
from workbench.evidence.xml_cell import PREFIX as XML
from workbench.evidence.xml_cell import BadXmlError, xml_cells
from workbench.evidence.zipped_table import sole_file

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_figure(evidence: Evidence, body: bytes) -> Decimal:
    """Read a figure again from the archived bytes.

    Raises:
        ComparisonError: A pointer points to nothing, or not to a number.
    """
    return _figure(evidence, read_cells(evidence.pointers, body))


def read_figures(evidence: Iterable[Evidence], body: bytes) -> dict[Evidence, Decimal]:
    """Read several figures of one body again, parsing it once: a workbook of many months takes a second to open.

    Raises:
        ComparisonError: A pointer of one of them points to nothing, or not to a number.
    """
    wanted = tuple(evidence)
    pointers = tuple(dict.fromkeys(pointer for one in wanted for pointer in one.pointers))
    cells = dict(zip(pointers, read_cells(pointers, body), strict=True))
    return {one: _figure(one, [cells[pointer] for pointer in one.pointers]) for one in wanted}


def _figure(evidence: Evidence, cells: Sequence[Decimal]) -> Decimal:
    result = EXACT.multiply(sum(cells, Decimal(0)), evidence.scale)
    return cells[0] if len(cells) == 1 and evidence.scale == 1 else result


def read_cells(pointers: Sequence[str], body: bytes) -> list[Decimal]:
    """Read the numbers in some cells of a body, parsing it once."""
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
    """Decode a body; all pointers into one body name the same encoding."""
    older = parse_qs(pointer.partition(":")[2]).get("enc", [""])[0] if pointer.startswith("csv:") else ""
    if pointer.startswith("csv:"):
        try:
            body = sole_file(body)
        except ValueError as error:
            raise ComparisonError(f"The archived body is {error}.", "Run doctor.") from error
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
