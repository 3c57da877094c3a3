"""An amount before its hedge: values, unit, and the tokens that it covers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.quantity import PERCENT, Dimension, Unit

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class UnhedgedAmount:
    """An amount before its hedge.

    Attributes:
        low: The value, or the lower end of a range.
        high: The upper end of a range; else None.
        step: The size of the last written digit.
        unit: What is counted or measured.
        first: The index of its first token.
        end: The index behind its last token.
        rule: The rule that read it.
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
    """Tokens that hold a figure and no amount, up to an index."""

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
    """The name of the rule that reads figures of a unit.

    >>> from workbench.core.quantity import UNKNOWN_UNIT
    >>> rule_for(PERCENT), rule_for(UNKNOWN_UNIT)
    ('percent', 'bare-number')
    """
    return _RULES.get(unit.dimension, "measure")


def percent(share: Decimal, first: int, end: int, rule: str) -> UnhedgedAmount:
    """A share of one as an amount in percent, to the nearest percent.

    >>> percent(Decimal(1) / 3, 0, 3, "share").low
    Decimal('33.3333')
    """
    value = round(share * HUNDRED, 4)
    value = Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
    return UnhedgedAmount(value, None, Decimal(1), PERCENT, first, end, rule)
