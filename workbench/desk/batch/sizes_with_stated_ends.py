"""Gives the size of a change the two ends that its text states for it: "from 54 % to 28 %, a drop of 26 points".

The ends are those of a change without a size, or two levels of the same measure, place and times. They are given only
where the size is just what lies between them: it was then worked out from rounded figures, and is as exact as these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.compare import follows_from_ends
from workbench.core.claim import Change, Claim, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount

_TWO = 2


def with_stated_ends(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Give a change with a size the ends that are stated beside it; any other claim stays.

    Args:
        claim: The claim.
        claims: All claims of its text.
    """
    mention = claim.change
    if mention is None or not _lacks_ends(mention.value) or claim.period is None or claim.trends:
        return claim
    near = [each for each in claims if each is not claim and _is_of_the_same(claim, each)]
    pairs = [_ends_of(each) for each in near if _is_move(claim, each)] or [_levels(claim, near, mention.value.base)]
    ends = pairs[0] if len(set(pairs)) == 1 else None
    if ends is None:
        return claim
    change = replace(mention.value, origin=ends[0], target=ends[1])
    return replace(claim, change=replace(mention, value=change)) if follows_from_ends(change) else claim


def _lacks_ends(change: Change) -> bool:
    return change.amount is not None and change.base is not None and change.origin is None and change.target is None


def _is_of_the_same(claim: Claim, other: Claim) -> bool:
    """Check whether another claim has the measure and the place of a change, and no comparison of its own."""
    alike = claim.measure == other.measure or claim.measure_from_before
    return alike and claim.place == other.place and other.comparison is None and other.rank is None


def _is_move(claim: Claim, other: Claim) -> bool:
    """Check whether another claim tells of the same change by its ends alone."""
    if claim.change is None or other.change is None or other.change.value.amount is not None:
        return False
    ours, theirs = claim.change.value, other.change.value
    times = ours.base == theirs.base and claim.period is not None and _time(claim) == _time(other)
    return times and ours.direction is theirs.direction and theirs.origin is not None and theirs.target is not None


def _ends_of(claim: Claim) -> tuple[Mention[Amount], Mention[Amount]] | None:
    change = claim.change.value if claim.change is not None else None
    if change is None or change.origin is None or change.target is None:
        return None
    return change.origin, change.target


def _levels(claim: Claim, near: Sequence[Claim], base: Period | None) -> tuple[Mention[Amount], Mention[Amount]] | None:
    """Take the only level of each of the two times of a change."""
    found = [
        [each.amount for each in near if each.change is None and each.amount is not None and _time(each) == when]
        for when in (base, _time(claim))
    ]
    if base is None or any(len(each) != 1 for each in found) or len(found) != _TWO:
        return None
    return found[0][0], found[1][0]


def _time(claim: Claim) -> Period | None:
    return claim.period.value if claim.period is not None else None
