"""The log of fetches beside the archived bodies: what came from where, and when.

A small SQLite file of its own, only ever added to: a kill leaves it whole, and two processes may write it. It is not among the
tables of the database, since an archive may be copied, shared and kept without one; so it brings itself up to date, by the
steps below, when a newer program opens it. Each step only adds: an older program goes on working with a newer log.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from workbench.core.errors import BusyDatabaseError, DamagedDatabaseError, NewerDatabaseError
from workbench.core.evidence import Snapshot
from workbench.store.failures import sqlite_failure

_COLUMNS = ("id", "url", "fetched", "media_type", "size", "status", "sample", "source", "asked", "headers")
_LIST = ", ".join(_COLUMNS)

_FIRST = (
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
_SECOND = (  # what was posted, what the service said of the body
    "ALTER TABLE fetches ADD COLUMN asked TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE fetches ADD COLUMN headers TEXT NOT NULL DEFAULT '{}'",
)
_STEPS = (_FIRST, _SECOND)


class FetchLog:
    """The log in a file, which is created where it is not there.

    Raises:
        NewerDatabaseError: A newer program has changed it in a way that this one does not know.
        DamagedDatabaseError: It is damaged or another program's.
        UnwritableError: It has to be written and cannot be.
    """

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
            if self._version() < len(_STEPS):
                self._bring_up_to_date()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()

    def add(self, snapshot: Snapshot) -> None:
        """Notes a fetch."""
        self._run(
            f"INSERT INTO fetches ({_LIST}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  (constant names)
            snapshot.id,
            snapshot.url,
            written(snapshot.fetched),
            snapshot.media_type,
            snapshot.size,
            snapshot.status,
            snapshot.sample,
            snapshot.source,
            snapshot.asked,
            json.dumps(dict(snapshot.headers)),
        )

    def find(self, wanted: str, *values: Any) -> list[Snapshot]:
        """The fetches that a condition lets through."""
        rows = self._run(f"SELECT {_LIST} FROM fetches WHERE {wanted}", *values)  # noqa: S608  (constants of this room)
        try:
            return [_snapshot(dict(zip(_COLUMNS, row, strict=True))) for row in rows]
        except (ValueError, TypeError, AttributeError) as error:
            raise DamagedDatabaseError(self._path, "a fetch in it cannot be read") from error

    def moments(self, beginning: str, since: datetime) -> list[datetime]:
        """When addresses that begin so were asked since then, oldest first, samples aside."""
        rows = self._run(
            "SELECT fetched FROM fetches WHERE url >= ? AND url < ? AND fetched > ? AND sample = '' ORDER BY fetched",
            beginning,
            beginning + "\U0010ffff",
            written(since),
        )
        return [datetime.fromisoformat(moment) for (moment,) in rows]

    def bodies(self) -> list[tuple[str, int]]:
        """The id and size of every body that was ever kept."""
        return self._run("SELECT DISTINCT id, size FROM fetches ORDER BY id")

    def _version(self) -> int:
        """How many steps the file has behind it. A log of the first program says 0 and has its tables."""
        found = int(self._run("PRAGMA user_version")[0][0])
        if found > len(_STEPS):
            raise NewerDatabaseError(self._path, str(found))
        if found == 0 and self._run("SELECT 1 FROM sqlite_master WHERE name = 'fetches_delete'"):
            return 1
        return found

    def _bring_up_to_date(self) -> None:
        """Takes the steps that are missing, in one transaction, so that a kill leaves all of them or nothing."""
        self._run("BEGIN IMMEDIATE")
        try:
            for step in _STEPS[self._version() :]:  # asked again: another process may just have taken them
                for statement in step:
                    self._run(statement)
            self._run(f"PRAGMA user_version = {len(_STEPS)}")
            self._run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    def _run(self, sql: str, *values: Any) -> list[Any]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise sqlite_failure(error, self._path) from error


def _snapshot(row: dict[str, Any]) -> Snapshot:
    said = json.loads(row["headers"])
    return Snapshot(
        **{**row, "fetched": datetime.fromisoformat(row["fetched"]), "headers": tuple(sorted(said.items()))}
    )


def written(moment: datetime) -> str:
    """A moment in UTC, in a form whose order is the order of time."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")
