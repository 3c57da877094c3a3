"""A small canvas of cells: points, lines between them, and words, read off as lines."""

from __future__ import annotations

from itertools import groupby

from workbench.tui.lines.line import Line, StyledPiece


class Canvas:
    """Cells of a width and height, (0, 0) at the top left; what falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(1, width), max(1, height)
        self._cells = [[(" ", "")] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, sign: str, role: str) -> None:
        """Put a sign in a cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cells[y][x] = (sign, role)

    def free(self, x: int, y: int) -> bool:
        """Return whether a cell is there and empty."""
        return 0 <= x < self.width and 0 <= y < self.height and self._cells[y][x][0] == " "

    def write(self, x: int, y: int, words: str, role: str) -> bool:
        """Write words of one-cell letters where all their cells are free; say whether it did."""
        if not all(self.free(x + n, y) for n in range(len(words))):
            return False
        for n, letter in enumerate(words):
            self.put(x + n, y, letter, role)
        return True

    def join(self, start: tuple[int, int], end: tuple[int, int], sign: str, role: str) -> None:
        """Draw between two points, a sign a column (a sign a row where it is steep)."""
        (x0, y0), (x1, y1) = start, end
        steps = max(abs(x1 - x0), abs(y1 - y0))
        for n in range(1, steps):
            self.put(x0 + _part(x1 - x0, n, steps), y0 + _part(y1 - y0, n, steps), sign, role)

    def lines(self) -> list[Line]:
        """Return the rows, cells of one role together."""
        return [
            tuple(
                StyledPiece("".join(sign for sign, _ in cells), role)
                for role, cells in groupby(row, key=lambda cell: cell[1])
            )
            for row in self._cells
        ]


def _part(length: int, n: int, steps: int) -> int:
    """Return the n-th of so many equal parts of a length, to the nearest cell."""
    return (2 * length * n + steps) // (2 * steps)
