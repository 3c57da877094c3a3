"""What a reviewer sees of others' reviews of a claim: everything, or, in a blind project, no opinions before one's own rating.

A second rating is independent only if its author does not know the first. What prevents double work stays visible: who took the
claim, its tags, and that it was deferred, dismissed or rated.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Review, WithheldReview, valid_reviews

SHOWN = frozenset({Action.TAKE, Action.ASSIGN, Action.TAG, Action.UNTAG})
"""Others' actions that are shown unmasked."""


def sees_all(reviews: Sequence[Review], who: str, rules: ReviewRules) -> bool:
    """Check whether somebody sees others' reviews of a claim: editors do, those who have rated it, and everybody once it was published."""
    if not rules.blind or rules.is_editor(who):
        return True
    mine = who.casefold()
    return any(each.action is Action.PUBLISH for each in reviews) or any(
        each.who == mine and each.rating is not None for each in valid_reviews(reviews)
    )


def visible_reviews(reviews: Sequence[Review], who: str, rules: ReviewRules) -> Sequence[Review]:
    """Select and mask the reviews of one claim, oldest first, for one person; a masked review has neither words nor a name."""
    if sees_all(reviews, who, rules):
        return reviews
    mine, standing = who.casefold(), {each.id for each in valid_reviews(reviews)}
    shown = (each if each.who == mine or each.action in SHOWN else _masked(each) for each in reviews)
    return [each for each, was in zip(shown, reviews, strict=True) if was.who == mine or was.id in standing]


def _masked(review: Review) -> WithheldReview:
    """Mask a review: any rating is shown only as a rating, and an approval is not distinguished from a rejection."""
    action = Action.RATE if review.rating is not None else review.action
    action = Action.REJECT if action is Action.APPROVE else action
    return WithheldReview(claim=review.claim, reviewer="another", at=review.at, action=action, until=review.until)
