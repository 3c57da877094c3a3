"""Progress of an import, reported at intervals long enough to cost nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from workbench.core.errors import Problem
from workbench.ports import Imported, Kept, Progress, Rejected, Tell

INTERVAL = 0.05
"""Minimum time between two progress messages, in seconds."""


@dataclass(slots=True)
class Counts:
    """Running totals. A row that is there already, in the database or earlier in the same import, counts as ``already``."""

    rows: int = 0
    documents: int = 0
    claims: int = 0
    already: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kept: Kept) -> None:
        """Add what one transaction did."""
        self.documents += kept.documents
        self.claims += kept.claims
        self.already += kept.already

    def imported(self) -> Imported:
        """Make the result from the totals."""
        refused = len(self.rejected)
        return Imported(self.rows, self.documents, self.claims, self.already, refused, tuple(self.problems))


class Ticker:
    """Reports progress, at most about twenty times a second; the end of a piece of work is always reported."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = float("-inf")
        self._news = Progress("import")

    def tick(self, what: str, done: int, of: int | None) -> None:
        """Record how far the work is."""
        self._news = Progress(what, done if of is None else min(done, of), of)
        now = time.monotonic()
        if now - self._last >= INTERVAL:
            self._last = now
            self._tell(self._news)

    def done(self, what: str, done: int, message: str) -> None:
        """Report that a piece of work is finished."""
        self._tell(Progress(what, done, done, "done", message))

    def failed(self, message: str) -> None:
        """Report that the work stopped, and why."""
        self._tell(Progress(self._news.what, self._news.done, self._news.of, "failed", message))
