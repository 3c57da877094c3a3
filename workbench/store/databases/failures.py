"""Translate errors of the database into the workbench's errors, with messages for people."""

from __future__ import annotations

import sqlite3

from workbench.core.errors import StoreError
from workbench.core.failures.database_errors import BusyDatabaseError, DamagedDatabaseError, UnwritableError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT: "the file is damaged", sqlite3.SQLITE_NOTADB: "the file is not a database"}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk did not take it",
    sqlite3.SQLITE_PERM: "there is no permission",
    sqlite3.SQLITE_AUTH: "there is no permission",
}


def sqlite_failure(error: Exception, path: object) -> StoreError:
    """Translate an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in _BUSY:
        return BusyDatabaseError(path)
    if primary in _DAMAGED:
        return DamagedDatabaseError(path, _DAMAGED[primary])
    if primary in _UNWRITABLE:
        return UnwritableError(path, _UNWRITABLE[primary])
    if isinstance(error, sqlite3.OperationalError) and "no such" in str(error):
        return DamagedDatabaseError(path, f"a part of it is missing ({error})")
    return StoreError(f"{path}: the database refused: {error}.", "Run workbench doctor.")


def file_failure(error: OSError, path: object) -> StoreError:
    """Translate an error of the file system."""
    return UnwritableError(path, (error.strerror or str(error)).lower())
