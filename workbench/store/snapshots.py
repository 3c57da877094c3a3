"""The archive: every body that was ever fetched, under its hash, with where and when.

It is at once the cache, the offline mode and the evidence behind a verdict. A body is a file of its own
(``ab/cdef…``; packed, with ``.gz``, where it is large), written whole or not at all. The log of fetches (``fetches.db``)
is only ever added to. Several processes may keep bodies at the same time, and any of them may be killed at any moment.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import finalize

from workbench.core.errors import BusyDatabaseError, NoSuchRecordError, StoreError
from workbench.core.evidence import Snapshot
from workbench.store.bodies import Bodies
from workbench.store.failures import sqlite_failure

_KEY = re.compile(r"[0-9a-f]{64}\Z")
_COLUMNS = ("id", "url", "fetched", "media_type", "size", "status", "sample", "source")
_LIST = ", ".join(_COLUMNS)

_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS fetches (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL, url TEXT NOT NULL, fetched TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
      status INTEGER NOT NULL, sample TEXT NOT NULL, source TEXT NOT NULL
    )
    """,
    "CREATE INDEX IF NOT EXISTS fetches_of_url ON fetches (url, fetched)",
    "CREATE INDEX IF NOT EXISTS fetches_of_id ON fetches (id, fetched)",
    """
    CREATE TRIGGER IF NOT EXISTS fetches_update BEFORE UPDATE ON fetches
    BEGIN SELECT RAISE(ABORT, 'fetches are only ever added to'); END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS fetches_delete BEFORE DELETE ON fetches
    BEGIN SELECT RAISE(ABORT, 'fetches are only ever added to'); END
    """,
)


class Snapshots:
    """The archive in a folder, which is created where it is not there.

    Args:
        folder: Where bodies and their log are kept.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        UnwritableError: The folder cannot be written.
        DamagedDatabaseError: The log is damaged or another program's.
    """

    def __init__(self, folder: Path, *, patience: float = 10.0) -> None:
        self.folder = folder
        self._bodies = Bodies(folder)
        self._log = _Log(folder / "fetches.db", patience)
        self.close = finalize(self, self._log.close)

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keeps a body whole or not at all; a body kept before is not written again, the new fetch is noted.

        Raises:
            StoreError: The snapshot is not that of this body, or the archive cannot be written.
        """
        if hashlib.sha256(body).hexdigest() != snapshot.id or len(body) != snapshot.size:
            raise StoreError(f"The answer of {snapshot.url} is not the one that was announced.", "Fetch it again.")
        self._bodies.put(snapshot.id, body)
        self._log.add(snapshot)
        return snapshot

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """The newest successful fetch of an address whose body is still here; samples and live answers never mix."""
        wanted = "url = ? AND status BETWEEN 200 AND 299 AND " + ("sample <> ''" if samples else "sample = ''")
        for snapshot in self._log.find(f"{wanted} ORDER BY fetched DESC, number DESC LIMIT 20", url):
            if self._bodies.has(snapshot.id):
                return snapshot
        return None

    def snapshot(self, key: str) -> Snapshot | None:
        """What is known of a body: its newest live fetch, or, where it never came live, its newest sample."""
        found = self._log.find("id = ? ORDER BY sample <> '', fetched DESC, number DESC LIMIT 1", key)
        return found[0] if found else None

    def read(self, key: str) -> bytes:
        """The body, verified against its hash.

        Raises:
            NoSuchRecordError: It was never kept.
            StoreError: It is missing, or no longer what it was.
        """
        known = self.snapshot(key) if _KEY.match(key) else None
        if known is None:
            raise NoSuchRecordError("archived body", key)
        return self._bodies.get(key, known.size)

    def damaged(self) -> Iterator[str]:
        """The ids of bodies that are missing or no longer have their hash; reads every body."""
        for key, size in self._log.bodies():
            try:
                self._bodies.get(key, size)
            except StoreError:
                yield key


class _Log:
    """The fetches, in a small SQLite file: a kill leaves it whole, and two processes may write it."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._lock = Lock()  # one connection, and the desk may ask from several threads
        try:
            self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise sqlite_failure(error, path) from error
        try:
            self._run("PRAGMA synchronous = FULL")
            with suppress(BusyDatabaseError):  # two who open it at once: one of them sets it, for good
                self._run("PRAGMA journal_mode = WAL")
            if not self._run("SELECT 1 FROM sqlite_master WHERE name = 'fetches_delete'"):
                self._create()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def add(self, snapshot: Snapshot) -> None:
        self._run(
            f"INSERT INTO fetches ({_LIST}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  (constant names)
            snapshot.id,
            snapshot.url,
            _written(snapshot.fetched),
            snapshot.media_type,
            snapshot.size,
            snapshot.status,
            snapshot.sample,
            snapshot.source,
        )

    def find(self, wanted: str, value: str) -> list[Snapshot]:
        rows = self._run(f"SELECT {_LIST} FROM fetches WHERE {wanted}", value)  # noqa: S608  (constants of this module)
        return [_snapshot(dict(zip(_COLUMNS, row, strict=True))) for row in rows]

    def bodies(self) -> list[tuple[str, int]]:
        return self._run("SELECT DISTINCT id, size FROM fetches ORDER BY id")

    def _create(self) -> None:
        """Makes the table, in one transaction, so that a kill leaves all of it or nothing."""
        self._run("BEGIN IMMEDIATE")
        for statement in _TABLES:
            self._run(statement)
        self._run("COMMIT")

    def _run(self, sql: str, *values: Any) -> list[Any]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise sqlite_failure(error, self._path) from error


def _snapshot(row: dict[str, Any]) -> Snapshot:
    return Snapshot(**{**row, "fetched": datetime.fromisoformat(row["fetched"])})


def _written(moment: datetime) -> str:
    """A moment in UTC, in a form whose order is the order of time."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")
