"""How long claims took, computed from the times of the reviews."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby, pairwise

from workbench.core.verdict import Review

PAUSE = timedelta(minutes=30)
"""After a longer gap the reviewer is assumed to have done something else."""


def working_time(reviews: Iterable[Review]) -> dict[tuple[str, str], timedelta]:
    """Compute how long each reviewer worked on each claim, by reviewer (without capitals) and claim.

    The time between two reviews of one person counts for the claim of the later one. The first review, and one after a pause, have no
    known beginning, and several claims reviewed in one action have the same time: none of these count.
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
    """Compute the median, in minutes; None where there is no time.

    >>> median_minutes([timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=2)])
    2.0
    """
    ordered = sorted(taken)
    if not ordered:
        return None
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return round(middle.total_seconds() / 60, 2)
