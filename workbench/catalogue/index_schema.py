"""The tables of the index file, and the mark by which it is recognised.

The rows are the titles; `shelf` has the name of the file of search arrays, and the rules by which it was built.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

VERSION = 3
"""Raised whenever a table changes: a file of another version is built again."""

APPLICATION = 0x57424354
"""Marks the file as a workbench catalogue ("WBCT"), so that another program's file is never written into."""

TABLES = """
CREATE TABLE lists (source TEXT PRIMARY KEY, as_of TEXT, titles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE starter (digest TEXT NOT NULL);
CREATE TABLE shelf (name TEXT NOT NULL, rules TEXT NOT NULL);
CREATE TABLE series (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL,
  title TEXT NOT NULL, unit TEXT NOT NULL, description TEXT NOT NULL, headline INTEGER NOT NULL,
  dimension TEXT NOT NULL, unit_name TEXT NOT NULL, code TEXT NOT NULL, per TEXT NOT NULL, prices TEXT NOT NULL,
  frequency TEXT, first INTEGER, last INTEGER, adds TEXT NOT NULL, publisher TEXT NOT NULL, licence TEXT NOT NULL,
  more TEXT NOT NULL
);
CREATE UNIQUE INDEX series_ref ON series (source, key);
"""


def create(db: sqlite3.Connection) -> None:
    """Make the tables in an empty file, whole or not at all."""
    db.executescript(
        f"BEGIN IMMEDIATE; {TABLES} PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION}; COMMIT;"
    )


def version(db: sqlite3.Connection) -> int | None:
    """Read the version of the index's tables in a file: 0 for an empty file, None for a file of another program."""
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    mark: int = db.execute("PRAGMA application_id").fetchone()[0]
    empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark == APPLICATION:
        return number
    return 0 if empty else None


def ours(path: Path) -> bool:
    """Check whether a file, even a damaged one, has the index's mark (SQLite stores it at byte 68)."""
    with path.open("rb") as file:
        return file.read(72)[68:] == APPLICATION.to_bytes(4, "big")
