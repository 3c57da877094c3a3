"""Judges the agreement of a measured figure with a claimed one: the machine states agreement, a person rates.

The rules, in the order they are tried:

1. EXACT: said without a hedge, and equal to the written figure.
2. ROUNDS TO: inside the range that the words may mean: half a written step each way, or the hedge's bound ("more
   than 450", "nearly 800"). For a direction without a size, anything on that side. A published figure that was rounded
   itself and lies half way rounds either way where that is little: 36.45 may be 36.4 or 36.5, 3.5 is not three.
3. OPPOSITE: on the other side of the turning point (zero; one for "times as much") by more than the published figures'
   own rounding. Direction counts more than size: a rise of 0.1 is not near a fall of 0.1.
4. NEAR: outside the range by no more than the largest of: another half step, but at most a tenth of the claimed figure
   (somebody may have cut digits off instead of rounding); 2 % of the claimed figure (a common effect of a revision or a
   slightly different definition), or 10 % for one that was hedged on both sides ("about", "nearly", "just over": nobody
   agrees how far such a word reaches); the rounding of the published figures themselves, which hides such a difference.
5. APART: anything else.

Agreement is monotone: moving the measured figure away from the range never improves it, since rules 1, 2 and 4 define
nested intervals and rule 3 a half-line that begins outside the range.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.compare.claimed_figure import Claimed
from workbench.compare.tolerances import HALF_WAY_SHARE, HEDGED_SHARE, NEAR_SHARE, WIDEST_SHARE
from workbench.core.finding import Agreement
from workbench.core.interval import Interval
from workbench.core.number import exactly

ORDER = (
    Agreement.EXACT,
    Agreement.ROUNDS_TO,
    Agreement.NEAR,
    Agreement.UNDECIDED,
    Agreement.APART,
    Agreement.OPPOSITE,
)
"""From the best to the worst."""


@exactly
def agreement(claimed: Claimed, measured: Decimal, slack: Decimal = Decimal(0)) -> Agreement:
    """Judge how a measured figure agrees with a claimed one.

    Args:
        claimed: The claimed figure.
        measured: The figure, in the same unit.
        slack: How far the rounding of the published figures may have moved it.
    """
    if claimed.exact and claimed.value == measured:
        return Agreement.EXACT
    if measured in claimed.range or _half_way(claimed, measured, slack):
        return Agreement.ROUNDS_TO
    if _contrary(claimed, measured, slack):
        return Agreement.OPPOSITE
    if claimed.value is not None and _distance(claimed.range, measured) <= tolerance(claimed, slack):
        return Agreement.NEAR
    return Agreement.APART


def _half_way(claimed: Claimed, measured: Decimal, slack: Decimal) -> bool:
    """Check whether a rounded figure is the open end of a narrow range: what it was rounded from may lie in it."""
    if not (claimed.exact and claimed.value is not None and slack > 0 and measured == claimed.range.high):
        return False
    return claimed.half <= abs(claimed.value) * HALF_WAY_SHARE


def tolerance(claimed: Claimed, slack: Decimal = Decimal(0)) -> Decimal:
    """Compute how far outside the range a figure is still near."""
    if claimed.value is None:
        return Decimal(0)
    size = abs(claimed.value)
    share = HEDGED_SHARE if _is_hedged(claimed) else NEAR_SHARE
    return max(min(claimed.half, size * WIDEST_SHARE), size * share, slack)


def _is_hedged(claimed: Claimed) -> bool:
    """Check whether a hedge bounds a figure on both sides, at the figure itself or around it; "5 to 6" is no hedge."""
    low, high = claimed.range.low, claimed.range.high
    if claimed.exact or low is None or high is None or claimed.value is None:
        return False
    return claimed.value in {low, high, (low + high) / 2}


def _contrary(claimed: Claimed, measured: Decimal, slack: Decimal) -> bool:
    beyond = measured - claimed.pivot
    return (claimed.way > 0 and beyond + slack < 0) or (claimed.way < 0 and beyond - slack > 0)


def _distance(line: Interval, value: Decimal) -> Decimal:
    """Compute how far a number lies outside an interval; 0 inside it and at its ends."""
    if line.low is not None and value < line.low:
        return line.low - value
    if line.high is not None and value > line.high:
        return value - line.high
    return Decimal(0)
