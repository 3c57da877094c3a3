"""List the different names in a column (speakers, reviewers) without reading all of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, text
from sqlmodel import col

from workbench.store.search_normalisation import fold
from workbench.store.tables import ClaimTable, ReviewTable

MOST = 20_000
"""Most different names that are read."""


def names(connection: Connection, table: type[ClaimTable | ReviewTable], column: str) -> Sequence[str]:
    """Return the different names in an indexed column, from A to Z; the index finds each from the one before it."""
    kind = table.__tablename__
    query = text(
        f"WITH RECURSIVE step(name) AS (SELECT min({column}) FROM {kind} WHERE {column} > '' UNION ALL "  # noqa: S608  (our own tables and columns)
        f"SELECT (SELECT min({column}) FROM {kind} WHERE {column} > step.name) FROM step WHERE step.name IS NOT NULL) "
        "SELECT name FROM step WHERE name IS NOT NULL LIMIT :most"
    )
    return connection.execute(query, {"most": MOST}).scalars().all()


def named(
    connection: Connection, table: type[ClaimTable | ReviewTable], column: str, wanted: Sequence[str]
) -> Sequence[str]:
    """Return the names that match one of those wanted: each word must begin a word of the name.

    Case and accents are ignored.
    """
    asked = [fold(each) for each in wanted]
    return [name for name in names(connection, table, column) if any(_fits(fold(name), words) for words in asked)]


def _fits(name: Sequence[str], words: Sequence[str]) -> bool:
    return bool(words) and all(any(part.startswith(word) for part in name) for word in words)


def offered(connection: Connection, of: str, like: str) -> Sequence[str]:
    """Return the names that a filter offers: of the ``speaker``, ``reviewer``, ``place``, ``tag`` or holder (``assigned``).

    Args:
        connection: One that reads.
        of: Which of those.
        like: Beginnings of words of the name; empty for every name.
    """
    if of == "tag":
        return _tags(connection)
    table: type[ClaimTable | ReviewTable] = ReviewTable if of == "reviewer" else ClaimTable
    of = "holder" if of == "assigned" else of
    return named(connection, table, of, [like]) if like else names(connection, table, of)


def _tags(connection: Connection) -> Sequence[str]:
    kept = select(col(ClaimTable.tags)).where(col(ClaimTable.tags).is_not(None)).distinct().limit(MOST)
    return sorted({tag for tags in connection.execute(kept).scalars() for tag in (tags or "").split("|") if tag})
