"""What a reviewer sees of the others' reviews of a claim: all of it, or, in a blind project, nothing that they think of it yet.

A second look that knows the first is none. What keeps two people from doing the same work stays in sight: who took the claim, its
tags, that it was put off, dismissed or rated.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.verdict import Action, Review, WithheldReview, count_in
from workbench.core.voting import ReviewRules

_SEEN = frozenset({Action.TAKE, Action.TAG, Action.UNTAG})
_MASKED = frozenset({Action.RATE, Action.CORRECT, Action.UPDATE, Action.DEFER, Action.RELEASE, Action.DISMISS})


def sees_all(reviews: Sequence[Review], who: str, rules: ReviewRules) -> bool:
    """Whether somebody sees what others said of a claim: an editor does, whoever has rated it, and everybody once it was published."""
    if not rules.blind or rules.is_editor(who):
        return True
    mine = who.casefold()
    return any(each.action is Action.PUBLISH for each in reviews) or any(
        each.who == mine and each.rating is not None for each in count_in(reviews)
    )


def seen(reviews: Sequence[Review], who: str, rules: ReviewRules) -> Sequence[Review]:
    """The reviews of one claim, oldest first, as somebody sees them; one that stands for what others said has neither words nor name."""
    if sees_all(reviews, who, rules):
        return reviews
    mine, standing = who.casefold(), {each.id for each in count_in(reviews)}
    found = list[Review]()
    for each in reviews:
        if each.who == mine or (each.id in standing and each.action in _SEEN):
            found.append(each)
        elif each.id in standing and each.action in _MASKED:
            action = each.action if each.rating is None else Action.RATE
            found.append(WithheldReview(claim=each.claim, reviewer="another", at=each.at, action=action))
    return found
