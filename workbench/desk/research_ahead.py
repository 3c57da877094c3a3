"""Research ahead: the claims that come next in the queue are researched before anybody opens them.

It is marked as different from research that a reviewer asked for, and gives no verdict. It sends one request at a time, within the
hosts' rate limits, and none while the reviewer's own research runs. It never replaces existing research.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from workbench.core.errors import WorkbenchError
from workbench.core.verdict import Stage
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Answer, ClaimFilter, ClaimRow, Fetch, Request

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

OPEN = ClaimFilter(stages=(Stage.OPEN.value,), folded=True)
FARTHEST = 20_000
"""Maximum number of queue rows that are searched for the next claims."""

_FIRST, _PAGE = 16, 500
"""Page sizes: of the first page, which usually has the next claim, and of each later page."""
_BREATH = 0.05
"""Seconds between checks whether the reviewer's own research has ended."""

WAITING, ASKING, READY, FAILED = "waiting", "asking", "ready", "failed"


class StoppedError(Exception):
    """The work ahead was stopped; nothing of the claim under way is kept."""


@dataclass(frozen=True, slots=True)
class AheadClaim:
    """A claim that comes next.

    Attributes:
        id: Its id.
        row: Its row in the queue.
        state: ``waiting``, ``asking``, ``ready`` or ``failed``.
        failure: Why it failed; empty otherwise.
    """

    id: str
    row: ClaimRow
    state: str = WAITING
    failure: str = ""


def coming(desk: Desk, after: str | None, count: int) -> list[ClaimRow]:
    """List the open claims after one in the queue, continuing at the top after its end; without deferred ones, the same words only once.

    Args:
        desk: The desk.
        after: The id of the current claim; None for the top of the queue.
        count: How many.
    """
    at = next((row for row in desk.claims(ClaimFilter(ids=(after,)))), None) if after else None
    first: list[ClaimRow] = []
    below: list[ClaimRow] = []
    for row in _rows(desk):
        if row.id == after or row.deferred or row.damaged:
            continue
        if at is None or (-row.worth, row.id) > (-at.worth, at.id):
            below.append(row)
        elif len(first) < count:
            first.append(row)
        if len(below) == count:
            break
    return (below + first)[:count]


def _rows(desk: Desk) -> Iterator[ClaimRow]:
    given, page = 0, _FIRST
    while given < FARTHEST and (rows := desk.claims(OPEN, given, page)):
        yield from rows
        given, page = given + len(rows), _PAGE


class AheadWork:
    """Researches some claims one after the other, in the thread that runs it.

    Args:
        desk: The desk whose claims they are.
        busy: Tells whether the reviewer's own research runs; no request is sent meanwhile.
    """

    def __init__(self, desk: Desk, busy: Callable[[], bool] = lambda: False) -> None:
        self._ports, self._busy = desk.ports, busy
        self._stop = Event()

    def stop(self) -> None:
        """Stop the work, before the next request at the latest."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stop.is_set()

    def run(
        self,
        rows: Sequence[ClaimRow],
        tell: Callable[[AheadClaim], None],
        moved: Callable[[], bool] = lambda: False,
    ) -> None:
        """Research the claims of some rows that nobody researched yet, and report the state of each.

        Args:
            rows: The claims.
            tell: Called with each change of state.
            moved: Tells whether the reviewer has moved on, so that other claims come next: then it ends after the current claim.
        """
        missing = [row for row in rows if self._ports.store.research(row.id) is None]
        for row in rows:
            tell(AheadClaim(row.id, row, WAITING if row in missing else READY))
        if not missing:
            return
        with self._second_set() as second:
            from workbench.desk.desk import Desk  # noqa: PLC0415  (it knows this module)

            desk = Desk(replace(second, store=self._ports.store, fetch=self._gated(second.fetch)))
            for row in missing:
                if self.stopped or moved():
                    return
                tell(AheadClaim(row.id, row, ASKING))
                if (state := self._one(desk, row)) is not None:
                    tell(state)

    def _one(self, desk: Desk, row: ClaimRow) -> AheadClaim | None:
        try:
            asyncio.run(desk.research(row.id, ahead=True))
        except StoppedError:
            return AheadClaim(row.id, row)
        except WorkbenchError as error:
            return AheadClaim(row.id, row, FAILED, error.message)
        return AheadClaim(row.id, row, READY)

    def _second_set(self) -> AbstractContextManager[DeskPorts]:
        return self._ports.second_set() if self._ports.second_set else nullcontext(self._ports)

    def _gated(self, fetch: Fetch) -> Fetch:
        """Wrap a fetch so that it waits for the reviewer's own requests, and raises once the work is stopped."""

        async def gated(request: Request, *, fresh: bool = False) -> Answer:
            while self._busy() and not self.stopped:  # noqa: ASYNC110  (another thread's state)
                await asyncio.sleep(_BREATH)
            if self.stopped:
                raise StoppedError
            return await fetch(request, fresh=fresh)

        return gated
