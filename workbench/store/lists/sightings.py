"""Sightings: claims with the same words, in any documents. A list shows only the first that was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    bindparam,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from workbench.core.sighting import Sighting
from workbench.core.verdict import Stage
from workbench.store.id_parameters import listed
from workbench.store.search_normalisation import words_hash
from workbench.store.tables import ClaimTable

MOST = 20
"""Most sightings named of a claim: a slogan is said in hundreds of speeches."""

_CHUNK = 5_000

_ASIDE = (col(ClaimTable.stage) == Stage.ASIDE.value) & (col(ClaimTable.stage) != literal_column("'open'"))
"""The condition that a claim is set aside; its second half is the condition of the index of judged claims."""

_REPEATS: ColumnElement[int] = literal_column("+claims.repeats")
"""The column without its index: the few claims that are set aside are looked through instead."""


def note_repeats(connection: Connection, after: int) -> None:
    """Record on claims after a row number which claim had the same words first.

    Args:
        connection: One that writes.
        after: The last row number before the new claims.
    """
    first = _first_said()
    newer = update(ClaimTable).where(col(ClaimTable.number) > after, first.is_not(None))
    connection.execute(newer.values(repeats=first))


def noted_otherwise(connection: Connection) -> Iterator[str]:
    """Yield the claims whose hash of words, or whose reference to the first claim with the same words, is wrong."""
    differs = func.coalesce(col(ClaimTable.repeats), 0) != func.coalesce(_first_said(), 0)
    yield from connection.execute(select(col(ClaimTable.id)).where(differs)).scalars()
    last = 0
    while rows := _some(connection, last):
        yield from (row.id for row in rows if row.words_hash != words_hash(row.quote, row.context))
        last = rows[-1].number or 0


@cache
def _first_said() -> ScalarSelect[int]:
    """Return a subquery for the number of the first earlier claim with a claim's words; NULL where there is none."""
    earlier = aliased(ClaimTable)
    same = (col(earlier.words_hash) == col(ClaimTable.words_hash)) & (col(earlier.number) < col(ClaimTable.number))
    return select(func.min(col(earlier.number))).where(same).correlate(ClaimTable).scalar_subquery()


def find_again(connection: Connection) -> None:
    """Recompute every claim's hash of words, and its reference to the first claim with the same words."""
    last = 0
    hashes = update(ClaimTable).where(col(ClaimTable.number) == bindparam("at"))
    while rows := _some(connection, last):
        values = [{"at": row.number, "words_hash": words_hash(row.quote, row.context)} for row in rows]
        connection.execute(hashes.values(words_hash=bindparam("words_hash")), values)
        last = rows[-1].number or 0
    note_repeats(connection, 0)


def _some(connection: Connection, after: int) -> Sequence[Row[int | None, str, str, str, int]]:
    names = ("number", "id", "quote", "context", "words_hash")
    wanted = tuple(col(getattr(ClaimTable, name)) for name in names)
    query = select(*wanted).where(col(ClaimTable.number) > after).order_by(col(ClaimTable.number)).limit(_CHUNK)
    return connection.execute(query).all()


def alike(connection: Connection, claim: str) -> Sequence[Sighting]:
    """Find the claims with a claim's words, itself too, without those set aside: the `MOST` that were said first, oldest first."""
    rows = connection.execute(_with_the_same_words(), {"claim": claim}).all()
    return [Sighting(key, document, start, _day(said)) for key, document, start, said in rows]


@cache
def _with_the_same_words() -> Any:
    other = aliased(ClaimTable)
    same = col(other.words_hash) == col(ClaimTable.words_hash)
    query = select(col(other.id), col(other.document), col(other.start), col(other.said)).join_from(
        ClaimTable, other, same
    )
    wanted = query.where(col(ClaimTable.id) == bindparam("claim"), col(other.stage) != Stage.ASIDE.value)
    return wanted.order_by(col(other.said) == "", col(other.said), col(other.number)).limit(MOST)


class SaidAgain(NamedTuple):
    """A claim whose words were said more than once: its id, its document, where it begins there, and its day as stored."""

    claim: str
    document: str
    start: int
    said: str


def groups(connection: Connection, claims: Sequence[str]) -> Iterator[Sequence[SaidAgain]]:
    """Yield the claims with the same words, of two or more and without those set aside, whose words any of some claims has."""
    wanted = col(ClaimTable.id).in_(listed(connection, claims))
    hashes = select(col(ClaimTable.words_hash)).where(wanted).distinct()
    names = ("words_hash", "id", "document", "start", "said")
    query = select(*(col(getattr(ClaimTable, name)) for name in names)).where(
        col(ClaimTable.words_hash).in_(hashes), col(ClaimTable.stage) != Stage.ASIDE.value
    )
    found: dict[int, list[SaidAgain]] = defaultdict(list)
    for words, *each in connection.execute(query.order_by(col(ClaimTable.number))):
        found[words].append(SaidAgain(*each))
    return (each for each in found.values() if len(each) > 1)


def _day(said: str) -> date | None:
    """Read a stored day; None where there is none, and in a row that another program changed, which the journal names."""
    with suppress(ValueError):
        return date.fromisoformat(said)
    return None


def counted(connection: Connection, firsts: Mapping[int, int]) -> Mapping[int, int]:
    """Count how often the words of some claims were said, by row number; claims said only once are left out.

    The repeats are counted in their index alone, and those set aside are taken off again: of a claim that was said ten
    thousand times, reading the stage in each row would take a quarter of a second.

    Args:
        connection: One that reads.
        firsts: The row number of each claim, with that of the first claim with the same words.
    """
    wanted = set(firsts.values())
    times = _again(connection, col(ClaimTable.repeats).in_(wanted))
    if not times:
        return {}
    gone = _again(connection, _ASIDE, _REPEATS.in_(wanted))
    itself = select(col(ClaimTable.number)).where(col(ClaimTable.number).in_(times), col(ClaimTable.stage) != "aside")
    there = set(connection.execute(itself).scalars())
    said = {first: times[first] - gone.get(first, 0) + (first in there) for first in times}
    return {number: said[first] for number, first in firsts.items() if said.get(first, 0) > 1}


def _again(connection: Connection, *which: ColumnElement[bool]) -> dict[int, int]:
    """Count the repeats that pass some conditions, by the first claim with their words."""
    repeats = col(ClaimTable.repeats)
    query = select(repeats, func.count()).where(*which).group_by(repeats)
    return {first: times for first, times in connection.execute(query) if first is not None}
