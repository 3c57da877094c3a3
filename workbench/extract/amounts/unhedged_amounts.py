"""Amounts before their hedge is read, and the shares in percent made from them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.quantity import PERCENT, Dimension, Unit

TEN, HUNDRED = Decimal(10), Decimal(100)


@dataclass(frozen=True, slots=True)
class UnhedgedAmount:
    """An amount before its hedge.

    Attributes:
        low: The value, or the lower end of a range.
        high: The upper end of a range; else None.
        step: The value of one unit in the last written digit (0.1 for "3.4").
        unit: What is counted or measured.
        first: The index of its first token.
        end: The index after its last token.
        rule: The name of the rule that read it.
        instead: Another reading of the same words, where they have two.
    """

    low: Decimal
    high: Decimal | None
    step: Decimal
    unit: Unit
    first: int
    end: int
    rule: str
    instead: UnhedgedAmount | None = None


@dataclass(frozen=True, slots=True)
class SkippedFigure:
    """Tokens that hold a figure which is not an amount, up to an index."""

    end: int


_RULES = {
    Dimension.SHARE: "percent",
    Dimension.POINTS: "points",
    Dimension.MONEY: "money",
    Dimension.COUNT: "counted-noun",
    Dimension.RATE: "rate",
    Dimension.UNKNOWN: "bare-number",
}


def rule_for(unit: Unit) -> str:
    """Return the name of the rule that reads figures with a unit.

    >>> from workbench.core.quantity import UNKNOWN_UNIT
    >>> rule_for(PERCENT), rule_for(UNKNOWN_UNIT)
    ('percent', 'bare-number')
    """
    return _RULES.get(unit.dimension, "measure")


def _one_of(whole: Decimal) -> Decimal:
    """Return what one of so many is in percent, rounded to a power of ten: 0.1 for 1,000, and for 1,250 too."""
    return Decimal(1).scaleb(2 - whole.adjusted())


def percent(part: Decimal, whole: Decimal, at: tuple[int, int], rule: str) -> UnhedgedAmount:
    """Turn some of so many into an amount in percent, with a step that fits how exactly it is meant.

    The step is one percent; less where the whole is large, so that it is one of the whole; and a tenth of the share
    where the whole is ten or less, so that the share may be off by a twentieth of itself each way. "A third" is 31.7 to
    35 percent: nobody who says it means 33 to 34. "19 of every 1,000" is 1.85 to 1.95, and a part with decimals is
    told as exactly as it is written ("6.1 of every 100,000").

    >>> third = percent(Decimal(1), Decimal(3), (0, 3), "share")
    >>> third.low, third.step, percent(Decimal(53), Decimal(100), (0, 3), "share").step
    (Decimal('33.3333'), Decimal('3.3'), Decimal('1'))
    """
    value = round(part / whole * HUNDRED, 4 + max(0, whole.adjusted() - 3))
    value = Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
    written = Decimal(1).scaleb(min(0, int(part.normalize().as_tuple().exponent)))
    step = max(Decimal(1), round(value / TEN, 1)) if whole <= TEN else min(Decimal(1), _one_of(whole)) * written
    return UnhedgedAmount(value, None, step, PERCENT, *at, rule)
