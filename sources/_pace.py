"""One question at a time to each host, with a breath between.

Why this file exists: the services are free and have no published limits; whoever asks in a crowd is shut out.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary


@dataclass(slots=True)
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


class Pace:
    """Lets requests to one host through one after the other, at least ``gap`` seconds apart."""

    def __init__(self, gap: float = 0.1) -> None:
        self._gap = gap
        # a lock belongs to the event loop it was first waited on, and a command may run several loops in turn
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, _Queue]] = WeakKeyDictionary()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Waits for this host to be free, and holds it."""
        loop = asyncio.get_running_loop()
        queue = self._loops.setdefault(loop, {}).setdefault(host, _Queue())
        async with queue.lock:
            await asyncio.sleep(max(queue.free_at - loop.time(), 0.0))
            try:
                yield
            finally:
                queue.free_at = loop.time() + self._gap
