"""A sheet of cells, before it is known which of them are heads, places or figures.

CSV files and sheets of workbooks are read by the same rules. A grid keeps every cell's text and the pointer to it, so
that everything read can be found again in the archived bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sources._files.grid.decimal_marks import CellMarks, Digits
from workbench.core.errors import Problem
from workbench.evidence.number_in_cell import CellFigure, read_written

_DOUBTFUL = re.compile(r"[+\-−]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_LIKE = re.compile(r"[$€£]?[+\-−]?[0-9][0-9.,' \u00a0\u202f]*%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet.

    Attributes:
        name: The name of the sheet; empty for a text file.
        rows: Its cells, row by row, as texts; rows may differ in length.
        pointer: Returns the pointer to a cell, given its row and column, both from 0.
        marks: The sheet's decimal and thousands marks.
        merged: Merged cells: first row and column, last row and column, from 0, inclusive.
        problems: Doubts about the sheet.
    """

    name: str
    rows: Sequence[Sequence[str]]
    pointer: Callable[[int, int], str]
    marks: CellMarks
    merged: tuple[tuple[int, int, int, int], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def cell(self, row: int, column: int) -> str:
        """Return a cell's text, stripped; empty beyond the edge."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        cell = cells[column] if 0 <= column < len(cells) else ""
        return cell if isinstance(cell, Digits) else cell.strip()

    def figure(self, cell: str) -> CellFigure | None:
        """Return the figure in a cell's text; None for no figure or an ambiguous one."""
        if isinstance(cell, Digits) or (cell.isascii() and cell.isdecimal() and len(cell) < 100):
            return CellFigure(str(cell), "")
        if not self.marks.sure and _DOUBTFUL.fullmatch(cell):
            return None
        return read_written(cell, self.marks.dec, self.marks.tho)

    def is_like_figure(self, cell: str) -> bool:
        """Check whether a cell has a figure, possibly an ambiguous one."""
        return self.figure(cell) is not None or bool(_LIKE.fullmatch(cell))
