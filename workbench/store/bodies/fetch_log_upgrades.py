"""The schema of the log of fetches, as a list of upgrade steps.

Each step only adds, so that an older program can still use a newer log. ``PRAGMA user_version`` says how many steps a
file has had; a log of the first program version has 0 although it has tables.
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
_SECOND = (  # the body of the request, and what the service said about the answer
    "ALTER TABLE fetches ADD COLUMN asked TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE fetches ADD COLUMN headers TEXT NOT NULL DEFAULT '{}'",
)
_THIRD = (  # deleted bodies with their last fetch before; databases that need the archive
    "CREATE TABLE drops (id TEXT NOT NULL, after INTEGER NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX drops_of_id ON drops (id)",
    "CREATE TABLE users (place TEXT PRIMARY KEY)",
)

_FOURTH = ("ALTER TABLE fetches ADD COLUMN failed INTEGER NOT NULL DEFAULT 0",)  # an error sent with a success status

STEPS = (_FIRST, _SECOND, _THIRD, _FOURTH)
