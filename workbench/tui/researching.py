"""Research under way: one worker a claim, each telling the screen by messages how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual.screen import Screen

from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.desk import Desk
from workbench.ports import Progress, Researched, Tell
from workbench.tui.messages import Arrived, Failed, NewsTold, broken

PATIENCE = 0.25
"""Seconds that research waits at most until the screen says that it runs."""

Asking = Callable[[Tell], Awaitable[Researched]]


class Researching:
    """Starts research and remembers what was told of it, claim by claim, until it is done."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen, self._desk = screen, desk
        self._progress: dict[str, list[Progress]] = {}

    def progress_of(self, claim: str) -> tuple[Progress, ...]:
        """Return progress of the research under way; empty where there is none."""
        return tuple(self._progress.get(claim, ()))

    def running(self, claim: str) -> bool:
        """Return whether a claim is being researched."""
        return claim in self._progress

    @property
    def any(self) -> bool:
        """Whether any claim is being researched."""
        return bool(self._progress)

    def start(self, claim: str, *, fresh: bool = False) -> bool:
        """Research a claim; False where that is under way already."""
        return self._begin(claim, lambda tell: self._desk.research(claim, tell, fresh=fresh))

    def examine(self, claim: str, ref: SeriesRef, *, pick: bool = False) -> bool:
        """Ask for one series, which may be the reviewer's pick; False where the claim is being researched."""
        return self._begin(claim, lambda tell: self._desk.examine(claim, ref, tell, pick=pick), ref)

    def hear(self, event: NewsTold) -> None:
        """Take what a worker told."""
        if event.about in self._progress:
            self._progress[event.about].append(event.progress)

    def end(self, claim: str) -> None:
        """Forget what was told: the result is on the desk, or the failure was said."""
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
        """Wait until the screen says that it asks: finding candidates leaves it no time to, the first time of a session for a second."""
        drawn = asyncio.Event()
        self._screen.call_after_refresh(drawn.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), PATIENCE)
