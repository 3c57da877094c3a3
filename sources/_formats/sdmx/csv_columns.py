"""Identify the columns of an SDMX-CSV body: dimensions, the value, its attributes.

There are several spellings of the header (SDMX-CSV 1.0 and 2.0, with ids, names or both; Eurostat's, the ECB's and the
ILO's own), and none of them says which columns are dimensions. If the structure is known, it says so; else the
standard's convention applies: dimensions come before the value, attributes after it.
Standard: https://github.com/sdmx-twg/sdmx-csv (field guide).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sources._cube.cube import Role
from sources._formats.sdmx.concept_roles import ATTRIBUTES, FREQUENCIES, PLACES, TIMES, VALUES
from sources._formats.sdmx.table_structure import Structure
from sources._text.printable_text import clean
from workbench.core.errors import WrongAnswerError

ABOUT = frozenset(
    {
        "ACTION",
        "DATAFLOW",
        "DATASET",
        "KEY",
        "LAST UPDATE",
        "LAST_UPDATE",
        "OBS_KEY",
        "OBS_MEASURE",
        "SERIES_CODE",
        "SERIES_KEY",
        "STRUCTURE",
        "STRUCTURE_ID",
        "STRUCTURE_NAME",
    }
)
"""Columns about the message, or that repeat the key."""

_HEAD = re.compile(r"\s*(?P<id>[^:\[\]]*?)(?:\[[^\]]*\])*\s*(?::\s*(?P<label>.*))?\Z", re.DOTALL)
_TWICE_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class SdmxColumn:
    """A column.

    Attributes:
        at: Its position in a row, from 0.
        id: The component's id.
        label: Its label; the id where it has none.
        name_at: The position of the column with the labels of its codes; -1 for none.
        both: Whether its cells hold ``code: name``.
    """

    at: int
    id: str
    label: str
    name_at: int = -1
    both: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a body's rows.

    Attributes:
        width: The number of cells in a row.
        dimensions: The dimensions, in the order of the structure, else of the columns.
        value: The column of the values.
        others: The other columns, by id in capitals.
        pointer: The name of the value's column in pointers.
    """

    width: int
    dimensions: tuple[SdmxColumn, ...]
    value: SdmxColumn
    others: dict[str, SdmxColumn]
    pointer: str

    def first(self, names: Iterable[str]) -> SdmxColumn | None:
        """Return the column of the first of some attributes that the body has."""
        return next((self.others[name] for name in names if name in self.others), None)


def layout_of(title: str, header: Sequence[str], structure: Structure | None = None) -> Layout:
    """Read a header.

    Raises:
        WrongAnswerError: There is no column of values, or one of the structure's dimensions has no column.
    """
    columns = _columns(header)
    value = next((one for name in VALUES for one in columns if one.id.upper() == name), None)
    if value is None:
        raise WrongAnswerError(title, "SDMX-CSV with a column OBS_VALUE", f"the columns {_some(columns)}")
    rest = [one for one in columns if one is not value and one.id.upper() not in ABOUT]
    dimensions = _known(title, rest, structure) if structure else _by_convention(rest, value)
    if not dimensions:
        raise WrongAnswerError(title, "SDMX-CSV with dimensions", f"the columns {_some(columns)}")
    ours = {*dimensions, value}
    others = {one.id.upper(): one for one in reversed(columns) if one not in ours}
    return Layout(len(header), dimensions, value, others, _pointer(header, value.at))


def _some(columns: Sequence[SdmxColumn]) -> str:
    return ", ".join(clean(one.id, 30) for one in columns[:6]) or "of no name"


def _columns(header: Sequence[str]) -> list[SdmxColumn]:
    """Return the columns; columns of labels are merged into the columns of their codes."""
    read = [_column(n, cell) for n, cell in enumerate(header)]
    start = 1 + max((n for n, one in enumerate(read) if one.id.upper() in {"STRUCTURE_NAME", "ACTION"}), default=-1)
    paired = any(one.id.upper() == "STRUCTURE_NAME" for one in read) and not (len(read) - start) % _TWICE_AT_LEAST
    if not paired:
        return read
    pairs = zip(read[start::2], read[start + 1 :: 2], strict=True)
    return [*read[:start], *(SdmxColumn(code.at, code.id, name.id or code.id, name.at) for code, name in pairs)]


def _column(at: int, cell: str) -> SdmxColumn:
    found = _HEAD.match(cell[:300])
    name = (found["id"] if found else cell).strip()
    label = clean(found["label"] if found and found["label"] else name)
    return SdmxColumn(at, name, label, both=bool(found and found["label"]))


def _known(title: str, columns: Sequence[SdmxColumn], structure: Structure) -> tuple[SdmxColumn, ...]:
    by_id = {one.id.upper(): one for one in reversed(columns)}
    missing = [axis.code for axis in structure.axes if axis.code.upper() not in by_id and axis.role is not Role.TIME]
    if missing:
        raise WrongAnswerError(
            title, f"SDMX-CSV with the dimension {clean(missing[0], 60)}", f"the columns {_some(columns)}"
        )
    found = (by_id.get(axis.code.upper()) for axis in structure.axes)
    return tuple(
        SdmxColumn(one.at, axis.code, axis.label or one.label, one.name_at, one.both)
        for axis, one in zip(structure.axes, found, strict=True)
        if one is not None
    )


def _by_convention(columns: Sequence[SdmxColumn], value: SdmxColumn) -> tuple[SdmxColumn, ...]:
    """Return the dimensions by convention: columns before the value except known attributes.

    Time, place, frequency anywhere.
    """
    always = {*TIMES, *FREQUENCIES}
    first = [one for one in columns if one.at < value.at and one.id.upper() not in ATTRIBUTES]
    placed = any(one.id.upper() in PLACES for one in first)
    late = always if placed else always | set(PLACES)
    if len(first) < _TWICE_AT_LEAST:  # if the value comes first, dimensions come after it
        return tuple(one for one in columns if one.id.upper() not in ATTRIBUTES)
    return tuple(one for one in columns if one in first or one.id.upper() in late)


def _pointer(header: Sequence[str], at: int) -> str:
    """Return a column's name in pointers: its own where unique, else its number."""
    names = [name.strip() for name in header]
    plain = names[at] and not names[at].startswith("#") and names.count(names[at]) == 1
    return names[at] if plain else f"#{at + 1}"
