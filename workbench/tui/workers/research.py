"""Run research in workers, one per claim, each of which reports its progress to the screen by messages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual.screen import Screen

from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.desk import Desk
from workbench.ports import Progress, Researched, Tell
from workbench.tui.workers.worker_messages import Arrived, Failed, NewsTold, broken

PATIENCE = 0.25
"""Longest time in seconds that research waits until the screen shows that it is running."""

Asking = Callable[[Tell], Awaitable[Researched]]


class Researching:
    """Starts research, and remembers the progress of each claim until it is done."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen, self._desk = screen, desk
        self._progress: dict[str, list[Progress]] = {}

    def progress_of(self, claim: str) -> tuple[Progress, ...]:
        """Return the progress of a claim's running research; empty where none is running."""
        return tuple(self._progress.get(claim, ()))

    def running(self, claim: str) -> bool:
        """Check whether a claim is being researched."""
        return claim in self._progress

    @property
    def any(self) -> bool:
        """Whether any claim is being researched."""
        return bool(self._progress)

    def start(self, claim: str, *, fresh: bool = False) -> bool:
        """Research a claim; return False where that is running already."""
        return self._begin(claim, lambda tell: self._desk.research(claim, tell, fresh=fresh))

    def examine(self, claim: str, ref: SeriesRef, *, pick: bool = False) -> bool:
        """Fetch one series, which may be the reviewer's pick; return False where the claim is being researched."""
        return self._begin(claim, lambda tell: self._desk.examine(claim, ref, tell, pick=pick), ref)

    def hear(self, event: NewsTold) -> None:
        """Store a worker's progress."""
        if event.about in self._progress:
            self._progress[event.about].append(event.progress)

    def end(self, claim: str) -> None:
        """Forget the progress, after the result was stored or the failure reported."""
        self._progress.pop(claim, None)

    def _begin(self, claim: str, asking: Asking, ref: SeriesRef | None = None) -> bool:
        if claim in self._progress:
            return False
        self._progress[claim] = []
        self._screen.run_worker(self._ask(claim, asking, ref), group=f"research {claim}")
        return True

    async def _ask(self, claim: str, asking: Asking, ref: SeriesRef | None) -> None:
        def tell(progress: Progress) -> None:
            self._screen.post_message(NewsTold(claim, progress))

        await self._said()
        try:
            self._screen.post_message(Arrived(claim, await asking(tell), ref))
        except WorkbenchError as error:
            self._screen.post_message(Failed(claim, error))
        except Exception as error:  # noqa: BLE001  (a source is a plug-in and may raise anything; the desk stays)
            self._screen.post_message(Failed(claim, broken("research", error)))

    async def _said(self) -> None:
        """Wait until the screen shows that research began, since finding candidates may block it for a second."""
        drawn = asyncio.Event()
        self._screen.call_after_refresh(drawn.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), PATIENCE)
