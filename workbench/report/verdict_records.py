"""Records of verdicts and reviews for scripts."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from workbench.core.verdict import Review, Verdict

Json = dict[str, Any]


def verdict_record(verdict: Verdict) -> Json:
    """Make the record of a verdict. `rating` is null while open, and while `ratings`, one per reviewer, differ (`disputed`)."""
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
    """Make the record of who has a claim, since when, and who assigned it where that was another person."""
    given = taken.reviewer if taken.to else None
    return {"reviewer": taken.holder, "at": taken.at.isoformat(), "assigned_by": given}


def rating_record(review: Review) -> Json:
    """Make the record of one reviewer's valid rating."""
    return {
        "reviewer": review.reviewer,
        "rating": review.rating,
        "label": review.given_on.label(review.rating) if review.given_on else None,
        "scale": review.scale,
        "note": review.note,
        "at": review.at.isoformat(),
    }


def review_record(review: Review) -> Json:
    """Make the record of a review in plain form, without its copy of the scale and without fields at their default."""
    return {name: _plain(value) for name, default in _LINE if (value := getattr(review, name)) is not default}


_LINE = tuple((each.name, each.default) for each in fields(Review) if each.name != "given_on")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
