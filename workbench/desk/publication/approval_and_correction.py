"""Approves, rejects, corrects, updates and withdraws verdicts, each with who, when and why.

A published verdict is never changed silently: a correction says what was wrong (IFCN code of principles, commitment 5).
"""

from __future__ import annotations

from workbench.core.failures.publish_errors import (
    NoReasonError,
    NotInReviewError,
    OwnApprovalError,
    UnpublishedError,
    UnratedError,
)
from workbench.core.reviews.required_votes import MissingForPublication, VoteRule, may_approve, missing_for_publication
from workbench.core.verdict import PUBLIC, Action, Stage, Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication import done_already
from workbench.desk.verdicts import rating_grounds, verdicts
from workbench.ports import ClaimFilter

READERS_HAVE = ClaimFilter(stages=tuple(sorted(PUBLIC)))
"""Filter for claims with a published verdict."""

_IN_REVIEW = frozenset({Stage.OPEN, Stage.TAKEN, Stage.DRAFT, Stage.APPROVED})


def check_agreed(ports: DeskPorts, verdict: Verdict) -> None:
    """Check that the project's rule allows publication. Raises DisputedError, UnratedError, VoteError."""
    if (lack := missing_for_publication(verdict, ports.review)) is not None:
        raise verdicts.refused(ports, verdict, lack, "approve")


def approve(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Approve a draft as a second person, or as an editor where one decides; repeating it changes nothing.

    Raises:
        PublishError: There is no agreed rating, it is no draft, or this person may not approve.
    """
    with verdicts.claim_locked(ports, claim) as key:
        verdict = verdicts.to_act_on(ports, key, by)
        _check_in_review(verdict, "approve")
        who = verdicts.reviewer(ports, by)
        _check_approval(ports, verdict, who)
        if done_already.is_approved(verdict, who, note):
            return verdict
        return verdicts.add(ports, key, Action.APPROVE, note=note, by=by)


def _check_approval(ports: DeskPorts, verdict: Verdict, who: str) -> None:
    """Check that somebody may approve a verdict. Raises PublishError."""
    if missing_for_publication(verdict, ports.review) is not MissingForPublication.EDITOR:
        check_agreed(ports, verdict)
    if not may_approve(verdict, who, ports.review):
        if ports.review.rule is VoteRule.EDITOR:
            raise verdicts.refused(ports, verdict, MissingForPublication.EDITOR, "approve")
        raise OwnApprovalError(verdict.claim, who)


def reject(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Send a draft back, with the reason. Raises PublishError without one, and where there is no draft."""
    with verdicts.claim_locked(ports, claim) as key:
        verdict = verdicts.to_act_on(ports, key, by)
        _check_in_review(verdict, "send back")
        if verdict.stage in {Stage.OPEN, Stage.TAKEN}:
            raise UnratedError(verdict.claim)
        _check_reason(verdict, note, "send back")
        if done_already.is_last(verdict, Action.REJECT, verdicts.reviewer(ports, by), note):
            return verdict
        return verdicts.add(ports, key, Action.REJECT, note=note, by=by)


def correct(ports: DeskPorts, claim: str, rating: str, note: str, by: str, *, revised: bool = False) -> Verdict:
    """Publish another rating, or the same on other grounds, with the reason.

    Args:
        ports: The parts of the desk.
        claim: The claim.
        rating: The new rating; if empty, the published one.
        note: What was wrong, or which figure was revised.
        by: Who.
        revised: Whether the figures were revised after publication; otherwise it is our error.

    Raises:
        PublishError: It is not published, no reason is given, or the new rating has no grounds.
        UnknownNameError: The scale has no such rating.
    """
    verb, action = ("update", Action.UPDATE) if revised else ("correct", Action.CORRECT)
    with verdicts.claim_locked(ports, claim) as key:
        verdict = verdicts.to_act_on(ports, key, by)
        out = _given(verdict, verb)
        rating = rating or out or ""
        _check_reason(verdict, note, verb)
        ports.scales.scale(ports.scale).rating(rating)
        lying = ports.store.research(key)
        found = [each.id for each in lying.findings] if lying else []
        if done_already.is_last(verdict, action, verdicts.reviewer(ports, by), note, rating=rating, findings=found):
            return verdict
        return verdicts.add(ports, key, action, rating=rating, note=note, by=by)


def withdraw(ports: DeskPorts, claim: str, note: str, by: str) -> Verdict:
    """Withdraw a published verdict; readers see that it was withdrawn, when and why. Raises PublishError as `correct` does."""
    with verdicts.claim_locked(ports, claim) as key:
        verdict = verdicts.to_act_on(ports, key, by)
        _given(verdict, "withdraw")
        _check_reason(verdict, note, "withdraw")
        return verdicts.add(ports, key, Action.WITHDRAW, note=note, by=by)


def _given(verdict: Verdict, verb: str) -> str | None:
    """Find the published rating."""
    if verdict.stage not in PUBLIC or verdict.out is None:
        raise UnpublishedError(verdict.claim, verdict.stage.value, verb)
    return verdict.out.rating


def _check_in_review(verdict: Verdict, verb: str) -> None:
    if verdict.stage not in _IN_REVIEW:
        raise NotInReviewError(verdict.claim, verdict.stage.value, verb)


def _check_reason(verdict: Verdict, note: str, verb: str) -> None:
    if not rating_grounds.is_reason(note):
        raise NoReasonError(verdict.claim, verb)
