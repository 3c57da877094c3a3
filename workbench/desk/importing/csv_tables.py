"""CSV as people really save it: any delimiter, quoted line ends, some bad lines; read as a stream.

A record that cannot be read is refused with the line where it starts, and reading goes on with the next line.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence

from workbench.core.errors import BadRecordError, EmptyFileError, Problem, printable
from workbench.desk.importing.columns import Wanted, match_columns
from workbench.desk.importing.json_lines import read_json_line
from workbench.desk.importing.rejected_rows import HEADINGS, RAW, is_rejects, unguarded
from workbench.desk.importing.skipped_files import NoTextColumnError
from workbench.desk.importing.table_rows import LONGEST_RECORD, TableRow, refuse_binary, too_long
from workbench.ports import Rejected

DELIMITERS = ",;\t|"
MOST_LINES = 1_000
"""Most lines of one record. Beyond that, a quote was opened and never closed."""

NOTE = "# "
"""Prefix of comment lines above the header row."""

_QUOTES = 'Put a text with delimiters in quotes, and write "" for a quote inside it.'
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


class _TooLongError(Exception):
    """A record is too long: its quote was probably never closed."""


class _Feed:
    """Lines for a CSV parser; remembers those of the current record, and can give some back."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines = lines
        self._waiting: deque[tuple[int, str]] = deque()
        self.record: list[tuple[int, str]] = []
        self.size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.size > LONGEST_RECORD or len(self.record) > MOST_LINES:
            raise _TooLongError
        numbered = self._waiting.popleft() if self._waiting else next(self._lines)
        self.record.append(numbered)
        self.size += len(numbered[1])
        return numbered[1]

    def begin(self) -> None:
        """Begin a new record: forget the lines of the last one."""
        self.record = []
        self.size = 0

    def give_back(self, behind: int) -> None:
        """Put back the lines of the record after the given number, to be read again."""
        self._waiting.extendleft(reversed(self.record[behind:]))


class UserTable:
    """The rows of a CSV file.

    Attributes:
        problems: Problems of the table as a whole, such as unused columns.
    """

    def __init__(self, origin: str, lines: Iterator[tuple[int, str]], wanted: Wanted) -> None:
        """Read the headings.

        Raises:
            ReadingError: The file is empty, or no column holds the text.
            UnknownNameError: A column that was named is not there.
        """
        csv.field_size_limit(LONGEST_RECORD * 2)
        self._origin = origin
        self._feed = _Feed(lines)
        self._headings, self._parser = self._start()
        self._wanted, self._mended = wanted, is_rejects(self._headings)
        self._columns = match_columns(self._headings, wanted)
        if "text" not in self._columns:
            known = ", ".join(printable(heading, 40) for heading in self._headings[:20])
            raise NoTextColumnError(origin, known)
        self.problems = self._unused()

    def __iter__(self) -> Iterator[TableRow | Rejected]:
        while True:
            self._feed.begin()
            try:
                cells = next(self._parser)
            except StopIteration:
                return
            except (csv.Error, _TooLongError):
                self._feed.give_back(1)
                yield self._unreadable()
            else:
                if any(cell.strip() for cell in cells):
                    yield self._row(cells)

    def _start(self) -> tuple[list[str], Iterator[list[str]]]:
        """Read the headings, and make a parser that continues after them."""
        for line in self._feed:
            refuse_binary(self._origin, line)
            if separator := _SEPARATOR.fullmatch(line.strip("\r\n")):
                return self._heading(separator[1])
            if line.strip() and not line.startswith(NOTE):
                self._feed.give_back(0)
                return self._heading(_delimiter(line))
            self._feed.begin()
        raise EmptyFileError(self._origin)

    def _heading(self, delimiter: str) -> tuple[list[str], Iterator[list[str]]]:
        self._feed.begin()
        parser = csv.reader(self._feed, delimiter=delimiter, skipinitialspace=True, strict=True)
        try:
            headings = [cell.strip() for cell in next(parser)]
        except (StopIteration, csv.Error, _TooLongError):
            raise BadRecordError(
                f"{self._origin}: the line of headings cannot be read.", "Look at its quotes."
            ) from None
        if self._has_foreign_bytes():
            message = f"{self._origin}: the line of headings holds bytes that are not UTF-8."
            raise BadRecordError(message, "Save the table as CSV UTF-8.")
        return headings, parser

    def _has_foreign_bytes(self) -> bool:
        """Check whether the record has bytes that are not UTF-8, which appear as lone surrogates."""
        return any(_NOT_UTF8.search(line) for _, line in self._feed.record)

    def _row(self, cells: Sequence[str]) -> TableRow | Rejected:
        if self._feed.size >= LONGEST_RECORD:
            return too_long(self._origin, self._feed.record[0][0])
        if self._has_foreign_bytes():
            return self._refuse("The line holds bytes that are not UTF-8.", "Save the table as CSV UTF-8.")
        wide = len(self._headings)
        if len(cells) < wide or any(cell.strip() for cell in cells[wide:]):
            message = f"The row has {len(cells)} cells where the headings are {wide}."
            return self._refuse(message, "Put quotes around a text that holds the delimiter or a line end.")
        if self._mended:
            return self._mended_row([unguarded(cell) for cell in cells])
        fields = {name: cells[column] for name, column in self._columns.items()}
        return TableRow(self._origin, self._feed.record[0][0], fields)

    def _mended_row(self, cells: Sequence[str]) -> TableRow | Rejected:
        """Read a row of a rejects table: its fields, or else its original JSON."""
        number = self._feed.record[0][0]
        fields = {name: cells[column] for name, column in self._columns.items()}
        raw = cells[self._headings.index(RAW)] if RAW in self._headings else ""
        if raw and not fields["text"].strip():
            if raw.lstrip().startswith("{"):
                return read_json_line(self._origin, number, raw, self._wanted)
            return Rejected(self._origin, number, "There is no text.", "Fill the cells in from the row.", raw=raw)
        return TableRow(self._origin, number, fields)

    def _unreadable(self) -> Rejected:
        """Explain why the parser gave up a record: for a single line that is too long, quotes are not to blame."""
        number, line = self._feed.record[0]
        if len(line) >= LONGEST_RECORD:
            return too_long(self._origin, number)
        return self._refuse("A quote is opened and not closed, or stands undoubled in quotes.", _QUOTES)

    def _refuse(self, message: str, hint: str) -> Rejected:
        raw = "".join(line for _, line in self._feed.record).strip("\r\n")
        return Rejected(self._origin, self._feed.record[0][0], message, hint, raw=raw)

    def _unused(self) -> tuple[Problem, ...]:
        used = set(self._columns.values())
        known = {*HEADINGS, RAW} if self._mended else set()
        unused = [
            printable(name, 40) for i, name in enumerate(self._headings) if name and i not in used and name not in known
        ]
        if not unused:
            return ()
        message = f"Columns that were not used: {', '.join(unused[:20])}."
        return (Problem(self._origin, message, "Say what one holds with --map.", "unused-columns"),)


def _delimiter(heading: str) -> str:
    """Find the most frequent delimiter in the line of headings, outside of quotes."""
    bare = _QUOTED.sub("", heading)
    return max(DELIMITERS, key=bare.count)
