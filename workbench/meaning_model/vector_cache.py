"""Vectors of titles that the model gave once, kept in a file beside the index of series.

The model takes some milliseconds a title, so twenty minutes for a catalogue of 225,000. What it said is
kept title by title, so that a run that was broken off goes on where it stopped, and so that a service's new list costs only its
new titles. The file is no more than a memory: a damaged one, or one of another model, is begun anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import RLock

import numpy as np

from workbench.ports.meaning_encoder import Packed

_TABLES = """
CREATE TABLE IF NOT EXISTS space (name TEXT NOT NULL, width INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS kept (title BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
"""
_MOST_MARKS = 500
_KEY = 12
_PATIENCE = 2.0


class KeptVectors:
    """A file of vectors by title; where it cannot be used, nothing is kept and nothing fails."""

    def __init__(self, path: Path, space: str, width: int) -> None:
        self._lock = RLock()
        self._width = width
        self._db = _opened(path, space, width)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
            self._db = None

    def get(self, titles: Sequence[str]) -> dict[str, Packed]:
        """Return the vectors of those titles that are kept."""
        named = {_key(title): title for title in titles}
        keys = list(named)
        found: dict[str, Packed] = {}
        for at in range(0, len(keys), _MOST_MARKS):
            for key, vector in self._rows(keys[at : at + _MOST_MARKS]):
                if len(vector) == self._width:
                    found[named[key]] = np.frombuffer(vector, dtype=np.int8)
        return found

    def put(self, titles: Sequence[str], packed: Packed) -> None:
        """Keep the vectors of some titles: all of these, or, after a kill, none."""
        rows = [(_key(title), row.tobytes()) for title, row in zip(titles, packed, strict=True)]
        with self._lock, suppress(sqlite3.Error):
            if self._db is not None:
                with self._db:
                    self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)

    def _rows(self, keys: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
        marks = ", ".join("?" * len(keys))
        sql = f"SELECT title, vector FROM kept WHERE title IN ({marks})"  # noqa: S608  (marks alone)
        with self._lock, suppress(sqlite3.Error):
            if self._db is not None:
                return self._db.execute(sql, keys).fetchall()
        return []


def _opened(path: Path, space: str, width: int) -> sqlite3.Connection | None:
    """Return the file, begun anew where it is damaged; None where no file can be kept there at all."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(2):
        try:
            return _begun(path, space, width)
        except sqlite3.OperationalError:  # no such folder, no right to write, or busy: as well without
            return None
        except sqlite3.DatabaseError:
            if attempt == 0:
                with suppress(OSError):
                    path.unlink()
    return None


def _begun(path: Path, space: str, width: int) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        db.executescript(_TABLES)
        if db.execute("SELECT name, width FROM space").fetchone() != (space, width):
            with db:
                db.execute("DELETE FROM kept")
                db.execute("DELETE FROM space")
                db.execute("INSERT INTO space VALUES (?, ?)", (space, width))
    except BaseException:
        db.close()
        raise
    return db


def _key(title: str) -> bytes:
    return blake2b(title.encode("utf-8", "replace"), digest_size=_KEY).digest()
