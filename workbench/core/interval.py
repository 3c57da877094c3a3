"""Intervals of exact numbers: what a written figure may mean.

"36.5 per cent" covers [36.45, 36.55); "more than 450" covers (450, ∞); "around 800" covers both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.number import shown


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers; None is no bound. `low_in` and `high_in` say whether an end belongs to it."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval runs upward: {self.low} to {self.high}")

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, Decimal):
            return False
        above = self.low is None or (value > self.low or (self.low_in and value == self.low))
        below = self.high is None or (value < self.high or (self.high_in and value == self.high))
        return above and below

    def negated(self) -> Interval:
        """Mirror the interval at zero."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_in, self.low_in)

    def scaled(self, by: Decimal) -> Interval:
        """Multiply the interval by a positive factor."""
        if by <= 0:
            raise ValueError("an interval is scaled by a positive factor")
        low = None if self.low is None else self.low * by
        high = None if self.high is None else self.high * by
        return Interval(low, high, self.low_in, self.high_in)

    def meets(self, other: Interval) -> bool:
        """Check whether the two have a number in common."""
        return not (_before(self, other) or _before(other, self))

    def __str__(self) -> str:
        low = "(−∞" if self.low is None else ("[" if self.low_in else "(") + shown(self.low)
        high = "∞)" if self.high is None else shown(self.high) + ("]" if self.high_in else ")")
        return f"{low}, {high}"


def _before(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and not (a.high_in and b.low_in))


def point(value: Decimal) -> Interval:
    """Return the interval that holds one number."""
    return Interval(value, value, low_in=True, high_in=True)
