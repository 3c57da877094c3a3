"""Count the kinds of cells in a column: figures, times, years, places.

Heads may be wrong, so a column's cells must agree with its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sources._files.grid.times import days_in_order, head_period, is_year_number
from sources._text.written_places import in_numbers, is_region_code, written_place

MOSTLY = 0.6
"""Minimum share of cells of one kind that makes a column of that kind."""

_LATE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


@dataclass(frozen=True)
class ColumnContents:
    """The kinds of cells of a column in the first rows of the body."""

    cells: Sequence[str]
    figures: int
    gaps: int

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell for cell in self.cells if cell))

    @property
    def full(self) -> int:
        return sum(1 for cell in self.cells if cell) - self.gaps

    @property
    def in_figures(self) -> bool:
        return self.figures > 0 and self.figures >= MOSTLY * self.full

    @cached_property
    def in_times(self) -> bool:
        some = self.distinct[:200]
        return bool(some) and sum(head_period(cell) is not None for cell in days_in_order(some)) >= 0.8 * len(some)

    @cached_property
    def in_years(self) -> bool:
        """Whether it has years, even ancient ones; only used for a column named as years."""
        some = self.distinct[:200]
        return bool(some) and all(is_year_number(cell) for cell in some)

    @cached_property
    def in_late_years(self) -> bool:
        """Whether it has only years in the range of statistics, in more than one cell."""
        return len(self.cells) > 1 and bool(self.distinct) and all(_LATE_YEAR.match(cell) for cell in self.distinct)

    @cached_property
    def in_places(self) -> float:
        some = self.distinct[:300]
        known = sum(written_place(cell) is not None or is_region_code(cell) for cell in some)
        return known / len(some) if some else 0.0

    @cached_property
    def in_country_numbers(self) -> bool:
        """Whether it has the UN's numbers of countries; figures may look the same, so its name must say so too."""
        return in_numbers(self.distinct)
