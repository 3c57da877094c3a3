"""How long claims took, from the moments at which reviewers did something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby, pairwise

from workbench.core.verdict import Review

PAUSE = timedelta(minutes=30)
"""A reviewer who did nothing for longer was at something else."""


def working_time(reviews: Iterable[Review]) -> dict[tuple[str, str], timedelta]:
    """Return how long each reviewer worked on each claim, by reviewer (without capitals) and claim.

    The time between two things that a reviewer did belongs to the claim of the later one. What came first, or after a pause, has
    no beginning that is known, and several claims done in one go share a moment: both count for nothing.
    """
    taken: dict[tuple[str, str], timedelta] = {}
    ordered = sorted(reviews, key=lambda review: (review.who, review.at))
    for who, own in groupby(ordered, key=lambda review: review.who):
        for before, after in pairwise(own):
            gap = after.at - before.at
            if timedelta() < gap <= PAUSE and not (after.batch and after.batch == before.batch):
                taken[who, after.claim] = taken.get((who, after.claim), timedelta()) + gap
    return taken


def median_minutes(taken: Iterable[timedelta]) -> float | None:
    """Return the time in the middle, in minutes; None where there is none.

    >>> median_minutes([timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=2)])
    2.0
    """
    ordered = sorted(taken)
    if not ordered:
        return None
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return round(middle.total_seconds() / 60, 2)
