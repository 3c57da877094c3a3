"""Verdicts: adds reviews to a history that is never rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from workbench.core.errors import PublishError, UnknownNameError
from workbench.core.failures.publish_errors import (
    DisputedError,
    UngroundedError,
    UnratedError,
    VoteError,
    WithheldError,
)
from workbench.core.rating import RatingScale
from workbench.core.reviews.deferral_day import on_day
from workbench.core.reviews.required_votes import MissingForPublication, missing_for_correction
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import Action, Review, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import assigning, rating_grounds
from workbench.desk.verdicts.new_review import moment_at, new_review


def verdict(ports: DeskPorts, claim: str) -> Verdict:
    """Compute the verdict of a claim from its reviews."""
    return verdict_of(ports, ports.store.claim_id(claim))


def verdict_of(ports: DeskPorts, key: str, reviews: Sequence[Review] | None = None) -> Verdict:
    """Compute the verdict of a claim by its full id; pass `reviews` where they were read already."""
    given = ports.store.reviews(key) if reviews is None else reviews
    return on_day(fold_reviews(key, ports.scale, given), ports.clock().date())


def seen_by(ports: DeskPorts, by: str) -> DeskPorts:
    """Make the desk's view for a person, which differs only in a blind project."""
    other = getattr(ports.store, "seen_by", None)
    return ports if other is None else replace(ports, store=other(reviewer(ports, by)))


@contextmanager
def claim_locked(ports: DeskPorts, claim: str) -> Iterator[str]:
    """Lock a claim for the block and yield its id: what is checked in the block is still true when it is stored."""
    key = ports.store.claim_id(claim)
    with ports.store.together([key]):
        yield key


