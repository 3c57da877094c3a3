"""Count in a thread, since a list of a million claims is shown long before it is counted."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestCount(Generic[T]):
    """Counts in one thread at most: after what it is counting, only what was asked for last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next: tuple[Callable[[], T], Future[T]] | None = None
        self._running = False

    def ask(self, count: Callable[[], T]) -> Future[T]:
        """Count in the thread; what was asked for before and has not begun is cancelled."""
        asked: Future[T] = Future()
        with self._lock:
            if self._next is not None:
                self._next[1].cancel()
            self._next = (count, asked)
            if not self._running:
                self._running = True
                Thread(target=self._run, name="counting", daemon=True).start()  # closing does not wait for a count
        return asked

    def _run(self) -> None:
        while (following := self._take()) is not None:
            count, asked = following
            try:
                asked.set_result(count())
            except Exception as error:  # noqa: BLE001  (whoever asked gets it)
                asked.set_exception(error)

    def _take(self) -> tuple[Callable[[], T], Future[T]] | None:
        with self._lock:
            following, self._next = self._next, None
            self._running = following is not None
        return following
