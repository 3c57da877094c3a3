"""Downloads the services' whole lists in a background thread, which can be stopped.

Indexing a list of 30,000 titles takes a second or two, which would block a screen. The thread has its own catalogue and client over
the same files. A list replaces the old one completely or not at all, so that stopping loses only the current list.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import Any

from workbench.core.errors import Problem
from workbench.desk.catalogue.catalogue_update import update
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Tell


def only_starter_lists(ports: DeskPorts) -> bool:
    """Check whether no service's whole list has been downloaded here yet, though it could be."""
    if ports.samples or ports.offline:
        return False
    return not any(day for _, day in ports.catalogue.counts().values())


class CatalogueDownload:
    """One download of the lists of all services; call `run` in one thread, `stop` from any."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports
        self._guard = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[Any] | None = None
        self._stopped = False

    @property
    def lists(self) -> int:
        """Number of services asked for their lists."""
        return len(self._ports.sources)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stopped

    def run(self, tell: Tell) -> Sequence[Problem]:
        """Download the lists until all are there or it is stopped; return the failures.

        Raises:
            StoreError: The index or the archive cannot be opened a second time.
        """
        with self._second_set() as ports:
            return asyncio.run(self._work(ports, tell))

    def stop(self) -> None:
        """Stop; complete new lists stay, for the others the old ones."""
        with self._guard:
            self._stopped = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    def _second_set(self) -> AbstractContextManager[DeskPorts]:
        return self._ports.second_set() if self._ports.second_set else nullcontext(self._ports)

    async def _work(self, ports: DeskPorts, tell: Tell) -> Sequence[Problem]:
        with self._guard:
            if self._stopped:
                return ()
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        try:
            return await update(ports, (), tell)
        except asyncio.CancelledError:
            if not self.stopped:
                raise
            return ()
        finally:
            with self._guard:  # from here on there is nothing left to stop
                self._loop = self._task = None
