"""Makes reviews, and chooses their time.

Times decide the order of actions, what was attached when a verdict was published, and what changed since. So a new action on a claim
never gets an earlier time than the last one, even where this machine's clock is behind a colleague's.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from workbench.core.review import Action, Review
from workbench.desk.desk_ports import DeskPorts

MOST_AHEAD = timedelta(days=1)
"""Maximum lead of a colleague's clock that is accepted: one further ahead is wrong, and ours is right."""

_STEP = timedelta(microseconds=1)

_NONCE = 16
"""Number of random bytes in a review: the journal shows its digest to everybody, and a withheld rating must not be guessable from it."""


def moment_at(ports: DeskPorts, claim: str, reviews: Sequence[Review] | None = None) -> datetime:
    """Choose the time: now, or just after the claim's last review, attachment or edit, where that is later.

    Args:
        ports: The parts of the desk.
        claim: The claim's whole id.
        reviews: Its reviews, where they were read already.
    """
    store = ports.store
    reviews = store.reviews(claim) if reviews is None else reviews
    reviewed, attached = (each.at for each in reviews), (each.at for each in store.attachments(claim))
    edited = (each.at for each in store.corrections(claim))
    return after_all(ports.clock(), (*reviewed, *attached, *edited))


def after_all(now: datetime, done: Iterable[datetime]) -> datetime:
    """Choose the time: now, or just after the last of some moments, where that is later.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 29, 12, tzinfo=UTC)
    >>> after_all(noon, [noon + timedelta(hours=1), noon + timedelta(days=400)]).isoformat()
    '2026-11-29T13:00:00.000001+00:00'
    """
    last = max((each for each in done if each - now < MOST_AHEAD), default=now)
    return last + _STEP if last > now else now


def new_review(
    ports: DeskPorts,
    claim: str,
    action: Action,
    *,
    at: datetime,
    who: str,
    rating: str | None = None,
    note: str = "",
    findings: Sequence[str] = (),
    undoes: str | None = None,
    batch: str = "",
    until: date | None = None,
    to: str = "",
) -> Review:
    """Make a review with the scale in use; one with a rating stores a copy of the scale, and the ids of the current findings."""
    return Review(
        claim=claim,
        reviewer=who,
        at=at,
        action=action,
        rating=rating,
        scale=ports.scale,
        note=note,
        findings=tuple(findings) if rating else (),
        undoes=undoes,
        nonce=secrets.token_hex(_NONCE),
        given_on=ports.scales.scale(ports.scale) if rating else None,
        batch=batch,
        until=until,
        to=to,
    )
