"""Claims: one by its id, lists by filter and page, all of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select
from sqlmodel import col

from workbench.core.claim import Claim
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.core.verdict import Stage
from workbench.ports import EVERY, ClaimFilter, ClaimRow
from workbench.store import corrections
from workbench.store.lists import deferring, sightings
from workbench.store.lists.claim_filter import conditions, order_of, some_aside, there
from workbench.store.lists.search import count_worded
from workbench.store.row_conversion import claim_of, claim_row, damaged_claim
from workbench.store.tables import ClaimTable, DocumentTable
from workbench.store.unreadable_rows import UNREADABLE, SkippedRows

CHUNK = 1_000
"""Rows looked up in one statement."""

OPEN = ClaimFilter(stages=(Stage.OPEN.value,))
"""The open claims, which their documents count."""

_OPEN_ON = select(func.coalesce(func.sum(col(DocumentTable.open)), 0) - deferring.waiting())
"""Counts the claims that are open on a day; built once, since the library runs it at every step."""

_IDS = select(col(ClaimTable.id)).where(col(ClaimTable.id) >= bindparam("key")).order_by(col(ClaimTable.id)).limit(2)
_NOUNS = _IDS.add_columns(col(ClaimTable.noun))

SHOWN = tuple(
    col(getattr(ClaimTable, name))
    for name in (
        "id", "document", "quote", "context", "kind", "worth", "said", "place", "speaker", "stage", "rating", "deferred", "tags",
        "until", "holder",
    )
)  # fmt: skip

_FIRST = func.coalesce(col(ClaimTable.repeats), col(ClaimTable.number)).label("first")
"""The row number of the first claim with a claim's words."""


def get(connection: Connection, key: str) -> Claim:
    """Read a claim as it was first read, by its id or an unambiguous beginning of it."""
    row = _first(connection, _NOUNS, key)
    return claim_of(row.id, row.noun)


def whole_id(connection: Connection, key: str) -> str:
    """Return the whole id of a claim, by the id or an unambiguous beginning of it."""
    return str(_first(connection, _IDS, key).id)


def _first(connection: Connection, of: Select[Any], key: str) -> Row[Any]:
    """Find the row of the one claim whose id begins with a text. Raises NoSuchRecordError, AmbiguousRecordError."""
    rows = [row for row in connection.execute(of, {"key": key}) if row.id.startswith(key)]
    if not key or not rows:
        raise NoSuchRecordError("claim", key)
    if len(rows) > 1 and rows[0].id != key:
        raise AmbiguousRecordError("claim", key, [row.id for row in rows])
    return rows[0]


def of_document(connection: Connection, document: str, skipped: SkippedRows) -> Sequence[Claim]:
    """Read a document's claims as first read, in order of its text, without those that are set aside."""
    query = select(col(ClaimTable.id), col(ClaimTable.noun)).where(col(ClaimTable.document) == document, there())
    return _claims(connection.execute(query.order_by(*order_of("text"))), skipped)


def _claims(rows: Iterable[Row[Any]], skipped: SkippedRows) -> list[Claim]:
    return skipped.reading("claim", ((row.id, row) for row in rows), lambda row: claim_of(row.id, row.noun))


def page(
    connection: Connection, wanted: ClaimFilter, offset: int, limit: int, skipped: SkippedRows
) -> Sequence[ClaimRow]:
    """Return one page of a list of claims.

    The page is found in the index alone, and then only its own rows are read, so that a late page costs little more
    than an early one. A row that cannot be read is replaced by one that says so, so that later pages do not shift.
    """
    found = (
        select(col(ClaimTable.number))
        .where(*conditions(connection, wanted))
        .order_by(*order_of(wanted.order, backwards=wanted.backwards))
    )
    numbers = connection.execute(found.offset(offset).limit(limit)).scalars().all()
    rows: dict[int | None, dict[str, Any]] = {}
    for at in range(0, len(numbers), CHUNK):
        query = select(col(ClaimTable.number), *SHOWN, _FIRST).where(
            col(ClaimTable.number).in_(numbers[at : at + CHUNK])
        )
        rows.update((row["number"], dict(row)) for row in connection.execute(query).mappings())
    corrected = corrections.listed(connection, [str(row["id"]) for row in rows.values()])
    times = sightings.counted(connection, {number: row.pop("first") for number, row in rows.items() if number})
    for number, row in rows.items():
        row.update(corrected.get(str(row["id"]), {}), sightings=times.get(number or 0, 1))
    return [_row(rows.get(number), number, skipped, wanted.day) for number in numbers]


def ids(connection: Connection, wanted: ClaimFilter) -> dict[str, str]:
    """Return the ids of a whole list, in its order, each with its document's id; nothing else of the rows is read."""
    query = select(col(ClaimTable.id), col(ClaimTable.document)).where(*conditions(connection, wanted))
    ordered = query.order_by(*order_of(wanted.order, backwards=wanted.backwards))
    return {str(key): str(document or "") for key, document in connection.execute(ordered).all()}


def _row(row: dict[str, Any] | None, number: int | None, skipped: SkippedRows, day: date | None) -> ClaimRow:
    """Return a line of the list; one that says so where the row is missing or cannot be read."""
    try:
        if row is not None:
            return claim_row(row, day)
    except UNREADABLE:
        pass
    key = str(row["id"]) if row else f"number {number}"
    skipped.add("claim", key)
    return damaged_claim(key, str(row["document"]) if row else "")


def some(connection: Connection, keys: Sequence[str], skipped: SkippedRows) -> Sequence[Claim]:
    """Read some claims as first read, in no order, without those that are missing or cannot be read."""
    found: list[Claim] = []
    for at in range(0, len(keys), CHUNK):
        query = select(col(ClaimTable.id), col(ClaimTable.noun)).where(col(ClaimTable.id).in_(keys[at : at + CHUNK]))
        found += _claims(connection.execute(query), skipped)
    return found


def count(connection: Connection, wanted: ClaimFilter) -> int:
    """Count the claims that pass a filter."""
    if replace(wanted, words="", order=EVERY.order, backwards=False, day=None) == EVERY:
        found = None if some_aside(connection) else count_worded(connection, ClaimTable, wanted.words)
        if found is not None:
            return found
    if replace(wanted, day=None) == OPEN:
        return connection.execute(_OPEN_ON, {"day": wanted.day.isoformat() if wanted.day else "9999"}).scalar_one()
    query = select(func.count()).select_from(ClaimTable).where(*conditions(connection, wanted))
    return connection.execute(query).scalar_one()
