"""The CSV of Our World in Data: ``Entity,Code,Year,…`` or ``Entity,Code,Day,…``, a row for each place and time.

Places are ISO 3166 alpha-3 codes, the service's own (``OWID_KOS``) or only names; years may be BC; figures, estimates
and projections are in one column. Each figure keeps the pointer to its cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from sources._owid.chart_metadata import TITLE, OwidColumn
from sources._owid.places import place_of
from sources._text.json_body import read_amount
from workbench.core.conflicting_rows import ConflictFilter, ConflictingFigures, withdrawn_problems
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.number import EXACT, step_of
from workbench.core.period import Period
from workbench.core.series import Observation, SeriesRef, Status

_FIXED = ("entity", "code", "year", "day")
_NO_FIGURE = frozenset({"", "nan", "na", "..", "-"})


@dataclass(frozen=True, slots=True)
class OwidSheet:
    """The head of a CSV.

    Attributes:
        text: The whole text.
        entity: The number of the column of place names, from 0; -1 where it is missing, as for the next two.
        code: The number of the column of place codes.
        time: The number of the column of years or days.
        columns: The number of each other column, by its name.
        daily: Whether its times are days.
    """

    text: str
    entity: int
    code: int
    time: int
    columns: dict[str, int]
    daily: bool = False

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row under the head with its number, the head being 1.

        Raises:
            WrongAnswerError: A cell without end.
        """
        reader = csv.reader(io.StringIO(self.text, newline=""), strict=True)  # a quote that is not closed is an error
        try:
            for number, row in enumerate(reader, start=1):
                if number > 1 and row:
                    yield number, row
        except csv.Error as error:
            raise WrongAnswerError(TITLE, "CSV", "a table that breaks off") from error


def read_sheet(body: bytes) -> OwidSheet:
    r"""Read the head of a body.

    Raises:
        WrongAnswerError: It is no CSV with a column of entities and one of years or days.

    >>> read_sheet(b"Entity,Code,Year,births_x\nAlbania,ALB,2020,28075\n").columns
    {'births_x': 3}
    """
    text = body.decode("utf-8-sig", errors="replace")
    try:
        head = [name.strip() for name in next(csv.reader(io.StringIO(text, newline="")), [])]
    except csv.Error:
        head = []
    at = {name.lower(): n for n, name in reversed(list(enumerate(head)))}
    time = at.get("year", at.get("day", -1))
    columns = {name: n for n, name in enumerate(head) if name and name.lower() not in _FIXED}
    if "entity" not in at or time < 0 or not columns:
        raise WrongAnswerError(TITLE, "CSV with Entity and Year", "something else")
    return OwidSheet(text, at["entity"], at.get("code", -1), time, columns, "year" not in at)


@dataclass(slots=True)
class OwidReading:
    """The figures of one column.

    Attributes:
        observations: One for each place and time, in the order of the rows.
        early: Number of rows with years before 1, which no claim is about.
        bad: Number of unreadable rows.
        withdrawn: Figures left out because two values for one place and time differ.
    """

    observations: list[Observation] = field(default_factory=list)
    early: int = 0
    bad: int = 0
    withdrawn: tuple[ConflictingFigures, ...] = ()

    def problems(self) -> list[Problem]:
        """Return what was left out, a Problem a kind."""
        found = []
        if self.bad:
            found.append(
                Problem(TITLE, f"{self.bad:,} rows of its answer cannot be read.", "They were left out.", "bad-cell")
            )
        found += withdrawn_problems(TITLE, self.withdrawn)
        if any(one.status is Status.FORECAST for one in self.observations):
            message = "the series runs on into projections, which are marked as such."
            found.append(Problem(TITLE, message, "A projection is no figure of what was.", "has-forecast"))
        return found


def read_column(
    sheet: OwidSheet, at: int, ref: SeriesRef, column: OwidColumn, *, scale: Decimal, snapshot: str
) -> OwidReading:
    """Read one column.

    Args:
        sheet: The body.
        at: The number of the column, from 0.
        ref: The series reference of the observations.
        column: Its metadata.
        scale: The multiplier in the unit's text.
        snapshot: The id under which the body is archived.
    """
    work = _RowReader(sheet, at, ref, column, scale=scale, snapshot=snapshot)
    for number, row in sheet.rows():
        work.take(number, row)
    work.reading.observations = list(work.kept.observations)
    work.reading.withdrawn = work.kept.withdrawn
    return work.reading


class _RowReader:
    def __init__(
        self, sheet: OwidSheet, at: int, ref: SeriesRef, column: OwidColumn, *, scale: Decimal, snapshot: str
    ) -> None:
        self._sheet, self._at, self._ref, self._column = sheet, at, ref, column
        self._scale, self._snapshot = scale, snapshot
        self._tail = csv_pointer(0, f"#{at + 1}").partition("row=0")[2]
        self._place, self._time = cache(place_of), cache(read_time)
        self.kept = ConflictFilter()
        self.reading = OwidReading()

    def take(self, number: int, row: Sequence[str]) -> None:
        """Read one row."""
        sheet = self._sheet
        if len(row) <= max(sheet.entity, sheet.code, sheet.time, self._at):
            self.reading.bad += 1
            return
        written, when = row[self._at].strip(), row[sheet.time].strip()
        if written.lower() in _NO_FIGURE:
            return
        if when.startswith("-") or (when.isdecimal() and len(when) < 4):
            self.reading.early += 1
            return
        try:
            self._keep(number, row, written, self._time(when))
        except (ValueError, ArithmeticError, OverflowError):
            self.reading.bad += 1

    def _keep(self, number: int, row: Sequence[str], written: str, period: Period) -> None:
        code = row[self._sheet.code].strip() if self._sheet.code >= 0 else ""
        place = self._place(code, row[self._sheet.entity].strip())
        value = read_amount(written)
        if value is None or not place:
            return
        scaled = value if self._scale == 1 else EXACT.multiply(value, self._scale)
        self.kept.take(
            Observation(
                ref=self._ref,
                place=place,
                period=period,
                value=scaled,
                step=EXACT.multiply(step_of(value), self._scale),
                status=_status(self._column, period.start),
                evidence=Evidence(self._snapshot, (f"csv:row={number}{self._tail}",), self._scale),
                vintage=self._column.updated,
            )
        )


def _status(column: OwidColumn, start: date) -> Status:
    """Return the status of a figure: a projection if its time began after the last update, or if its column says so."""
    ahead = column.updated is not None and start > column.updated
    return Status.FORECAST if ahead or column.ahead else Status.FINAL
