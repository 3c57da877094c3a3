"""Many decisions at once: rate, defer, dismiss, tag; a hundred per transaction, undone together.

What the decisions need from the desk is read once for all of them, so that a thousand cost little more than their rows.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from workbench.core.errors import WorkbenchError
from workbench.core.reviewers.tag import tag_name
from workbench.core.series import SeriesRef
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import Action, Review, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.memory.remembering import Remembering
from workbench.desk.series_references import need_source
from workbench.desk.verdicts import assigning, verdicts
from workbench.desk.verdicts.concurrent_ratings import check_seen
from workbench.desk.verdicts.new_review import after_all, new_review

AT_ONCE = 100
"""Number of decisions in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about a claim.

    Attributes:
        claim: The claim's id, or the beginning of it.
        action: RATE, DEFER, DISMISS, COMMENT, TAG, UNTAG, TAKE, ASSIGN or RELEASE.
        rating: For RATE, the rating's key.
        note: The reviewer's words; for TAG and UNTAG, the tag.
        by: Who; the desk's reviewer where it is empty.
        on: The series that a rating rests on; by default the first that gave a figure.
        until: For DEFER, the day on which it comes back; None without one.
        to: For ASSIGN, who is to do it.
        seen: For RATE, the reviews that were seen before it; with None this is not checked.
        batch: A common key of decisions that are undone together; empty for a single one.
    """

    claim: str
    action: Action
    rating: str = ""
    note: str = ""
    by: str = ""
    on: SeriesRef | None = None
    until: date | None = None
    to: str = ""
    seen: frozenset[str] | None = None
    batch: str = ""

    def of(self, claim: str, batch: str = "") -> Decision:
        """Copy the decision for another claim."""
        return replace(self, claim=claim, batch=batch)


_CHECKED = assigning.ASSIGNING | {Action.DISMISS}
"""Decisions that the stage of a claim may forbid."""

Answer = Verdict | WorkbenchError
"""The verdict of a claim after a decision, or the error why it was not taken."""


def new_batch() -> str:
    """Make a key for decisions that are undone together."""
    return secrets.token_hex(6)


def decide_all(ports: DeskPorts, memory: Remembering, given: Iterable[Decision]) -> Sequence[Answer]:
    """Take decisions in order, a hundred per transaction; for one that cannot be taken, the error is returned.

    Raises:
        StoreError: The database cannot be used; earlier decisions are stored.
    """
    answers: list[Answer] = []
    waiting = iter(given)
    while some := list(islice(waiting, AT_ONCE)):
        with ports.store.together(each.claim for each in some):
            answers += _DecisionBatch(ports, memory, some).answers()
    return answers


class _DecisionBatch:
    """The decisions of one transaction, and the data of their claims."""

    def __init__(self, ports: DeskPorts, memory: Remembering, given: Sequence[Decision]) -> None:
        self.ports, self.memory, self.given = ports, memory, given
        keys = list(dict.fromkeys(ports.store.which_claims([each.claim for each in given])))
        self.claims: dict[str, str] = {key: key for key in keys}
        self.history = {key: list(reviews) for key, reviews in ports.store.histories(keys).items()}
        self.researched = ports.store.researched_among(keys)

    def answers(self) -> list[Answer]:
        """Take the decisions."""
        made = [self._made(each) for each in self.given]
        reviews = [review for review, _ in made if isinstance(review, Review)]
        verdicts = self.ports.store.review_all(reviews)
        self._remember([(review, each.on) for (review, _), each in zip(made, self.given, strict=True)])
        return [
            self._comes_to(review, verdicts, count) if isinstance(review, Review) else review for review, count in made
        ]

    def _made(self, each: Decision) -> tuple[Review | Answer, int]:
        """Make the review of a decision, or the reason why there is none, with the number of the claim's reviews including it."""
        try:
            review = self._review(each)
        except WorkbenchError as error:
            return error, 0
        if isinstance(review, Verdict):
            return review, 0
        history = self.history.setdefault(review.claim, [])
        history.append(review)
        return review, len(history)

    def _comes_to(self, review: Review, verdicts: Mapping[str, Verdict], count: int) -> Verdict:
        """Compute the verdict after a review, without later decisions of the same batch about the claim."""
        history = self.history[review.claim]
        if count == len(history):
            return verdicts[review.claim]
        return fold_reviews(review.claim, self.ports.scale, history[:count])

    def _remember(self, given: Sequence[tuple[Review | Answer, SeriesRef | None]]) -> None:
        """Store the series that ratings rest on in the memory."""
        resting = [(r, on) for r, on in given if isinstance(r, Review) and r.rating and (r.findings or on)]
        if resting:
            claims = {claim.id: claim for claim in self.ports.store.readings([review.claim for review, _ in resting])}
            self.memory.rated_all([(claims[r.claim], r, on) for r, on in resting if r.claim in claims])

    def _claim(self, key: str) -> str:
        """Find the full id of a claim by its beginning; an id that was not loaded beforehand is looked up."""
        if key not in self.claims:
            found = self.ports.store.claim(key).id
            self.claims[found] = self.claims[key] = found
            self.history.setdefault(found, list(self.ports.store.reviews(found)))
            self.researched |= self.ports.store.researched_among([found])
        return self.claims[key]

    def _review(self, each: Decision) -> Review | Verdict:
        """Make the review of a decision, or the current verdict where nothing is to be added. Raises as the verb for one claim does."""
        claim = self._claim(each.claim)
        if each.action is Action.RATE:
            self.ports.scales.scale(self.ports.scale).rating(each.rating)
            need_source(self.ports, claim, each.on)
            if each.seen is not None:
                found = fold_reviews(claim, self.ports.scale, self.history.get(claim, ()))
                check_seen(self.ports, found, each.seen, each.rating, each.by)
        who = verdicts.reviewer(self.ports, each.by)
        if each.action in _CHECKED and (stands := self._stands(claim, each, who)) is not None:
            return stands
        rated = each.action is Action.RATE
        tags = each.action in {Action.TAG, Action.UNTAG}
        lying = self.ports.store.research(claim) if rated and claim in self.researched else None
        review = new_review(
            self.ports,
            claim,
            each.action,
            at=after_all(self.ports.clock(), (given.at for given in self.history.get(claim, ()))),
            who=who,
            rating=each.rating if rated else None,
            note=tag_name(each.note) if tags else clean_text(each.note).text.strip(),
            findings=[f.id for f in lying.findings] if lying else (),
            batch=each.batch,
            until=each.until,
            to=verdicts.one_line(each.to),
        )
        if rated:
            verdicts.check_correction(self.ports, review, self.history.get(claim, ()))
        return review

    def _stands(self, claim: str, each: Decision, who: str) -> Verdict | None:
        """Return the verdict of a claim that already is as the decision wants it; None where a review must be added. Raises where that is forbidden."""
        found = fold_reviews(claim, self.ports.scale, self.history.get(claim, ()))
        if each.action is Action.DISMISS:
            assigning.check_unrated(found, "dismissed")
            return None
        so = assigning.is_so(found, each.action, who, self.ports.review, verdicts.one_line(each.to))
        return found if so else None


