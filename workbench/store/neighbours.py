"""The databases that lie in a folder: two in one folder share the archive beside them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.store.migrations import VERSION_TABLE


def databases_in(folder: Path) -> list[str]:
    """The paths of the workbench's SQLite files in a folder; nothing is opened for writing, created or brought up to date."""
    return [str(path) for path in sorted(folder.glob("*.db")) if _is_ours(path)]


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(
                "SELECT name FROM sqlite_master WHERE name IN ('findings', ?)", (VERSION_TABLE,)
            ).fetchall()
    except sqlite3.Error:
        return False
    return len(rows) == 2
