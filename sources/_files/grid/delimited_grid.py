"""Read delimited text as a grid: find its encoding, its delimiter, its decimal and thousands marks.

Offices and spreadsheets save tables as text in many ways: UTF-16 with tabs, semicolons with decimal commas, a preamble
of four lines above the header.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from sources._files.grid.cells import Grid
from sources._files.grid.decimal_marks import CellMarks, mark_problems, marks_of
from sources._formats.delimited_text import UTF_16, decoded_text, older_encoding
from workbench.core.errors import EmptyFileError, Problem
from workbench.core.evidence import csv_pointer

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 200
_CHUNK = 10_000
MOST_ROWS, MOST_CELLS = 1_500_000, 30_000_000


def read_text_grid(body: bytes, origin: str) -> Grid:
    r"""Read a body.

    Args:
        body: The bytes of a CSV, TSV or other delimited file.
        origin: The file's name for readers, in Problems.

    Raises:
        ReadingError: It is no text.

    >>> grid = read_text_grid("Land;2020\nSkopje;1.234,5\nTetovo;12.345,6".encode(), "own.csv")
    >>> grid.figure(grid.cell(1, 1)).digits, grid.pointer(1, 1)
    ('1234.5', 'csv:row=2&col=%232&sep=%3B&dec=%2C&tho=.')
    """
    text, problems = decoded(body, origin)
    sep = delimiter_of(text)
    rows: list[list[str]] = []
    try:
        if not _take_rows(csv.reader(io.StringIO(text, newline=""), delimiter=sep), rows):
            message = f"only its first {len(rows):,} rows were read."
            problems.append(Problem(origin, message, "Split the file.", "too-many-rows"))
    except csv.Error:
        problems.append(
            Problem(origin, f"the table breaks off after row {len(rows):,}.", "The rest was left out.", "bad-table")
        )
    marks = marks_of(cell for row in rows for cell in row)
    return Grid(
        name="",
        rows=rows,
        pointer=_pointers(sep, marks, _encoding(body)),
        marks=marks,
        problems=(*problems, *mark_problems(origin, marks)),
    )


def _take_rows(reader: Iterator[list[str]], rows: list[list[str]]) -> bool:
    """Read rows up to a limit or a broken row; also return whether those were all."""
    cells = 0
    while len(rows) < MOST_ROWS and cells <= MOST_CELLS:
        before = len(rows)
        rows.extend(islice(reader, _CHUNK))
        if len(rows) == before:
            return True
        cells += sum(map(len, rows[before:]))
    return False


def _encoding(body: bytes) -> str:
    return "" if body.startswith(UTF_16) else older_encoding(body)


def _pointers(sep: str, marks: CellMarks, encoding: str) -> Callable[[int, int], str]:
    """Return a function that formats pointers; those into one column differ only in the row."""

    @cache
    def ends(column: int) -> tuple[str, str]:
        before, _, after = csv_pointer(0, f"#{column + 1}", sep, marks.dec, marks.tho, enc=encoding).partition("row=0")
        return f"{before}row=", after

    def pointer(row: int, column: int) -> str:
        before, after = ends(column)
        return f"{before}{row + 1}{after}"

    return pointer


def decoded(body: bytes, origin: str) -> tuple[str, list[Problem]]:
    """Decode a body; also return Problems about a guessed encoding.

    Raises:
        ReadingError: It is empty, or not text.
    """
    if not body.strip():
        raise EmptyFileError(origin)
    if body.startswith(UTF_16):
        return body.decode("utf-16", errors="replace"), []
    return decoded_text(body, origin)


def delimiter_of(text: str) -> str:
    r"""Find the delimiter that splits most lines into the same number of cells.

    >>> delimiter_of("a title, with commas\n\na;b;c\n1;2,5;3\n1;2,5;3\n")
    ';'
    """
    start = text[:200_000]
    return max(_DELIMITERS, key=lambda sep: _evenness(start, sep))


def _evenness(text: str, sep: str) -> tuple[int, int]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sep)
        widths = Counter(len(row) for row in islice(reader, _LOOKED_AT) if len(row) > 1)
    except csv.Error:
        return 0, 0
    width, lines = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return lines, width
