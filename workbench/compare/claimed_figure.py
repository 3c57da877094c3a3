"""The claimed figure on the number line: the value said, the range of numbers the words may mean, and their direction.

It is separate from `core.quantity`, since a change has a sign and a turning point (0 for differences and percent, 1 for
"times as much") that an amount does not have.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.core.claim import ChangeMode, Direction
from workbench.core.interval import Interval
from workbench.core.number import exactly
from workbench.core.quantity import Amount, Relation

ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim on the number line.

    Attributes:
        value: The value said, signed for changes; None where only a direction was said.
        range: All numbers that the words may mean.
        half: Half of the step to which the value is assumed to be rounded.
        pivot: The value at which the direction turns: 0, or 1 for "times as much".
        way: 1 where the words mean more than the pivot, -1 for less, 0 for neither.
        exact: Whether the value was said without a hedge.
    """

    value: Decimal | None
    range: Interval
    half: Decimal
    pivot: Decimal = ZERO
    way: int = 0
    exact: bool = True


@exactly
def claimed_level(amount: Amount) -> Claimed:
    """Place a claimed level. A hedge is a bound; a round number is taken as rounded."""
    way, half = (amount.low > 0) - (amount.low < 0), amount.rounding
    return Claimed(amount.low, amount.interval(), half, way=way, exact=amount.relation is Relation.IS)


@exactly
def claimed_change(amount: Amount, direction: Direction, mode: ChangeMode) -> Claimed:
    """Place a claimed change, signed: a fall of 36.5 is −36.5 in [−36.55, −36.45)."""
    if mode is ChangeMode.MULTIPLE:
        return _multiple(amount)
    size = _positive(amount)
    line, way = claimed_level(size), 1 if size.low else 0
    if direction is Direction.DOWN:
        mirrored = line.range.negated()
        if line.exact:  # rounding intervals are open at the upper end on both sides of zero
            mirrored = Interval(mirrored.low, mirrored.high)
        return replace(line, value=-size.low, range=_beyond(mirrored, ZERO, -way), way=-way)
    return replace(line, range=_beyond(line.range, ZERO, way), way=way)


def _positive(amount: Amount) -> Amount:
    """Drop the sign of a change's size ("a change of −36.5 %" whose direction is stated separately)."""
    if amount.low >= 0:
        return amount
    if amount.high is None:
        return replace(amount, low=-amount.low)
    low, high = sorted((abs(amount.low), abs(amount.high)))
    return replace(amount, low=low, high=high)


def _multiple(amount: Amount) -> Claimed:
    """Place a factor: "doubled" is 2 within a tenth, since a word is less exact than a decimal."""
    room = abs(amount.low) / TEN
    step = min(amount.step, room * 2) if room else amount.step
    line = replace(amount, step=step).interval()
    way = (amount.low > 1) - (amount.low < 1)
    return Claimed(
        amount.low, _beyond(line, ONE, way), step / 2, pivot=ONE, way=way, exact=amount.relation is Relation.IS
    )


def _beyond(line: Interval, pivot: Decimal, way: int) -> Interval:
    """Cut a range to the claimed side of the pivot: "fell by less than 5 %" is no rise."""
    if way > 0 and (line.low is None or line.low < pivot):
        high = line.high if line.high is None or line.high > pivot else pivot
        return Interval(pivot, high, low_in=False, high_in=line.high_in)
    if way < 0 and (line.high is None or line.high > pivot):
        low = line.low if line.low is None or line.low < pivot else pivot
        return Interval(low, pivot, low_in=line.low_in, high_in=False)
    return line


def claimed_direction(direction: Direction, flat: Decimal, denied: Direction | None = None) -> Claimed:
    """Place a direction without a size: any rise, any fall, or for "unchanged" all that rounds to nothing (± ``flat``).

    "Has not fallen" denies a fall, so that a rise supports it as much as no change does.
    """
    if denied is Direction.DOWN:
        return Claimed(None, Interval(ZERO, None), ZERO, way=1, exact=False)
    if denied is Direction.UP:
        return Claimed(None, Interval(None, ZERO, high_in=True), ZERO, way=-1, exact=False)
    if direction is Direction.UP:
        return Claimed(None, Interval(ZERO, None, low_in=False), ZERO, way=1, exact=False)
    if direction is Direction.DOWN:
        return Claimed(None, Interval(None, ZERO), ZERO, way=-1, exact=False)
    return Claimed(ZERO, Interval(-flat, flat), flat, exact=False)
