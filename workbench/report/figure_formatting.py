"""Writes figures for readers: sign, hedge, written precision and unit."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.claim import Change, ChangeMode, Claim, Direction
from workbench.core.number import shown
from workbench.core.quantity import Amount, Dimension, Relation, Unit

_FIRM = "\N{NO-BREAK SPACE}"

_HEDGES = {
    Relation.ABOUT: "about ",
    Relation.NEARLY: "almost ",
    Relation.MORE_THAN: "more than ",
    Relation.JUST_OVER: "just over ",
    Relation.AT_LEAST: "at least ",
    Relation.LESS_THAN: "less than ",
    Relation.AT_MOST: "at most ",
}

_SIGNS = {Direction.UP: "+", Direction.DOWN: "−", Direction.FLAT: "±"}


def places_of(step: Decimal) -> int:
    """Find the number of decimals of a written step: two for 0.01, none for 1 and 1,000."""
    exponent = step.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def number(value: Decimal, most: int = 4) -> str:
    """Write a computed figure for readers: whole, or with as few decimals as are useful."""
    exponent = value.as_tuple().exponent
    long = isinstance(exponent, int) and -exponent > most
    return shown(value, most) if long else shown(value)


def amount_words(amount: Amount, sign: str = "") -> str:
    """Write an amount with hedge, sign and unit mark: ``about 800``, ``−36.5 %``, ``450–600``."""
    value = written(amount.low, amount.step)
    if amount.high is not None:
        value = f"{value}–{written(amount.high, amount.step)}"
    mark = _mark(amount.unit)
    return f"{_HEDGES.get(amount.relation, '')}{sign}{value}{mark}"


_LARGE = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def written(value: Decimal, step: Decimal) -> str:
    """Write a figure with the digits that were said: ``38.1 million`` where no smaller digit was.

    >>> written(Decimal(38_100_000), Decimal(100_000)), written(Decimal(16_000), Decimal(1000)), written(Decimal(1_234_567), Decimal(1))
    ('38.1 million', '16,000', '1,234,567')
    >>> written(Decimal(50), Decimal("5.0"))  # "half" is precise to a tenth of itself
    '50'
    """
    for size, name in _LARGE:
        if abs(value) >= size and step >= size / 1000:
            return f"{shown((value / size).normalize() + 0)} {name}"
    return shown(value, places_of(step.normalize()))


def _mark(unit: Unit) -> str:
    if unit.dimension in {Dimension.SHARE, Dimension.POINTS, Dimension.MONEY, Dimension.PHYSICAL} and unit.code:
        return f"{_FIRM}{unit.code}"
    return ""


def change_words(change: Change) -> str:
    """Write a change with its sign: ``−36.5 %``, ``×2``, or its direction and what it moved between where no amount was said: ``down to 3.4 %``."""
    if change.amount is None:
        return f"{change.direction.value}{ends_of_change(change)}"
    if change.mode is ChangeMode.MULTIPLE:
        return amount_words(change.amount.value, "×")
    return amount_words(change.amount.value, _SIGNS[change.direction])


def ends_of_change(change: Change) -> str:
    """Say from which figure to which a change goes: `` from 5 % to 3.4 %``; empty where neither was said."""
    ends = (("from", change.origin), ("to", change.target))
    return "".join(f" {way} {amount_words(end.value)}" for way, end in ends if end is not None)


def figure_of(claim: Claim) -> str:
    """Write the figure of a claim; empty for a claim without one."""
    if claim.change is not None:
        return change_words(claim.change.value)
    return amount_words(claim.amount.value) if claim.amount is not None else ""


def short(value: Decimal) -> str:
    """Write a figure for the axis of a chart: ``450``, ``25.2k``, ``1.8M``."""
    for size, letter in ((Decimal(10**9), "G"), (Decimal(10**6), "M"), (Decimal(10**3), "k")):
        if abs(value) >= size * 10 or (abs(value) >= size and letter != "k"):
            return f"{shown(_trim(value / size))}{letter}"
    return shown(_trim(value))


def _trim(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1")) if abs(value) < 100 else value.quantize(Decimal(1))
