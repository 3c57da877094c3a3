"""The voting rule of a project: how many reviewers a verdict needs before it is published.

Whether two people must agree is a newsroom's own decision. The command line and all screens use this module, so that none allows
what another refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.core.verdict import Action, Review, Verdict, by_majority


class VoteRule(StrEnum):
    """Whose ratings make a verdict."""

    ONE = "one"
    TWO_AGREE = "two agree"
    TWO_OF_THREE = "two of three"
    EDITOR = "editor decides"


class MissingForPublication(StrEnum):
    """What a verdict still needs before it is published."""

    RATING = "a rating"
    AGREEMENT = "one rating"
    SECOND = "a second reviewer with the same rating"
    THIRD = "a third reviewer"
    EDITOR = "an editor"


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """How a project reviews.

    Attributes:
        rule: Whose ratings make a verdict.
        blind: Whether others' reviews of a claim are withheld until one has rated it oneself.
        editors: Names of the editors.
    """

    rule: VoteRule = VoteRule.ONE
    blind: bool = False
    editors: tuple[str, ...] = ()

    def is_editor(self, name: str) -> bool:
        """Check whether somebody is an editor, ignoring capitals."""
        return name.casefold() in {each.casefold() for each in self.editors}


ALONE = ReviewRules()
"""One reviewer's rating is the verdict, and everybody sees everything."""


def decided(verdict: Verdict, rules: ReviewRules) -> Verdict:
    """Decide a verdict by a project's rule: for "two of three", keep only the ratings that agree; any other rule leaves it as it is."""
    return by_majority(verdict) if rules.rule is VoteRule.TWO_OF_THREE else verdict


def missing_for_publication(verdict: Verdict, rules: ReviewRules) -> MissingForPublication | None:
    """Find what a verdict lacks to be published; None where its reviewers are sufficient.

    Undone ratings do not count, nobody counts twice, and the order of the ratings does not matter.
    """
    if not verdict.ratings:
        return MissingForPublication.RATING
    found = decided(verdict, rules)
    if found.disputed:
        return (
            MissingForPublication.THIRD
            if rules.rule is VoteRule.TWO_OF_THREE and len(found.ratings) == 2
            else MissingForPublication.AGREEMENT
        )
    if rules.rule in {VoteRule.TWO_AGREE, VoteRule.TWO_OF_THREE} and len(found.ratings) < 2:
        return MissingForPublication.SECOND
    if rules.rule is VoteRule.EDITOR and not _approved(found, rules):
        return MissingForPublication.EDITOR
    return None


def missing_for_correction(verdict: Verdict, rules: ReviewRules) -> MissingForPublication | None:
    """Find what ratings that agree lack to correct a published verdict: a correction needs as many people as a publication."""
    if rules.rule is VoteRule.ONE:
        return None
    if rules.rule is VoteRule.EDITOR and not any(rules.is_editor(each.reviewer) for each in verdict.ratings):
        return MissingForPublication.EDITOR
    return None if len(verdict.ratings) > 1 else MissingForPublication.SECOND


def may_approve(verdict: Verdict, reviewer: str, rules: ReviewRules) -> bool:
    """Check whether this person may approve: an editor who has not rated, where an editor decides; else anyone but the only rater."""
    raters = {each.who for each in verdict.ratings}
    if rules.rule is VoteRule.EDITOR:
        return rules.is_editor(reviewer) and reviewer.casefold() not in raters
    return raters != {reviewer.casefold()}


def _approved(verdict: Verdict, rules: ReviewRules) -> bool:
    """Check whether the current ratings are approved by an editor who has not rated."""
    return any(may_approve(verdict, each.reviewer, rules) for each in approvals(verdict))


def approvals(verdict: Verdict) -> Sequence[Review]:
    """List the approvals since the last rating or rejection."""
    found: list[Review] = []
    for review in verdict.history:
        if review.id not in verdict.standing:
            continue
        if review.action is Action.APPROVE:
            found.append(review)
        elif review.rating is not None or review.action is Action.REJECT:
            found.clear()
    return found
