"""Changes in words, for the sentences of findings: ``a fall of 36.5 %``, ``1.5 times as much``."""

from __future__ import annotations

from decimal import Decimal

from workbench.compare.finding_words import plural, said
from workbench.consistency.figure_pairs import Pair
from workbench.consistency.within_rounding_and_hedges import DISAGREE
from workbench.core.claim import Change, ChangeMode, Direction
from workbench.core.finding import Agreement
from workbench.core.interval import Interval
from workbench.core.number import shown
from workbench.core.quantity import PERCENT, POINTS, Unit

_DETAIL = Decimal(1000)
_WITHOUT_PLURAL = {"%", "percentage points"}


def change_words(pair: Pair) -> str:
    """Say the change as it was said: "a fall of 36.5 %", "almost doubling"."""
    amount, unit = pair.change.amount, unit_of_change(pair)
    way = "a rise" if pair.change.direction is Direction.UP else "a fall"
    if amount is None:
        return way
    words = said(amount.value, unit)
    if fell_by_factor(pair.change):
        return f"{way} by a factor of {words}"
    return f"{way} to {words} times as much" if pair.change.mode is ChangeMode.MULTIPLE else f"{way} of {words}"


def fell_by_factor(change: Change) -> bool:
    """Check whether a change is worded as "three times fewer": the factor is the old figure divided by the new one."""
    size = change.amount.value.low if change.amount is not None else None
    down = change.mode is ChangeMode.MULTIPLE and change.direction is Direction.DOWN
    return down and size is not None and size > 1


def unit_of_change(pair: Pair) -> Unit:
    """Find the unit in which a pair's change is said."""
    match pair.change.mode:
        case ChangeMode.RELATIVE:
            return PERCENT
        case ChangeMode.POINTS:
            return POINTS
        case ChangeMode.MULTIPLE:
            return Unit(PERCENT.dimension, "", "x")
        case ChangeMode.ABSOLUTE:
            return pair.level.value.unit


def way_words(value: Decimal, unit: str) -> str:
    """Say a difference: ``a fall of 10.7 percentage points``, ``a rise of 33 cases``, ``no change``."""
    if value == 0:
        return "no change"
    size = abs(value)
    figure = shown(size, None if size == size.to_integral_value() else places(size))
    name = unit if unit in _WITHOUT_PLURAL or size == 1 else plural(unit)
    return f"{'a rise' if value > 0 else 'a fall'} of {figure} {name}".rstrip()


def said_change(change: Change) -> str:
    """Say a change in the claim's words and unit: "a fall of 36.5 %", "a rise to 2 times as much"."""
    way = "a rise" if change.direction is Direction.UP else "a fall"
    if change.amount is None:
        return way
    words = said(change.amount.value, change.amount.value.unit)
    if fell_by_factor(change):
        return f"{way} by a factor of {words.removesuffix(' times')}"
    return f"{way} to {words} as much" if change.mode is ChangeMode.MULTIPLE else f"{way} of {words}"


def change_in_words(value: Decimal, change: Change, mode: ChangeMode, unit: str) -> str:
    """Say a computed change in the words of the claimed one: "a fall of 39.7 %", "1.5 times as much"."""
    if mode is not ChangeMode.MULTIPLE:
        return way_words(value, unit)
    if fell_by_factor(change):
        if value > 1:
            return f"a fall by a factor of {shown(value, 2)}"
        value = 1 / value
    return f"{shown(value, 2)} times as much"


def change_unit(mode: ChangeMode, difference: str) -> str:
    """Name the unit of a change; that of a difference is given."""
    return {ChangeMode.RELATIVE: "%", ChangeMode.MULTIPLE: "times"}.get(mode, difference)


def places(value: Decimal) -> int:
    """Choose the decimal places: none for large figures, one or two for small ones."""
    return 0 if abs(value) >= _DETAIL else 1 if abs(value) >= 1 else 3


def fit_in_words(how: Agreement, made: Interval) -> str:
    """Say how figures relate to the one that was said, in words before that figure."""
    if how in DISAGREE:
        return "which does not fit"
    return "which leaves room for" if made.low is None or made.high is None else "which fits"
