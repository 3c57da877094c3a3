"""Hears what others write into a database on a server, in the second in which they do.

Each transaction that writes a journal entry tells the claims that it is about (`journal.write`); PostgreSQL passes that on when it is
committed, and not before. Source: PostgreSQL's manual, *NOTIFY*. A file tells nobody.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from workbench.core.errors import StoreError
from workbench.store.databases.engine import Database
from workbench.store.journal import CHANNEL

BEAT = 0.25
"""Seconds after which it is looked whether to stop."""

GATHERED = 0.4
"""Seconds in which changes are reported together: a colleague's hundred decisions are one report."""

AGAIN = 2.0
"""Seconds after which a server that is gone is tried again."""

Heard = Callable[[frozenset[str]], None]
"""Takes the ids of the claims that others changed; none where it may be any."""


class Listening:
    """One thread that listens, until it is stopped. What this process wrote itself is not reported."""

    def __init__(self, database: Database, heard: Heard) -> None:
        self._database, self._heard = database, heard
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="listening", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hear no more."""
        self._stopped.set()
        self._thread.join(2 * BEAT)

    def _listen(self) -> None:
        missed = False
        while not self._stopped.is_set():
            try:
                self._hear(missed=missed)
            except (StoreError, psycopg.Error):  # whoever reads or writes is told why; here it is tried again
                missed = True
                self._stopped.wait(AGAIN)

    def _hear(self, *, missed: bool) -> None:
        with self._database.autocommitting() as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            if missed:
                self._heard(frozenset())
            while not self._stopped.is_set():
                payloads = list(self._others(connection, BEAT, 1))
                if payloads and not self._stopped.is_set():
                    payloads += self._others(connection, GATHERED)
                    self._heard(
                        frozenset() if "" in payloads else frozenset(key for each in payloads for key in each.split())
                    )

    def _others(self, connection: Any, seconds: float, most: int | None = None) -> Iterator[str]:
        """Yield which claims other processes changed."""
        for note in connection.notifies(timeout=seconds, stop_after=most):
            if note.pid not in self._database.own:
                yield note.payload
