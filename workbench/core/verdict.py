"""Verdicts: each is computed from the reviews of a claim, which are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate

from workbench.core.changed_copy import changed_copy
from workbench.core.recent_cache import Recent
from workbench.core.review import Action, Review, WithheldReview

__all__ = (
    "GIVEN",
    "PUBLIC",
    "Action",
    "Review",
    "Stage",
    "Verdict",
    "WithheldReview",
    "by_majority",
    "fold_reviews",
    "nothing_yet",
    "states_of",
    "valid_reviews",
    "with_review",
)  # fmt: skip


class Stage(StrEnum):
    """How far a verdict has come."""

    OPEN = "open"
    TAKEN = "taken"  # somebody works on it, and nobody else needs to begin
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DISMISSED = "dismissed"
    ASIDE = "aside"  # only in lists: joined, split, or of a hidden document; the stage by its reviews is another
    DEFERRED = "deferred"  # only in filters: open, and deferred


PUBLIC = frozenset({Stage.PUBLISHED, Stage.CORRECTED})
"""The stages in which a verdict is published."""

GIVEN = frozenset({Action.PUBLISH, Action.CORRECT, Action.UPDATE, Action.WITHDRAW})
"""Actions on what is published: another reviewer's undo does not go back beyond them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of all reviews of a claim.

    Attributes:
        claim: The claim's id.
        scale: The scale's key.
        rating: The rating's key; None while open, or while the reviewers' ratings differ and none was published.
        stage: How far it has come.
        deferred: Whether it was deferred, and nothing has happened since.
        until: The day on which a claim that was deferred comes back by itself; None without one.
        history: Every review, undone ones too, oldest first.
        standing: Ids of the reviews that count (not undone).
        ratings: The latest valid rating of each reviewer, in the order in which they were given.
        out: The published rating; None while there is none.
        tags: The tags that it has, in order of the alphabet.
        taken: The review by which somebody took the claim or was assigned it; None where nobody works on it.
        withheld: Whether others have rated it and their ratings are hidden until one has rated it oneself.
    """

    claim: str
    scale: str
    rating: str | None
    stage: Stage
    deferred: bool
    history: tuple[Review, ...]
    standing: frozenset[str]
    ratings: tuple[Review, ...] = ()
    out: Review | None = None
    tags: tuple[str, ...] = ()
    taken: Review | None = None
    withheld: bool = False
    until: date | None = None

    @property
    def disputed(self) -> bool:
        """Whether the valid ratings differ and no majority rating is published."""
        return self.rating is None and bool(self.ratings)

    @property
    def agreeing(self) -> tuple[Review, ...]:
        """The ratings that agree with the verdict, without those that were outvoted; empty while they differ."""
        return tuple(review for review in self.ratings if review.rating == self.rating)

    @property
    def note(self) -> str:
        """The newest note of a rating that agrees with the verdict; empty while the ratings differ (`ratings` has each one's note)."""
        return next((review.note for review in reversed(self.agreeing) if review.note), "")

    @property
    def last(self) -> Review | None:
        """The newest valid review."""
        return next((r for r in reversed(self.history) if r.id in self.standing), None)

    def last_of(self, reviewer: str) -> Review | None:
        """Find the newest valid review of one reviewer, which undo takes back.

        None where there is none, or where another reviewer has published, corrected or withdrawn since: what is published is corrected, not
        undone.
        """
        who = reviewer.casefold()
        for review in reversed(self.history):
            if review.id in self.standing and (review.who == who or review.action in GIVEN):
                return review if review.who == who else None
        return None


def fold_reviews(claim: str, scale: str, reviews: Sequence[Review]) -> Verdict:
    """Fold the reviews of a claim, oldest first, into its verdict.

    An UNDO cancels one earlier review and is itself never undone; to undo an undo, give the verdict again. Each reviewer has one
    rating, her latest: where two differ, both are kept, and the verdict has no rating until they agree. A correction after
    publication makes the verdict CORRECTED and keeps the old one in the history. A rating that differs from the others' is no
    correction yet: what is published stays. Where a rating is withheld, an approval is too.
    """
    standing = valid_reviews(reviews)
    withheld = [r for r in standing if isinstance(r, WithheldReview)]
    shown = tuple(r for r in reviews if not isinstance(r, WithheldReview)) if withheld else tuple(reviews)
    begun = _begun(claim, scale, shown, frozenset(r.id for r in standing) - {r.id for r in withheld})
    steps = list(accumulate(standing, with_review, initial=begun))
    if not withheld:
        _STATES.remember(steps[-1], steps[1:])
    elif any(r.action is Action.RATE for r in withheld):
        stage = Stage.DRAFT if steps[-1].stage is Stage.APPROVED else steps[-1].stage
        return changed_copy(steps[-1], withheld=True, stage=stage)
    return steps[-1]


def states_of(verdict: Verdict) -> Sequence[Verdict]:
    """List the states of a verdict after each valid review, oldest first."""
    return _STATES(verdict)


def _states(verdict: Verdict) -> Sequence[Verdict]:
    counting = (review for review in verdict.history if review.id in verdict.standing)
    return list(accumulate(counting, with_review, initial=nothing_yet(verdict.claim, verdict.scale)))[1:]


_STATES: Recent[Verdict, Sequence[Verdict]] = Recent(_states)
"""Cache: the states of one verdict are needed several times, for days, changes and the published part."""


def nothing_yet(claim: str, scale: str) -> Verdict:
    """Make the verdict of a claim that nobody has reviewed."""
    return _begun(claim, scale, (), frozenset())


def _begun(claim: str, scale: str, history: tuple[Review, ...], standing: frozenset[str]) -> Verdict:
    return Verdict(claim, scale, None, Stage.OPEN, deferred=False, history=history, standing=standing)


def valid_reviews(reviews: Sequence[Review]) -> list[Review]:
    """Select the valid reviews: neither undone nor an undo."""
    undone = {r.undoes for r in reviews if r.action is Action.UNDO and r.undoes}
    return [r for r in reviews if r.action is not Action.UNDO and (not undone or r.id not in undone)]


def with_review(verdict: Verdict, review: Review) -> Verdict:
    """Apply one more review to the verdict. The history is unchanged."""
    if review.action in _TAGGING:
        return _tagged(verdict, review)
    return _staged(_heard(_held(verdict, review), review), review)


def _heard(verdict: Verdict, review: Review) -> Verdict:
    """Apply a review's rating, if any, to a verdict, and set whether the claim is deferred."""
    deferred = (review.action is Action.DEFER, review.until)
    if (verdict.deferred, verdict.until) != deferred:
        verdict = changed_copy(verdict, deferred=deferred[0], until=deferred[1])
    if review.rating is None:
        return verdict
    ratings = (*(r for r in verdict.ratings if r.who != review.who), review)
    rating = None if _differ(ratings) else review.rating
    return changed_copy(verdict, ratings=ratings, rating=rating, scale=review.scale or verdict.scale)


def _differ(ratings: Sequence[Review]) -> bool:
    """Check whether ratings have different keys or different scales."""
    if len(ratings) < 2:
        return False
    keys, scales = {review.rating for review in ratings}, {review.scale for review in ratings} - {""}
    return len(keys) > 1 or len(scales) > 1


_TAGGING = frozenset({Action.TAG, Action.UNTAG})
"""Actions that do not judge the claim: it stays deferred, and at its stage."""


def _tagged(verdict: Verdict, review: Review) -> Verdict:
    others = set(verdict.tags) - {review.note}
    kept = {*others, review.note} if review.action is Action.TAG else others
    return changed_copy(verdict, tags=tuple(sorted(kept)))


def _held(now: Verdict, review: Review) -> Verdict:
    """Set who works on an open claim: the first who takes it, or the last one assigned, until somebody decides something or releases it."""
    if review.action is Action.ASSIGN:
        return changed_copy(now, stage=Stage.TAKEN, taken=review) if now.stage in {Stage.OPEN, Stage.TAKEN} else now
    if review.action is Action.TAKE:
        return changed_copy(now, stage=Stage.TAKEN, taken=review) if now.stage is Stage.OPEN else now
    if now.taken is None or review.action is Action.COMMENT:
        return now
    return changed_copy(now, stage=Stage.OPEN, taken=None)


def _staged(now: Verdict, review: Review) -> Verdict:
    """Set the stage of a verdict after a review, and its published rating."""
    stage = now.stage
    match review.action:
        case Action.RATE | Action.CORRECT | Action.UPDATE:
            return _rated(now, review)
        case Action.APPROVE:
            return changed_copy(now, stage=Stage.APPROVED if stage is Stage.DRAFT else stage)
        case Action.REJECT:
            return changed_copy(now, stage=Stage.DRAFT if stage is Stage.APPROVED else stage)
        case Action.PUBLISH:
            return _published(now) if now.ratings else now
        case Action.WITHDRAW:
            return changed_copy(now, stage=Stage.WITHDRAWN, out=None)
        case Action.DISMISS:
            return changed_copy(now, stage=Stage.DISMISSED if stage is Stage.OPEN else stage)
        case _:
            return now


def by_majority(verdict: Verdict) -> Verdict:
    """Decide a disputed verdict by the rating of more than half of its reviewers, at least two, and keep only theirs; else leave it as is."""
    for given in verdict.ratings if verdict.disputed else ():
        won = tuple(each for each in verdict.ratings if not _differ((given, each)))
        if len(won) > 1 and 2 * len(won) > len(verdict.ratings) and not _differ(won):
            return changed_copy(verdict, rating=won[-1].rating, scale=won[-1].scale or verdict.scale, ratings=won)
    return verdict


def _published(now: Verdict) -> Verdict:
    """Publish the rating that all or most reviewers gave, and put the agreeing ratings last; where there is none, change nothing."""
    found = by_majority(now)
    if found.disputed:
        return now
    outvoted = (each for each in now.ratings if each not in found.ratings)
    return changed_copy(found, stage=Stage.PUBLISHED, ratings=(*outvoted, *found.ratings), out=found.ratings[-1])


def _rated(now: Verdict, review: Review) -> Verdict:
    """Apply a rating: before publication it is a draft; afterwards it corrects, once all agree on another rating than the published one.

    A CORRECT or UPDATE review takes effect also with the same rating, since its reason and its figures are new.
    """
    if now.stage not in PUBLIC:
        return changed_copy(now, stage=Stage.DRAFT)
    again = review.action is Action.RATE
    same = again and now.out is not None and now.out in now.ratings and now.out.rating == now.rating
    return now if now.disputed or same else changed_copy(now, stage=Stage.CORRECTED, out=review)
