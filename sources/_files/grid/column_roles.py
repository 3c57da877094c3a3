"""Find the roles of a table's columns: place, time, groups and figures.

People name columns as they like, or not at all. A known name is trusted where the cells agree with it; otherwise the
cells decide. Every guess is reported, since a wrong guess gives a wrong figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sources._files.grid.cells import Grid
from sources._files.grid.column_contents import MOSTLY, ColumnContents
from sources._files.grid.column_names import Use, groups_by_name, use_of
from sources._files.grid.header_rows import Heads
from sources._files.grid.missing_marks import is_missing
from sources._files.grid.times import head_period, is_part
from sources._text.printable_text import clean
from sources._text.written_places import written_place

_SAMPLE = 600
_LONGEST_GROUP = 120
_BOUND = re.compile(
    r"\b(?:years?|begins?|began|ends?|ended|start(?:s|ed)?|first|last|since|until|from|to|base)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """The columns of one grouping of the figures: one with codes and one with names, which may be the same column."""

    name: str
    code: int
    label: int


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of figures.

    Attributes:
        at: Its number, from 0.
        label: Its name in the head; empty where the head is a time.
        flag: The number of the column of its flags; -1 for none.
    """

    at: int
    label: str
    flag: int = -1


@dataclass(slots=True)
class Columns:
    """The roles of a table's columns. Numbers are from 0; -1 means that there is no such column."""

    place: int = -1
    place_code: int = -1
    times: list[int] = field(default_factory=list)
    unit: int = -1
    flag: int = -1
    note: int = -1
    groups: list[ColumnGroup] = field(default_factory=list)
    values: list[ValueColumn] = field(default_factory=list)
    places_at_heads: bool = False
    filled: set[int] = field(default_factory=set)
    guessed: list[str] = field(default_factory=list)


def read_columns(grid: Grid, heads: Heads) -> Columns:
    """Find the role of each column."""
    return _Columns(grid, heads).read()


