"""Search with PostgreSQL's full-text index, which holds the words of a row and finds them by their beginnings.

Source: PostgreSQL's manual, *Full Text Search*: ``tsquery`` with ``:*`` for beginnings, and GIN indexes.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, TextClause, and_, bindparam, func, select, text
from sqlmodel import col

from workbench.store.tables import ClaimTable, DocumentTable

LONGEST = 255
"""Letters of a word that the index holds; see the migration that makes it."""


def holds(kind: type[DocumentTable | ClaimTable], words: Sequence[str], *, any_of: bool = False) -> TextClause:
    """Return the condition that each (or any) of some folded words, cut to `LONGEST`, begins a word of the row."""
    name = f"{kind.__tablename__}_words"
    asked = (" | " if any_of else " & ").join(f"'{word[:LONGEST]}':*" for word in words)
    matches = text(f"workbench_words({kind.__tablename__}.words) @@ CAST(:{name} AS tsquery)")
    return matches.bindparams(bindparam(name, asked))


def numbers(
    connection: Connection,
    kind: type[DocumentTable | ClaimTable],
    words: Sequence[str],
    most: int,
    *also: ColumnElement[bool],
) -> Sequence[int | None]:
    """Find the first rows in which each of some folded words begins a word and other conditions hold, by number."""
    found = connection.execute(select(col(kind.number)).where(and_(holds(kind, words), *also)).limit(most))
    return found.scalars().all()


def count(connection: Connection, kind: type[DocumentTable | ClaimTable], word: str, most: int) -> int:
    """Count the rows in which a folded word begins a word, up to a limit."""
    found = select(col(kind.number)).where(holds(kind, [word])).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()
