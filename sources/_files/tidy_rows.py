"""Read tidy data: one observation per row, in columns with fixed names.

A user's own figures are treated with the same care as an office's. Each figure keeps a pointer to its cell, a bad row
is reported with its line and left out, and an empty value is missing, never zero.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from sources._files.status_flags import NO_FIGURE, STATUS_WORDS, SUPPRESSED
from sources._formats.delimited_text import RecordTable, read_table
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import LARGEST_EXPONENT
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.written_places import place_reader
from workbench.core.conflicting_rows import ConflictFilter, withdrawn_problems
from workbench.core.dates.fiscal_year_starts import labelled_year, split_year
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.number import EXACT, decimal, step_of
from workbench.core.period import Frequency, Period
from workbench.core.place import places
from workbench.core.quantity import UNKNOWN_UNIT, Unit
from workbench.core.series import Observation, Series, SeriesRef, Status

REQUIRED = ("series", "place", "time", "value")
MOST_PROBLEMS = 100
"""Most problems reported one by one. Further bad rows are counted."""

_THOUSANDS = re.compile(r"^[+-]?\d{1,3}(?:[.,\s]\d{3})+$")


class _BadRowError(ValueError):
    """A row is left out; the message says why."""


@dataclass(slots=True)
class _Known:
    """A series as described by its first row."""

    ref: SeriesRef
    title: str
    words: str
    read: ReadUnit
    url: str
    places: set[str] = field(default_factory=set)
    frequencies: set[Frequency] = field(default_factory=set)
    years: list[int] = field(default_factory=list)


class Tidy:
    """Reads one table into series, observations and Problems."""

    def __init__(self, body: bytes, origin: str, snapshot: str, source: str) -> None:
        self._table: RecordTable = read_table(body, origin, REQUIRED)
        self._origin, self._snapshot, self._source = origin, snapshot, source
        number, name = self._table.columns["value"]
        self._mark = self._table.decimal_mark(number)
        self._tail = csv_pointer(0, name, self._table.sep, self._mark).removeprefix("csv:row=0")
        self._known: dict[str, _Known] = {}
        self._strange: set[str] = set()
        self._bad = 0
        self._kept = ConflictFilter()
        self._problems: list[tuple[SeriesRef | None, Problem]] = [(None, problem) for problem in self._table.problems]
        self._place, self._time = self._places(), cache(read_time)

    def read(self) -> None:
        """Read every row."""
        cell = self._cells()
        try:
            for row, cells in self._table.records():
                self._read_row(row, lambda name, cells=cells: cell(name, cells))  # type: ignore[misc]  # bound per row
        except csv.Error as error:
            self._tell("the table breaks off", f"The rest cannot be read as a table ({clean(error, 80)}).", "bad-table")
        if self._bad > MOST_PROBLEMS:
            self._tell(f"{self._bad - MOST_PROBLEMS:,} more rows", "were left out for like reasons.", "bad-row")
        for ref in dict.fromkeys(one.ref for one in self._kept.withdrawn):
            mine = (one for one in self._kept.withdrawn if one.ref == ref)
            self._problems += ((ref, problem) for problem in withdrawn_problems(self._origin, mine))

    @property
    def observations(self) -> list[Observation]:
        """The observations, one for each series, place and time."""
        return list(self._kept.observations)

    @property
    def problems(self) -> list[Problem]:
        """All problems of the table, row by row."""
        return [problem for _, problem in self._problems]

    def problems_of(self, ref: SeriesRef | None) -> list[Problem]:
        """Return the problems of the whole table, of rows without a series, and of the rows of one series."""
        return [problem for owner, problem in self._problems if owner in {None, ref}]

    def _places(self) -> Callable[[str], str | None]:
        """Return the function that converts places; in a column of numbers only, they may be the UN's."""
        at, _ = self._table.columns["place"]
        try:
            cells = {cells[at].strip() for _, cells in self._table.records() if at < len(cells)}
        except csv.Error:
            cells = set()
        read = place_reader([(cell, cell) for cell in cells])
        return cache(lambda written: found if (found := read(written, written)) in places() else None)

    def _cells(self) -> Callable[[str, list[str]], str]:
        at = {name: number for name, (number, _) in self._table.columns.items()}

        def cell(name: str, cells: list[str]) -> str:
            n = at.get(name, len(cells))
            return cells[n].strip() if n < len(cells) else ""

        return cell

    def _read_row(self, row: int, cell: Callable[[str], str]) -> None:
        try:
            self._take(row, cell)
        except _BadRowError as error:
            self._bad += 1
            if self._bad <= MOST_PROBLEMS:
                known = self._known.get(cell("series"))
                self._tell(f"row {row}", f"{error} The row was left out.", "bad-row", known.ref if known else None)

    def _take(self, row: int, cell: Callable[[str], str]) -> None:
        known = self._series(cell)
        place = self._found_place(cell("place"), known.ref)
        period = self._period(cell("time"), place)
        scale = self._scale(cell("scale"), known.read)
        written, status = cell("value"), self._status(cell("status"), known.ref)
        value = self._value(written)
        if value is None:
            status = (
                Status.SUPPRESSED if status is Status.SUPPRESSED or written.lower() in SUPPRESSED else Status.MISSING
            )
        self._kept.take(
            Observation(
                ref=known.ref,
                place=place,
                period=period,
                value=None if value is None else value if scale == 1 else EXACT.multiply(value, scale),
                step=Decimal(1) if value is None else EXACT.multiply(step_of(value), scale),
                status=status,
                evidence=None if value is None else Evidence(self._snapshot, (f"csv:row={row}{self._tail}",), scale),
                note=self._note(cell),
            )
        )
        known.places.add(place)
        known.frequencies.add(period.frequency)
        known.years.append(period.start.year)

    def _series(self, cell: Callable[[str], str]) -> _Known:
        key, words = cell("series"), cell("unit")
        known = self._known.get(key)
        if known is None:
            name = clean(key, 400)
            if not name:
                raise _BadRowError("It names no series.")
            ref = SeriesRef(self._source, name)
            known = _Known(ref, clean(cell("title")) or name, words, read_unit(words), _web(cell("url")))
            self._known[key] = known
        elif words != known.words:
            raise _BadRowError(f"Its unit “{clean(words, 40)}” is not the series' unit “{clean(known.words, 40)}”.")
        return known

    def _period(self, written: str, place: str) -> Period:
        """Parse the period of a time code; ``2021/22`` is the fiscal year of the row's country."""
        if (first := split_year(written)) is not None:
            return labelled_year(first, place)
        try:
            return self._time(written)
        except ValueError as error:
            raise _BadRowError(f"“{clean(written, 40)}” is no time that can be read.") from error

    def _found_place(self, written: str, ref: SeriesRef) -> str:
        if not written:
            raise _BadRowError("It names no place.")
        code = self._place(written)
        if code is not None:
            return code
        name = clean(written, 80)
        if name not in self._strange:
            self._strange.add(name)
            self._tell(f"“{name}”", "is no place that is known; it is kept as written.", "unknown-place", ref)
        return name

    def _scale(self, written: str, read: ReadUnit) -> Decimal:
        """Return the multiplier of a row: from its column or from the unit's text ("millions"); if both have it, it counts once.

        A scale of 1 does not override the unit's text: tables have it as a default together with "million euros".
        """
        if not written:
            return read.scale
        try:
            scale = decimal(written.replace(self._mark, "."))
        except ValueError as error:
            raise _BadRowError(f"The scale “{clean(written, 40)}” is no number.") from error
        if scale <= 0 or abs(scale.adjusted()) > LARGEST_EXPONENT:
            raise _BadRowError(f"The scale “{clean(written, 40)}” is no multiplier.")
        if 1 not in {scale, read.scale} and scale != read.scale:
            raise _BadRowError(f"The scale says {scale:f}, the unit {read.scale:f}.")
        return read.scale if scale == 1 else scale

    def _value(self, written: str) -> Decimal | None:
        if written.lower() in NO_FIGURE:
            return None
        if self._doubtful(written):
            raise _BadRowError(
                f"“{clean(written, 40)}” may have a mark for thousands or for decimals; write it plainly."
            )
        try:
            value = decimal(written if self._mark == "." else written.replace(self._mark, "."))
        except ValueError as error:
            raise _BadRowError(f"“{clean(written, 40)}” is no number.") from error
        if value and abs(value.adjusted()) > LARGEST_EXPONENT:
            raise _BadRowError(f"“{clean(written, 40)}” is out of all proportion.")
        return value

    def _doubtful(self, written: str) -> bool:
        """Check whether a mark may be of thousands: not the file's decimal mark, or a dot where commas are expected."""
        other = "," if self._mark == "." else "."
        return other in written or (self._mark == "." and self._table.sep == ";" and bool(_THOUSANDS.match(written)))

    def _status(self, written: str, ref: SeriesRef) -> Status:
        status = STATUS_WORDS.get(written.lower())
        if status is None:
            name = clean(written, 40)
            if name not in self._strange:
                self._strange.add(name)
                self._tell(f"status “{name}”", "is not known; such figures are taken as final.", "unknown-status", ref)
            return Status.FINAL
        return status

    def _note(self, cell: Callable[[str], str]) -> str:
        retrieved = cell("retrieved")
        return " ".join(
            part for part in (clean(cell("note")), retrieved and f"Retrieved {clean(retrieved, 40)}.") if part
        )

    def _tell(self, where: str, message: str, kind: str, ref: SeriesRef | None = None) -> None:
        """Add a problem of a row of a series, or of the whole table."""
        self._problems.append((ref, Problem(f"{self._origin}, {where}", message, "", kind)))

    def series(self) -> list[Series]:
        """Return the series in order of first appearance, with their coverage."""
        return [self._made(known) for known in self._known.values()]

    def _made(self, known: _Known) -> Series:
        unit: Unit = known.read.unit if known.words else UNKNOWN_UNIT
        return Series(
            ref=known.ref,
            title=known.title,
            unit=unit,
            description=_unit_said(known.words, unit),
            frequency=next(iter(known.frequencies)) if len(known.frequencies) == 1 else None,
            places=frozenset(known.places),
            first=min(known.years, default=None),
            last=max(known.years, default=None),
            adds=adds_of(known.title, unit),
            url=known.url,
            publisher=self._origin,
        )


def _unit_said(words: str, unit: Unit) -> str:
    """Return the unit as written in the table, where that says more than the parsed unit: "Percentage of land area".

    >>> from workbench.core.quantity import PERCENT
    >>> _unit_said("Percentage of land area", PERCENT), _unit_said("percentage", PERCENT), _unit_said("%", PERCENT)
    ('Percentage of land area.', '', '')
    """
    said = clean(words, 200)
    more = len(said.split()) > len(str(unit).split())
    return f"{said}." if more else ""


def _web(url: str) -> str:
    return clean(url, 400) if url.startswith(("https://", "http://")) else ""