class _Columns:
    def __init__(self, grid: Grid, heads: Heads) -> None:
        self._grid, self._heads = grid, heads
        self._width = len(heads.names)
        self._rows = self._sample()
        self._found = Columns()
        self._left: list[int] = []

    def _sample(self) -> list[int]:
        """Return some rows of the body that have more than a note."""
        first = self._heads.first
        rows = range(first, min(first + _SAMPLE, len(self._grid.rows)))
        return [row for row in rows if sum(1 for cell in self._grid.rows[row] if cell.strip()) > 1]

    def _look(self, column: int) -> ColumnContents:
        cells = [self._grid.cell(row, column) for row in self._rows]
        figures = sum(self._grid.is_like_figure(cell) for cell in cells if cell)
        return ColumnContents(cells, figures, sum(1 for cell in cells if cell and is_missing(cell)))

    def read(self) -> Columns:
        """Assign roles by the heads, then by the cells."""
        self._looks = [self._look(column) for column in range(self._width)]
        self._left = [
            n for n in range(self._width) if self._looks[n].full or self._heads.names[n] or self._heads.times[n]
        ]
        if any(self._heads.times) and not self._years_alone():
            self._take_wide()
        self._take_named()
        self._take_times()
        self._take_place()
        self._take_values()
        self._take_groups()
        self._take_filled()
        return self._found

    def _years_alone(self) -> bool:
        """Check whether the columns under times have only years: then the table is a list of dates without a head."""
        return all(self._looks[n].in_late_years for n in self._left if self._heads.times[n])

    def _take_wide(self) -> None:
        """Assign the columns under times, each with the column of flags to its right, if any."""
        times, names = self._heads.times, self._heads.names
        for n in [n for n in self._left if times[n]]:
            right = n + 1
            flags = right < self._width and not times[right] and not names[right] and self._is_flags(right)
            self._found.values.append(ValueColumn(n, names[n], right if flags else -1))
            self._drop(n, *([right] if flags else []))

    def _is_flags(self, column: int) -> bool:
        look = self._looks[column]
        return bool(look.distinct) and not look.figures and all(len(cell) <= 3 for cell in look.distinct)

    def _drop(self, *columns: int) -> None:
        self._left = [n for n in self._left if n not in columns]

    def _name(self, column: int) -> str:
        return self._heads.names[column]

    def _take_named(self) -> None:
        uses = {n: use for n in self._left if (use := use_of(self._name(n)) or use_of(self._heads.written[n]))}
        places = sorted((n for n, use in uses.items() if use is Use.PLACE), key=lambda n: -self._looks[n].in_places)
        better = [n for n in self._left if n not in uses and self._looks[n].in_places >= MOSTLY]
        if places and (self._looks[places[0]].in_places > 0 or not better):
            self._found.place = places[0]
        codes = [n for n, use in uses.items() if use is Use.CODE and self._is_code(n)]
        self._found.place_code = min(codes, key=lambda n: abs(n - self._found.place), default=-1)
        if not any(self._heads.times):
            self._found.times = [n for n, use in uses.items() if use is Use.TIME and self._dated(n)]
        for use, slot in ((Use.UNIT, "unit"), (Use.FLAG, "flag"), (Use.NOTE, "note")):
            setattr(self._found, slot, next((n for n, one in uses.items() if one is use), -1))
        self._drop(self._found.place, self._found.place_code, self._found.unit, self._found.flag, self._found.note)
        self._drop(*self._found.times, *(n for n, use in uses.items() if use is Use.APART))
        if any(self._heads.times):
            self._drop(*(n for n, use in uses.items() if use is Use.TIME and self._dated(n)))

    def _is_code(self, column: int) -> bool:
        """Check whether a column named as place codes has such codes: words, or the UN's numbers."""
        return not self._looks[column].in_figures or self._looks[column].in_country_numbers

    def _dated(self, column: int) -> bool:
        look = self._looks[column]
        return (
            look.in_times
            or look.in_years
            or (bool(look.distinct) and sum(map(is_part, look.distinct)) >= 0.8 * len(look.distinct))
        )

    def _take_times(self) -> None:
        """Choose the finest of several time columns, with the column of years where it has parts of years."""
        found, named = self._found, list(self._found.times)
        if any(self._heads.times):
            return
        if not any(self._is_whole(n) for n in found.times):
            guess = next((n for n in self._left if self._looks[n].in_times and len(self._looks[n].distinct) > 1), -1)
            guess = guess if guess >= 0 else next((n for n in self._left if self._looks[n].in_times), -1)
            if guess >= 0:
                found.times.append(guess)
                self._guess(guess, "time")
        whole = [n for n in found.times if self._is_whole(n) or n not in named]
        parts = [n for n in found.times if n not in whole]
        finest = max(whole, key=lambda n: (not _in_years(self._looks[n].distinct), -n), default=-1)
        years = _in_years(self._looks[finest].distinct) if finest >= 0 else False
        found.times = [finest, *(parts[:1] if years else [])] if finest >= 0 else []

    def _is_whole(self, column: int) -> bool:
        """Check whether a column named as time has complete times, not parts of a year."""
        look = self._looks[column]
        few = all(len(cell) < 3 for cell in look.distinct)
        return look.in_times or (look.in_years and not few)

    def _guess(self, column: int, use: str) -> None:
        head = clean(self._heads.written[column] or self._name(column), 60)
        self._found.guessed.append(f"{f'“{head}”' if head else f'number {column + 1}'} was read as {use}")
        self._drop(column)

    def _take_place(self) -> None:
        """Find the place where no column is named so: the column with most names of places."""
        if self._found.place >= 0 or self._found.place_code >= 0:
            return
        share, place = max(
            ((self._looks[n].in_places, -n) for n in self._left if not self._looks[n].in_figures), default=(0.0, 0)
        )
        if share >= 0.5:
            self._found.place = -place
            self._guess(-place, "place")

    def _take_values(self) -> None:
        """Find the columns of figures.

        In a table with columns under times, others are totals and codes, and are left out.
        """
        self._drop(*(n for n in self._left if self._bounds_time(n)))
        figures = [n for n in self._left if self._looks[n].in_figures and not groups_by_name(self._name(n))]
        if any(self._heads.times):
            self._drop(*figures)
            return
        self._found.values = [ValueColumn(n, self._name(n) or f"column {n + 1}") for n in figures]
        self._drop(*figures, *(n for n in self._left if not self._looks[n].full))
        known = [written_place(value.label) is not None for value in self._found.values]
        no_place_column = self._found.place < 0 and self._found.place_code < 0
        self._found.places_at_heads = no_place_column and len(known) > 1 and sum(known) >= MOSTLY * len(known)

    def _bounds_time(self, column: int) -> bool:
        """Check whether a column has dates of beginning or end ("begin_year", "last updated"), which are no figures."""
        written = self._name(column) or self._heads.written[column]
        return self._looks[column].in_late_years and bool(_BOUND.search(written.replace("_", " ")))

    def _take_groups(self) -> None:
        """Group by the remaining columns of words; columns with the codes and the names of one grouping are joined."""
        left = [n for n in self._left if self._looks[n].distinct and self._is_group(n)]
        while left:
            one = left.pop(0)
            twin = next((n for n in left if len(self._looks[one].distinct) > 1 and self._same(one, n)), one)
            if twin != one:
                left.remove(twin)
            code, label = sorted((one, twin), key=lambda n: sum(map(len, self._looks[n].distinct)))
            name = self._name(label) or self._name(code) or f"column {label + 1}"
            self._found.groups.append(ColumnGroup(name, code, label))

    def _is_group(self, column: int) -> bool:
        look = self._looks[column]
        return max(map(len, look.distinct)) <= _LONGEST_GROUP or len(look.distinct) < 0.2 * len(look.cells)

    def _same(self, one: int, other: int) -> bool:
        pairs = {(a, b) for a, b in zip(self._looks[one].cells, self._looks[other].cells, strict=True) if a and b}
        return len(pairs) == len(self._looks[one].distinct) == len(self._looks[other].distinct)

    def _take_filled(self) -> None:
        """Find columns whose cells also apply to the empty ones below."""
        for n in self._stubs():
            cells = self._looks[n].cells
            blank = sum(1 for cell in cells if not cell)
            if cells and cells[0] and (self._is_merged(n) or blank >= 0.2 * len(cells)) and blank:
                self._found.filled.add(n)
                head = clean(self._name(n) or self._heads.written[n], 60) or f"column {n + 1}"
                self._found.guessed.append(f"empty cells under “{head}” were read as the one above them")

    def _stubs(self) -> Iterator[int]:
        yield from (n for n in (self._found.place, self._found.place_code, *self._found.times[:1]) if n >= 0)
        for group in self._found.groups:
            yield from dict.fromkeys((group.code, group.label))

    def _is_merged(self, column: int) -> bool:
        return any(
            left <= column <= right and bottom > top >= self._heads.first
            for top, left, bottom, right in self._grid.merged
        )


def _in_years(cells: Sequence[str]) -> bool:
    return all((one := head_period(cell)) is None or one.frequency.value == "year" for cell in cells)
