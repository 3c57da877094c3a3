"""Amounts as said: a hedge, one or two values with the precision they were written in, and a unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from workbench.core.conventions.assumed_rounding import assumed_step
from workbench.core.conventions.hedge_tolerance import ABOUT_SHARE
from workbench.core.interval import Interval
from workbench.core.number import EXACT, plain


class Dimension(StrEnum):
    """Dimension of an amount. Amounts of different dimensions are never compared."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    POINTS = "points"
    INDEX = "index"
    DURATION = "duration"
    RATE = "rate"
    PHYSICAL = "physical"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        dimension: The kind of thing measured.
        name: The unit or the thing counted, singular, as a reader says it ("percentage", "dollar", "attempt").
        code: A code where there is one: ISO 4217 for money, ``%``, ``pp``, ``kg``; else empty.
        per: For rates, what one unit is counted against ("100,000 inhabitants", "month"); else empty.
        prices: For money, ``current`` or ``constant`` with its base ("constant 2015"); empty where unknown.
    """

    dimension: Dimension
    name: str
    code: str = ""
    per: str = ""
    prices: str = ""

    def __str__(self) -> str:
        return f"{self.name} per {self.per}" if self.per else self.name


PERCENT = Unit(Dimension.SHARE, "percentage", "%")
POINTS = Unit(Dimension.POINTS, "percentage point", "pp")
PERCENTAGES = frozenset({Dimension.SHARE, Dimension.POINTS})
"""Dimensions of figures in percent, and of differences between two of them."""

UNKNOWN_UNIT = Unit(Dimension.UNKNOWN, "")
_POINT = "point"


def is_bare_point(unit: Unit) -> bool:
    """Check whether it is "points" of an unknown kind: percentage points for a change of a rate, an index's own points for an index."""
    return unit.dimension is Dimension.INDEX and unit.code == _POINT and not unit.per


class Relation(StrEnum):
    """How an amount was hedged."""

    IS = "is"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    JUST_OVER = "just_over"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as said.

    Attributes:
        relation: The hedge.
        low: The value, or the lower end of a range, with the scale applied (16000, never 16 thousands).
        high: The upper end of a range; None otherwise.
        step: The size of the last digit that was written, with the scale applied (0.1 for "4.2 %", 100000000 for "1.2 bn").
        unit: What is counted or measured.
    """

    relation: Relation
    low: Decimal
    high: Decimal | None
    step: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if not self.low.is_finite() or self.step <= 0:
            raise ValueError("an amount is finite and its step is positive")
        if (self.relation is Relation.BETWEEN) != (self.high is not None):
            raise ValueError("a range, and only a range, has an upper end")
        if self.high is not None and self.high < self.low:
            raise ValueError("a range runs upward")

    @property
    def rounding(self) -> Decimal:
        """Half of the step to which the number is assumed to be rounded.

        "16,000" may be exact or rounded to the nearest thousand: the loose step is assumed. It is at most a tenth of the number where a finer
        whole step exists ("20" does not mean 15 to 25), and half of it is at most a tenth of the number ("1,000" does not mean 500 to
        1,500). Percentages and points are an exception to the last rule: 0.6 and 1.4 are commonly printed as "1 per cent". Digits after a
        point count as written.

        >>> [int(Amount(Relation.IS, Decimal(v), None, Decimal(1), PERCENT).rounding * 2) for v in (16000, 20, 800, 35)]
        [1000, 1, 10, 1]
        """
        half = EXACT.divide(assumed_step(self.low, self.step), Decimal(2))
        if self.unit.dimension in {Dimension.SHARE, Dimension.POINTS} or self.low == 0:
            return half
        return min(half, EXACT.multiply(abs(self.low), ABOUT_SHARE))

    def interval(self) -> Interval:
        """Compute the range of values that the words may mean: the hedge gives a bound, the rounding half a step each way.

        "36.5" is [36.45, 36.55); "more than 450" is (450, ∞); "nearly 800" is [720, 800); "just over 800" is (800, 880]; "about 800" is [720, 880].

        >>> str(Amount(Relation.IS, Decimal("36.5"), None, Decimal("0.1"), PERCENT).interval())
        '[36.45, 36.55)'
        """
        half = self.rounding
        room = max(abs(self.low) * ABOUT_SHARE, half)
        match self.relation:
            case Relation.IS:
                return Interval(self.low - half, self.low + half)
            case Relation.ABOUT:
                return Interval(self.low - room, self.low + room, high_in=True)
            case Relation.NEARLY:
                return Interval(self.low - room, self.low)
            case Relation.MORE_THAN:
                return Interval(self.low, None, low_in=False)
            case Relation.JUST_OVER:
                return Interval(self.low, self.low + room, low_in=False, high_in=True)
            case Relation.AT_LEAST:
                return Interval(self.low, None)
            case Relation.LESS_THAN:
                return Interval(None, self.low)
            case Relation.AT_MOST:
                return Interval(None, self.low, high_in=True)
            case Relation.BETWEEN:
                high = self.low if self.high is None else self.high
                return Interval(self.low - half, high + half)

    def in_unit(self, unit: Unit) -> Amount:
        """Return the same amount under another unit's name, value untouched."""
        return replace(self, unit=unit)

    def __str__(self) -> str:
        value = plain(self.low) if self.high is None else f"{plain(self.low)} to {plain(self.high)}"
        hedge = "" if self.relation in {Relation.IS, Relation.BETWEEN} else self.relation.replace("_", " ") + " "
        return f"{hedge}{value} {self.unit}".strip()
