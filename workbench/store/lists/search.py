"""Search by words: with the full-text index of SQLite or PostgreSQL, and with plain SQL on any other database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from workbench.store.compression import unpack
from workbench.store.lists import postgres_full_text
from workbench.store.search_normalisation import fold, stems
from workbench.store.tables import ClaimTable, DocumentTable
from workbench.store.unreadable_rows import readable

COMMON = 20_000
"""Number of claims from which a word is too common for a similarity search. Counting stops here."""

FEW = 2_000
"""Most hits fetched one by one. For more, the list is scanned."""

READ = 40_000
"""Approximate number of claims compared in a similarity search of a large database."""

ON_SERVER = 4
"""Factor by which a server compares fewer claims: its index holds no ranks, so it must read each row's words."""

TERMS = 8
"""Words of a claim searched at once in a database without a full-text index."""


def worded(connection: Connection, kind: type[DocumentTable | ClaimTable], words: str) -> list[ColumnElement[bool]]:
    """Return the conditions that each of the words begins some word of the row; none without words."""
    asked = fold(words)
    if not asked:
        return []
    if connection.dialect.name == "postgresql":
        long = [_begins(kind, word) for word in asked if len(word) > postgres_full_text.LONGEST]
        found = postgres_full_text.numbers(connection, kind, asked, FEW, *long)
        if len(found) < FEW:
            return [col(kind.number).in_(found)]
    if connection.dialect.name != "sqlite":
        return [and_(*(_begins(kind, word) for word in asked))]
    hits = _hits(kind, asked)
    many = connection.execute(select(func.count()).select_from(hits.limit(FEW).subquery())).scalar_one() == FEW
    # The plus keeps SQLite from fetching every hit's row: it scans the list in order and tests each row for a hit.
    number = literal_column(f"+{kind.__tablename__}.number") if many else col(kind.number)
    return [number.in_(hits)]


def count_worded(connection: Connection, kind: type[DocumentTable | ClaimTable], words: str) -> int | None:
    """Count the rows with the words in SQLite's full-text index; None without that index or without words."""
    asked = fold(words)
    if not asked or connection.dialect.name != "sqlite":
        return None
    return connection.execute(select(func.count()).select_from(_hits(kind, asked).subquery())).scalar_one()


def _hits(kind: type[DocumentTable | ClaimTable], words: Sequence[str]) -> Select[Any]:
    """Select the numbers of the rows in which each of the words begins a word."""
    index = f"{kind.__tablename__}_words"
    matches = text(f"{index} MATCH :{index}").bindparams(bindparam(index, " ".join(map(_prefix, words))))
    return select(column("rowid")).select_from(table(index)).where(matches)


@contextmanager
def indexed(connection: Connection, kind: type[DocumentTable | ClaimTable]) -> Iterator[None]:
    """Add the rows that the block inserts to the full-text index, all at once."""
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
    """Find other claims that share topic words with this one, the most similar first."""
    terms = stems(f"{claim.measure} {claim.quote}")
    if not terms:
        return []
    find = _ALIKE.get(connection.dialect.name, _alike_by_scan)
    found = readable(find(connection, terms, limit + 1), partial(decode, Claim))
    return [other for other in found if other.id != claim.id][:limit]


def _alike_by_index(connection: Connection, terms: Sequence[str], limit: int) -> Sequence[str]:
    asked = text("SELECT count(*) FROM (SELECT 1 FROM claims_words WHERE claims_words MATCH :query LIMIT :most)")
    hits = {term: connection.execute(asked, {"query": _prefix(term), "most": COMMON}).scalar_one() for term in terms}
    query = " OR ".join(map(_prefix, _rarest(hits)))
    found = connection.execute(
        text(
            "SELECT claims.noun FROM (SELECT rowid AS hit, rank AS far FROM claims_words "
            "WHERE claims_words MATCH :query ORDER BY rank LIMIT :limit) JOIN claims ON number = hit "
            "WHERE stage <> 'aside' ORDER BY far, number"
        ),
        {"query": query, "limit": limit},
    )
    return [unpack(noun) for noun in found.scalars()]


def _alike_by_server(connection: Connection, terms: Sequence[str], limit: int) -> Sequence[str]:
    hits = {term: postgres_full_text.count(connection, ClaimTable, term, COMMON // ON_SERVER) for term in terms}
    rarest = _rarest(hits, ON_SERVER)
    weighed = [case((_begins(ClaimTable, term), _weight(hits[term])), else_=0) for term in rarest]
    shared = sum(weighed[1:], weighed[0])
    aside = col(ClaimTable.stage) == "aside"
    query = select(col(ClaimTable.noun)).where(postgres_full_text.holds(ClaimTable, rarest, any_of=True), ~aside)
    return connection.execute(query.order_by(shared.desc(), col(ClaimTable.number)).limit(limit)).scalars().all()


def _weight(hits: int) -> int:
    """Return the weight of a term by the number of claims that have it: half as many, one more.

    >>> _weight(20_000), _weight(10_000), _weight(1)
    (1, 2, 15)
    """
    return (COMMON // max(hits, 1)).bit_length()


def _rarest(hits: Mapping[str, int], fewer: int = 1) -> list[str]:
    """Return the rarest of some terms, at least one, so that the claims to compare stay below a limit."""
    counted = sorted((hits[term], term) for term in hits)
    kept, read = [counted[0][1]], counted[0][0]
    for many, term in counted[1:]:
        read += many
        if many >= COMMON // fewer or read > READ // fewer:
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


_ALIKE = {"sqlite": _alike_by_index, "postgresql": _alike_by_server}
"""How claims that share words are found, by the kind of database."""


def _begins(kind: type[DocumentTable | ClaimTable], word: str) -> ColumnElement[bool]:
    return begins(col(kind.words), word)


def begins(words: Any, word: str) -> ColumnElement[bool]:
    """Return the condition that some word of a column of words begins with a word."""
    found: ColumnElement[bool] = words.contains(f" {word}", autoescape=True)
    return found


def _prefix(word: str) -> str:
    """Return the query of SQLite's index for words that begin with a folded word, which has only letters and digits."""
    return f'"{word}"*'
