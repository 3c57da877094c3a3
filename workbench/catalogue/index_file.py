"""Open the index file in any state: it is a cache, so that at worst it is built again."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from workbench.catalogue.index_schema import VERSION, create, ours, version
from workbench.core.errors import Problem

WAIT = 10.0
"""Timeout in seconds for a lock that another process holds."""

MAPPED = 256 * 1024 * 1024
"""Bytes of the file that are memory-mapped: all of it, up to some hundred thousand titles."""

_HINT = "Run workbench catalogue update to pull the lists again."


UNKEPT, READ_ONLY = "catalogue-unkept", "catalogue-read-only"
"""Kinds of what is told of an index that cannot be written; that it lies on a medium that is only read is no fault."""


class StrangeFileError(Exception):
    """The file is damaged or of another version; the message says which."""


class ForeignFileError(OSError):
    """The file belongs to another program, or is the workbench's database, and must not be changed."""


def open_index(path: Path) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    """Open the index; rebuild it if it cannot be used, in memory if no file can be written.

    No other file is ever lost: another program's is left alone, a damaged one is renamed.

    Returns:
        The connection, with the index's tables, and Problems.
    """
    try:
        return _open(path), ()
    except StrangeFileError as error:
        return _again(path, str(error))
    except (sqlite3.OperationalError, OSError) as error:
        return _without_file(path, error)


def rebuild(path: Path, why: str) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    """Replace a damaged index by a fresh one."""
    return _again(path, why)


def mended(why: str) -> Problem:
    """Return message that the arrays of titles were rebuilt. No title is lost by that."""
    return Problem("catalogue", f"The index of titles was made anew from its rows: {why}.", "", "catalogue-mended")


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        _prepare(db)
    except (sqlite3.OperationalError, ForeignFileError):
        db.close()
        raise
    except (sqlite3.DatabaseError, StrangeFileError) as error:
        db.close()
        raise StrangeFileError(str(error)) from error
    return db


def _prepare(db: sqlite3.Connection) -> None:
    found = version(db)
    if found is None:
        raise ForeignFileError("it is another program's file")
    if found not in {0, VERSION}:
        raise StrangeFileError(f"it was written by another version of the workbench ({found})")
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    db.execute(f"PRAGMA mmap_size={MAPPED}")
    if found == 0:
        _create(db)
    db.execute("SELECT 1 FROM lists, starter, shelf, series LIMIT 1").fetchone()


def _create(db: sqlite3.Connection) -> None:
    try:
        create(db)
    except sqlite3.OperationalError:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if version(db) != VERSION:  # another process made them while we waited
            raise


def _again(path: Path, why: str) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    problem = Problem(
        "catalogue", f"The index was built again from the starter list: {why}.", _HINT, "catalogue-rebuilt"
    )
    try:
        _out_of_the_way(path)
        return _open(path), (problem,)
    except (sqlite3.Error, OSError, StrangeFileError) as error:
        db, more = _without_file(path, error)
        return db, (problem, *more)


def _out_of_the_way(path: Path) -> None:
    """Delete an index; rename a file that is not surely one."""
    if path.is_file() and not ours(path):
        path.replace(path.with_name(f"{path.name}.aside"))
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _without_file(path: Path, error: Exception) -> tuple[sqlite3.Connection, tuple[Problem, ...]]:
    """Open a file read-only, or without one an index in memory."""
    with suppress(sqlite3.Error):
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
        if version(db) == VERSION:
            return db, (_unkept("is read but not updated", path, error, READ_ONLY if _is_read_only(path) else UNKEPT),)
        db.close()
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    create(db)
    return db, (_unkept("holds the starter list for this run alone", path, error),)


def _is_read_only(path: Path) -> bool:
    """Check whether the file's place is not writable: a read-only medium, or somebody else's folder."""
    return not os.access(path.parent, os.W_OK)


def _unkept(what: str, path: Path, error: Exception, kind: str = UNKEPT) -> Problem:
    return Problem("catalogue", f"The index {what}: {path} cannot be written ({error}).", "Check the folder.", kind)
