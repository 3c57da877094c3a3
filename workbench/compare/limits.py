"""Limits of figures and days. What lies beyond can only be a slip, and is set aside with a message.

Thirty digits each way is beyond anything that is counted or measured, and leaves the exact context room for every
operation on two such figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.core.claim import Claim
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.quantity import Amount

DIGITS = 30
OUT_OF_RANGE = Caveat(
    "out-of-range", "A figure is too large or too small to be a real one; nothing was worked out with it."
)


def workable(value: Decimal | None) -> bool:
    """Return whether a figure has at most thirty digits before and after the point; no figure is workable.

    >>> workable(Decimal("1e60")), workable(Decimal("0.5")), workable(None)
    (False, True, True)
    """
    if value is None:
        return True
    exponent = value.as_tuple().exponent
    return (
        isinstance(exponent, int)
        and exponent >= -DIGITS
        and (value == 0 or value.adjusted() <= DIGITS)
        and exponent <= DIGITS
    )


def workable_claim(claim: Claim) -> bool:
    """Return whether all figures of a claim are workable."""
    return all(workable(v) for amount in _amounts(claim) for v in (amount.low, amount.high, amount.step))


def _amounts(claim: Claim) -> Iterator[Amount]:
    yield from (m.value for m in (claim.amount, *claim.amounts) if m is not None)
    for change in (claim.change, *claim.changes):
        for noun in (change.value, *change.alternatives) if change is not None else ():
            yield from (m.value for m in (noun.amount, noun.origin, noun.target) if m is not None)


def moved(period: Period, months: int) -> Period:
    """Return the same stretch some months on or back; itself where the calendar ends."""
    try:
        return period.moved(months)
    except (ValueError, OverflowError):
        return period
