"""Limits of figures and days. Values beyond them can only be errors, and are left out with a message.

Nothing that is counted or measured has thirty digits on either side of the point, and the exact context still has room
for every operation on two such figures.
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
    """Check whether a figure has at most thirty digits before and after the point; False for no figure.

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
    """Check whether all figures of a claim are within the limits."""
    return all(workable(v) for amount in _amounts(claim) for v in (amount.low, amount.high, amount.step))


def _amounts(claim: Claim) -> Iterator[Amount]:
    yield from (m.value for m in (claim.amount, *claim.amounts) if m is not None)
    for change in (claim.change, *claim.changes):
        for noun in (change.value, *change.alternatives) if change is not None else ():
            yield from (m.value for m in (noun.amount, noun.origin, noun.target) if m is not None)


def moved_period(period: Period, months: int) -> Period:
    """Move a period by some months; unchanged where the calendar ends."""
    try:
        return period.moved(months)
    except (ValueError, OverflowError):
        return period
