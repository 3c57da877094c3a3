"""Finding by words: SQLite's full-text index where there is one, and plain SQL on any other database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlmodel import col

from workbench.core.claim import Claim
from workbench.core.encoding.codec import decode
from workbench.store.packing import unpack
from workbench.store.skipping import readable
from workbench.store.tables import ClaimTable, DocumentTable
from workbench.store.words import fold, stems

COMMON = 20_000
"""Number of claims from which a word is too common for a similarity search. Counting stops here."""

FEW = 2_000
"""Most hits fetched one by one. For more, the list is scanned."""

READ = 40_000
"""Approximate number of claims compared in a similarity search of a large database."""

TERMS = 8
"""Words of a claim searched at once in a database without a full-text index."""


def worded(connection: Connection, kind: type[DocumentTable | ClaimTable], words: str) -> list[ColumnElement[bool]]:
    """The condition that each of the words begins some word of the row; none where no word is asked for."""
    asked = fold(words)
    if not asked:
        return []
    if connection.dialect.name != "sqlite":
        return [and_(*(_begins(kind, word) for word in asked))]
    hits = _hits(kind, asked)
    many = connection.execute(select(func.count()).select_from(hits.limit(FEW).subquery())).scalar_one() == FEW
    # The plus keeps SQLite from fetching every hit's row: it scans the list in order and tests each row for a hit.
    number = literal_column(f"+{kind.__tablename__}.number") if many else col(kind.number)
    return [number.in_(hits)]


def count_worded(connection: Connection, kind: type[DocumentTable | ClaimTable], words: str) -> int | None:
    """Number of rows with the words, from the full-text index; None without an index or without words."""
    asked = fold(words)
    if not asked or connection.dialect.name != "sqlite":
        return None
    return connection.execute(select(func.count()).select_from(_hits(kind, asked).subquery())).scalar_one()


def _hits(kind: type[DocumentTable | ClaimTable], words: Sequence[str]) -> Select[Any]:
    """The numbers of the rows in which each of the words begins a word."""
    index = f"{kind.__tablename__}_words"
    matches = text(f"{index} MATCH :{index}").bindparams(bindparam(index, " ".join(map(_prefix, words))))
    return select(column("rowid")).select_from(table(index)).where(matches)


@contextmanager
def indexed(connection: Connection, kind: type[DocumentTable | ClaimTable]) -> Iterator[None]:
    """Puts the rows that are inserted inside the block into the full-text index, all at once."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.execute(select(func.max(col(kind.number)))).scalar() or 0
    yield
    name = kind.__tablename__
    connection.execute(
        text(f"INSERT INTO {name}_words(rowid, words) SELECT number, words FROM {name} WHERE number > :before"),  # noqa: S608  (our own tables' names)
        {"before": before},
    )


def alike(connection: Connection, claim: Claim, limit: int) -> Sequence[Claim]:
    """Other claims that share telling words with this one, likeliest first."""
    terms = stems(f"{claim.measure} {claim.quote}")
    if not terms:
        return []
    find = _alike_by_index if connection.dialect.name == "sqlite" else _alike_by_scan
    found = readable(find(connection, terms, limit + 1), partial(decode, Claim))
    return [other for other in found if other.id != claim.id][:limit]


def _alike_by_index(connection: Connection, terms: Sequence[str], limit: int) -> Sequence[str]:
    query = " OR ".join(_prefix(term) for term in _rarest(connection, terms))
    found = connection.execute(
        text(
            "SELECT claims.noun FROM (SELECT rowid AS hit, rank AS far FROM claims_words "
            "WHERE claims_words MATCH :query ORDER BY rank LIMIT :limit) JOIN claims ON number = hit "
            "WHERE stage <> 'aside' ORDER BY far, number"
        ),
        {"query": query, "limit": limit},
    )
    return [unpack(noun) for noun in found.scalars()]


def _rarest(connection: Connection, terms: Sequence[str]) -> list[str]:
    """The rarest of the terms, as many as may be read; at least one."""
    query = text("SELECT count(*) FROM (SELECT 1 FROM claims_words WHERE claims_words MATCH :query LIMIT :most)")
    counted = sorted(
        (connection.execute(query, {"query": _prefix(term), "most": COMMON}).scalar_one(), term) for term in terms
    )
    kept, read = [counted[0][1]], counted[0][0]
    for hits, term in counted[1:]:
        read += hits
        if hits >= COMMON or read > READ:
            break
        kept.append(term)
    return kept


def _alike_by_scan(connection: Connection, terms: Sequence[str], limit: int) -> Sequence[str]:
    longest = sorted(terms, key=len, reverse=True)[:TERMS]
    conditions = [_begins(ClaimTable, term) for term in longest]
    shared = sum((case((condition, 1), else_=0) for condition in conditions[1:]), case((conditions[0], 1), else_=0))
    aside = col(ClaimTable.stage) == "aside"
    query = select(col(ClaimTable.noun)).where(or_(*conditions), ~aside).order_by(shared.desc(), col(ClaimTable.number))
    return connection.execute(query.limit(limit)).scalars().all()


def _begins(kind: type[DocumentTable | ClaimTable], word: str) -> ColumnElement[bool]:
    return begins(col(kind.words), word)


def begins(words: Any, word: str) -> ColumnElement[bool]:
    """The condition that some word of a column of words begins with a word."""
    found: ColumnElement[bool] = words.contains(f" {word}", autoescape=True)
    return found


def _prefix(word: str) -> str:
    """A folded word as the full-text index is asked for its beginnings; it holds letters and digits alone."""
    return f'"{word}"*'
