"""How many reviewers a verdict takes before readers get it: the rule of a project, over what its reviews come to.

Whether two people must agree is a newsroom's own decision. Every face asks here, so that no screen lets through what a command refuses.
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


class Lack(StrEnum):
    """What a verdict still takes before readers get it."""

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
        blind: Whether what others said of a claim is withheld until one's own rating is in.
        editors: Names of the editors.
    """

    rule: VoteRule = VoteRule.ONE
    blind: bool = False
    editors: tuple[str, ...] = ()

    def is_editor(self, name: str) -> bool:
        """Return whether somebody is an editor; capitals make no other person."""
        return name.casefold() in {each.casefold() for each in self.editors}


ALONE = ReviewRules()
"""One reviewer's rating is the verdict, and everybody sees everything."""


def decided(verdict: Verdict, rules: ReviewRules) -> Verdict:
    """Return the verdict by a project's rule: of two of three, with the ratings that agree alone; any other as it is."""
    return by_majority(verdict) if rules.rule is VoteRule.TWO_OF_THREE else verdict


def lacks(verdict: Verdict, rules: ReviewRules) -> Lack | None:
    """Return what a verdict takes before it is published; None where nothing is missing as far as its reviewers go.

    What was taken back does not count, nobody counts twice, and the order of the ratings changes nothing.
    """
    if not verdict.ratings:
        return Lack.RATING
    found = decided(verdict, rules)
    if found.disputed:
        return Lack.THIRD if rules.rule is VoteRule.TWO_OF_THREE and len(found.ratings) == 2 else Lack.AGREEMENT
    if rules.rule in {VoteRule.TWO_AGREE, VoteRule.TWO_OF_THREE} and len(found.ratings) < 2:
        return Lack.SECOND
    if rules.rule is VoteRule.EDITOR and not _approved(found, rules):
        return Lack.EDITOR
    return None


def corrects(verdict: Verdict, rules: ReviewRules) -> Lack | None:
    """Return what ratings that agree lack to correct at once what readers have: no correction takes fewer people than a publication."""
    if rules.rule is VoteRule.ONE:
        return None
    if rules.rule is VoteRule.EDITOR and not any(rules.is_editor(each.reviewer) for each in verdict.ratings):
        return Lack.EDITOR
    return None if len(verdict.ratings) > 1 else Lack.SECOND


def may_approve(verdict: Verdict, reviewer: str, rules: ReviewRules) -> bool:
    """Return whether an approval is this person's: an editor's who has not rated, where an editor decides; else a second person's."""
    raters = {each.who for each in verdict.ratings}
    if rules.rule is VoteRule.EDITOR:
        return rules.is_editor(reviewer) and reviewer.casefold() not in raters
    return raters != {reviewer.casefold()}


def _approved(verdict: Verdict, rules: ReviewRules) -> bool:
    """Return whether an editor who has not rated approved the ratings as they stand."""
    return any(may_approve(verdict, each.reviewer, rules) for each in approvals(verdict))


def approvals(verdict: Verdict) -> Sequence[Review]:
    """Return the approvals since the last rating, and since it was sent back."""
    found: list[Review] = []
    for review in verdict.history:
        if review.id not in verdict.standing:
            continue
        if review.action is Action.APPROVE:
            found.append(review)
        elif review.rating is not None or review.action is Action.REJECT:
            found.clear()
    return found
