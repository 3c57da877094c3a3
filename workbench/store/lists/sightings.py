"""Sightings: claims with the same words, in any documents. A list shows only the first that was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, bindparam, func, select, update
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

_THERE = col(ClaimTable.stage) != Stage.ASIDE.value


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


def counted(connection: Connection, numbers: Sequence[int]) -> Mapping[int, int]:
    """Count how often the words of some claims were said, by row number; claims said only once are left out."""
    query = select(
        col(ClaimTable.number), func.coalesce(col(ClaimTable.repeats), col(ClaimTable.number)).label("first")
    )
    firsts = {row.number: row.first for row in connection.execute(query.where(col(ClaimTable.number).in_(numbers)))}
    said, wanted = func.count().label("times"), set(firsts.values())
    again = select(col(ClaimTable.repeats), said).where(col(ClaimTable.repeats).in_(wanted), _THERE)
    times = {row.repeats: row.times for row in connection.execute(again.group_by(col(ClaimTable.repeats)))}
    if not times:
        return {}
    itself = select(col(ClaimTable.number)).where(col(ClaimTable.number).in_(times), _THERE)
    for number in connection.execute(itself).scalars():
        times[number] += 1
    return {number: times[first] for number, first in firsts.items() if number and times.get(first, 0) > 1}
