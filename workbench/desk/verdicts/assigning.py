"""Who works on a claim: whether it may be taken, assigned or released."""

from __future__ import annotations

from workbench.core.failures.review_errors import DismissedError, NobodyError, RatedError, TakenError
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Stage, Verdict

ASSIGNING = frozenset({Action.TAKE, Action.ASSIGN, Action.RELEASE})
"""Actions that change who has a claim."""


def is_so(stands: Verdict, action: Action, who: str, rules: ReviewRules, to: str = "") -> bool:
    """Check whether the claim is already with the right person, so that no review is added.

    Args:
        stands: Its current verdict.
        action: One of `ASSIGNING`.
        who: Who does it.
        rules: How the project reviews.
        to: For ASSIGN, the new holder.

    Raises:
        TakenError: Another person has it. Only the holder, the one who assigned it and an editor may reassign it.
        RatedError: It has a rating.
        DismissedError: It was dismissed.
        NobodyError: It would be assigned to nobody.
    """
    if action is Action.RELEASE:
        return stands.taken is None
    if action is Action.ASSIGN and not to:
        raise NobodyError(stands.claim)
    if stands.taken is None:
        _check_free(stands, "taken" if action is Action.TAKE else "assigned")
        return False
    me, holder = who.casefold(), stands.taken.holder.casefold()
    if action is Action.TAKE and holder == me:
        return True
    if action is Action.TAKE or not (me in {holder, stands.taken.who} or rules.is_editor(who)):
        raise TakenError(stands.claim, stands.taken.holder, f"{stands.taken.at:%H:%M on %d %B %Y}")
    return holder == to.casefold()


def _check_free(stands: Verdict, what: str) -> None:
    check_unrated(stands, what)
    if stands.stage is Stage.DISMISSED:
        who = next(r.reviewer for r in stands.history[::-1] if r.action is Action.DISMISS)
        raise DismissedError(stands.claim, who, what)


def check_unrated(stands: Verdict, what: str) -> None:
    """Check that a claim may still be taken, assigned or dismissed. Raises RatedError."""
    if stands.ratings or stands.withheld:
        raise RatedError(stands.claim, [review.reviewer for review in stands.ratings] or ["another"], what)
