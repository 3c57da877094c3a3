"""Steps from one period to the next: how many go up or down, and how many of the last go the same way.

"has fallen every year since 2015" and "for the third year in a row" are counts of steps, not sizes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.core.claim import Direction

_COUNTS = {Direction.UP: "rises", Direction.DOWN: "falls"}
_RUNS = {Direction.UP: "run_of_rises", Direction.DOWN: "run_of_falls"}
_WORDS = {Direction.UP: "rises", Direction.DOWN: "falls"}


def steps_that_way(sheet: Sheet, figures: Sequence[SheetFigure], way: Direction) -> SheetFigure:
    """Count the steps between consecutive figures in one direction.

    >>> from decimal import Decimal
    >>> sheet = Sheet()
    >>> row = [sheet.given(Decimal(v), "%", "") for v in (9, 8, 8, 7, 6)]
    >>> steps_that_way(sheet, row, Direction.DOWN).value, steps_in_a_row(sheet, row, Direction.DOWN).value
    (Decimal('3'), Decimal('2'))
    """
    return sheet.do(_COUNTS[way], figures, _WORDS[way], f"{{}} {_WORDS[way]} in {len(figures) - 1} steps")


def steps_in_a_row(sheet: Sheet, figures: Sequence[SheetFigure], way: Direction) -> SheetFigure:
    """Count the last steps in one direction without a break."""
    return sheet.do(
        _RUNS[way], figures, _WORDS[way], f"{{}} {_WORDS[way]} in a row, the last {len(figures) - 1} steps looked at"
    )


def contrary(figures: Sequence[SheetFigure], way: Direction) -> Iterator[int]:
    """Yield indices of the figures that move against the claimed direction."""
    sign = 1 if way is Direction.UP else -1
    for n in range(1, len(figures)):
        if sign * (figures[n].value - figures[n - 1].value) <= 0:
            yield n
