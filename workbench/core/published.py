"""The public part of a verdict: what was published and corrected, without drafts, notes and internal disputes.

A report is read outside. A colleague's first rating, a note to oneself, a rating that was taken back or
that the others do not share yet are the desk's own; what stands for readers is the rating that went out, who gave it, and when it was
published and corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from workbench.core.verdict import PUBLIC, Action, Review, Verdict, after, nothing_yet

_TOLD = frozenset({Action.APPROVE, Action.PUBLISH, Action.WITHDRAW})


def as_published(verdict: Verdict) -> Verdict | None:
    """The verdict as readers have it, with the history that they may read; None where they have none.

    Where reviewers differ since it went out, it is the rating that went out.
    """
    out = verdict.out
    if verdict.stage not in PUBLIC or out is None:
        return None
    told = _told(verdict)
    return replace(
        verdict,
        rating=out.rating,
        scale=out.scale or verdict.scale,
        deferred=False,
        history=told,
        standing=frozenset(review.id for review in told),
        ratings=(out,) if verdict.disputed else verdict.ratings,
    )


def first_published(verdict: Verdict) -> datetime | None:
    """Time of the first publication; None while the verdict is not published."""
    return next((review.at for review, _ in _released(verdict)), None) if verdict.stage in PUBLIC else None


def last_corrected(verdict: Verdict) -> datetime | None:
    """Time of the last published correction; None where there is none."""
    first = first_published(verdict)
    later = [review.at for review, corrects in _released(verdict) if corrects]
    return max(first, *later) if first is not None and later else None


def _told(verdict: Verdict) -> tuple[Review, ...]:
    """Publications, approvals, and the ratings that were or are part of what readers have, oldest first."""
    shared = {review.id for now in _states(verdict) if now.stage in PUBLIC for review in _shared(now)}
    return tuple(review for review in _standing(verdict) if review.action in _TOLD or review.id in shared)


def _shared(now: Verdict) -> tuple[Review, ...]:
    """The ratings behind what readers have at that point."""
    if now.out is None:
        return ()
    return (now.out,) if now.disputed else now.ratings


def _released(verdict: Verdict) -> Iterator[tuple[Review, bool]]:
    """Each review by which readers were given something, and whether it corrects what they had."""
    out: Review | None = None
    for review, now in zip(_standing(verdict), _states(verdict), strict=True):
        if now.out is not None and now.out != out:
            other = out is not None and (out.rating, out.scale) != (now.out.rating, now.out.scale)
            yield review, other or review.action is not Action.PUBLISH
        out = now.out or out


def _standing(verdict: Verdict) -> list[Review]:
    return [review for review in verdict.history if review.id in verdict.standing]


def _states(verdict: Verdict) -> list[Verdict]:
    """What the verdict came to after each review that counts."""
    start = nothing_yet(verdict.claim, verdict.scale)
    return list(accumulate(_standing(verdict), after, initial=start))[1:]
