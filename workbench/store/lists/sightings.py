"""Sightings: claims with the same words, in any documents. A list shows only the first that was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
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
from workbench.store.id_parameters import rows_of
from workbench.store.search_normalisation import words_hash
from workbench.store.tables import ClaimTable

MOST = 50
"""Most sightings named of a claim: a slogan is said in hundreds of speeches."""

_CHUNK = 5_000
_TOGETHER = 500

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


def others(connection: Connection, claims: Sequence[str]) -> dict[str, Sequence[Sighting]]:
    """Find for each of some claims the others with its words, without those set aside: the `MOST` that were said first, oldest first.

    Claims that were said only once are left out.
    """
    found: dict[str, list[Sighting]] = defaultdict(list)
    for at in range(0, len(claims), _TOGETHER):
        some = claims[at : at + _TOGETHER]
        for claim, other, document, start, said in rows_of(connection, _with_the_same_words, ClaimTable, some):
            if len(found[claim]) < MOST:
                found[claim].append(Sighting(other, document, start, date.fromisoformat(said) if said else None))
    return dict(found)


def _with_the_same_words(table: Any, ids: Select[Any]) -> Select[Any]:
    other = aliased(table)
    wanted = (col(table.id), col(other.id), col(other.document), col(other.start), col(other.said))
    same = (col(other.words_hash) == col(table.words_hash)) & (col(other.number) != col(table.number))
    query = select(*wanted).join(other, same).where(col(table.id).in_(ids), col(other.stage) != Stage.ASIDE.value)
    return query.order_by(col(other.said) == "", col(other.said), col(other.number))


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
