"""Optimistic locking of ratings: which reviews of a claim somebody saw, and whether a colleague has rated it since."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from datetime import UTC, datetime

from workbench.core.errors import UsageError, printable
from workbench.core.reviews.rated_since import FRESH, RatedMeanwhileError, ratings_in_words, ratings_since
from workbench.core.verdict import Review, Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts.verdicts import claim_locked, label, reviewer, seen_by, verdict, verdict_of

_ID = re.compile(r"[0-9a-f]{4,12}")
NONE = "none"
"""The value for a claim that had no reviews when it was seen."""


class UnknownSeenError(UsageError):
    """The given last seen item is no review of the claim, and no time."""

    def __init__(self, typed: str, claim: str) -> None:
        super().__init__(
            f"{printable(typed, 40)} is no review of {claim} and no moment.",
            f"Give the id of the last line of history in workbench show {claim} --json, a moment such as 2026-11-29T14:05Z, or none.",
        )


def seen_until(ports: DeskPorts, claim: str, typed: str, by: str) -> frozenset[str]:
    """Find the reviews that somebody had seen, given the last of them or the time. Raises UnknownSeenError."""
    found = verdict(seen_by(ports, by), claim)
    if typed == NONE:
        return frozenset()
    if _ID.fullmatch(typed):
        at = [n for n, each in enumerate(found.history, start=1) if each.id.startswith(typed)]
        if len(at) == 1:
            return frozenset(each.id for each in found.history[: at[0]])
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise UnknownSeenError(typed, found.claim) from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return frozenset(each.id for each in found.history if each.at <= moment)


def checked(
    ports: DeskPorts, claim: str, rating: str, by: str, *, seen: Container[str], give: Callable[[], Verdict]
) -> Verdict:
    """Check the others' ratings and give a rating in one transaction. Raises RatedMeanwhileError."""
    with claim_locked(ports, claim) as key:
        check_seen(ports, verdict_of(seen_by(ports, by), key), seen, rating, by)
        return give()


def lately(ports: DeskPorts, found: Verdict, by: str) -> str:
    """Say which others rated a claim in the last minutes, as what and when; empty where none did."""
    now = ports.clock()
    new = [each for each in ratings_since(found, (), reviewer(ports, by)) if now - each.at < FRESH]
    return said(ports, new) if new else ""


def check_seen(ports: DeskPorts, stands: Verdict, known: Container[str], rating: str, by: str) -> None:
    """Check that the rater has seen the others' ratings. Raises RatedMeanwhileError."""
    if new := ratings_since(stands, known, reviewer(ports, by)):
        raise RatedMeanwhileError(stands.claim, said(ports, new), rating)


def said(ports: DeskPorts, ratings: Sequence[Review]) -> str:
    """Say who gave ratings, which and how long ago."""
    return ratings_in_words([(each.reviewer, label(ports, each), each.at) for each in ratings], ports.clock())
