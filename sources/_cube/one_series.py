"""Read one series from one or several bodies, as national offices send it.

An office of one country has no figures of others, and returns nothing for them. Whatever was requested and is missing
is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sources._cube.cube import Axis, Cell, Cube, Member, Role, scan_of
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading, observed
from sources._cube.requested_places import missing_places, unknown_places, wanted
from workbench.core.conflicting_rows import ConflictFilter, withdrawn_problems
from workbench.core.errors import Problem
from workbench.core.series import Observation, Series
from workbench.ports import Answer, Ask, SourceAnswer

FREQUENCY = "freq"
"""The axis of the lengths of time, by which a key names one (``?freq=M``)."""

_LENGTHS = {"A": "Annual", "S": "Half-yearly", "Q": "Quarterly", "M": "Monthly", "W": "Weekly", "D": "Daily"}

WHOLE = MemberChoice({})
"""The choice in a body that holds one series alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesAnswer:
    """A service's answer for one series, with the rules for reading it.

    Attributes:
        reading: Rules for reading its cells.
        parts: The bodies with figures, in the order of the requests.
        home: The office's country; empty where the service has figures of every country.
        metadata: Bodies that were read for metadata of the series.
        choice: The chosen members.
        notices: Notices that the report must print with the figures.
    """

    reading: CellReading
    parts: Sequence[tuple[Answer, Cube]]
    home: str = ""
    metadata: Sequence[Answer] = ()
    choice: MemberChoice = WHOLE
    notices: Sequence[Problem] = ()

    def found(self, ask: Ask, series: Series) -> SourceAnswer:
        """Return the figures of the requested places and years, and Problems about missing ones."""
        everything, problems = self._figures(ask)
        mine = [one for one in everything if not ask.places or one.place in ask.places]
        strangers = [place for place in ask.places if self.home and place != self.home]
        answers = [*self.metadata, *(answer for answer, _ in self.parts)]
        every_problem = (
            *(answer.problem for answer in answers if answer.problem),
            *self.choice.problems,
            *self.notices,
            *problems,
            *unknown_places(self.reading.title, strangers),
            *missing_places(self.reading.title, ask, mine, strangers),
        )
        snapshots = tuple(answer.snapshot for answer in answers)
        return SourceAnswer(
            _spanned(series, everything), tuple(wanted(mine, ask)), snapshots, tuple(dict.fromkeys(every_problem))
        )

    def _figures(self, ask: Ask) -> tuple[list[Observation], list[Problem]]:
        """Return the figures of all bodies; one that occurs in two bodies is returned once."""
        found, problems = ConflictFilter(), list[Problem]()
        for answer, cube in self.parts:
            read = observed(cube, ask.ref, self.choice, self.reading, snapshot=answer.snapshot.id)
            problems += read.problems
            for one in read.observations:
                found.take(one)
        return list(found.observations), [*problems, *withdrawn_problems(self.reading.title, found.withdrawn)]


def timed_cube(
    title: str, cells: Sequence[Cell], *, updated: date | None = None, problems: Sequence[Problem] = ()
) -> Cube:
    """Build a cube from a series with several frequencies at once; cells have the codes of frequency and time.

    >>> cube = timed_cube("Inflation", [Cell(("M", "2024-01"), "3.1", pointer="/0"), Cell(("A", "2023"), "4.1", pointer="/1")])
    >>> [(axis.code, [one.label for one in axis.members]) for axis in cube.axes]
    [('freq', ['Monthly', 'Annual']), ('time', ['2024-01', '2023'])]
    """
    lengths, times = (dict.fromkeys(cell.codes[n] for cell in cells) for n in (0, 1))
    axes = (
        Axis(FREQUENCY, "Frequency", tuple(Member(code, _LENGTHS.get(code, code)) for code in lengths), Role.FREQUENCY),
        Axis("time", "Time", tuple(Member(code, code) for code in times), Role.TIME),
    )
    return Cube(title=title, axes=axes, scan=scan_of(axes, cells), updated=updated, problems=tuple(problems))


def code_of_day(day: date, length: str) -> str:
    """Return the code of the period of a frequency that contains a day; empty for an unknown frequency.

    >>> day = date(2024, 4, 1)
    >>> [code_of_day(day, length) for length in "ASQMWD"]
    ['2024', '2024-S1', '2024-Q2', '2024-04', '2024-W14', '2024-04-01']
    """
    week = day.isocalendar()
    codes = {
        "A": f"{day.year:04}",
        "S": f"{day.year:04}-S{1 if day.month < 7 else 2}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "M": f"{day.year:04}-{day.month:02}",
        "W": f"{week.year:04}-W{week.week:02}",
        "D": day.isoformat(),
    }
    return codes.get(length, "")


def _spanned(series: Series, everything: Sequence[Observation]) -> Series:
    """Add to the series the years that it covers, and its frequency where all periods have the same length."""
    years = [one.period.start.year for one in everything if one.value is not None]
    lengths = {one.period.frequency for one in everything}
    length = lengths.pop() if len(lengths) == 1 else None
    return replace(
        series,
        first=min(years, default=None),
        last=max(years, default=None),
        frequency=length if years else series.frequency,
    )
