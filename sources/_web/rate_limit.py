"""Rate limiter of each host: parallel requests, the pause between them, and the quota.

The services are free, and block clients that send too many requests. The limits are in `sources._web.host_limits`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sources._web.host_limits import ANY, HostLimits
from sources._web.silent_hosts import SilentHosts
from workbench.core.errors import UnreachableError

LONGEST = 60.0
"""Longest wait in seconds. A request that would wait longer is refused."""


class _Queue:
    """The requests of one event loop to one host."""

    def __init__(self, limits: HostLimits, begun: Iterable[float] = ()) -> None:
        self.limits = limits
        self.door = asyncio.Semaphore(limits.at_once)
        self.free_at = 0.0
        self.begun: deque[float] = deque(begun, maxlen=max(limits.most, 1))

    def wait(self, now: float) -> float:
        """Return the seconds until the next request may be sent."""
        full = self.limits.most and len(self.begun) >= self.limits.most
        window = self.begun[0] + self.limits.per if full else 0.0
        return max(self.free_at, window) - now

    def ended(self, begun: float, now: float) -> None:
        """Count a request from its end, since it is unknown when the host received it, from which the host counts."""
        if begun in self.begun:
            self.begun[self.begun.index(begun)] = now


@dataclass(slots=True)
class RequestTurn:
    """A slot at a host, held for a request and all its attempts."""

    who: str
    host: str
    queue: _Queue
    longest: float
    silent: SilentHosts
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    asked: float = 0.0

    @property
    def limits(self) -> HostLimits:
        """The limits of the host."""
        return self.queue.limits

    async def step(self) -> None:
        """Wait until a request may be sent, and count the attempt.

        Raises:
            UnreachableError: The wait would be too long, or the host did not answer a moment ago.
        """
        self.silent.check(self.who, self.host)
        while (wait := self.queue.wait(self.loop.time())) > 0:
            if wait > self.longest:
                raise UnreachableError(self.who, _too_soon(self.queue.limits, wait))
            await asyncio.sleep(wait)
        now = self.loop.time()
        self.queue.begun.append(now)
        self.asked = now
        self.queue.free_at = now + self.queue.limits.gap

    def fell_silent(self, seconds: float) -> None:
        """Record that the host was silent for some seconds, for all later requests."""
        self.silent.fell_silent(self.host, seconds)

    def spoke(self) -> None:
        """Record that the host answered, even if only that it is busy."""
        self.silent.spoke(self.host)

    def rest(self, seconds: float | None) -> None:
        """Pause all requests to the host for as long as it asked."""
        self.queue.free_at = max(self.queue.free_at, self.loop.time() + (seconds or 0.0))


class RateLimiter:
    """The queues of all hosts.

    Args:
        gap: Seconds between requests to a host that is not in the table.
        at_once: Most open requests to such a host.
        table: The limits of hosts, by host without port.
        longest: Most seconds that a request waits for its turn.
        before: Returns, for a host and a number of seconds, the ages in seconds of its requests in that time, oldest first, of
            this process and others: a limit of sixty an hour applies to all commands together.
    """

    def __init__(
        self,
        gap: float = 0.1,
        at_once: int = 1,
        table: Mapping[str, HostLimits] | None = None,
        longest: float = LONGEST,
        before: Callable[[str, float], Iterable[float]] = lambda host, seconds: (),  # noqa: ARG005  (nothing is known)
    ) -> None:
        self._usual, self._table, self._longest = HostLimits(gap, at_once), table or {}, longest
        self._before = before
        self._silent = SilentHosts()  # shared by all event loops
        # A semaphore belongs to the event loop that first waited on it, and a command may run several loops in turn.
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, _Queue]] = WeakKeyDictionary()

    def limits(self, host: str) -> HostLimits:
        """Return the limits of a host, by its name with or without port. A table may set those of all other hosts."""
        return self._table.get(host.rpartition(":")[0] or host) or self._table.get(ANY, self._usual)

    @asynccontextmanager
    async def turn(self, host: str, who: str = "") -> AsyncIterator[RequestTurn]:
        """Wait for a slot at this host, and hold it."""
        loop = asyncio.get_running_loop()
        queues = self._loops.setdefault(loop, {})
        if host not in queues:
            queues[host] = self._queue(host, loop.time())
        queue = queues[host]
        async with queue.door:
            turn = RequestTurn(who or host, host, queue, self._longest, self._silent)
            try:
                yield turn
            finally:
                queue.ended(turn.asked, loop.time())
                queue.free_at = max(queue.free_at, loop.time() + queue.limits.gap)

    def _queue(self, host: str, now: float) -> _Queue:
        limits = self.limits(host)
        past = self._before(host, limits.per) if limits.most else ()
        return _Queue(limits, [now - seconds for seconds in past])


def _too_soon(limits: HostLimits, wait: float) -> str:
    """Describe why a request is not sent now.

    >>> _too_soon(HostLimits(most=60, per=3600), 2040)
    'it takes 60 questions in an hour, and the next one in 34 minutes'
    """
    asked = f"it takes {limits.most} questions in {_span(limits.per)}" if limits.most else "it asked to be left alone"
    return f"{asked}, and the next one in {_span(wait)}"


def _span(seconds: float) -> str:
    if seconds == 3600:
        return "an hour"
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
