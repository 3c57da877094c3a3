"""Open SQLite files read-only: on a read-only medium, on a full disk, or in somebody else's folder.

For a database with a write-ahead log, SQLite needs to create a small shared-memory file next to it, even for reading.
Where it cannot, and the log holds no pending changes, the file is opened as immutable.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from workbench.core.errors import StoreError
from workbench.core.failures.database_errors import DamagedDatabaseError
from workbench.store.databases.failures import sqlite_failure


class WaitingChangesError(StoreError):
    """The write-ahead log holds pending changes, which cannot be read where the database lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be read where it is: its last changes wait in {path.name}-wal.",
            "Copy both files to a folder that can be written, and name the copy with --db.",
        )


class OlderDatabaseError(StoreError):
    """The database is from an older program and cannot be upgraded where it lies."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} was written by an older workbench, and cannot be brought up to date where it is.",
            "Copy it to a folder that can be written, and name the copy with --db.",
        )


def address(path: Path) -> str:
    """Return the address by which SQLite opens an existing file read-only.

    Raises:
        StoreError: It cannot be read.
    """
    bare = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        _try(bare)
    except sqlite3.OperationalError as error:
        if not path.is_file():
            raise sqlite_failure(error, path) from error
        if _has_changes(path):
            raise WaitingChangesError(path) from error
        return f"{bare}&immutable=1"
    except sqlite3.Error as error:
        raise sqlite_failure(error, path) from error
    except UnicodeDecodeError as error:
        raise DamagedDatabaseError(path, "the file is damaged") from error
    return bare


def _try(uri: str) -> None:
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _has_changes(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0
