"""The shapes of verdicts and reviews that scripts see."""

from __future__ import annotations

from typing import Any

from workbench.core.changed import changed
from workbench.core.encoding.codec import dump
from workbench.core.verdict import Review, Verdict

Json = dict[str, Any]


def verdict_record(verdict: Verdict) -> Json:
    """Record of a verdict. `rating` is null while open and while `ratings`, one a reviewer, differ (`disputed`)."""
    return {
        "rating": verdict.rating,
        "stage": verdict.stage.value,
        "scale": verdict.scale,
        "note": verdict.note,
        "disputed": verdict.disputed,
        "withheld": verdict.withheld,
        "ratings": [rating_record(review) for review in verdict.ratings],
        "tags": list(verdict.tags),
        "taken": _taken_record(verdict.taken) if verdict.taken else None,
        "deferred": verdict.deferred,
        "until": verdict.until.isoformat() if verdict.until else None,
    }


def _taken_record(taken: Review) -> Json:
    """Who has a claim, since when, and who gave it to her where that was another."""
    given = taken.reviewer if taken.to else None
    return {"reviewer": taken.holder, "at": taken.at.isoformat(), "assigned_by": given}


def rating_record(review: Review) -> Json:
    """One reviewer's rating that counts."""
    return {
        "reviewer": review.reviewer,
        "rating": review.rating,
        "label": review.given_on.label(review.rating) if review.given_on else None,
        "scale": review.scale,
        "note": review.note,
        "at": review.at.isoformat(),
    }


def review_record(review: Review) -> Json:
    """A line of the history, without the review's copy of the scale."""
    kept: Json = dump(changed(review, given_on=None))
    return {key: value for key, value in kept.items() if key != "given_on"}
