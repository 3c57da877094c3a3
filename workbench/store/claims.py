"""Claims: one by its id, lists by filter and page, all of a document."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Select, bindparam, cast, func, literal_column, select
from sqlmodel import col

from workbench.core.claim import Claim
from workbench.core.codec import decode
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.core.verdict import Stage
from workbench.ports import EVERY, ClaimFilter, ClaimRow
from workbench.store import corrections
from workbench.store.convert import WORTH, claim_row, damaged_claim, keepable
from workbench.store.search import count_worded, worded
from workbench.store.skipping import UNREADABLE, SkippedRows
from workbench.store.tables import ClaimTable

CHUNK = 1_000
"""Rows looked up in one statement."""

SHOWN = tuple(
    col(getattr(ClaimTable, name))
    for name in (
        "id", "document", "quote", "context", "kind", "worth", "said", "place", "speaker", "stage", "rating", "deferred",
    )
)  # fmt: skip

_JUDGED = col(ClaimTable.stage) != literal_column("'open'")
"""The condition of the partial index of judged claims, word for word, so that the database uses the index."""

_THERE = col(ClaimTable.stage) != literal_column("'aside'")
"""The condition that a claim is not set aside."""


def get(connection: Connection, key: str) -> Claim:
    """A claim as it came in, by its id, or by the beginning of one id and no other."""
    query = select(col(ClaimTable.id), col(ClaimTable.noun)).where(col(ClaimTable.id) >= key)
    rows = [row for row in connection.execute(query.order_by(col(ClaimTable.id)).limit(2)) if row[0].startswith(key)]
    if not key or not rows:
        raise NoSuchRecordError("claim", key)
    if len(rows) > 1 and rows[0][0] != key:
        raise AmbiguousRecordError("claim", key, [row[0] for row in rows])
    return decode(Claim, rows[0][1])


def of_document(connection: Connection, document: str, skipped: SkippedRows) -> Sequence[Claim]:
    """The claims of a document as they came in, in order of its text, without those that are set aside."""
    query = select(col(ClaimTable.id), col(ClaimTable.noun)).where(col(ClaimTable.document) == document, _THERE)
    rows = ((row.id, row.noun) for row in connection.execute(query.order_by(*_order("text"))))
    return skipped.reading("claim", rows, partial(decode, Claim))


def page(
    connection: Connection, wanted: ClaimFilter, offset: int, limit: int, skipped: SkippedRows
) -> Sequence[ClaimRow]:
    """Some lines of a list.

    The page is found in the index alone; only its own rows are then read, so that a late page costs little more than an
    early one. In the place of a row that cannot be read stands one that says so, so that the pages after it are what they are.
    """
    found = select(col(ClaimTable.number)).where(*_conditions(connection, wanted)).order_by(*_order(wanted.order))
    numbers = connection.execute(found.offset(offset).limit(limit)).scalars().all()
    rows: dict[int | None, dict[str, Any]] = {}
    for at in range(0, len(numbers), CHUNK):
        query = select(col(ClaimTable.number), *SHOWN).where(col(ClaimTable.number).in_(numbers[at : at + CHUNK]))
        rows.update((row["number"], dict(row)) for row in connection.execute(query).mappings())
    corrected = corrections.listed(connection, [str(row["id"]) for row in rows.values()])
    for row in rows.values():
        row.update(corrected.get(str(row["id"]), {}))
    return [_row(rows.get(number), number, skipped) for number in numbers]


def _row(row: dict[str, Any] | None, number: int | None, skipped: SkippedRows) -> ClaimRow:
    """A line of the list; one that says so where the index names a row that is not there, or it cannot be read."""
    try:
        if row is not None:
            return claim_row(row)
    except UNREADABLE:
        pass
    key = str(row["id"]) if row else f"number {number}"
    skipped.add("claim", key)
    return damaged_claim(key, str(row["document"]) if row else "")


def count(connection: Connection, wanted: ClaimFilter) -> int:
    """Number of claims that pass the filter."""
    if replace(wanted, words="", order=EVERY.order) == EVERY:
        found = None if _some_aside(connection) else count_worded(connection, ClaimTable, wanted.words)
        if found is not None:
            return found
    query = select(func.count()).select_from(ClaimTable).where(*_conditions(connection, wanted))
    return connection.execute(query).scalar_one()


def _some_aside(connection: Connection) -> bool:
    """Whether any claim is set aside."""
    query = select(col(ClaimTable.number)).where(_JUDGED, ~_THERE).limit(1)
    return connection.execute(query).scalar() is not None


def _listed(connection: Connection, ids: Sequence[str]) -> Select[Any]:
    """Any number of ids as one value of a statement, which takes only so many values."""
    listed: Any = bindparam("ids", json.dumps([keepable(key) for key in ids]))
    if connection.dialect.name == "sqlite":
        return select(func.json_each(listed).table_valued("value").c.value)
    return select(func.json_array_elements_text(cast(listed, JSON)).column_valued())


def _order(order: str) -> tuple[ColumnElement[Any], ...]:
    if order == "text":
        return col(ClaimTable.document).asc(), col(ClaimTable.start).asc(), col(ClaimTable.id).asc()
    return col(ClaimTable.worth).desc(), col(ClaimTable.id).asc()


def _conditions(connection: Connection, wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    """The filter as SQL; a field that asks nothing adds nothing."""
    conditions = worded(connection, ClaimTable, wanted.words)
    if wanted.document:
        conditions.append(col(ClaimTable.document) == keepable(wanted.document))
    if wanted.stages:
        conditions.append(col(ClaimTable.stage).in_(wanted.stages))
        if Stage.OPEN.value not in wanted.stages:
            conditions.append(_JUDGED)
    elif not wanted.ids:
        conditions.append(_THERE)
    if wanted.kinds:
        conditions.append(corrections.with_value("kind", lambda kind: kind.in_(wanted.kinds)))
    if wanted.least_worth > 0:
        conditions.append(col(ClaimTable.worth) >= math.ceil(round(wanted.least_worth * WORTH, 3)))
    if wanted.place:
        conditions.append(corrections.with_value("place", lambda place: place == keepable(wanted.place)))
    if wanted.ids:
        conditions.append(col(ClaimTable.id).in_(_listed(connection, wanted.ids)))
    return conditions