def take_back_batch(ports: DeskPorts, memory: Remembering, last: Review) -> int:
    """Undo a batch of a reviewer's reviews, as far as they are still valid; return how many were undone."""
    ports = verdicts.seen_by(ports, last.reviewer)
    mine = [each for each in ports.store.reviews_of_batch(last.batch) if each.who == last.who]
    batch, count = new_batch(), 0
    for at in range(0, len(mine), AT_ONCE):
        some = mine[at : at + AT_ONCE]
        with ports.store.together(each.claim for each in some):
            count += _take_back(ports, memory, some, batch)
    return count


def _take_back(ports: DeskPorts, memory: Remembering, given: Sequence[Review], batch: str) -> int:
    history: Mapping[str, Sequence[Review]] = ports.store.histories([review.claim for review in given])
    gone = [each for each in given if _stands(each, history.get(each.claim, ()), ports.scale)]
    undone = [
        new_review(
            ports,
            each.claim,
            Action.UNDO,
            at=after_all(ports.clock(), (one.at for one in history.get(each.claim, ()))),
            who=each.reviewer,
            undoes=each.id,
            batch=batch,
        )
        for each in gone
    ]
    ports.store.review_all(undone)
    for each in gone:
        if each.findings:
            memory.take_back_rating(each)
    return len(gone)


def _stands(review: Review, history: Sequence[Review], scale: str) -> bool:
    """Check whether a review is still valid and may be undone: no published verdict rests on it."""
    verdict = fold_reviews(review.claim, scale, history)
    last = verdict.last_of(review.reviewer)
    published = any(r.action is Action.PUBLISH and r.id in verdict.standing for r in history)
    return review.id in verdict.standing and last is not None and (not published or last.id == review.id)
