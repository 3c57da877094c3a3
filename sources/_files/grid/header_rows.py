"""Find the header rows of a sheet's table: one or several, below the titles and above the figures.

A sheet may begin with a title, a date and an empty line, and years may be merged cells over quarters. The head is
recognised as a row of times, or a row of words above rows of figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources._files.grid.cells import Grid
from sources._files.grid.column_names import Use, use_of
from sources._files.grid.decimal_marks import Digits
from sources._files.grid.missing_marks import is_missing
from sources._files.grid.times import head_part, head_period, head_periods, is_part, is_year_number
from sources._text.printable_text import clean
from workbench.core.period import Period

_DEEPEST, _SAMPLE, _FARTHEST, _ABOVE = 80, 40, 20_000, 3
_LONGEST_HEAD = 300


@dataclass(frozen=True, slots=True)
class Heads:
    """The head of a table.

    Attributes:
        above: Number of rows above it.
        first: The first row of its body.
        names: For each column, its words from top to bottom, without times.
        times: For each column, the period in its head; all None where times are in a column.
        written: For each column, the text of its head in the lowest row.
    """

    above: int
    first: int
    names: tuple[str, ...]
    times: tuple[Period | None, ...]
    written: tuple[str, ...]


def find_heads(grid: Grid) -> Heads | None:
    """Find the head of a sheet's table; None where it has no recognisable table."""
    named = next((row for row in range(min(_DEEPEST, len(grid.rows))) if _names_time(grid, row)), -1)
    if named >= 0:
        return _in_words(grid, named)
    return _wide(grid) or _long(grid)


def _names_time(grid: Grid, row: int) -> bool:
    """Check whether a row of words is the head of a column of times below it ("Year")."""
    cells = _cells(grid, row)
    if sum(map(bool, cells)) < 2 or any(head_period(cell) for cell in cells if cell):
        return False
    for column in [n for n, cell in enumerate(cells) if use_of(cell) is Use.TIME]:
        below = [cell for n in range(row + 1, min(row + 1 + _SAMPLE, len(grid.rows))) if (cell := grid.cell(n, column))]
        if below and sum(is_year_number(cell) or head_period(cell) is not None for cell in below) >= 0.8 * len(below):
            return True
    return False


# --- a row of times


def _wide(grid: Grid) -> Heads | None:
    best, most = -1, 0
    for row in range(min(_DEEPEST, len(grid.rows))):
        found = [n for n, one in enumerate(_times(grid, row)) if one]
        if len(found) > most and _ordered(grid, row) and _figures_under(grid, row, found):
            best, most = row, len(found)
    if best < 0:
        return None
    return _with_times(grid, best)


def _cells(grid: Grid, row: int) -> list[str]:
    return [grid.cell(row, column) for column in range(len(grid.rows[row]))]


def _times(grid: Grid, row: int) -> list[Period | None]:
    cells = _cells(grid, row)
    return head_periods(cells) if len(cells) > 1 else []


def _ordered(grid: Grid, row: int) -> bool:
    """Check whether the times of a row ascend or descend.

    Runs may repeat (years under "Men" and again under "Women").
    """
    found = _times(grid, row)
    times = [one for one in found if one]
    if any(grid.is_like_figure(cell) for cell, one in zip(_cells(grid, row), found, strict=True) if cell and not one):
        return False
    if len(times) == 1:
        if _is_under_head(grid, row):
            return False
        others = [cell for cell in _cells(grid, row) if cell and head_period(cell) is None]
        return bool(others) and not any(grid.is_like_figure(cell) for cell in others)
    ups = sum(a.start < b.start for a, b in pairwise(times))
    downs = sum(a.start > b.start for a, b in pairwise(times))
    distinct = len({one.start for one in times})
    runs = len(times) / distinct
    return distinct > 1 and runs == int(runs) and min(ups, downs) < runs


def _is_under_head(grid: Grid, row: int) -> bool:
    """Check whether a row is below a row of as many words: then its apparent time is a number in a list."""
    here = sum(map(bool, _cells(grid, row)))
    return here > 1 and any(_in_words_alone(grid, above, here) for above in range(row))


def _in_words_alone(grid: Grid, row: int, at_least: int) -> bool:
    cells = [cell for cell in _cells(grid, row) if cell]
    return len(cells) >= at_least and not any(grid.is_like_figure(cell) or head_period(cell) for cell in cells)


