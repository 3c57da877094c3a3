"""Errors of reviews that come too late: an undo that somebody else made first, a dismissal of a rated claim."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.errors import StoreError, UsageError


class TakenBackError(StoreError):
    """Somebody else took the same thing back in the meantime."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was taken back by somebody else in the meantime.", "Look again, and undo once more.")


class ChangedMeanwhileError(StoreError):
    """Somebody else changed the same document or claim between looking and acting."""

    def __init__(self, what: str, key: str, reviewer: str = "") -> None:
        who = reviewer or "Somebody else"
        super().__init__(
            f"{who} changed {what} {key} in the meantime; nothing was kept.", "Look again, then repeat it."
        )


class TakenError(UsageError):
    """Somebody has taken the claim already."""

    def __init__(self, claim: str, who: str, since: str) -> None:
        super().__init__(f"{claim} was taken by {who} at {since}.", "Take another, or ask for it to be released.")


class NobodyError(UsageError):
    """A claim was to be assigned to nobody."""

    def __init__(self, claim: str) -> None:
        super().__init__(f"{claim} is given to nobody: a name is missing.", f"workbench assign {claim} REVIEWER")


class DismissedError(UsageError):
    """A dismissed claim was to be taken or assigned."""

    def __init__(self, claim: str, who: str, what: str = "taken") -> None:
        super().__init__(
            f"{claim} was dismissed by {who}, and is not {what}.",
            f"Rate it if it is one all the same: workbench rate {claim} RATING.",
        )


class RatedError(UsageError):
    """A claim that has a verdict was to be dismissed, taken or assigned."""

    def __init__(self, claim: str, reviewers: Iterable[str], what: str) -> None:
        another_rating = f"Rate it as you see it, beside that rating: workbench rate {claim} RATING."
        hint = another_rating if what != "dismissed" else "Undo the rating first."
        super().__init__(f"{claim} was rated by {', '.join(reviewers)}, and is not {what}.", hint)
