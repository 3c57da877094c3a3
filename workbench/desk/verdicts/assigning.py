"""Who is at a claim: whether it may be taken, given to somebody, or given back."""

from __future__ import annotations

from workbench.core.failures.undoing import DismissedError, NobodyError, RatedError, TakenError
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Stage, Verdict

ASSIGNING = frozenset({Action.TAKE, Action.ASSIGN, Action.RELEASE})
"""What is done to who has a claim."""


def is_so(stands: Verdict, action: Action, who: str, rules: ReviewRules, to: str = "") -> bool:
    """Return whether a claim is with whom it should be already, so that nothing is to be added.

    Args:
        stands: What its reviews come to.
        action: One of `ASSIGNING`.
        who: Who does it.
        rules: How the project reviews.
        to: For ASSIGN, who is to have it.

    Raises:
        TakenError: Another has it. Who has it, who gave it and an editor may hand it on.
        RatedError: It has a rating.
        DismissedError: It is said to be no claim.
        NobodyError: It is given to nobody.
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
