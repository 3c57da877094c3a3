"""Research the next claims in a thread while the reviewer works.

It reports by messages, and a key stops and restarts it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.app import App
from textual.message import Message

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.research_ahead import READY, AheadClaim, AheadWork, coming

GROUP = "ahead"


@dataclass
class AheadTold(Message):
    """Progress of research on one of the next claims."""

    claim: AheadClaim


class ResearchAhead:
    """Researches the next claims, and remembers the progress of each.

    Args:
        app: Receives the messages.
        desk: The desk.
        busy: Tells whether the reviewer's own research is running.
    """

    def __init__(self, app: App[None], desk: Desk, busy: Callable[[], bool]) -> None:
        self._app, self._desk, self._busy = app, desk, busy
        self._work: AheadWork | None = None
        self._after: str | None = None
        self._running = False
        self.claims: dict[str, AheadClaim] = {}
        self.on = desk.ahead > 0

    @property
    def count(self) -> int:
        """How many claims are researched ahead."""
        return self._desk.ahead

    def follow(self, claim: str | None) -> None:
        """Research the claims that come after a claim, from now on."""
        self._after = claim
        if not self._running:
            self._begin()

    def switch(self) -> None:
        """Stop research ahead, or start it again."""
        self.on = not self.on and self.count > 0
        self.stop()
        self._begin()

    def stop(self) -> None:
        """Stop before the next request."""
        if self._work is not None:
            self._work.stop()

    def hear(self, claim: AheadClaim) -> None:
        """Store the progress of a claim."""
        self.claims[claim.id] = claim

    def _begin(self) -> None:
        if not self.on:
            return
        self._running = True
        work = self._work = AheadWork(self._desk, self._busy)
        self._app.run_worker(partial(self._run, work), thread=True, group=GROUP, exit_on_error=False)

    def _run(self, work: AheadWork) -> None:
        """Research, in the thread, until the next claims are done, even if the reviewer moves on meanwhile."""

        def tell(claim: AheadClaim) -> None:
            if not work.stopped or claim.state == READY:
                self._app.post_message(AheadTold(claim))

        after: str | None = "nowhere yet"
        try:
            while after != self._after and not work.stopped:
                after = self._after
                rows = coming(self._desk, after, self.count)
                self.claims = {row.id: AheadClaim(row.id, row) for row in rows}
                work.run(rows, tell, lambda now=after: self._after != now)  # type: ignore[misc]  # the default binds it
        except WorkbenchError:  # the database is busy or lost: the reviewer's next action reports it
            return
        finally:
            self._running = self._running and work is not self._work
            if after != self._after and not work.stopped:  # the reviewer moved on at the last moment
                self._app.call_later(self.follow, self._after)
