"""The shapes of verdicts and reviews that scripts see."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

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
    """Return who has a claim, since when, and who gave it to her where that was another."""
    given = taken.reviewer if taken.to else None
    return {"reviewer": taken.holder, "at": taken.at.isoformat(), "assigned_by": given}


def rating_record(review: Review) -> Json:
    """Return one reviewer's rating that counts."""
    return {
        "reviewer": review.reviewer,
        "rating": review.rating,
        "label": review.given_on.label(review.rating) if review.given_on else None,
        "scale": review.scale,
        "note": review.note,
        "at": review.at.isoformat(),
    }


def review_record(review: Review) -> Json:
    """Return a line of the history, without the review's copy of the scale: its fields in plain form, those at their default left out."""
    return {name: _plain(value) for name, default in _LINE if (value := getattr(review, name)) is not default}


_LINE = tuple((each.name, each.default) for each in fields(Review) if each.name != "given_on")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
