"""The log of fetches in the archive's folder: which body was fetched from where, and when.

It is a small SQLite file of its own, to which rows are only added: it survives a kill, and two processes may write to
it. It is not part of the database, since an archive may be copied, shared and kept without one. So it upgrades itself,
by the steps of `fetch_log_upgrades`, when a newer program opens it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import quote

from workbench.core.evidence import Snapshot
from workbench.core.failures.database_errors import BusyDatabaseError, DamagedDatabaseError, NewerDatabaseError
from workbench.ports import Holding
from workbench.store.bodies.fetch_log_upgrades import STEPS
from workbench.store.databases.failures import sqlite_failure
from workbench.store.databases.reading_only import OlderDatabaseError, address

_COLUMNS = ("id", "url", "fetched", "media_type", "size", "status", "sample", "source", "asked", "headers", "failed")
_LIST = ", ".join(_COLUMNS)

_NEWEST = """
    SELECT MAX(number) AS last, MIN(fetched) AS first, COUNT(*) AS times FROM fetches
    WHERE instr(lower(url), ?) > 0 OR instr(lower(source), ?) > 0 GROUP BY id, url
"""
NEWEST = "sample <> '', fetched DESC, number DESC"
"""Order of a body's fetches; the first describes the body: the newest live fetch, or else the newest sample."""

_FETCHES = (
    f"SELECT number, {_LIST} FROM fetches WHERE id IN (SELECT value FROM json_each(?)) "  # noqa: S608  (constants)
    f"ORDER BY id, {NEWEST}"
)
_SIZE = 1 + _COLUMNS.index("size")

_HERE = """
    SELECT f.id, f.size, MAX(f.fetched) FROM fetches f LEFT JOIN (SELECT id, MAX(after) AS after FROM drops GROUP BY id) d ON d.id = f.id
    GROUP BY f.id HAVING MAX(f.number) > COALESCE(MAX(d.after), 0) ORDER BY f.id
"""
"""Bodies that must exist: those fetched since they were last deleted."""


