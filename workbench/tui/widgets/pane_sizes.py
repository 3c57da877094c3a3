"""The sizes of the bench's panes: shares of columns and rows, as the reviewer set them, saved as one line."""

from __future__ import annotations

from dataclasses import dataclass, replace

STEP, LEAST, MOST = 5, 20, 80
ROW_LEAST, ROW_MOST = 2, 20


@dataclass(frozen=True, slots=True)
class PaneSizes:
    """Shares of the screen.

    Attributes:
        left: Width of the left column in percent.
        wide: Shares of the three rows where all panes are visible.
        narrow: Shares of the two rows at 80 columns.
    """

    left: int = 50
    wide: tuple[int, int, int] = (5, 5, 6)
    narrow: tuple[int, int] = (6, 3)

    def wider(self, by: int) -> PaneSizes:
        """Make the left column wider or narrower by some steps.

        >>> PaneSizes().wider(1).left, PaneSizes(left=80).wider(1).left
        (55, 80)
        """
        return replace(self, left=min(MOST, max(LEAST, self.left + by * STEP)))

    def higher(self, mode: str, row: int, by: int) -> PaneSizes:
        """Make a row higher or lower by some shares.

        >>> PaneSizes().higher("wide", 2, 1).wide, PaneSizes().higher("narrow", 1, -5).narrow
        ((5, 5, 7), (6, 2))
        """
        if mode == "wide":
            first, second, third = _moved(self.wide, row, by)
            return replace(self, wide=(first, second, third))
        if mode == "narrow":
            first, second = _moved(self.narrow, row, by)
            return replace(self, narrow=(first, second))
        return self

    def rows(self, mode: str) -> tuple[int, ...]:
        """Return the shares of the rows."""
        return self.wide if mode == "wide" else self.narrow if mode == "narrow" else (1,)

    def written(self) -> str:
        """Return the sizes as one line.

        >>> read_sizes(PaneSizes(60).written()) == PaneSizes(60)
        True
        """
        return ";".join(",".join(map(str, part)) for part in ((self.left,), self.wide, self.narrow))


def _moved(rows: tuple[int, ...], row: int, by: int) -> list[int]:
    return [min(ROW_MOST, max(ROW_LEAST, share + (by if n == row else 0))) for n, share in enumerate(rows)]


def read_sizes(written: str) -> PaneSizes:
    """Parse saved sizes; return the default ones for anything invalid.

    >>> read_sizes("nonsense") == PaneSizes() == read_sizes("50;1,2;3") == read_sizes("500;5,5,6;6,3")
    True
    """
    try:
        left, wide, narrow = ([int(each) for each in part.split(",")] for part in written.split(";"))
    except ValueError:
        return PaneSizes()
    whole = len(left) == 1 and len(wide) == 3 and len(narrow) == 2
    if not whole or not LEAST <= left[0] <= MOST or not all(ROW_LEAST <= each <= ROW_MOST for each in wide + narrow):
        return PaneSizes()
    return PaneSizes(left[0], (wide[0], wide[1], wide[2]), (narrow[0], narrow[1]))
