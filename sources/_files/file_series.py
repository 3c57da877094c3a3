"""List the series of a file's tables: their keys, titles, units, and coverage.

A claim is compared with one series, and a table has many. Each key has the sheet, the column and the members of the
groups (``Table 1/GDP growth?Sex=Women``), so that it stays the same when rows and columns are added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sources._cube.cube import Cube, Member, Role
from sources._files.claimed_part import MEASURES
from sources._files.english_titles import in_english
from sources._files.file_tables import FileTable
from sources._files.series_keys import key_of
from sources._files.series_titles import chosen, title_of
from sources._files.series_units import unit_of
from sources._text.additivity_in_titles import adds_of
from sources._text.unit_parser import ReadUnit
from workbench.core.period import Frequency, Period
from workbench.core.series import Series, SeriesRef

T = TypeVar("T")

MOST_SERIES, MOST_OF_A_TABLE = 3_000, 500
_NAMED_BY_CLAIM = frozenset({Role.TIME, Role.PLACE})


@dataclass(slots=True)
class Covers:
    """The coverage of one series: places, years, frequency."""

    places: set[str] = field(default_factory=set)
    years: list[int] = field(default_factory=list)
    frequencies: set[Frequency] = field(default_factory=set)

    def take(self, period: Period) -> None:
        """Add a period."""
        year = period.start.year
        first, last = self.years or (year, year)
        self.years = [min(first, year), max(last, year)]
        self.frequencies.add(period.frequency)

    def join(self, other: Covers) -> None:
        """Add the coverage of another series."""
        self.places |= other.places
        self.frequencies |= other.frequencies
        self.years = [min(both), max(both)] if (both := [*self.years, *other.years]) else []


@dataclass(frozen=True, slots=True)
class FileSeries:
    """One series of a file: its table, its members, its metadata.

    Attributes:
        table: Its table.
        fixed: The code of the member of each axis except place and time; for open axes, the request decides.
        series: Its metadata.
        unit: Its unit, with the multiplier in the unit's text.
    """

    table: FileTable
    fixed: Mapping[str, str]
    series: Series
    unit: ReadUnit


def list_series(tables: Sequence[FileTable], source: str, title: str) -> tuple[list[FileSeries], int]:
    """List the series of some tables, in the order of the file, and return the number of unlisted ones.

    Args:
        tables: The tables of one file.
        source: The source's name in references.
        title: The file's name for readers.
    """
    found: list[FileSeries] = []
    left = 0
    for table in tables:
        for fixed, covers in _few(_combinations(table)).items():
            if len(found) >= MOST_SERIES:
                left += 1
                continue
            found.append(_listed(table, dict(fixed), covers, source, title))
    return _unique_names(found), left


def _unique_names(found: list[FileSeries]) -> list[FileSeries]:
    """Drop series whose key was used before; the first one is kept."""
    return list({one.series.ref: one for one in reversed(found)}.values())[::-1]


def _combinations(table: FileTable) -> dict[_Key, Covers]:
    """Return the existing combinations of members, with their coverage."""
    cube = table.cube
    columns = [list(column) for column in cube.codes()]
    open_axes = [(n, axis.code) for n, axis in enumerate(cube.axes) if axis.role not in _NAMED_BY_CLAIM]
    keys = list(zip(*(columns[n] for n, _ in open_axes), strict=True)) or [()] * len(columns[0])
    found = {key: Covers() for key in keys}
    for key, place in _meant(keys, columns, _Meanings(cube, Role.PLACE, table.places())):
        found[key].places.add(place)
    for key, period in _meant(keys, columns, _Meanings(cube, Role.TIME, table.time)):
        found[key].take(period)
    return {tuple(zip((code for _, code in open_axes), key, strict=True)): covers for key, covers in found.items()}


def _meant(
    keys: Sequence[tuple[str, ...]], columns: Sequence[Sequence[str]], meanings: _Meanings[T]
) -> Iterator[tuple[tuple[str, ...], T]]:
    """Yield the converted members of one axis for each combination of the others."""
    if meanings.at < 0:
        return
    for key, code in dict.fromkeys(zip(keys, columns[meanings.at], strict=True)):
        if (meant := meanings.of(code)) is not None:
            yield key, meant


_Key = tuple[tuple[str, str], ...]


def _few(combinations: dict[_Key, Covers]) -> dict[_Key, Covers]:
    """Limit the series to a number that users can choose from, by leaving the groups with most members open.

    Groups of measures are left open last. In an open group, the claim's words decide the member, or the total is used
    (see `sources._cube.member_choice`).
    """
    while len(combinations) > MOST_OF_A_TABLE:
        members: dict[str, set[str]] = {}
        for key in combinations:
            for axis, code in key:
                members.setdefault(axis, set()).add(code)
        widest = max(members, key=lambda axis: (not MEASURES.search(axis), len(members[axis])))
        joined: dict[_Key, Covers] = {}
        for key, covers in combinations.items():
            joined.setdefault(tuple(pair for pair in key if pair[0] != widest), Covers()).join(covers)
        combinations = joined
    return combinations


class _Meanings(Generic[T]):
    """Converts the members of one axis, each only once; None for unreadable ones."""

    def __init__(self, cube: Cube, role: Role, meaning: Callable[[Member], T]) -> None:
        axis = cube.of_role(role)
        self.at = cube.axes.index(axis) if axis else -1
        self._members = {one.code: one for one in axis.members} if axis else {}
        self._meaning, self._known = meaning, dict[str, T | None]()

    def of(self, code: str) -> T | None:
        """Return the meaning of a member, by its code."""
        if code not in self._known:
            try:
                self._known[code] = self._meaning(self._members[code])
            except (ValueError, KeyError, OverflowError):
                self._known[code] = None
        return self._known[code]


def _listed(table: FileTable, fixed: dict[str, str], covers: Covers, source: str, title: str) -> FileSeries:
    cube = table.cube
    words = title_of(table, fixed, title)
    english = in_english(words, table.words)
    unit = unit_of(cube, fixed, words)
    series = Series(
        ref=SeriesRef(source, key_of(table, fixed)),
        title=f"{english} ({words})" if english else words,
        unit=unit.unit,
        frequency=next(iter(covers.frequencies)) if len(covers.frequencies) == 1 else None,
        places=frozenset(covers.places) or (frozenset({table.home}) if table.home else None),
        first=covers.years[0] if covers.years else None,
        last=covers.years[1] if covers.years else None,
        adds=adds_of(words, unit.unit),
        publisher=cube.source or title,
        updated=cube.updated,
        notes=tuple(f"{axis.label}: {label}" for axis, label in chosen(cube, fixed)),
    )
    return FileSeries(table, fixed, series, unit)
