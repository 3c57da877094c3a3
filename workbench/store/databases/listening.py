"""Listen to changes that others make in a database on a server, within a second.

Each transaction that writes a journal entry sends the ids of its claims (`journal.write`); PostgreSQL delivers them
when the transaction is committed. Source: PostgreSQL's manual, *NOTIFY*. SQLite has nothing of the kind.
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
"""Seconds between two checks whether to stop."""

GATHERED = 0.4
"""Seconds during which changes are gathered into one report, so that a colleague's hundred decisions are one."""

AGAIN = 2.0
"""Seconds to wait before a lost server is tried again."""

Heard = Callable[[frozenset[str]], None]
"""Called with the ids of the claims that others changed; an empty set means that any claim may have changed."""


class Listening:
    """A thread that listens until it is stopped. Changes made by this process are not reported."""

    def __init__(self, database: Database, heard: Heard) -> None:
        self._database, self._heard = database, heard
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="listening", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening."""
        self._stopped.set()
        self._thread.join(2 * BEAT)

    def _listen(self) -> None:
        missed = False
        while not self._stopped.is_set():
            try:
                self._hear(missed=missed)
            except (StoreError, psycopg.Error):  # the next read or write reports the error; here it is tried again
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
        """Yield the messages of other processes: the ids of the claims that they changed."""
        for note in connection.notifies(timeout=seconds, stop_after=most):
            if note.pid not in self._database.own:
                yield note.payload
