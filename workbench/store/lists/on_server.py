"""PostgreSQL's own full-text search: its index holds the words of a row, and is asked for those that begin with some letters.

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
    """Return the condition that each of some folded words begins a word of the row, as far as the index holds it; or any of them."""
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
    """Return the numbers of the rows in which each of some folded words begins a word, and all else holds; so many at most."""
    found = connection.execute(select(col(kind.number)).where(and_(holds(kind, words), *also)).limit(most))
    return found.scalars().all()


def count(connection: Connection, kind: type[DocumentTable | ClaimTable], word: str, most: int) -> int:
    """Return number of rows in which a folded word begins a word; counting stops at so many."""
    found = select(col(kind.number)).where(holds(kind, [word])).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()
