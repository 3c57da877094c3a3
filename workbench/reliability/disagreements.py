"""The claims to discuss: those on which reviewers differ, the largest difference first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.core.rating import RatingScale
from workbench.reliability.rated_claim import RatedClaim
from workbench.reliability.reviewer_agreement import ladder


@dataclass(frozen=True, slots=True)
class Differing:
    """A claim on which reviewers differ.

    Attributes:
        rated: The claim, with the rating of each reviewer.
        scale: The scale that it was rated on.
        steps: The number of steps between the most distant ratings on the ladder; None where fewer than two are on it.
        differing: How many pairs of reviewers differ.
        pairs: How many pairs there are.
    """

    rated: RatedClaim
    scale: RatingScale
    steps: int | None
    differing: int
    pairs: int


def differing(scale: RatingScale, rated: Iterable[RatedClaim]) -> Sequence[Differing]:
    """Find the claims on which reviewers differ: the most steps first, then the larger share of pairs that differ."""
    found = (_of(scale, each) for each in rated if len(set(each.ratings.values())) > 1)
    return sorted(found, key=further)


def further(each: Differing) -> tuple[int, float, int, str]:
    """Make the sort key of the claims to discuss; a rating off the ladder counts as one step from all others."""
    return (-(each.steps or 1), -each.differing / each.pairs, -each.pairs, each.rated.claim)


def _of(scale: RatingScale, rated: RatedClaim) -> Differing:
    steps, given = ladder(scale), list(rated.ratings.values())
    places = [steps.index(key) for key in given if key in steps]
    pairs = list(combinations(given, 2))
    distance = max(places) - min(places) if len(places) > 1 else None
    return Differing(rated, scale, distance, sum(one != other for one, other in pairs), len(pairs))
