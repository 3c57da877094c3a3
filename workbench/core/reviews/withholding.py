"""What a reviewer sees of the others' reviews of a claim: all of it, or, in a blind project, nothing that they think of it yet.

A second look that knows the first is none. What keeps two people from doing the same work stays in sight: who took the claim, its
tags, that it was deferred, dismissed or rated.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Review, WithheldReview, count_in

SHOWN = frozenset({Action.TAKE, Action.ASSIGN, Action.TAG, Action.UNTAG})
"""What others do that is seen as it is."""


def sees_all(reviews: Sequence[Review], who: str, rules: ReviewRules) -> bool:
    """Return whether somebody sees what others said of a claim: an editor does, whoever has rated it, and everybody once it was published."""
    if not rules.blind or rules.is_editor(who):
        return True
    mine = who.casefold()
    return any(each.action is Action.PUBLISH for each in reviews) or any(
        each.who == mine and each.rating is not None for each in count_in(reviews)
    )


def seen(reviews: Sequence[Review], who: str, rules: ReviewRules) -> Sequence[Review]:
    """Return the reviews of one claim, oldest first, as somebody sees them; one that stands for what others said has neither words nor name."""
    if sees_all(reviews, who, rules):
        return reviews
    mine, standing = who.casefold(), {each.id for each in count_in(reviews)}
    shown = (each if each.who == mine or each.action in SHOWN else _masked(each) for each in reviews)
    return [each for each, was in zip(shown, reviews, strict=True) if was.who == mine or was.id in standing]


def _masked(review: Review) -> WithheldReview:
    """Return that somebody did something: any rating is one, and that it was approved is not told."""
    action = Action.RATE if review.rating is not None else review.action
    action = Action.REJECT if action is Action.APPROVE else action
    return WithheldReview(claim=review.claim, reviewer="another", at=review.at, action=action, until=review.until)