class FetchLog:
    """The log in a file, which is created where it is missing; without a path, in memory.

    Raises:
        NewerDatabaseError: A newer program has changed it in a way that this one does not know.
        DamagedDatabaseError: It is damaged or belongs to another program.
        UnwritableError: It must be written but cannot be.
    """

    def __init__(self, path: Path | None, patience: float, *, reading_only: bool = False) -> None:
        self._path = path
        self._lock = RLock()  # one connection, used by several threads of the desk
        try:
            where = _address(path, reading_only=reading_only)
            self._connection = sqlite3.connect(
                where, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise sqlite_failure(error, path) from error
        try:
            self._run("PRAGMA synchronous = FULL")
            if not reading_only:
                with suppress(BusyDatabaseError):  # another process that opens it at once sets the mode
                    self._run("PRAGMA journal_mode = WAL")
            if self._version() < len(STEPS):
                self._bring_up_to_date(possible=not (reading_only and path and path.is_file()))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def add(self, snapshot: Snapshot) -> None:
        """Add a fetch."""
        self._run(
            f"INSERT INTO fetches ({_LIST}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  (constant names)
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
            int(snapshot.failed),
        )

    def find(self, wanted: str, *values: Any) -> list[Snapshot]:
        """Find the fetches that meet a condition in SQL."""
        rows = self._run(f"SELECT {_LIST} FROM fetches WHERE {wanted}", *values)  # noqa: S608  (constants of this room)
        return [self._read(row) for row in rows]

    def noted(self, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
        """Return each body's size, by its first fetch in the order `NEWEST`, and a hash over all its fetches."""
        rows = self._run(_FETCHES, json.dumps(list(keys)))
        return {
            key: (fetches[0][_SIZE], hashlib.sha256(repr(fetches).encode()).hexdigest())
            for key, each in groupby(rows, itemgetter(1))
            for fetches in [list(each)]
        }

    def moments(self, beginning: str, since: datetime) -> list[datetime]:
        """Return the times of live requests since a moment to addresses with a prefix, oldest first."""
        rows = self._run(
            "SELECT fetched FROM fetches WHERE url >= ? AND url < ? AND fetched > ? AND sample = '' ORDER BY fetched",
            beginning,
            beginning + "\U0010ffff",
            written(since),
        )
        return [datetime.fromisoformat(moment) for (moment,) in rows]

    def holdings(self, words: str, offset: int, limit: int) -> list[Holding]:
        """Return bodies by the addresses they came from, newest fetch first."""
        rows = self._run(
            f"SELECT {_LIST}, first, times FROM fetches JOIN ({_NEWEST}) ON number = last "  # noqa: S608  (constants)
            "ORDER BY fetched DESC, number DESC LIMIT ? OFFSET ?",
            words.lower(),
            words.lower(),
            limit,
            offset,
        )
        return [Holding(self._read(row[:-2]), datetime.fromisoformat(row[-2]), row[-1]) for row in rows]

    def bodies(self) -> list[tuple[str, int, datetime]]:
        """Return the id, size and newest fetch of every body that should exist."""
        return [(key, size, datetime.fromisoformat(moment)) for key, size, moment in self._run(_HERE)]

    def knows(self, key: str) -> bool:
        """Check whether a body was ever fetched."""
        return bool(self._run("SELECT 1 FROM fetches WHERE id = ? LIMIT 1", key))

    def last(self, key: str) -> tuple[int, str]:
        """Return the number and the moment of a body's newest fetch; 0 where there is none."""
        number, moment = self._run("SELECT MAX(number), MAX(fetched) FROM fetches WHERE id = ?", key)[0]
        return number or 0, moment or ""

    def let_go(self, key: str, after: int, at: datetime) -> None:
        """Record that a body was deleted after its fetch of that number."""
        self._run("INSERT INTO drops (id, after, at) VALUES (?, ?, ?)", key, after, written(at))

    def use(self, place: str) -> None:
        """Record that a database needs the archive."""
        if not self._run("SELECT 1 FROM users WHERE place = ?", place):
            self._run("INSERT OR IGNORE INTO users (place) VALUES (?)", place)

    def users(self) -> list[str]:
        """Return the databases that were opened with this archive, as recorded."""
        return [place for (place,) in self._run("SELECT place FROM users ORDER BY place")]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Run the block as one transaction, all or nothing, while every other writing thread and process waits."""
        with self._lock:
            self._run("BEGIN IMMEDIATE")
            try:
                yield
                self._run("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.rollback()
                raise

    def is_whole(self) -> bool:
        """Check that each page of the file is as SQLite wrote it; this reads the whole file."""
        try:
            return self._run("PRAGMA integrity_check(1)") == [("ok",)]
        except DamagedDatabaseError:
            return False

    def _version(self) -> int:
        """Read the schema version of the file. A log of the first program version has 0 although it has tables."""
        found = int(self._run("PRAGMA user_version")[0][0])
        if found > len(STEPS):
            raise NewerDatabaseError(self._path, str(found))
        if found == 0 and self._run("SELECT 1 FROM sqlite_master WHERE name = 'fetches_delete'"):
            return 1
        return found

    def _bring_up_to_date(self, *, possible: bool) -> None:
        """Apply the missing schema steps in one transaction, so that a kill leaves all of them or none."""
        if not possible:
            raise OlderDatabaseError(self._path)
        with self.alone():
            for step in STEPS[self._version() :]:  # read again: another process may just have applied them
                for statement in step:
                    self._run(statement)
            self._run(f"PRAGMA user_version = {len(STEPS)}")

    def _read(self, row: Sequence[Any]) -> Snapshot:
        try:
            return _snapshot(dict(zip(_COLUMNS, row, strict=True)))
        except (ValueError, TypeError, AttributeError) as error:
            raise DamagedDatabaseError(self._path, "a fetch in it cannot be read") from error

    def _run(self, sql: str, *values: Any) -> list[Any]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise sqlite_failure(error, self._path) from error
        except UnicodeDecodeError as error:
            raise DamagedDatabaseError(self._path, "the file is damaged") from error


def _address(path: Path | None, *, reading_only: bool) -> str:
    """Return SQLite's address of the log. A log that does not exist, and is not created, is an empty one in memory."""
    if path is None or (reading_only and not path.is_file()):
        return "file::memory:"
    return address(path) if reading_only else f"file:{quote(str(path.absolute()))}"


def _snapshot(row: dict[str, Any]) -> Snapshot:
    read = {
        "fetched": datetime.fromisoformat(row["fetched"]),
        "headers": tuple(sorted(json.loads(row["headers"]).items())),
        "failed": bool(row["failed"]),
    }
    return Snapshot(**(row | read))


def written(moment: datetime) -> str:
    """Format a moment in UTC so that sorting the texts sorts by time."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")
