"""Read delimited text of users: find its encoding, delimiter, decimal mark and columns.

Spreadsheets save "CSV" in a dozen ways. The form of a file must be known before a cell is read, and a file that is no
table must give a clear error.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.core.errors import EmptyFileError, NotTextError, Problem, ReadingError, printable

_DELIMITERS = (",", ";", "\t")
_MAGIC = (
    (b"PK\x03\x04", "an Excel or zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{", "JSON"),
    (b"<!", "an HTML page"),
    (b"<html", "an HTML page"),
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16, in which spreadsheets save "Unicode text"."""

_COMMA = re.compile(r"^[+-]?\d+,\d+$")


class MissingColumnsError(ReadingError):
    """The table lacks columns of tidy data."""

    def __init__(self, origin: str, missing: list[str], found: list[str]) -> None:
        there = ", ".join(printable(name, 30) for name in found[:12]) or "none"
        plural = "s" if len(missing) > 1 else ""
        super().__init__(
            f"{printable(origin, 160)}: the column{plural} {', '.join(missing)} {'are' if plural else 'is'} missing; there is: {there}.",
            "Tidy data has the columns series, title, unit, place, time, value.",
        )


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table before its cells are read.

    Attributes:
        text: The whole text, without a byte-order mark.
        sep: The delimiter.
        columns: For each known column in lower case, its number from 0 and its name as written.
        problems: Doubts about the file.
    """

    text: str
    sep: str
    columns: dict[str, tuple[int, str]]
    problems: tuple[Problem, ...] = ()

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each record after the header with its number, where the header is 1, as in `workbench.core.evidence`.

        Raises:
            csv.Error: A quoted cell has no end.
        """
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.sep)
        for number, cells in enumerate(reader, start=1):
            if number > 1 and any(cells):
                yield number, cells

    def decimal_mark(self, column: int) -> str:
        """Return the decimal mark of figures: a comma only where it is not the delimiter and a figure has one."""
        if self.sep == ",":
            return "."
        some = (cells[column].strip() for _, cells in self.records() if column < len(cells))
        return "," if any(_COMMA.match(cell) for cell in some) else "."


def read_table(body: bytes, origin: str, required: tuple[str, ...]) -> RecordTable:
    """Find the form of a body.

    Raises:
        ReadingError: It is not text, or lacks a header or the required columns.
    """
    text, problems = _text(body, origin)
    header = text.lstrip("\r\n")[:10_000].splitlines()[:1]
    if not header or text[:1] in "\r\n":
        raise MissingColumnsError(origin, list(required), [])
    sep = max(_DELIMITERS, key=header[0].count)
    try:
        names = next(csv.reader(io.StringIO(text, newline=""), delimiter=sep))
    except csv.Error as error:
        raise NotTextError(origin, "a table whose header cannot be read") from error
    columns: dict[str, tuple[int, str]] = {}
    for n, name in enumerate(names):
        columns.setdefault(name.strip().lower(), (n, name.strip()))
    missing = [name for name in required if name not in columns]
    if missing:
        raise MissingColumnsError(origin, missing, names)
    return RecordTable(text, sep, columns, tuple(problems))


def _text(body: bytes, origin: str) -> tuple[str, list[Problem]]:
    if not body.strip():
        raise EmptyFileError(origin)
    start = body[:16].lstrip().lower()
    for magic, what in _MAGIC:
        if start.startswith(magic.lower()):
            raise NotTextError(origin, what)
    if body.startswith(UTF_16):
        return body.decode("utf-16", errors="replace"), []
    return decoded_text(body, origin)


def decoded_text(body: bytes, origin: str) -> tuple[str, list[Problem]]:
    """Decode text in UTF-8 or an older encoding; also return Problems about a guess.

    Raises:
        NotTextError: It has zero bytes.
    """
    if b"\0" in body[:100_000]:
        raise NotTextError(origin)
    if not (name := older_encoding(body)):
        return body.decode("utf-8-sig"), []
    message = f"the file is not UTF-8; it was read as {name}."
    problem = Problem(origin, message, "Look at the names, or save the file as UTF-8.", "encoding-guessed")
    return body.decode(name, errors="replace"), [problem]


def older_encoding(body: bytes) -> str:
    """Guess the encoding of bytes; empty for UTF-8.

    >>> older_encoding("Населението на Скопје".encode()), bool(older_encoding("Скопје".encode("cp1251")))
    ('', True)
    """
    try:
        body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(body)
    return ""


def _guessed(body: bytes) -> str:
    import chardet  # noqa: PLC0415  (only older files pay for it)

    name = chardet.detect(body[:100_000]).get("encoding") or "cp1252"
    return name if _keeps_ascii(name) else "cp1252"


def _keeps_ascii(encoding: str) -> bool:
    """Check whether delimiters and digits are the same bytes as in UTF-8, as pointers into the body require."""
    plain = bytes(range(32, 127))
    try:
        return plain.decode(encoding) == plain.decode("ascii") and encoding.lower() not in {
            "ascii",
            "utf-8",
            "utf-8-sig",
        }
    except (LookupError, UnicodeError):
        return False
