"""Levels that earlier claims give of what a claim measures: which they are, of when, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.claim import Claim, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount


def is_level_of(claim: Claim, other: Claim) -> bool:
    """Tells whether an earlier claim gives a level of what the claim measures."""
    mine, its = claim.measure.lower(), other.measure.lower()
    alike = bool(mine) and bool(its) and (mine in its or its in mine)
    return alike and other.place in {claim.place, None} and level_of(other) is not None


def times_of_levels(claim: Claim, earlier: Sequence[Claim]) -> Iterator[Mention[Period]]:
    """Gives the times of the levels of what a claim measures that were told before it, the last first."""
    yield from (each.period for each in earlier if is_level_of(claim, each) and each.period is not None)


def level_of(claim: Claim) -> Amount | None:
    """Gives the level that a claim gives, or that its change reaches; None where it gives none."""
    if claim.change is None:
        return None if claim.amount is None else claim.amount.value
    return None if claim.change.value.target is None else claim.change.value.target.value


def is_distance(size: Amount, one: Amount, other: Amount) -> bool:
    """Tells whether a figure is how far two others are apart, each as exact as it is written: 3.71 of 0.279 and 3.99."""
    rounded = (size.step + one.step + other.step) / 2
    return abs(abs(one.low - other.low) - size.low) < rounded


def is_before(period: Period, later: Mention[Period] | None) -> bool:
    """Tells whether a period ends before another of its length begins."""
    return later is not None and period.months == later.value.months and period.end <= later.value.start
