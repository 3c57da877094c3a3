"""A sheet's table as a cube: places, groups, units, measures and times, and a cell for each figure.

Once it is known which column is what, a sheet is a table like any office's, and its series are chosen and read
by the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import count

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role
from sources._files.grid.cells import SUPPRESSED, Grid, is_missing
from sources._files.grid.columns import Columns, ValueColumn, read_columns
from sources._files.grid.heads import Heads, find_heads
from sources._files.grid.times import cell_period, head_part, is_forecast_head
from sources._files.grid.words import MOST_NOTES, day_in, unit_in, words_around
from sources._text.cleaning import clean
from workbench.core.errors import Problem
from workbench.core.timecode import write_time

MEASURE = "column"
_MOST_MEMBERS = 50_000
_CODE = 200
NOT_SAID = "not said"
"""The member of a group in rows whose cell is empty."""


def read_grid(grid: Grid, where: str) -> Cube | None:
    """Reads a sheet; None where it holds no table with times and figures.

    Args:
        grid: The sheet.
        where: What readers call it, for Problems.
    """
    heads = find_heads(grid)
    if heads is None:
        return None
    columns = read_columns(grid, heads)
    if not columns.values or not (columns.times or any(heads.times)):
        return None
    table = _Table(grid, heads, columns)
    table.look()
    if not table.members["time"]:
        return None
    title, notes = words_around(grid, heads, table.footers)
    return Cube(
        title=title,
        axes=table.axes(),
        scan=table.scan,
        updated=next((day for note in notes if "updat" in note.lower() and (day := day_in(note))), None),
        source=next((note.partition(":")[2].strip() for note in notes if note.lower().startswith("source:")), ""),
        unit=unit_in(notes),
        notes=notes,
        problems=(*grid.problems, *_told(where, columns, table)),
    )


def _told(where: str, columns: Columns, table: _Table) -> Iterator[Problem]:
    for guess in columns.guessed:
        yield Problem(
            where,
            f"the column {guess}." if "was read as" in guess else f"{guess}.",
            "Look at the file.",
            "column-guessed",
        )
    if table.placeless:
        message = f"{table.placeless:,} rows with figures name no place."
        yield Problem(where, message, "They were left out.", "bad-row")


@dataclass
class _Table:
    """The body of a table, row by row."""

    grid: Grid
    heads: Heads
    columns: Columns
    members: dict[str, dict[str, str]] = field(default_factory=dict)
    footers: list[str] = field(default_factory=list)
    placeless: int = 0

    def look(self) -> None:
        """Goes through all rows once for the members that there are."""
        names = ["place", *(f"group{n}" for n in range(len(self.columns.groups))), "unit", "time"]
        self.members = {name: {} for name in names}
        for row, stub in self._rows():
            if not any(self.grid.cell(row, value.at) for value in self.columns.values):
                self._foot(row)
                continue
            if not self._is_placed(stub):
                self.placeless += 1
                continue
            for name, (code, label) in zip(names, stub, strict=True):
                known = self.members[name]
                if code and len(known) < _MOST_MEMBERS:
                    known.setdefault(code, label)
        self._heads_too()

    def _heads_too(self) -> None:
        for value in self.columns.values:
            period = self.heads.times[value.at]
            if period:
                self.members["time"].setdefault(write_time(period), clean(self.heads.written[value.at], 60))
            if self.columns.places_at_heads:
                self.members["place"].setdefault(value.label, value.label)

    def _foot(self, row: int) -> None:
        line = clean(" ".join(cell.strip() for cell in self.grid.rows[row] if cell.strip()))
        if line and len(self.footers) < MOST_NOTES and len(line) > 12:
            self.footers.append(line)

    def _is_placed(self, stub: Sequence[tuple[str, str]]) -> bool:
        """Whether a row names a place, where the table has a column for it; a lone letter or sign explains a flag."""
        if self.columns.place < 0 and self.columns.place_code < 0:
            return True
        code = stub[0][0]
        return (len(code) > 1 or code.isdecimal()) and (not is_missing(code) or (code == "NA" and self._in_two_letters))

    @cached_property
    def _in_two_letters(self) -> bool:
        """Whether places are written in codes of two letters, so that NA is Namibia and no gap."""
        at = self.columns.place_code if self.columns.place_code >= 0 else self.columns.place
        codes = {self.grid.cell(row, at) for row in range(self.heads.first, len(self.grid.rows))} - {"", "NA"}
        return bool(codes) and sum(len(code) == 2 and code.isupper() for code in codes) > 0.5 * len(codes)

    def _rows(self) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """Each row of the body with its place, groups, unit and time, each a code and a label."""
        columns, last = self.columns, dict[int, str]()
        cleaned = cache(lambda text: clean(text, _CODE))

        def at(row: int, column: int) -> str:
            cell = self.grid.cell(row, column) if column >= 0 else ""
            if column in columns.filled:
                cell = cell or last.get(column, "")
                last[column] = cell
            return cell

        for row in range(self.heads.first, len(self.grid.rows)):
            if not any(self.grid.rows[row]):
                continue
            name, code = at(row, columns.place), at(row, columns.place_code)
            stub = [(cleaned(code or name), cleaned(name or code))]
            for group in columns.groups:
                first, second = at(row, group.code), at(row, group.label)
                stub.append((cleaned(first or second) or NOT_SAID, cleaned(second or first) or NOT_SAID))
            unit = cleaned(at(row, columns.unit))
            stub.extend(((unit, unit), self._time(row, at)))
            yield row, stub

    def _time(self, row: int, at: Callable[[int, int], str]) -> tuple[str, str]:
        times = self.columns.times
        if not times:
            return "", ""
        written = at(row, times[0])
        period = cell_period(written)
        if period and len(times) > 1:
            period = head_part(self._part(self.grid.cell(row, times[1]), times[1]), period)
        return (write_time(period), clean(written, 60)) if period else ("", clean(written, 60))

    def _part(self, written: str, column: int) -> str:
        """A part of a year as its column names it: 3 under "Month" is March."""
        if not written.isdecimal():
            return written
        return f"{'Q' if self.heads.names[column].strip().lower().startswith('q') else 'M'}{written}"

    # --- axes

    def axes(self) -> tuple[Axis, ...]:
        """The dimensions: those that every cell has a code for, in this order."""
        found = [Axis("place", "Place", self._members("place"), Role.PLACE)] if self.members["place"] else []
        names: set[str] = {"place", "unit", "time", MEASURE}
        for n, group in enumerate(self.columns.groups):
            name = _distinct(clean(group.name, 80), names)
            found.append(Axis(name, clean(group.name, 80), self._members(f"group{n}")))
        if self.members["unit"]:
            found.append(Axis("unit", "Unit", self._members("unit"), Role.UNIT))
        if self.labels:
            found.append(Axis(MEASURE, "Column", tuple(Member(one, one) for one in self.labels)))
        found.append(Axis("time", "Time", self._members("time"), Role.TIME))
        return tuple(found)

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the columns of figures, where these differ."""
        if self.columns.places_at_heads:
            return ()
        return tuple(dict.fromkeys(value.label for value in self.columns.values if value.label))

    def _members(self, name: str) -> tuple[Member, ...]:
        return tuple(Member(code, label or code) for code, label in self.members[name].items())

    # --- cells

    def scan(self, only: Only) -> Iterator[Cell]:
        """The cells of the members wanted, row by row."""
        axes = self.axes()
        kept = [(n, frozenset(only[axis.code])) for n, axis in enumerate(axes) if axis.code in only]
        spelt, heads = self._spelling(), self._value_heads()
        wide = any(self.heads.times)
        for row, stub in self._rows():
            codes_of = spelt([code for code, _ in stub])
            if not self._is_placed(stub):
                continue
            for value, when, ahead in heads:
                cell = self.grid.cell(row, value.at)
                if not cell and (wide or not stub[-1][0]):
                    continue
                codes = codes_of(value.label, when)
                if all(codes[n] in members for n, members in kept):
                    yield self._cell(row, value, cell, codes, ahead)

    def _value_heads(self) -> list[tuple[ValueColumn, str, str]]:
        """Each column of figures with the time at its head and the flag of a forecast where its head says so."""
        found = []
        for value in self.columns.values:
            period, written = self.heads.times[value.at], self.heads.written[value.at]
            found.append((value, write_time(period) if period else "", "f" if is_forecast_head(written) else ""))
        return found

    def _spelling(self) -> Callable[[Sequence[str]], Callable[[str, str], tuple[str, ...]]]:
        """From what stands at the start of a row, and then a column's label and time, to a code for each axis."""
        with_unit, with_place, labelled = bool(self.members["unit"]), bool(self.members["place"]), bool(self.labels)
        at_heads = self.columns.places_at_heads

        def of_row(stub: Sequence[str]) -> Callable[[str, str], tuple[str, ...]]:
            place, *groups, unit, time = stub
            before = (*((place,) if with_place and not at_heads else ()), *groups, *((unit,) if with_unit else ()))

            def of_column(label: str, when: str) -> tuple[str, ...]:
                first = (label,) if at_heads else ()
                return (*first, *before, *((label,) if labelled else ()), when or time)

            return of_column

        return of_row

    def _cell(self, row: int, value: ValueColumn, cell: str, codes: tuple[str, ...], ahead: str) -> Cell:
        pointer = self.grid.pointer(row, value.at)
        at = value.flag if value.flag >= 0 else self.columns.flag
        flag = self.grid.cell(row, at) if at >= 0 else ""
        note = clean(self.grid.cell(row, self.columns.note), 200) if self.columns.note >= 0 else ""
        if is_missing(cell):
            return Cell(codes, "", "c" if cell.lower() in SUPPRESSED else flag, pointer, note=note)
        found = self.grid.figure(cell)
        if found is None:
            return Cell(codes, f"“{cell}”", flag, pointer)  # in quotes it is no number to anybody
        if found.tail:
            flag, note = flag or _mark(found.tail), note or _aside(found.tail)
        return Cell(codes, found.digits, flag or ahead, pointer, note=note)


def _mark(tail: str) -> str:
    """The flag glued to a figure; a sign of a footnote or a percentage is none."""
    return tail.strip("()[] ").lower() if tail.strip("()[] ").isalpha() else ""


def _aside(tail: str) -> str:
    return clean(tail, 60) if tail.startswith(("[", "(")) and any(c.isdigit() for c in tail) else ""


def _distinct(name: str, taken: set[str]) -> str:
    """A name for an axis that no other has."""
    name = name or "group"
    spellings = (name if n == 1 else f"{name} {n}" for n in count(1))
    found = next(one for one in spellings if one.lower() not in taken)
    taken.add(found.lower())
    return found
