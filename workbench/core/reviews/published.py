"""The public part of a verdict: what was published, corrected and withdrawn, without drafts, notes and internal disputes.

Reports are read outside the newsroom. A colleague's first rating, a note to oneself, and a rating that was taken back or that the
others do not share yet are internal. Readers get the rating that was published, who gave it, and when it was published and corrected.
A withdrawn verdict stays public as withdrawn: readers who come back find since when and why (IFCN code of principles, commitment 5;
EFCSN code of standards, corrections).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.changed_copy import changed_copy
from workbench.core.recent_cache import Recent
from workbench.core.verdict import PUBLIC, Action, Review, Stage, Verdict, states_of

_KEPT_ACTIONS = frozenset({Action.APPROVE, Action.PUBLISH, Action.WITHDRAW})


class ChangeKind(StrEnum):
    """Why the published verdict changed: our error, revised figures, withdrawal, or publication after a withdrawal."""

    CORRECTED = "corrected"
    UPDATED = "updated"
    WITHDRAWN = "withdrawn"
    RESTORED = "published again"


@dataclass(frozen=True, slots=True)
class Release:
    """A review that changed what is published.

    Attributes:
        review: The review.
        before: The last rating published before it; None for the first publication.
        after: The rating published since; None for a withdrawal.
        restores: Whether the verdict was withdrawn until then.
    """

    review: Review
    before: Review | None
    after: Review | None
    restores: bool = False

    @property
    def kind(self) -> ChangeKind | None:
        """The kind of change; None for a first publication, and for one that repeats what was published."""
        if self.before is None:
            return None
        if self.after is None:
            return ChangeKind.WITHDRAWN
        if self.review.action is Action.PUBLISH and _same(self.before, self.after):
            return ChangeKind.RESTORED if self.restores else None
        return ChangeKind.UPDATED if self.review.action is Action.UPDATE else ChangeKind.CORRECTED


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that was published, as the database records it.

    Attributes:
        release: The id of the review that published it.
        claim: The claim's id.
        at: When it was made.
        body: The hash of its bytes, the key under which the archive has them.
        size: How many bytes.
    """

    release: str
    claim: str
    at: datetime
    body: str
    size: int


def as_published(verdict: Verdict) -> Verdict | None:
    """Reduce a verdict to what is published, with the history that readers may see; None where nothing is published.

    Where reviewers have come to differ since publication, the published rating counts. A withdrawn verdict has no rating, whatever has
    been drafted since.
    """
    return _AS_PUBLISHED(verdict)


def _as_published(verdict: Verdict) -> Verdict | None:
    out, kept = verdict.out, _history(verdict)
    if verdict.stage not in PUBLIC or out is None:
        return _as_withdrawn(verdict)
    return changed_copy(
        verdict,
        rating=out.rating,
        scale=out.scale or verdict.scale,
        deferred=False,
        history=kept,
        standing=frozenset(review.id for review in kept),
        ratings=_shared(verdict),
    )


_AS_PUBLISHED: Recent[Verdict, Verdict | None] = Recent(_as_published)


def is_public(verdict: Verdict) -> bool:
    """Check whether readers know the verdict: it is published, corrected or withdrawn."""
    return verdict.stage in PUBLIC or withdrawal(verdict) is not None


def withdrawal(verdict: Verdict) -> Review | None:
    """Find the review that withdrew the verdict; None while it is published, and where it never was."""
    if verdict.stage in PUBLIC:
        return None
    last = next(reversed(releases(verdict)), None)
    return last.review if last is not None and last.after is None else None


def releases(verdict: Verdict) -> list[Release]:
    """List the reviews that changed what is published, oldest first."""
    return list(_RELEASES(verdict))


def changes(verdict: Verdict) -> list[tuple[ChangeKind, Release]]:
    """List the corrections, updates, withdrawals and later publications after the first publication, oldest first."""
    return [(kind, release) for release in _RELEASES(verdict) if (kind := release.kind) is not None]


def first_published(verdict: Verdict) -> datetime | None:
    """Find the time of the first publication; None where there was none."""
    return next((release.review.at for release in _RELEASES(verdict)), None)


def last_corrected(verdict: Verdict) -> datetime | None:
    """Find the time of the last change after the first publication; None where there is none."""
    first = first_published(verdict)
    change_times = [release.review.at for _, release in changes(verdict)]
    return max(first, *change_times) if first is not None and change_times else None


def _as_withdrawn(verdict: Verdict) -> Verdict | None:
    gone = withdrawal(verdict)
    if gone is None:
        return None
    standing = _standing(verdict)
    until = {review.id for review in standing[: standing.index(gone) + 1]}
    kept = tuple(review for review in _history(verdict) if review.id in until)
    return changed_copy(
        verdict,
        stage=Stage.WITHDRAWN,
        rating=None,
        deferred=False,
        history=kept,
        standing=frozenset(review.id for review in kept),
        ratings=(),
    )


def _history(verdict: Verdict) -> tuple[Review, ...]:
    """Select publications, approvals, and the ratings that are or were published, oldest first."""
    shared = {review.id for now in states_of(verdict) if now.stage in PUBLIC for review in _shared(now)}
    return tuple(review for review in _standing(verdict) if review.action in _KEPT_ACTIONS or review.id in shared)


def _shared(now: Verdict) -> tuple[Review, ...]:
    """Find the ratings that make up the published verdict at that point."""
    if now.out is None:
        return ()
    return (now.out,) if now.disputed else now.agreeing


def _releases(verdict: Verdict) -> tuple[Release, ...]:
    return tuple(_released(verdict))


def _released(verdict: Verdict) -> Iterator[Release]:
    had: Review | None = None  # the rating published last, withdrawn or not
    out: Review | None = None
    for review, now in zip(_standing(verdict), states_of(verdict), strict=True):
        if now.out != out and (now.out is not None or had is not None):
            yield Release(review, had, now.out, restores=had is not None and out is None)
        out, had = now.out, now.out or had


_RELEASES: Recent[Verdict, tuple[Release, ...]] = Recent(_releases)


def _same(one: Review, other: Review) -> bool:
    return (one.rating, one.scale) == (other.rating, other.scale)


def _standing(verdict: Verdict) -> list[Review]:
    return [review for review in verdict.history if review.id in verdict.standing]
