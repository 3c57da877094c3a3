"""Progress of some work, and its listeners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of some work.

    Attributes:
        what: The current work ("World Bank", "reading statements.csv").
        done: How much is done.
        of: The total; None where unknown.
        state: ``running``, ``done`` or ``failed``.
        says: A sentence, where there is something to say.
    """

    what: str
    done: int = 0
    of: int | None = None
    state: str = "running"
    says: str = ""


Tell = Callable[[Progress], None]
"""A listener for progress; called from the thread or loop that does the work."""


def silent(_: Progress) -> None:
    """Ignore progress."""
