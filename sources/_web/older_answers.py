"""The notices about figures that come from an older answer: offline, or since the service failed."""

from __future__ import annotations

from sources._web.addresses import host_of
from workbench.core.errors import Problem, SourceError
from workbench.core.evidence import Snapshot


def archived(snapshot: Snapshot) -> Problem:
    """Return the notice about a figure from an older answer."""
    day = snapshot.fetched.date().isoformat()
    return Problem(
        host_of(snapshot.url),
        f"answered from the archive, fetched {day}.",
        "Leave --offline out for today's figures.",
        "from-archive",
    )


def stale(snapshot: Snapshot, error: SourceError) -> Problem:
    day = snapshot.fetched.date().isoformat()
    return Problem(
        host_of(snapshot.url),
        f"{error.message} The figures are those fetched on {day}.",
        "Ask again later for today's figures.",
        "older-answer",
    )
