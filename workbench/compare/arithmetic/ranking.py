"""Rank of a figure: its place from the top or the bottom, ties, and the figures before it.

"third highest in the EU" and "the lowest since 1974" are the same question, asked of places or of years.
The rank is a line of the sheet like any other, so that it replays; how far rounding may have moved it is told beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.compare.arithmetic.sheet import Sheet, SheetFigure

FROM_TOP, FROM_BOTTOM = "rank", "rank_from_lowest"


@dataclass(frozen=True, slots=True)
class RankStanding:
    """A figure's place among others.

    Attributes:
        place: The place as the last line of the sheet, 1 for the first.
        of: How many stand in the row, the figure itself among them.
        ahead: Which of the others (by number) stand before it, the first of the row first.
        level: Which of the others share its place.
        best: The best place that the rounding of the published figures allows.
        worst: The worst.
    """

    place: SheetFigure
    of: int
    ahead: tuple[int, ...] = ()
    level: tuple[int, ...] = ()
    best: int = 1
    worst: int = 1


def standing(sheet: Sheet, figure: SheetFigure, others: Sequence[SheetFigure], *, highest: bool = True) -> RankStanding:
    """Return a figure's place among others; equal figures share a place, and the next one stands behind all of them.

    Args:
        sheet: Where all the figures stand, and where the line goes.
        figure: The one whose place is asked.
        others: Those it stands beside.
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
