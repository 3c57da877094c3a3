"""Read the body of a table by columns: for each axis the code of every row, and which cells have figures.

A table of a hundred thousand rows has a few hundred codes. Each is converted once, and rows are compared and selected
by whole columns, for speed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress, repeat
from operator import and_, itemgetter
from typing import TypeVar

from sources._files.fiscal_labels import fiscal_code
from sources._files.grid.cells import Grid
from sources._files.grid.column_roles import Columns, ValueColumn
from sources._files.grid.decimal_marks import Digits
from sources._files.grid.header_rows import Heads
from sources._files.grid.missing_marks import is_missing
from sources._files.grid.times import cell_period, days_in_order, head_part, is_forecast_head, widened
from sources._text.printable_text import clean
from workbench.core.dates.period_codes import write_time

T = TypeVar("T", str, tuple[str, str])

_CODE = 200
NOT_SAID = "not said"
"""The member of a group for rows whose cell is empty."""

Codes = Sequence[str]
Labels = Mapping[str, str]


class TableBody:
    """The rows below a table's head.

    Attributes:
        rows: The numbers of the non-empty rows, from 0.
    """

    def __init__(self, grid: Grid, heads: Heads, columns: Columns) -> None:
        self._grid, self._heads, self._columns = grid, heads, columns
        self.rows = [n for n in range(heads.first, len(grid.rows)) if any(grid.rows[n])]
        self.label_of: dict[str, dict[str, str]] = {}

    # --- columns of cells

    def cells(self, column: int) -> Codes:
        """Return a column's texts as written; a cell that also applies to the cells below is repeated in them."""
        if column < 0:
            return [""] * len(self.rows)
        found = self._raw(column)
        return _filled(found) if column in self._columns.filled else found

    @cached_property
    def _lines(self) -> Sequence[Sequence[str]]:
        return [self._grid.rows[n] for n in self.rows]

    def _raw(self, column: int) -> Codes:
        try:
            return list(map(itemgetter(column), self._lines))
        except IndexError:  # rows may differ in length
            return [row[column] if column < len(row) else "" for row in self._lines]

    @cached_property
    def filled_cells(self) -> Sequence[Sequence[bool]]:
        """For each column of figures, whether its cell in each row is not empty."""
        return [
            [bool(cell) and (isinstance(cell, Digits) or not cell.isspace()) for cell in self._raw(value.at)]
            for value in self._columns.values
        ]

    @cached_property
    def with_figures(self) -> Sequence[bool]:
        """Whether each row has a non-empty cell in any column of figures."""
        each = self.filled_cells
        return each[0] if len(each) == 1 else [any(row) for row in zip(*each, strict=True)]

    # --- columns of codes

    @cached_property
    def stubs(self) -> dict[str, Codes]:
        """The code of each row on each axis given in the row itself: place, groups, unit and time."""
        columns = self._columns
        found = {"place": self._pairs("place", columns.place_code, columns.place)}
        for n, group in enumerate(columns.groups):
            found[f"group{n}"] = self._pairs(f"group{n}", group.code, group.label, NOT_SAID)
        found["unit"] = self._pairs("unit", columns.unit, columns.unit)
        found["time"] = self._times()
        return found

    def _pairs(self, name: str, code: int, label: int, missing: str = "") -> Codes:
        """Return the codes and labels of an axis that has one column, or one of codes and one of names."""

        def meaning(pair: tuple[str, str]) -> tuple[str, str]:
            first, second = map(str.strip, pair)
            return clean(first or second, _CODE) or missing, clean(second or first, _CODE) or missing

        named = self.cells(label if code < 0 else code)
        if code == label or min(code, label) < 0:
            return self._understood(name, named, lambda cell: meaning((cell, cell)))
        return self._understood(name, list(zip(named, self.cells(label), strict=True)), meaning)

    def _times(self) -> Codes:
        times = self._columns.times
        if not times:
            self.label_of["time"] = {}
            return [""] * len(self.rows)
        whole = self.cells(times[0])
        if len(times) == 1:
            distinct = list(dict.fromkeys(whole))
            read = dict(zip(distinct, times_of(distinct), strict=True))
            return self._understood("time", whole, read.__getitem__)
        return self._understood("time", list(zip(whole, self.cells(times[1]), strict=True)), self._part_time)

    def _understood(self, name: str, written: Sequence[T], meaning: Callable[[T], tuple[str, str]]) -> Codes:
        known = {each: meaning(each) for each in dict.fromkeys(written)}
        labels: dict[str, str] = {}
        for code, label in known.values():
            labels.setdefault(code, label)
        self.label_of[name] = labels
        codes = {each: code for each, (code, _) in known.items()}
        return list(map(codes.__getitem__, written))

    def _part_time(self, pair: tuple[str, str]) -> tuple[str, str]:
        """Return the code of a part of a year, from the cells of the year and of the part, and the year as written."""
        written, part = map(str.strip, pair)
        found = head_part(self._part(part, self._columns.times[1]), cell_period(written))
        return (write_time(found) if found else "", clean(written, 60))

    def _part(self, written: str, column: int) -> str:
        """Return a part of a year in the sense of its column: 3 under "Month" is March."""
        if not written.isdecimal():
            return written
        return f"{'Q' if self._heads.names[column].strip().lower().startswith('q') else 'M'}{written}"

    # --- rows that count

    @cached_property
    def placed(self) -> Sequence[bool]:
        """Whether each row names a place, where the table has a column for it.

        A lone letter or sign is the key to a flag.
        """
        if self._columns.place < 0 and self._columns.place_code < 0:
            return [True] * len(self.rows)
        codes = self.stubs["place"]
        places = {code for code in dict.fromkeys(codes) if self._is_place(code)}
        return list(map(places.__contains__, codes))

    def _is_place(self, code: str) -> bool:
        return (len(code) > 1 or code.isdecimal()) and (not is_missing(code) or (code == "NA" and self._in_two_letters))

    @cached_property
    def _in_two_letters(self) -> bool:
        """Whether places are written as codes of two letters, so that NA is Namibia and not a gap."""
        codes = {*self.stubs["place"]} - {"", "NA"}
        return bool(codes) and sum(len(code) == 2 and code.isupper() for code in codes) > 0.5 * len(codes)

    @cached_property
    def _counting_rows(self) -> Sequence[bool]:
        return list(map(any, zip(*self.counting, strict=True)))

    def members(self, name: str, most: int) -> dict[str, str]:
        """Return the codes of an axis in rows with valid cells, in order, with labels.

        An empty total has a code too.
        """
        codes = dict.fromkeys(compress(self.stubs[name], self._counting_rows))
        return {code: self.label_of[name][code] for code in [code for code in codes if code][:most]}

    # --- valid cells

    @cached_property
    def heads(self) -> Sequence[tuple[ValueColumn, str, str]]:
        """Each column of figures with the time in its head, and the forecast flag where its head has one."""
        found = []
        for value in self._columns.values:
            period, written = self._heads.times[value.at], self._heads.written[value.at]
            code = fiscal_code(written) or (write_time(period) if period else "")
            found.append((value, code if period else "", "f" if is_forecast_head(written) else ""))
        return found

    @cached_property
    def counting(self) -> Sequence[Sequence[bool]]:
        """For each column of figures, whether a cell is valid: a gap is where its row names a time of its own."""
        if any(self._heads.times) or not self._columns.times:
            return [list(map(and_, self.placed, filled)) for filled in self.filled_cells]
        timed = list(map(bool, self.stubs["time"]))
        return [
            [here and (full or when) for here, full, when in zip(self.placed, filled, timed, strict=True)]
            for filled in self.filled_cells
        ]

    def columns(self, names: Sequence[str]) -> list[Iterable[str]]:
        """Return the codes of all valid cells, row by row, one iterator per axis.

        Args:
            names: The axes: one given in the row, ``time``, or ``label`` for the column's own name.
        """
        counts = list(chain.from_iterable(zip(*self.counting, strict=True)))
        return [compress(chain.from_iterable(zip(*self._of_each(name), strict=False)), counts) for name in names]

    def _of_each(self, name: str) -> list[Iterable[str]]:
        """Return, for each column of figures, the codes of its cells on an axis."""
        if name == "label":
            return [repeat(value.label, len(self.rows)) for value, _, _ in self.heads]
        stub = self.stubs.get(name, ())
        if name == "time":
            return [repeat(when, len(self.rows)) if when else stub for _, when, _ in self.heads]
        return [stub] * len(self.heads)

    def chosen(self, wanted: Mapping[str, Collection[str]]) -> Iterator[tuple[int, int]]:
        """Yield the valid cells with the codes wanted: the index in `rows`, the number of the column of figures."""
        stubs = {name: codes for name, codes in wanted.items() if name not in {"label", "time"}}
        left: Sequence[int] = range(len(self.rows))
        for name, codes in stubs.items():
            column = self.stubs[name]
            left = [n for n in left if column[n] in codes]
        heads = [n for n, _ in enumerate(self.heads) if self._is_wanted(n, wanted)]
        times, own = wanted.get("time"), self.stubs["time"]
        for row in left:
            for n in heads:
                if self.counting[n][row] and (times is None or self.heads[n][1] or own[row] in times):
                    yield row, n

    def _is_wanted(self, n: int, wanted: Mapping[str, Collection[str]]) -> bool:
        value, when, _ = self.heads[n]
        if "label" in wanted and value.label not in wanted["label"]:
            return False
        return not when or "time" not in wanted or when in wanted["time"]


def times_of(written: Sequence[str]) -> list[tuple[str, str]]:
    """Return the code of each cell's period in a column of times, and the text as written; an empty code for no time.

    >>> times_of(["31.12.2020", "31.12.2021"]), times_of(["Q1 FY24", "soon"])
    ([('2020', '31.12.2020'), ('2021', '31.12.2021')], [('FY2024-Q1', 'Q1 FY24'), ('', 'soon')])
    """
    order = {cell: n for n, cell in enumerate(written)}
    read = {cell: cell_period(text) for cell, text in zip(order, map(str.strip, days_in_order(written)), strict=True)}
    rising = sorted((one, cell) for cell, one in read.items() if one)
    read |= dict(zip((cell for _, cell in rising), widened([one for one, _ in rising]), strict=True))
    codes = {cell: fiscal_code(cell) or (write_time(one) if one else "") for cell, one in read.items()}
    return [(codes[cell], clean(cell, 60)) for cell in written]


def _filled(cells: Codes) -> Codes:
    """Fill the empty cells of a column with the value above them."""
    last, found = "", []
    for cell in cells:
        last = cell.strip() or last
        found.append(last)
    return found
