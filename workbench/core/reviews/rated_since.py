"""Ratings that colleagues gave while somebody had a claim open. They are shown before one's own rating is added."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime, timedelta

from workbench.core.errors import StoreError
from workbench.core.verdict import Review, Verdict

FRESH = timedelta(minutes=10)
"""How long a colleague's rating counts as new."""


class RatedMeanwhileError(StoreError):
    """Somebody wants to rate a claim that colleagues have rated since it was opened.

    Attributes:
        rated: Who rated it, as what and how long ago.
    """

    def __init__(self, claim: str, rated: str, rating: str) -> None:
        self.rated = rated
        super().__init__(
            f"{rated}, since you looked at {claim}; yours was not kept.",
            f"Look at it: workbench show {claim}. Keep it as it is, or add yours beside it: workbench rate {claim} {rating} --add.",
        )


def ratings_since(verdict: Verdict, known: Container[str], who: str) -> Sequence[Review]:
    """Select the valid ratings by others that are not among the reviews that somebody has seen."""
    return [each for each in verdict.ratings if each.who != who.casefold() and each.id not in known]


def ratings_in_words(ratings: Sequence[tuple[str, str, datetime]], now: datetime) -> str:
    """List who rated it, as what and how long ago: ``bea rated it “False” a minute ago and cy “True” just now``.

    Args:
        ratings: Name, label and moment of each.
        now: The moment.
    """
    said = [f"{name} {'' if n else 'rated it '}“{label}” {ago(at, now)}" for n, (name, label, at) in enumerate(ratings)]
    return " and ".join(said)


def ago(at: datetime, now: datetime) -> str:
    """Say how long ago something was.

    >>> ago(datetime(2026, 11, 29, 12, 0), datetime(2026, 11, 29, 12, 1, 30)), ago(datetime(2026, 11, 29, 12), datetime(2026, 11, 29, 17))
    ('a minute ago', '5 hours ago')
    """
    minutes = int((now - at).total_seconds() // 60)
    for size, unit, one in ((1440, "day", "a day"), (60, "hour", "an hour"), (1, "minute", "a minute")):
        if (count := minutes // size) >= 1:
            return f"{one} ago" if count == 1 else f"{count:,} {unit}s ago"
    return "just now"
