"""Decisions of reviewers in words: what a history, a message and line mode say of a review or a choice of a series."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.core.rating import RatingScale
from workbench.core.reviewers.choice import Choice
from workbench.core.reviews.required_votes import Lack, ReviewRules, lacks
from workbench.core.verdict import PUBLIC, Action, Review, Verdict
from workbench.ports import ClaimRow

_BY_ANOTHER = "rated by another"

WITHHELD = f"{_BY_ANOTHER}; shown once yours is in"
"""What is said of a claim in a blind project before one's own rating."""

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
    """Return what a rated verdict still takes before readers get it, or why it is not shown; empty where nothing is missing."""
    if verdict.withheld:
        return WITHHELD
    lack = lacks(verdict, rules) if verdict.disputed or verdict.stage not in PUBLIC else None
    if lack is Lack.AGREEMENT:
        return "the ratings differ: not published before they agree"
    return f"awaits {lack.value}" if lack not in {None, Lack.RATING} else ""


def unreviewed(verdict: Verdict) -> str:
    """Return what stands in place of a history that shows nothing."""
    return sentence(WITHHELD) if verdict.withheld else "Nobody has reviewed this claim yet."


def sentence(words: str) -> str:
    """Return words as a sentence: a capital first, a full stop last."""
    return f"{words[0].upper()}{words[1:]}."


def row_rating(row: ClaimRow, label: Callable[[str], str]) -> str:
    """Return what a list says of a claim's rating: its label, that its reviewers differ or that it is withheld; empty where it has none."""
    if row.withheld:
        return _BY_ANOTHER
    if row.disputed:
        return "disputed"
    return label(row.rating) if row.rating else ""


def done_words(done: Review | Choice, scale: RatingScale) -> str:
    """Return a review or choice in words: ``rated Mostly false``, ``excluded Asylum applications``."""
    if isinstance(done, Choice):
        return f"{done.kind.label} {done.title or done.series}"
    return f"{_DONE[done.action]} {given_label(done, scale)}".strip() + aimed(done)


def aimed(review: Review) -> str:
    """Until when a review defers a claim, or to whom it gives it, behind what it did; empty for any other."""
    if review.until:
        return f" until {written_day(review.until)}"
    return f" to {review.to}" if review.to else ""


def deferred_words(what: Verdict | ClaimRow, word: str) -> str:
    """Return that a claim is deferred, in a word, with the day on which it comes back; empty where it is not."""
    if not what.deferred:
        return ""
    return f"{word} until {written_day(what.until)}" if what.until else word


def held_by(taken: Review) -> str:
    """Return who has a claim, and who gave it to her."""
    return taken.holder if taken.holder == taken.reviewer else f"{taken.holder} (assigned by {taken.reviewer})"


def written_day(day: date) -> str:
    """Return a day as it is read: ``5 December 2026``."""
    return f"{day.day} {day:%B} {day.year}"


def given_label(review: Review, scale: RatingScale) -> str:
    """Return label of a review's rating on the scale that it was given on, else on the current one."""
    return (review.given_on or scale).label(review.rating)
