"""Convert the cells of a cube to observations: place, period, value with its rounding step, status, evidence.

Every office has its own marks for missing, provisional and estimated figures; they are translated here to common
statuses. An unreadable cell becomes a Problem, never a zero, and does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from sources._cube.cube import ONE, Axis, Cell, Cube, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.status_flags import also_marked, status_of
from sources._text.json_body import read_amount
from sources._text.printable_text import clean
from workbench.core.conflicting_rows import ConflictFilter, ConflictingFigures, withdrawn_problems
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence
from workbench.core.number import EXACT, step_of
from workbench.core.period import Period
from workbench.core.place import find_place
from workbench.core.series import Observation, SeriesRef, Status

T = TypeVar("T")

_NO_VALUE = frozenset({Status.MISSING, Status.SUPPRESSED})
_MOST_BAD = 3
_LONGEST_CODE = 40


def period_of(member: Member) -> Period:
    """Parse the period of a member of the time axis, from its code or else its label.

    Raises:
        ValueError: Neither is a time code.

    >>> period_of(Member("2021M09", "September 2021")).label, period_of(Member("0", "2021")).label
    ('Sep 2021', '2021')
    """
    try:
        return read_time(member.code)
    except ValueError:
        return read_time(member.label)


def place_of(member: Member) -> str:
    """Return a place member's code: ISO 3166 alpha-3, or the workbench's for a group; else the service's own code.

    >>> place_of(Member("MK", "North Macedonia")), place_of(Member("XX9", "Somewhere"))
    ('MKD', 'XX9')
    """
    return find_place(member.code) or find_place(member.label) or clean(member.code, _LONGEST_CODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReading:
    """Rules for reading a service's cells.

    Attributes:
        title: The source's name for readers.
        flags: The status of each of its marks; of a mark with several letters, the gravest status counts.
        time: Returns the period of a member of the time axis.
        place: Returns the workbench's code of a member of the place axis.
        only_place: The place of every cell where the table has no place axis; empty where it has one.
        scale: The multiplier in the unit's text; a multiplier given with a figure is more precise, and replaces it: both are
            never applied together.
    """

    title: str
    flags: Mapping[str, Status] = field(default_factory=dict)
    time: Callable[[Member], Period] = period_of
    place: Callable[[Member], str] = place_of
    only_place: str = ""
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Observed:
    """The observations of a choice of members, in order of place and time, and what could not be read.

    Attributes:
        observations: One for each place and time.
        problems: What was left out, including withdrawn figures.
        withdrawn: Figures left out because two values for one place and time differ.
    """

    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]
    withdrawn: tuple[ConflictingFigures, ...] = ()

    def at(self, places: Collection[str], title: str) -> Observed:
        """Restrict the result to some places, without Problems about withdrawn figures elsewhere.

        All places if none is named.
        """
        if not places:
            return self
        mine = tuple(one for one in self.withdrawn if one.place in places)
        others = (one for one in self.problems if one not in withdrawn_problems(title, self.withdrawn))
        rows = tuple(one for one in self.observations if one.place in places)
        return Observed(rows, (*others, *withdrawn_problems(title, mine)), mine)


def observed(
    cube: Cube,
    ref: SeriesRef,
    choice: MemberChoice,
    reading: CellReading,
    *,
    snapshot: str,
    vintage: date | None = None,
) -> Observed:
    """Return the observations of one series of a table.

    Args:
        cube: The table.
        ref: The series reference of the observations.
        choice: The chosen members.
        reading: Rules for reading the service's cells.
        snapshot: The id under which the body is archived.
        vintage: The day of publication, where known; else the table's date of update.
    """
    work = _CellReader(cube, ref, reading, snapshot, vintage or cube.updated)
    for cell in cube.cells({axis: (code,) for axis, code in choice.fixed.items()}):
        work.take(cell)
    ordered = sorted(work.found.observations, key=lambda one: (one.place, one.period))
    return Observed(tuple(ordered), (*cube.problems, *work.all_problems()), work.found.withdrawn)


class _CellReader:
    """Collects observations, one for each place and period."""

    def __init__(self, cube: Cube, ref: SeriesRef, reading: CellReading, snapshot: str, vintage: date | None) -> None:
        self.ref, self.reading, self.snapshot, self.vintage = ref, reading, snapshot, vintage
        self.found = ConflictFilter()
        self._places = _AxisMeanings(cube, Role.PLACE, reading.place)
        self._times = _AxisMeanings(cube, Role.TIME, reading.time)
        self._bad: list[str] = []
        self._scales: set[Decimal] = set()

    def take(self, cell: Cell) -> None:
        """Read a cell; count it where it cannot be read."""
        try:
            place = self._places.of(cell) or self.reading.only_place
            period = self._times.of(cell) or _no_time()
            self.found.take(self._observation(place, period, cell))
        except (ValueError, ArithmeticError, OverflowError):
            self._bad.append(cell.pointer)

    def _observation(self, place: str, period: Period, cell: Cell) -> Observation:
        status, value = status_of(cell.flag, self.reading.flags), read_amount(cell.text)
        note, own = cell.note or also_marked(cell.flag, self.reading.flags), self._own(place, cell)
        if value is None or status in _NO_VALUE:
            gone = status if status in _NO_VALUE else Status.MISSING
            return Observation(
                ref=self.ref, place=place, period=period, value=None, status=gone, vintage=self.vintage, note=note,
                own_place=own,
            )  # fmt: skip
        scale = self._scale(cell)
        return Observation(
            ref=self.ref,
            place=place,
            period=period,
            value=value if scale == 1 else EXACT.multiply(value, scale),
            step=EXACT.multiply(step_of(value), scale),
            status=status,
            evidence=Evidence(self.snapshot, (cell.pointer,), scale),
            vintage=self.vintage,
            note=note,
            own_place=own,
        )

    def _scale(self, cell: Cell) -> Decimal:
        """Return the multiplier of a value: the cell's own, else that of the unit's text ("thousands of persons")."""
        if ONE in {cell.scale, self.reading.scale}:
            return EXACT.multiply(cell.scale, self.reading.scale)
        if cell.scale != self.reading.scale:
            self._scales.add(cell.scale)
        return cell.scale

    def _own(self, place: str, cell: Cell) -> str:
        """Return the service's own code of the place, where it differs from the workbench's."""
        code = self._places.code(cell)
        return "" if code == place else clean(code, _LONGEST_CODE)

    def all_problems(self) -> list[Problem]:
        """Return what could not be read, one Problem per kind."""
        problems = []
        if self._bad:
            some = ", ".join(clean(pointer, 60) for pointer in self._bad[:_MOST_BAD])
            message = f"{len(self._bad)} cells of its answer cannot be read ({some})."
            problems.append(Problem(self.reading.title, message, "They were left out.", "bad-cell"))
        if self._scales:
            said = ", ".join(f"{scale:,f}" for scale in sorted(self._scales))
            message = f"its unit's words say times {self.reading.scale:,f}, its multiplier says times {said}; the multiplier was taken."
            hint = "Compare the figure's size with the publisher's page."
            problems.append(Problem(self.reading.title, message, hint, "two-scales"))
        return [*problems, *withdrawn_problems(self.reading.title, self.found.withdrawn)]


def _no_time() -> Period:
    raise ValueError("a cell without a time")


class _AxisMeanings(Generic[T]):
    """Converts the members of one axis, each only once."""

    def __init__(self, cube: Cube, role: Role, meaning: Callable[[Member], T]) -> None:
        self._axis: Axis | None = cube.of_role(role)
        self._at = cube.axes.index(self._axis) if self._axis else -1
        self._members = {one.code: one for one in self._axis.members} if self._axis else {}
        self._meaning, self._known = meaning, dict[str, T]()

    def of(self, cell: Cell) -> T | None:
        """Return the converted member of a cell; None where the table has no such axis."""
        if self._axis is None:
            return None
        code = self.code(cell)
        if code not in self._known:
            self._known[code] = self._meaning(self._members.get(code) or Member(code, code))
        return self._known[code]

    def code(self, cell: Cell) -> str:
        """Return the service's own code of the cell's member; empty where the table has no such axis."""
        return "" if self._axis is None else cell.codes[self._at]
