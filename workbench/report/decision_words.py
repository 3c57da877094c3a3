"""Decisions of reviewers in words: reviews and choices of series for histories, messages and line mode."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.core.rating import RatingScale
from workbench.core.reviewers.series_choice import Choice
from workbench.core.reviews.required_votes import MissingForPublication, ReviewRules, missing_for_publication
from workbench.core.verdict import PUBLIC, Action, Review, Verdict
from workbench.ports import ClaimRow

_BY_ANOTHER = "rated by another"

WITHHELD = f"{_BY_ANOTHER}; shown once yours is in"
"""The text for others' ratings in a blind project before one's own rating."""

_DONE = {
    Action.RATE: "rated",
    Action.COMMENT: "noted",
    Action.APPROVE: "approved",
    Action.REJECT: "sent back",
    Action.PUBLISH: "published",
    Action.CORRECT: "corrected to",
    Action.UPDATE: "updated to",
    Action.WITHDRAW: "withdrawn",
    Action.DEFER: "deferred",
    Action.DISMISS: "dismissed as no claim",
    Action.TAG: "tagged",
    Action.UNTAG: "tag taken off",
    Action.TAKE: "taken",
    Action.ASSIGN: "assigned",
    Action.RELEASE: "released",
    Action.UNDO: "took back",
}


def awaited(verdict: Verdict, rules: ReviewRules) -> str:
    """Say what a rated verdict still needs before publication, or why it is not shown; empty where nothing is missing."""
    if verdict.withheld:
        return WITHHELD
    lack = missing_for_publication(verdict, rules) if verdict.disputed or verdict.stage not in PUBLIC else None
    if lack is MissingForPublication.AGREEMENT:
        return "the ratings differ: not published before they agree"
    return f"awaits {lack.value}" if lack not in {None, MissingForPublication.RATING} else ""


def unreviewed(verdict: Verdict) -> str:
    """Write the text for an empty history."""
    return sentence(WITHHELD) if verdict.withheld else "Nobody has reviewed this claim yet."


def sentence(words: str) -> str:
    """Turn words into a sentence: a capital first, a full stop last."""
    return f"{words[0].upper()}{words[1:]}."


def row_rating(row: ClaimRow, label: Callable[[str], str]) -> str:
    """Write a claim's rating for a list: its label, that its reviewers differ or that it is withheld; empty where it has none."""
    if row.withheld:
        return _BY_ANOTHER
    if row.disputed:
        return "disputed"
    return label(row.rating) if row.rating else ""


def done_words(done: Review | Choice, scale: RatingScale) -> str:
    """Say what a review or choice did: ``rated Mostly false``, ``excluded Asylum applications``."""
    if isinstance(done, Choice):
        return f"{done.kind.label} {done.title or done.series}"
    return f"{_DONE[done.action]} {given_label(done, scale)}".strip() + aimed(done)


def aimed(review: Review) -> str:
    """Say until when a review defers a claim, or to whom it assigns it, to be put after `done_words`; empty for any other."""
    if review.until:
        return f" until {written_day(review.until)}"
    return f" to {review.to}" if review.to else ""


def deferred_words(what: Verdict | ClaimRow, word: str) -> str:
    """Say that a claim is deferred, with the day on which it comes back; empty where it is not."""
    if not what.deferred:
        return ""
    return f"{word} until {written_day(what.until)}" if what.until else word


def held_by(taken: Review) -> str:
    """Say who has a claim, and who assigned it."""
    return taken.holder if taken.holder == taken.reviewer else f"{taken.holder} (assigned by {taken.reviewer})"


def written_day(day: date) -> str:
    """Write a day for readers: ``5 December 2026``."""
    return f"{day.day} {day:%B} {day.year}"


def given_label(review: Review, scale: RatingScale) -> str:
    """Find the label of a review's rating on the scale on which it was given, else on the current one."""
    return (review.given_on or scale).label(review.rating)