def to_act_on(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Load the verdict that somebody is about to change. Raises WithheldError where it is hidden from this person."""
    found = verdict(seen_by(ports, by), claim)
    if found.withheld:
        raise WithheldError(found.claim, reviewer(ports, by))
    return found


def rate(ports: DeskPorts, claim: str, rating: str, note: str, by: str) -> Verdict:
    """Rate a claim; the ids of the current findings are stored with the rating.

    Raises:
        UnknownNameError: The scale has no such rating.
        PublishError: It would be published at once as a correction, and has no grounds.
    """
    ports.scales.scale(ports.scale).rating(rating)
    return add(ports, claim, Action.RATE, rating=rating, note=note, by=by)


def scale_given(ports: DeskPorts, review: Review) -> RatingScale | None:
    """Find the scale of a rating as it was when it was given; for an older one, the installed scale of that name."""
    if review.given_on is not None:
        return review.given_on
    try:
        return ports.scales.scale(review.scale or ports.scale)
    except UnknownNameError:
        return None


def scale_of(ports: DeskPorts, verdict: Verdict) -> RatingScale | None:
    """Find the scale of a verdict's newest rating; None without a rating, or where the scale is no longer known."""
    return scale_given(ports, verdict.ratings[-1]) if verdict.ratings else None


def label(ports: DeskPorts, review: Review) -> str:
    """Find the label of a rating on its own scale; its key where the scale is no longer known."""
    scale = scale_given(ports, review)
    return scale.label(review.rating) if scale else review.rating or ""


def comment(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Add a note."""
    return add(ports, claim, Action.COMMENT, note=note, by=by)


def defer(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Defer a claim; it stays in the queue."""
    return add(ports, claim, Action.DEFER, note=note, by=by)


def dismiss(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Dismiss a claim as no claim: it leaves the queue. Raises RatedError where it was rated."""
    with claim_locked(ports, claim) as key:
        assigning.check_unrated(verdict_of(ports, key), "dismissed")
        return add(ports, key, Action.DISMISS, note=note, by=by)


def take(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Take an open claim, so that nobody else begins with it. Raises TakenError, RatedError, DismissedError."""
    with claim_locked(ports, claim) as key:
        stands = verdict_of(ports, key)
        so = assigning.is_so(stands, Action.TAKE, reviewer(ports, by), ports.review)
        return stands if so else add(ports, key, Action.TAKE, by=by)


def release(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Release a claim, so that anybody may take it; one that nobody took does not change."""
    with claim_locked(ports, claim) as key:
        stands = verdict_of(ports, key)
        so = assigning.is_so(stands, Action.RELEASE, reviewer(ports, by), ports.review)
        return stands if so else add(ports, key, Action.RELEASE, note=note, by=by)


def mark_published(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Record that a verdict was published."""
    return add(ports, claim, Action.PUBLISH, by=by)


def undo(ports: DeskPorts, claim: str | None, by: str) -> Review | None:
    """Undo the reviewer's own newest valid review, and return it."""
    ports = seen_by(ports, by)
    while (last := last_standing(ports, claim, by)) is not None:
        with claim_locked(ports, last.claim) as key:
            if last_standing(ports, key, by) == last:  # else somebody acted in the meantime
                add(ports, key, Action.UNDO, by=by, undoes=last.id)
                return last
    return None


def last_standing(ports: DeskPorts, claim: str | None, by: str) -> Review | None:
    """Find the reviewer's own newest valid review, of a claim or of all, which undo would take back."""
    ports, who = seen_by(ports, by), reviewer(ports, by)
    key = ports.store.claim_id(claim) if claim else _last_touched(ports, who)
    return verdict_of(ports, key).last_of(who) if key else None


def _last_touched(ports: DeskPorts, who: str) -> str | None:
    """Find the claim of the newest review that a reviewer can undo."""
    seen, undone = 0, set[str | None]()
    for most in _LOOKED_AT:
        reviews = ports.store.last_reviews(most)
        for review in reviews[seen:]:
            undone.add(review.undoes)
            if review.who != who.casefold() or review.action is Action.UNDO or review.id in undone:
                continue
            last = verdict_of(ports, review.claim).last_of(who)
            if last is not None and last.id == review.id:
                return review.claim
        if len(reviews) < most:
            break
        seen = len(reviews)
    return None


_LOOKED_AT = (50, 1_000, 20_000)
"""Numbers of newest reviews that are searched, step by step, for one to undo: thousands may have been undone together."""


def add(
    ports: DeskPorts,
    claim: str,
    action: Action,
    *,
    by: str,
    rating: str | None = None,
    note: str = "",
    undoes: str | None = None,
) -> Verdict:
    """Add a review to the history of a claim; one with a rating stores the ids of the current findings and the scale in use.

    Raises:
        PublishError: Its rating would be published at once as a correction, and has no grounds.
    """
    with claim_locked(ports, claim) as key:
        lying, before = ports.store.research(key), ports.store.reviews(key)
        review = new_review(
            ports,
            key,
            action,
            at=moment_at(ports, key, before),
            who=reviewer(ports, by),
            rating=rating,
            note=clean_text(note).text.strip(),
            findings=[f.id for f in lying.findings] if lying else (),
            undoes=undoes,
        )
        check_correction(ports, review, before)
        ports.store.review(review)
    return verdict_of(seen_by(ports, by), key)


def check_correction(ports: DeskPorts, review: Review, before: Sequence[Review]) -> None:
    """Check that a rating that is published at once as a correction has grounds, and as many raters as the rule requires.

    Raises:
        PublishError: It has no grounds, or too few raters.
    """
    if not any(each.action is Action.PUBLISH for each in before):
        return
    coming = fold_reviews(review.claim, ports.scale, [*before, review])
    if coming.out != review:
        return
    if not rating_grounds.is_grounded(ports, coming):
        raise UngroundedError(review.claim, label(ports, review), review.rating or "")
    if (lack := missing_for_correction(coming, ports.review)) is not None:
        raise refused(ports, coming, lack, "rate")


def refused(ports: DeskPorts, verdict: Verdict, lack: MissingForPublication, verb: str) -> PublishError:
    """Make the error why a verdict is not published yet, with who has rated it; `verb` is what an editor would do."""
    given = [(review.reviewer, label(ports, review)) for review in verdict.ratings]
    if lack is MissingForPublication.RATING:
        return UnratedError(verdict.claim)
    if lack is MissingForPublication.AGREEMENT:
        return DisputedError(verdict.claim, given)
    return VoteError(verdict.claim, given, lack, ports.review.editors, verb)


def reviewer(ports: DeskPorts, by: str) -> str:
    """Choose the reviewer: the named one, or the configured one."""
    return one_line(by) or one_line(ports.reviewer) or "reviewer"


def one_line(name: str) -> str:
    """Clean a person's name for a line of the history."""
    return " ".join(clean_text(name).text.split())
