"""The operations of a trace: functions of exact numbers, looked up by name at every replay.

A name never changes its meaning, since traces in databases and bundles are replayed by it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from workbench.core.number import EXACT

ONE, HUNDRED = Decimal(1), Decimal(100)

_WIDE = Context(
    prec=EXACT.prec + 20,
    rounding=EXACT.rounding,
    Emin=-9999,
    Emax=9999,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)
"""Context for roots: twenty digits more, then rounded once, so that every machine gives the same fifty digits."""


def _sum(*values: Decimal) -> Decimal:
    result = Decimal(0)
    for value in values:
        result = EXACT.add(result, value)
    return result


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return EXACT.multiply(EXACT.divide(part, whole), HUNDRED)


def _mean(*values: Decimal) -> Decimal:
    return EXACT.divide(_sum(*values), Decimal(len(values)))


def _median(*values: Decimal) -> Decimal:
    """Return the middle figure, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else _mean(ordered[half - 1], ordered[half])


def _rank(value: Decimal, *others: Decimal) -> Decimal:
    """Compute the rank counted from the highest, as in sports tables: equal figures share the better rank."""
    return Decimal(1 + sum(other > value for other in others))


def _rank_from_lowest(value: Decimal, *others: Decimal) -> Decimal:
    return Decimal(1 + sum(other < value for other in others))


def _compound(*percents: Decimal) -> Decimal:
    """Compound several consecutive changes in percent."""
    factor = ONE
    for percent in percents:
        factor = EXACT.multiply(factor, EXACT.add(ONE, EXACT.divide(percent, HUNDRED)))
    return EXACT.multiply(EXACT.subtract(factor, ONE), HUNDRED)


def _growth(new: Decimal, old: Decimal, years: Decimal) -> Decimal:
    """Compute the constant change in percent a year that leads from an old figure to a new one."""
    factor = _WIDE.power(_WIDE.divide(new, old), _WIDE.divide(ONE, years))
    return EXACT.multiply(EXACT.subtract(EXACT.plus(factor), ONE), HUNDRED)


def _annualised_growth(percent: Decimal, times: Decimal) -> Decimal:
    """Compound a change in percent with itself a number of times: four quarters of one quarter's growth."""
    factor = _WIDE.power(_WIDE.add(ONE, _WIDE.divide(percent, HUNDRED)), times)
    return EXACT.multiply(EXACT.subtract(EXACT.plus(factor), ONE), HUNDRED)


def _rounded(value: Decimal, places: Decimal) -> Decimal:
    """Round to a number of places after the point, half to even; before the point where that number is negative."""
    return value.quantize(Decimal((0, (1,), -int(places))), context=EXACT)


def _steps(values: tuple[Decimal, ...]) -> list[int]:
    """Compute the direction of each step: 1 up, −1 down, 0 unchanged."""
    return [(later > earlier) - (later < earlier) for earlier, later in itertools.pairwise(values)]


def _run(way: int, values: tuple[Decimal, ...]) -> Decimal:
    """Count the last steps that go one way without a break."""
    broken = [step != way for step in reversed(_steps(values))]
    return Decimal(broken.index(True) if True in broken else len(broken))


OPERATIONS: dict[str, Callable[..., Decimal]] = {
    "sum": _sum,
    "mean": _mean,
    "median": _median,
    "lowest": lambda *v: min(v),
    "highest": lambda *v: max(v),
    "count": lambda *v: Decimal(len(v)),
    "difference": EXACT.subtract,
    "relative_change": lambda new, old: _percent(EXACT.subtract(new, old), EXACT.abs(old)),
    "points_change": EXACT.subtract,
    "multiple": EXACT.divide,
    "ratio": EXACT.divide,
    "product": EXACT.multiply,
    "share": _percent,
    "per": lambda part, whole, unit: EXACT.multiply(EXACT.divide(part, whole), unit),
    "part_of": lambda percent, whole: EXACT.divide(EXACT.multiply(percent, whole), HUNDRED),
    "scale": EXACT.multiply,
    "negate": EXACT.minus,
    "absolute": EXACT.abs,
    "rounded": _rounded,
    "rank": _rank,
    "rank_from_lowest": _rank_from_lowest,
    "compound": _compound,
    "growth": _growth,
    "annualised_growth": _annualised_growth,
    # of figures in order of time: how many steps go up (or down), and how many of the last ones in a row
    "rises": lambda *v: Decimal(_steps(v).count(1)),
    "falls": lambda *v: Decimal(_steps(v).count(-1)),
    "run_of_rises": lambda *v: _run(1, v),
    "run_of_falls": lambda *v: _run(-1, v),
    # the base from which a relative change (signed, in percent) leads to a value
    "base_of_change": lambda value, percent: EXACT.divide(value, EXACT.add(ONE, EXACT.divide(percent, HUNDRED))),
    # the whole of which a part is a given percentage
    "whole_of_share": lambda part, percent: EXACT.divide(EXACT.multiply(part, HUNDRED), percent),
}
"""Every operation a step may name, besides ``read`` (a figure from evidence) and ``given`` (a number from the claim)."""
