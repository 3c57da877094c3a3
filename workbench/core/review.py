"""Reviews: what a person did to a claim."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.core.rating import RatingScale, shared, written
from workbench.core.recent_cache import computed_once


class Action(StrEnum):
    """What a review does."""

    RATE = "rate"
    COMMENT = "comment"
    APPROVE = "approve"
    REJECT = "reject"
    PUBLISH = "publish"
    CORRECT = "correct"
    UPDATE = "update"
    WITHDRAW = "withdraw"
    DEFER = "defer"
    DISMISS = "dismiss"
    TAG = "tag"
    UNTAG = "untag"
    TAKE = "take"
    ASSIGN = "assign"
    RELEASE = "release"
    UNDO = "undo"


@dataclass(frozen=True, kw_only=True)  # no slots: its id is worked out once and kept
class Review:
    """One action of a reviewer on a claim. It is never changed and never deleted.

    Attributes:
        claim: The claim's id.
        reviewer: Who.
        at: When, in UTC.
        action: What.
        rating: For RATE, CORRECT and UPDATE, the rating's key. CORRECT means that we made an error, UPDATE that the figures were revised.
        scale: The scale that the key belongs to.
        note: The reviewer's words; for TAG and UNTAG, the tag.
        findings: Ids of the findings that were on screen.
        undoes: For UNDO, the id of the review that no longer counts.
        nonce: Distinguishes two equal reviews of one moment.
        given_on: The scale as it was when the rating was given, so that a scale that is changed or taken away later does not
            change what was said; None for reviews from before scales were kept.
        batch: A common key of reviews that were given in one action and are undone in one; empty for a single review.
        until: For DEFER, the day on which the claim comes back by itself; None where no day was given.
        to: For ASSIGN, who is to do it.
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
    given_on: RatingScale | None = None
    batch: str = ""
    until: date | None = None
    to: str = ""

    def __post_init__(self) -> None:
        if self.given_on is not None:
            object.__setattr__(self, "given_on", shared(self.given_on))

    @computed_once
    def id(self) -> str:
        """Twelve hex digits: a hash of all fields."""
        text = repr(
            (self.claim, self.reviewer, self.at.isoformat(), self.action.value, self.rating, self.scale, self.note,
             self.findings, self.undoes, self.nonce)
        )  # fmt: skip
        kept = written(self.given_on) if self.given_on is not None else ""
        more = (
            repr((str(self.until or ""), self.to)) if self.until or self.to else ""
        )  # left out where empty, so that the ids of reviews older than these fields stay the same
        return hashlib.sha256(f"{text}{kept}{self.batch}{more}".encode()).hexdigest()[:12]

    @property
    def who(self) -> str:
        """The reviewer's name for comparisons, which ignore capitals."""
        return self.reviewer.casefold()

    @property
    def holder(self) -> str:
        """For TAKE and ASSIGN, the reviewer who has the claim from then on."""
        return self.to or self.reviewer


class WithheldReview(Review):
    """Placeholder for another reviewer's review that somebody may not see yet: without rating, note and name."""
