"""The tables of the log of fetches, in the steps in which they came to be.

Each step only adds: an older program goes on working with a newer log. ``PRAGMA user_version`` says how many steps a file has
behind it; a log of the first program says 0 and has its tables.
"""

from __future__ import annotations

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
_SECOND = (  # what was posted, and what the service said of the body
    "ALTER TABLE fetches ADD COLUMN asked TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE fetches ADD COLUMN headers TEXT NOT NULL DEFAULT '{}'",
)
_THIRD = (  # deleted bodies with the last fetch before; databases that refer to the archive
    "CREATE TABLE drops (id TEXT NOT NULL, after INTEGER NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX drops_of_id ON drops (id)",
    "CREATE TABLE users (place TEXT PRIMARY KEY)",
)

_FOURTH = ("ALTER TABLE fetches ADD COLUMN failed INTEGER NOT NULL DEFAULT 0",)  # an error that came as success

STEPS = (_FIRST, _SECOND, _THIRD, _FOURTH)
