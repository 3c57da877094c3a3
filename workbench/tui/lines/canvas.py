"""A small canvas of cells for points, lines between them, and words."""

from __future__ import annotations

from itertools import groupby

from workbench.tui.lines.line import Line, StyledPiece


class Canvas:
    """A grid of cells, (0, 0) at the top left; whatever falls outside is ignored."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(1, width), max(1, height)
        self._cells = [[(" ", "")] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, sign: str, role: str) -> None:
        """Put a character in a cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cells[y][x] = (sign, role)

    def free(self, x: int, y: int) -> bool:
        """Check whether a cell exists and is empty."""
        return 0 <= x < self.width and 0 <= y < self.height and self._cells[y][x][0] == " "

    def write(self, x: int, y: int, words: str, role: str) -> bool:
        """Write words of one-cell letters if all their cells are free; return whether they were written."""
        if not all(self.free(x + n, y) for n in range(len(words))):
            return False
        for n, letter in enumerate(words):
            self.put(x + n, y, letter, role)
        return True

    def join(self, start: tuple[int, int], end: tuple[int, int], sign: str, role: str) -> None:
        """Draw a line between two points, one character per column (per row where it is steep)."""
        (x0, y0), (x1, y1) = start, end
        steps = max(abs(x1 - x0), abs(y1 - y0))
        for n in range(1, steps):
            self.put(x0 + _part(x1 - x0, n, steps), y0 + _part(y1 - y0, n, steps), sign, role)

    def lines(self) -> list[Line]:
        """Return the rows as lines, with neighbouring cells of one role joined."""
        return [
            tuple(
                StyledPiece("".join(sign for sign, _ in cells), role)
                for role, cells in groupby(row, key=lambda cell: cell[1])
            )
            for row in self._cells
        ]


def _part(length: int, n: int, steps: int) -> int:
    """Return where the n-th of some equal parts of a length ends, rounded to a cell."""
    return (2 * length * n + steps) // (2 * steps)