def _figures_under(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Check whether most of some columns have figures below."""
    filled = figures = rows = 0
    for below in range(row + 1, min(row + 1 + _FARTHEST, len(grid.rows))):
        cells = [cell for column in columns[:60] if (cell := grid.cell(below, column)) and not is_part(cell)]
        filled += len(cells)
        figures += sum(is_missing(cell) or grid.is_like_figure(cell) for cell in cells)
        rows += bool(cells)
        if rows > _SAMPLE:
            break
    return figures > 0 and figures >= 0.6 * filled


def _with_times(grid: Grid, row: int) -> Heads:
    """Build the head around a row of times, with parts of years below it and groups above it."""
    times = _times(grid, row)
    first, width = row + 1, max(len(each) for each in grid.rows[row : row + 5])
    times += [None] * (width - len(times))
    below: list[list[str]] = []
    if _is_parts(grid, first, times):
        times = _parts(grid, first, times)
        first += 1
    elif _is_words(grid, first, times):
        times = _spread(grid, row, times)
        below = [[grid.cell(first, column) for column in range(width)]]
        first += 1
    above = _groups(grid, row, [n for n, one in enumerate(times) if one], width)
    names = [
        clean(" ".join(dict.fromkeys(part for part in parts if part)), _LONGEST_HEAD)
        for parts in zip(*above, _without_times(grid, row, times, width), *below, strict=True)
    ]
    return Heads(row - len(above), first, tuple(names), tuple(times), tuple(grid.cell(row, n) for n in range(width)))


def _without_times(grid: Grid, row: int, times: Sequence[Period | None], width: int) -> list[str]:
    cells = [grid.cell(row, column) for column in range(width)]
    return [cell if one is None else "" for cell, one in zip(cells, times, strict=True)]


def _is_parts(grid: Grid, row: int, times: Sequence[Period | None]) -> bool:
    found = [grid.cell(row, column) for column in range(len(times))]
    return sum(is_part(cell) for cell in found) > 1 and not any(
        grid.is_like_figure(cell) for cell in found if not isinstance(cell, Digits) or len(cell) > 2
    )


def _parts(grid: Grid, row: int, times: Sequence[Period | None]) -> list[Period | None]:
    """Combine each column's part of a year with the year above it, or above a column to its left."""
    found: list[Period | None] = []
    over: Period | None = None
    for column, one in enumerate(times):
        over = one or over
        cell = grid.cell(row, column)
        found.append(head_part(cell, over) if cell or one else None)
    return found


def _is_words(grid: Grid, row: int, times: Sequence[Period | None]) -> bool:
    """Check whether the row under the times names what is counted ("Men", "Women", "%")."""
    cells = [grid.cell(row, column) for column, one in enumerate(times) if one]
    filled = [cell for cell in cells if cell]
    return len(filled) > 0.6 * len(cells) and not any(grid.is_like_figure(cell) or is_missing(cell) for cell in filled)


def _spread(grid: Grid, row: int, times: Sequence[Period | None]) -> list[Period | None]:
    """Repeat times that span several columns in each of them."""
    found: list[Period | None] = []
    over: Period | None = None
    for column, one in enumerate(times):
        over = one or over
        found.append(one or (over if not grid.cell(row, column) and grid.cell(row + 1, column) else None))
    return found


def _groups(grid: Grid, row: int, columns: Sequence[int], width: int) -> list[list[str]]:
    """Return the rows of names directly above a head, with each name repeated over the columns that it spans."""
    found: list[list[str]] = []
    for above in range(row - 1, max(-1, row - 1 - _ABOVE), -1):
        cells = [grid.cell(above, column) for column in range(width)]
        over = [n for n in columns if cells[n]]
        merged = _merged_over(grid, above, columns)
        if not over or not (merged or (len(over) > 1 and not cells[0])) or any(map(grid.is_like_figure, cells)):
            break
        found.insert(0, _carried(grid, above, cells, columns))
    return found


def _merged_over(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    return any(top <= row <= bottom and left in columns and right > left for top, left, bottom, right in grid.merged)


def _carried(grid: Grid, row: int, cells: Sequence[str], columns: Sequence[int]) -> list[str]:
    """Repeat a row's names to the right: over merged cells if the sheet has any, else up to the next name."""
    ranges = {left: right for top, left, bottom, right in grid.merged if top <= row <= bottom}
    found, name, until = [], "", -1
    for column, cell in enumerate(cells):
        if cell:
            name, until = cell, ranges.get(column, column) if ranges else len(cells)
        found.append(name if column in columns and column <= until else cell)
    return found


# --- a row of words


def _long(grid: Grid) -> Heads | None:
    for row in range(min(_DEEPEST, len(grid.rows))):
        cells = _cells(grid, row)
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or any(grid.is_like_figure(cell) for cell in filled):
            continue
        if _is_head(grid, row, len(filled)):
            return _in_words(grid, row)
    return None


def _in_words(grid: Grid, row: int) -> Heads:
    """Build the head whose lowest row is this row of words."""
    width = max(len(each) for each in grid.rows[row : row + _SAMPLE])
    columns = list(range(width))
    above = _groups(grid, row, columns, width)
    names = [
        clean(" ".join(dict.fromkeys(part for part in parts if part)), _LONGEST_HEAD)
        for parts in zip(*above, (grid.cell(row, n) for n in columns), strict=True)
    ]
    written = tuple(grid.cell(row, n) for n in columns)
    return Heads(row - len(above), row + 1, tuple(names), (None,) * width, written)


def _is_head(grid: Grid, row: int, filled: int) -> bool:
    """Check whether a row of words has rows of figures below it with about as many columns."""
    below = [[cell for cell in _cells(grid, n) if cell] for n in range(row + 1, min(row + 1 + _SAMPLE, len(grid.rows)))]
    rows = [cells for cells in below if len(cells) > 1]
    with_figures = sum(any(grid.is_like_figure(cell) for cell in cells) for cells in rows)
    widths = sorted(len(cells) for cells in rows)
    names = [use_of(cell) for cell in _cells(grid, row)]
    if not rows or with_figures < 0.5 * len(rows):
        return False
    return Use.TIME in names or (filled >= 0.6 * widths[len(widths) // 2] and with_figures >= 0.7 * len(rows))
