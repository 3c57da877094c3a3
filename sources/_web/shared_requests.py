"""Share one request among all callers that want the same answer at the same time.

Ten claims of one speech may need the same series. All callers except the first wait, and then get the answer from the
archive.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary, WeakValueDictionary


class SharedRequests:
    """Locks by address: one request at a time for each."""

    def __init__(self) -> None:
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, WeakValueDictionary[str, asyncio.Lock]]
        self._loops = WeakKeyDictionary()

    @asynccontextmanager
    async def alone(self, url: str) -> AsyncIterator[None]:
        """Wait until nobody else requests this address."""
        locks = self._loops.setdefault(asyncio.get_running_loop(), WeakValueDictionary())
        lock = locks.setdefault(url, asyncio.Lock())  # kept alive by its users' references
        async with lock:
            yield
