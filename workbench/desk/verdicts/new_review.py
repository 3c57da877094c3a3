"""A review as it is written down, and the moment that it has.

What is told by times (in which order things were done, what lay beside a verdict when it went out, what was changed since) has to be told
as it was done. So nothing is done to a claim before what was done to it last, even where the clock of this machine is behind the
clock of a colleague's.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from workbench.core.review import Action, Review
from workbench.desk.desk_ports import DeskPorts

MOST_AHEAD = timedelta(days=1)
"""As far as a colleague's clock is followed: one that is further ahead is wrong, and ours is right."""

_STEP = timedelta(microseconds=1)

_NONCE = 16
"""Random bytes in a review: the journal shows everybody its digest, out of which nobody guesses a rating that is withheld."""


def moment_at(ports: DeskPorts, claim: str, reviews: Sequence[Review] | None = None) -> datetime:
    """Now, or right after what was reviewed, attached and edited of a claim last, where that has a later time.

    Args:
        ports: The desk's.
        claim: The claim's whole id.
        reviews: Its reviews, where they were read already.
    """
    store = ports.store
    reviews = store.reviews(claim) if reviews is None else reviews
    reviewed, attached = (each.at for each in reviews), (each.at for each in store.attachments(claim))
    edited = (each.at for each in store.corrections(claim))
    return after_all(ports.clock(), (*reviewed, *attached, *edited))


def after_all(now: datetime, done: Iterable[datetime]) -> datetime:
    """Now, or right after the last of some moments, where that is later.

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
    """Return a review with the scale in use; one with a rating keeps that scale as it is, and the findings on the desk, by their ids."""
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
