"""Verdicts: a person's word, added to a history that is never rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from workbench.core.cleaning import clean_text
from workbench.core.errors import PublishError, UnknownNameError
from workbench.core.failures.publish_errors import (
    DisputedError,
    UngroundedError,
    UnratedError,
    VoteError,
    WithheldError,
)
from workbench.core.rating import RatingScale
from workbench.core.reviews.deferring import on_day
from workbench.core.reviews.required_votes import Lack, corrects
from workbench.core.verdict import Action, Review, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import assigning, grounds
from workbench.desk.verdicts.new_review import moment_at, new_review


def verdict(ports: DeskPorts, claim: str) -> Verdict:
    """Return what the reviews of a claim come to."""
    return verdict_of(ports, ports.store.claim_id(claim))


def verdict_of(ports: DeskPorts, key: str, reviews: Sequence[Review] | None = None) -> Verdict:
    """Return what the reviews of a claim come to, by its whole id; `reviews` where they were read already."""
    given = ports.store.reviews(key) if reviews is None else reviews
    return on_day(fold_reviews(key, ports.scale, given), ports.clock().date())


def seen_by(ports: DeskPorts, by: str) -> DeskPorts:
    """Return the desk as the one named sees it, which is another matter only in a blind project."""
    other = getattr(ports.store, "seen_by", None)
    return ports if other is None else replace(ports, store=other(reviewer(ports, by)))


@contextmanager
def alone_at(ports: DeskPorts, claim: str) -> Iterator[str]:
    """Yield the id of a claim to which nobody else adds until the block ends: what is checked in it holds when it is kept."""
    key = ports.store.claim_id(claim)
    with ports.store.together([key]):
        yield key


def to_act_on(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Return the verdict that somebody is about to change; nobody decides on what is not shown. Raises WithheldError."""
    found = verdict(seen_by(ports, by), claim)
    if found.withheld:
        raise WithheldError(found.claim, reviewer(ports, by))
    return found


def rate(ports: DeskPorts, claim: str, rating: str, note: str, by: str) -> Verdict:
    """Return rates a claim; the findings on the desk at that moment are kept with the rating.

    Raises:
        UnknownNameError: The scale has no such rating.
        PublishError: Readers would have it as a correction, and it rests on nothing.
    """
    ports.scales.scale(ports.scale).rating(rating)
    return add(ports, claim, Action.RATE, rating=rating, note=note, by=by)


def scale_given(ports: DeskPorts, review: Review) -> RatingScale | None:
    """Return the scale of a rating as it was when it was given; for one from before scales were kept, what is installed under its name."""
    if review.given_on is not None:
        return review.given_on
    try:
        return ports.scales.scale(review.scale or ports.scale)
    except UnknownNameError:
        return None


def scale_of(ports: DeskPorts, verdict: Verdict) -> RatingScale | None:
    """Return the scale of a verdict's newest rating; None without one, or where it is not known any more."""
    return scale_given(ports, verdict.ratings[-1]) if verdict.ratings else None


def label(ports: DeskPorts, review: Review) -> str:
    """Return label of a rating on its own scale; its key where the scale is not known any more."""
    scale = scale_given(ports, review)
    return scale.label(review.rating) if scale else review.rating or ""


def comment(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Add a note."""
    return add(ports, claim, Action.COMMENT, note=note, by=by)


def defer(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Defer a claim; it stays in the queue."""
    return add(ports, claim, Action.DEFER, note=note, by=by)


def dismiss(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Say that a claim is none: it leaves the queue. Raises RatedError where it was rated."""
    with alone_at(ports, claim) as key:
        assigning.check_unrated(verdict_of(ports, key), "dismissed")
        return add(ports, key, Action.DISMISS, note=note, by=by)


def take(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Take an open claim, so that nobody else begins with it. Raises TakenError, RatedError, DismissedError."""
    with alone_at(ports, claim) as key:
        stands = verdict_of(ports, key)
        so = assigning.is_so(stands, Action.TAKE, reviewer(ports, by), ports.review)
        return stands if so else add(ports, key, Action.TAKE, by=by)


def release(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Return a claim back to everybody; one that nobody took stays as it is."""
    with alone_at(ports, claim) as key:
        stands = verdict_of(ports, key)
        so = assigning.is_so(stands, Action.RELEASE, reviewer(ports, by), ports.review)
        return stands if so else add(ports, key, Action.RELEASE, note=note, by=by)


def mark_published(ports: DeskPorts, claim: str, by: str) -> Verdict:
    """Note that a verdict went out."""
    return add(ports, claim, Action.PUBLISH, by=by)


def undo(ports: DeskPorts, claim: str | None, by: str) -> Review | None:
    """Add the review that takes the reviewer's own newest standing one back, and return the one that was taken back."""
    ports = seen_by(ports, by)
    while (last := last_standing(ports, claim, by)) is not None:
        with alone_at(ports, last.claim) as key:
            if last_standing(ports, key, by) == last:  # else somebody did something in the meantime
                add(ports, key, Action.UNDO, by=by, undoes=last.id)
                return last
    return None


def last_standing(ports: DeskPorts, claim: str | None, by: str) -> Review | None:
    """Return the reviewer's own newest review that counts, of a claim or of all: what undo would take back."""
    ports, who = seen_by(ports, by), reviewer(ports, by)
    key = ports.store.claim_id(claim) if claim else _last_touched(ports, who)
    return verdict_of(ports, key).last_of(who) if key else None


def _last_touched(ports: DeskPorts, who: str) -> str | None:
    """Return the claim of the newest review that a reviewer can take back."""
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
"""How many of the newest reviews are looked at for one to take back: thousands may have been taken back in one go."""


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
    """Add a review to the history of a claim; one with a rating keeps the findings on the desk and the scale in use.

    Raises:
        PublishError: Readers would have its rating as a correction, and it rests on nothing.
    """
    with alone_at(ports, claim) as key:
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
    """Check that a rating that readers would have at once, as a correction, rests on something, and on as many people as the rule asks.

    Raises:
        PublishError: It rests on nothing, or on too few.
    """
    if not any(each.action is Action.PUBLISH for each in before):
        return
    coming = fold_reviews(review.claim, ports.scale, [*before, review])
    if coming.out != review:
        return
    if not grounds.is_grounded(ports, coming):
        raise UngroundedError(review.claim, label(ports, review), review.rating or "")
    if (lack := corrects(coming, ports.review)) is not None:
        raise refused(ports, coming, lack, "rate")


def refused(ports: DeskPorts, verdict: Verdict, lack: Lack, verb: str) -> PublishError:
    """Return why a verdict does not go to readers yet, with who has rated it; `verb` is what an editor would do."""
    given = [(review.reviewer, label(ports, review)) for review in verdict.ratings]
    if lack is Lack.RATING:
        return UnratedError(verdict.claim)
    if lack is Lack.AGREEMENT:
        return DisputedError(verdict.claim, given)
    return VoteError(verdict.claim, given, lack, ports.review.editors, verb)


def reviewer(ports: DeskPorts, by: str) -> str:
    """Return who reviews: the one named, or the one of the configuration."""
    return one_line(by) or one_line(ports.reviewer) or "reviewer"


def one_line(name: str) -> str:
    """Return a person's name, as it may stand in a line of the history."""
    return " ".join(clean_text(name).text.split())
