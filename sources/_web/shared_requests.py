"""Shares one request among all callers that want the same answer at the same time.

Ten claims of one speech need one series. Whoever comes second waits, and is answered from the archive.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary, WeakValueDictionary


class Once:
    """Lets one at a time through for each address."""

    def __init__(self) -> None:
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, WeakValueDictionary[str, asyncio.Lock]]
        self._loops = WeakKeyDictionary()

    @asynccontextmanager
    async def alone(self, url: str) -> AsyncIterator[None]:
        """Wait until nobody else asks for this address."""
        locks = self._loops.setdefault(asyncio.get_running_loop(), WeakValueDictionary())
        lock = locks.setdefault(url, asyncio.Lock())  # held by this name: the dictionary forgets it after the last one
        async with lock:
            yield
