"""Build a cube from a sheet's table: places, groups, units, measures and times, and a cell for each figure.

Once the roles of its columns are known, a sheet is a table like any office's, and its series are chosen and read by the
same rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count, islice

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role
from sources._files.fiscal_labels import fiscal_code
from sources._files.grid.cells import Grid
from sources._files.grid.column_roles import Columns, ValueColumn, read_columns
from sources._files.grid.header_rows import Heads, find_heads
from sources._files.grid.missing_marks import SUPPRESSED, is_missing
from sources._files.grid.table_body import TableBody
from sources._files.grid.words_around_table import MOST_NOTES, day_in, unit_in, words_around
from sources._text.printable_text import clean
from workbench.core.dates.period_codes import write_time
from workbench.core.errors import Problem

MEASURE = "column"
_MOST_MEMBERS = 50_000
_SHORTEST_NOTE = 12


def read_grid(grid: Grid, where: str) -> Cube | None:
    """Read a sheet; None where it has no table with times and figures.

    Args:
        grid: The sheet.
        where: Its name for readers, in Problems.
    """
    heads = find_heads(grid)
    if heads is None:
        return None
    columns = read_columns(grid, heads)
    if not columns.values or not (columns.times or any(heads.times)):
        return None
    table = _GridTable(grid, heads, columns)
    if not table.members["time"]:
        return None
    title, notes = words_around(grid, heads, table.footers)
    return Cube(
        title=title,
        axes=table.axes(),
        scan=table.scan,
        columns=table.codes,
        updated=next((day for note in notes if "updat" in note.lower() and (day := day_in(note))), None),
        source=next((note.partition(":")[2].strip() for note in notes if note.lower().startswith("source:")), ""),
        unit=unit_in(notes),
        notes=notes,
        problems=(*grid.problems, *_problems(where, columns, table)),
    )


def _problems(where: str, columns: Columns, table: _GridTable) -> Iterator[Problem]:
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


class _GridTable:
    """A table with its axes and cells."""

    def __init__(self, grid: Grid, heads: Heads, columns: Columns) -> None:
        self.grid, self.heads, self.columns = grid, heads, columns
        self.body = TableBody(grid, heads, columns)
        self.members = {name: self.body.members(name, _MOST_MEMBERS) for name in self.body.stubs}
        self._heads_too()

    @property
    def placeless(self) -> int:
        """Number of rows that have figures and name no place."""
        both = sum(full and placed for full, placed in zip(self.body.with_figures, self.body.placed, strict=True))
        return sum(self.body.with_figures) - both

    @property
    def footers(self) -> list[str]:
        """The first lines without figures, which are notes."""
        bare = (row for row, full in zip(self.body.rows, self.body.with_figures, strict=True) if not full)
        lines = (clean(" ".join(cell.strip() for cell in self.grid.rows[row] if cell.strip())) for row in bare)
        return list(islice((line for line in lines if len(line) > _SHORTEST_NOTE), MOST_NOTES))

    def _heads_too(self) -> None:
        for value in self.columns.values:
            period = self.heads.times[value.at]
            if period:
                written = self.heads.written[value.at]
                self.members["time"].setdefault(fiscal_code(written) or write_time(period), clean(written, 60))
            if self.columns.places_at_heads:
                self.members["place"].setdefault(value.label, value.label)

    # --- axes

    def axes(self) -> tuple[Axis, ...]:
        """Return the dimensions on which cells have codes, in this order."""
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

    @cached_property
    def names(self) -> tuple[str, ...]:
        """For each axis, in order, the name of the body's part with its codes."""
        place = ("label" if self.columns.places_at_heads else "place",) if self.members["place"] else ()
        groups = tuple(f"group{n}" for n in range(len(self.columns.groups)))
        unit, label = ("unit",) if self.members["unit"] else (), ("label",) if self.labels else ()
        return (*place, *groups, *unit, *label, "time")

    # --- cells

    def codes(self) -> list[Iterable[str]]:
        """Return the codes of all cells, one iterator per axis."""
        return self.body.columns(self.names)

    def scan(self, only: Only) -> Iterator[Cell]:
        """Yield the cells of the members wanted, row by row."""
        axes, body = self.axes(), self.body
        wanted = {
            name: frozenset(only[axis.code]) for name, axis in zip(self.names, axes, strict=True) if axis.code in only
        }
        of_each = [body.stubs.get(name, ()) for name in self.names]
        for row, n in body.chosen(wanted):
            value, when, ahead = body.heads[n]
            codes = tuple(
                value.label if name == "label" else when if name == "time" and when else column[row]
                for name, column in zip(self.names, of_each, strict=True)
            )
            yield self._cell(body.rows[row], value, codes, ahead)

    def _cell(self, row: int, value: ValueColumn, codes: tuple[str, ...], ahead: str) -> Cell:
        cell, pointer = self.grid.cell(row, value.at), self.grid.pointer(row, value.at)
        at = value.flag if value.flag >= 0 else self.columns.flag
        flag = self.grid.cell(row, at) if at >= 0 else ""
        note = clean(self.grid.cell(row, self.columns.note), 200) if self.columns.note >= 0 else ""
        if is_missing(cell):
            return Cell(codes, "", "c" if cell.lower() in SUPPRESSED else flag, pointer, note=note)
        found = self.grid.figure(cell)
        if found is None:
            return Cell(codes, f"“{cell}”", flag, pointer)  # a quoted cell is not a number
        if found.tail:
            flag, note = flag or _mark(found.tail), note or _aside(found.tail)
        return Cell(codes, found.digits, flag or ahead, pointer, note=note)


def _mark(tail: str) -> str:
    """Return the flag written directly after a figure; a footnote sign or a percent sign is no flag."""
    return tail.strip("()[] ").lower() if tail.strip("()[] ").isalpha() else ""


def _aside(tail: str) -> str:
    return clean(tail, 60) if tail.startswith(("[", "(")) and any(c.isdigit() for c in tail) else ""


def _distinct(name: str, taken: set[str]) -> str:
    """Return a unique name for an axis."""
    name = name or "group"
    spellings = (name if n == 1 else f"{name} {n}" for n in count(1))
    found = next(one for one in spellings if one.lower() not in taken)
    taken.add(found.lower())
    return found
