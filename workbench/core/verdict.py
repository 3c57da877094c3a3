"""What a person says of a claim: reviews, which are only ever added, and the verdict that they fold to."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a rating scale.

    Attributes:
        key: What commands and files say ("mostly-true").
        label: What readers see ("Mostly true").
        meaning: When to give it, one sentence.
        value: Its number where the scale is a ladder (1 is false); None for ratings off the ladder.
        digit: The key that gives it in the TUI.
        tone: ``good``, ``mixed``, ``bad`` or ``none``: a colour that repeats the word, never replaces it.
    """

    key: str
    label: str
    meaning: str
    value: int | None = None
    digit: str = ""
    tone: str = "none"


@dataclass(frozen=True, slots=True)
class RatingScale:
    """The ratings that a newsroom uses, best first."""

    key: str
    title: str
    ratings: tuple[Rating, ...]

    def rating(self, key: str) -> Rating:
        """The rating of that key.

        Raises:
            UnknownNameError: With the nearest right one.
        """
        for rating in self.ratings:
            if rating.key == key:
                return rating
        raise UnknownNameError("rating", key, [rating.key for rating in self.ratings])


class Action(StrEnum):
    """What a review does."""

    RATE = "rate"
    COMMENT = "comment"
    APPROVE = "approve"
    REJECT = "reject"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    DEFER = "defer"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One thing that a person did with a claim. Never changed, never deleted.

    Attributes:
        claim: The claim's id.
        reviewer: Who.
        at: When, in UTC.
        action: What.
        rating: For RATE and CORRECT, the rating's key.
        scale: The scale that the key belongs to.
        note: The reviewer's words.
        findings: Ids of the findings that lay on the desk.
        undoes: For UNDO, the id of the review that no longer counts.
        nonce: Tells apart two equal reviews of one moment.
    """

    claim: str
    reviewer: str
    at: datetime
    action: Action
    rating: str | None = None
    scale: str = ""
    note: str = ""
    findings: tuple[str, ...] = ()
    undoes: str | None = None
    nonce: str = ""

    @property
    def id(self) -> str:
        """Twelve hex digits over all of it."""
        text = repr(
            (self.claim, self.reviewer, self.at.isoformat(), self.action.value, self.rating, self.scale, self.note,
             self.findings, self.undoes, self.nonce)
        )  # fmt: skip
        return hashlib.sha256(text.encode()).hexdigest()[:12]


class Stage(StrEnum):
    """How far a verdict has come."""

    OPEN = "open"
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reviews of a claim come to.

    Attributes:
        claim: The claim's id.
        scale: The scale's key.
        rating: The rating's key; None while open.
        stage: How far it has come.
        deferred: Whether it was put off, and nothing has happened since.
        history: Every review, undone ones too, oldest first.
        standing: Ids of the reviews that count (not undone).
    """

    claim: str
    scale: str
    rating: str | None
    stage: Stage
    deferred: bool
    history: tuple[Review, ...]
    standing: frozenset[str]

    @property
    def note(self) -> str:
        """The note of the review that gave the rating."""
        for review in reversed(self.history):
            if review.id in self.standing and review.rating is not None:
                return review.note
        return ""

    @property
    def last(self) -> Review | None:
        """The newest review that counts: what undo would undo."""
        return next((r for r in reversed(self.history) if r.id in self.standing), None)


def fold_reviews(claim: str, scale: str, reviews: Sequence[Review]) -> Verdict:
    """Folds the reviews of a claim, oldest first, into its verdict.

    An UNDO takes one earlier review out of the count and is itself never undone; undoing an undo is giving the verdict again.
    A correction after publication makes the verdict CORRECTED and keeps the old one in the history.
    """
    undone = {r.undoes for r in reviews if r.action is Action.UNDO and r.undoes}
    standing = [r for r in reviews if r.action is not Action.UNDO and r.id not in undone]
    rating: str | None = None
    stage, deferred, of_scale = Stage.OPEN, False, scale
    for review in standing:
        deferred = review.action is Action.DEFER
        if review.rating is not None:
            rating, of_scale = review.rating, review.scale or of_scale
        stage = _next_stage(stage, review.action)
    return Verdict(claim, of_scale, rating, stage, deferred, tuple(reviews), frozenset(r.id for r in standing))


def _next_stage(stage: Stage, action: Action) -> Stage:
    match action:
        case Action.RATE:
            return Stage.CORRECTED if stage in {Stage.PUBLISHED, Stage.CORRECTED} else Stage.DRAFT
        case Action.APPROVE:
            return Stage.APPROVED if stage is Stage.DRAFT else stage
        case Action.REJECT:
            return Stage.DRAFT if stage is Stage.APPROVED else stage
        case Action.PUBLISH:
            return Stage.PUBLISHED
        case Action.CORRECT:
            return Stage.CORRECTED
        case Action.WITHDRAW:
            return Stage.WITHDRAWN
        case _:
            return stage
