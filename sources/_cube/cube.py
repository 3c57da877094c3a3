"""The common form of every multi-dimensional format: axes with members, and cells.

JSON-stat, SDMX and PC-Axis all contain a table with more than two dimensions. They are all converted to this form, so
that an office's adapter only defines which axis is the place, which is the time, and what its flags mean. A cell keeps
the digits as in the body and the pointer to them; nothing is converted to a number before it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from workbench.core.errors import Problem
from workbench.core.period import Frequency

ONE = Decimal(1)


class Role(StrEnum):
    """The role of an axis: place, time, frequency and so on."""

    TIME = "time"
    PLACE = "place"
    UNIT = "unit"
    FREQUENCY = "frequency"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    """One value that an axis can have.

    Attributes:
        code: The service's own code.
        label: Its name for readers, one printable line.
        unit: The unit as text, where the service gives this member a unit of its own; else empty.
    """

    code: str
    label: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension of a cube, named axis to distinguish it from the dimension of a unit.

    Attributes:
        code: The service's own code.
        label: Its name for readers.
        members: In the service's order; codes are distinct.
        role: Its role.
        total: The code of the member that is the total of the others, where the service says so.
        usual: The code of the member to use where none is named (the adjusted one of adjusted and raw figures).
    """

    code: str
    label: str
    members: tuple[Member, ...]
    role: Role = Role.OTHER
    total: str = ""
    usual: str = ""

    def member(self, code: str) -> Member | None:
        """Return one member by its code."""
        return next((each for each in self.members if each.code == code), None)


class Cell(NamedTuple):
    """The value and marks for one member of each axis.

    Attributes:
        codes: A member's code for each axis, in the order of the axes.
        text: The digits as the body has them; empty where there is no value.
        flag: The service's own mark on the value.
        pointer: The position of the digits, in the form of `workbench.core.evidence`.
        scale: The factor of the value (1000 where the row counts thousands).
        note: A footnote.
    """

    codes: tuple[str, ...]
    text: str
    flag: str = ""
    pointer: str = ""
    scale: Decimal = ONE
    note: str = ""


FREQUENCIES: Mapping[str, Frequency] = MappingProxyType(
    {
        "A": Frequency.YEAR,
        "S": Frequency.HALF,
        "Q": Frequency.QUARTER,
        "M": Frequency.MONTH,
        "W": Frequency.WEEK,
        "D": Frequency.DAY,
    }
)
"""The codes of the members of a frequency axis, as the SDMX cross-domain code list CL_FREQ has them."""

Only = Mapping[str, Collection[str]]
"""Members wanted, by the code of the axis. An axis that is not named is wanted whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cube:
    """A table of figures as a service sent it.

    Attributes:
        title: One printable line.
        axes: Its dimensions in order.
        scan: Yields the cells of the members wanted, in the body's order; it can be called repeatedly.
        columns: Returns the codes of all cells, one iterator per axis, where that is quicker than `scan`.
        updated: The publisher's date of update.
        source: The source that the body names.
        unit: The unit as text, where the whole table has one.
        notes: Footnotes of the whole table.
        problems: What could not be read.
    """

    title: str
    axes: tuple[Axis, ...]
    scan: Callable[[Only], Iterator[Cell]]
    columns: Callable[[], Sequence[Iterable[str]]] | None = None
    updated: date | None = None
    source: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def axis(self, code: str) -> Axis | None:
        """Return one axis by its code."""
        return next((each for each in self.axes if each.code == code), None)

    def of_role(self, role: Role) -> Axis | None:
        """Return the first axis of a role."""
        return next((each for each in self.axes if each.role is role), None)

    def cells(self, only: Only | None = None) -> Iterator[Cell]:
        """Return the cells of the members wanted, or all."""
        return self.scan(only or {})

    def codes(self) -> Sequence[Iterable[str]]:
        """Return the codes of all cells in the body's order, an iterator for each axis."""
        if self.columns is not None:
            return self.columns()
        return list(zip(*(cell.codes for cell in self.cells()), strict=True)) or [()] * len(self.axes)


def scan_of(axes: tuple[Axis, ...], cells: Sequence[Cell]) -> Callable[[Only], Iterator[Cell]]:
    """Return a scan over cells that are all in memory."""

    def scan(only: Only) -> Iterator[Cell]:
        wanted = row_filter(axes, only)
        return (cell for cell in cells if wanted(cell.codes))

    return scan


def row_filter(axes: tuple[Axis, ...], only: Only) -> Callable[[tuple[str, ...]], bool]:
    """Return a test of a row's codes, for formats that list their cells.

    >>> axes = (Axis("geo", "Place", (Member("MK", "North Macedonia"),)), Axis("time", "Year", (Member("2021", "2021"),)))
    >>> wanted = row_filter(axes, {"geo": {"MK"}})
    >>> wanted(("MK", "2021")), wanted(("DE", "2021"))
    (True, False)
    """
    wanted = [(n, frozenset(only[axis.code])) for n, axis in enumerate(axes) if axis.code in only]
    return lambda codes: all(codes[n] in members for n, members in wanted)
