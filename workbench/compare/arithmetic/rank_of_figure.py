"""Rank of a figure: its place from the top or the bottom, ties, and the figures ahead of it.

"third highest in the EU" and "the lowest since 1974" are the same question about places or about years. The rank is a
line of the sheet like any other, so that it can be replayed; the effect of rounding is stated separately.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure

FROM_TOP, FROM_BOTTOM = "rank", "rank_from_lowest"


@dataclass(frozen=True, slots=True)
class RankStanding:
    """A figure's rank among others.

    Attributes:
        place: The rank as the last line of the sheet, 1 for the first.
        of: The number of figures in the row, with this one.
        ahead: The others ahead of it, by index; the first of the row first.
        level: The others that share its rank, by index.
        best: The best rank that the rounding of the published figures allows.
        worst: The worst rank that it allows.
    """

    place: SheetFigure
    of: int
    ahead: tuple[int, ...] = ()
    level: tuple[int, ...] = ()
    best: int = 1
    worst: int = 1


def standing(sheet: Sheet, figure: SheetFigure, others: Sequence[SheetFigure], *, highest: bool = True) -> RankStanding:
    """Rank a figure among others; equal figures share a rank, and the next one ranks behind all of them.

    Args:
        sheet: The sheet with all the figures, to which the line is added.
        figure: The figure to rank.
        others: The other figures of the row.
        highest: Whether the highest is first, or the lowest.

    >>> from decimal import Decimal
    >>> sheet = Sheet()
    >>> one, *rest = [sheet.given(Decimal(v), "%", "") for v in (7, 9, 7, 4)]
    >>> found = standing(sheet, one, rest)
    >>> found.place.value, found.of, found.ahead, found.level
    (Decimal('2'), 4, (0,), (1,))
    """
    way = 1 if highest else -1
    row = "from the top" if highest else "from the bottom"
    line = f"place {{}} of {len(others) + 1}, counted {row}"
    place = sheet.do(FROM_TOP if highest else FROM_BOTTOM, (figure, *others), "place", line)
    before = [n for n, other in enumerate(others) if way * (other.value - figure.value) > 0]
    room = [abs(other.value - figure.value) < other.slack + figure.slack for other in others]
    return RankStanding(
        place=place,
        of=len(others) + 1,
        ahead=tuple(sorted(before, key=lambda n: -way * others[n].value)),
        level=tuple(n for n, other in enumerate(others) if other.value == figure.value),
        best=1 + sum(not room[n] for n in before),
        worst=1 + len(before) + sum(room[n] for n in range(len(others)) if n not in set(before)),
    )
