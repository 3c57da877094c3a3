"""Translate a claim filter and its order to SQL. An empty field adds no condition."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, literal_column, or_, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.operators import desc_op
from sqlmodel import col

from workbench.core.verdict import Stage
from workbench.ports import ClaimFilter
from workbench.store import corrections
from workbench.store.id_parameters import listed
from workbench.store.lists import deferring, review_filter
from workbench.store.lists.distinct_names import named
from workbench.store.lists.search import worded
from workbench.store.row_conversion import WORTH, keepable
from workbench.store.tables import ClaimTable

_JUDGED = col(ClaimTable.stage) != literal_column("'open'")
"""The condition of the partial index of judged claims, word for word, so that the database uses the index."""

_THERE = col(ClaimTable.stage) != literal_column("'aside'")
"""The condition that a claim is not set aside."""

_IS_FIRST = col(ClaimTable.repeats).is_(None)
"""The condition that no earlier claim has the same words."""

_WITH_OPEN = {Stage.OPEN.value, Stage.DEFERRED.value}

_COLUMNS = {"date": "said", "speaker": "speaker", "place": "place", "kind": "kind"}


def there() -> ColumnElement[bool]:
    """Return the condition that a claim is not set aside."""
    return _THERE


def some_aside(connection: Connection) -> bool:
    """Check whether any claim is set aside."""
    query = select(col(ClaimTable.number)).where(_JUDGED, ~_THERE).limit(1)
    return connection.execute(query).scalar() is not None


def order_of(order: str, *, backwards: bool = False) -> tuple[ColumnElement[Any], ...]:
    """Return the order of a list; all its columns are reversed together, so that the same index serves."""
    worth, key = col(ClaimTable.worth), col(ClaimTable.id)
    by: list[Any] = [worth.desc(), key.asc()]
    if order == "text":
        by = [col(ClaimTable.document).asc(), col(ClaimTable.start).asc(), key.asc()]
    elif order in _COLUMNS:
        column = col(getattr(ClaimTable, _COLUMNS[order]))
        by = [column.desc() if order == "date" else column.asc(), *by]
    return tuple(_turned(each) for each in by) if backwards else tuple(by)


def _turned(by: Any) -> ColumnElement[Any]:
    turned: ColumnElement[Any] = by.element.asc() if by.modifier is desc_op else by.element.desc()
    return turned


def conditions(connection: Connection, wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    """Translate a filter to conditions.

    SQLite tests a row in this order. What stands in the row's place in the index is tested first, then whether the row
    is among those with the words: looking that up for each of a million rows takes a third of a second. What asks for
    other rows comes last.
    """
    found = list(_of_stage(wanted))
    found += _as_read(connection, wanted)
    found += _of_whom(connection, wanted, ClaimTable)
    folding = _folding(connection, wanted) if wanted.folded else None
    found += [_IS_FIRST] if wanted.folded and folding is None else []
    found += worded(connection, ClaimTable, wanted.words)
    found += review_filter.conditions(connection, wanted)
    return found if folding is None else [*found, folding]


def _of_stage(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.stages:
        yield from deferring.conditions(wanted)
    elif not wanted.ids:
        yield _THERE
    if wanted.ratings:
        yield col(ClaimTable.rating).in_(wanted.ratings)
    if wanted.ratings or (wanted.stages and not _WITH_OPEN & set(wanted.stages)):
        yield _JUDGED
    if wanted.ratings and not wanted.stages:
        yield col(ClaimTable.stage).in_([stage.value for stage in Stage if stage is not Stage.OPEN])
    if wanted.least_worth > 0:
        yield col(ClaimTable.worth) >= math.ceil(round(wanted.least_worth * WORTH, 3))


def _as_read(connection: Connection, wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on claims' current readings."""
    if wanted.kinds:
        yield corrections.with_value(connection, "kind", lambda kind: kind.in_(wanted.kinds))
    if wanted.place:
        yield corrections.with_value(connection, "place", lambda place: place == keepable(wanted.place))


def _of_whom(connection: Connection, wanted: ClaimFilter, claim: Any) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on what differs between claims with the same words: speaker, date and document."""
    if wanted.document:
        yield col(claim.document) == keepable(wanted.document)
    if wanted.ids:
        yield col(claim.id).in_(listed(connection, [keepable(key) for key in wanted.ids]))
    if wanted.since:
        yield col(claim.said) >= wanted.since.isoformat()
    if wanted.until:
        yield col(claim.said) < wanted.until.isoformat()
        yield col(claim.said) > ""
    if wanted.speakers:
        found = named(connection, ClaimTable, "speaker", wanted.speakers)
        here = claim is ClaimTable  # for an earlier claim with the same words, the speaker as first read is good enough
        yield (
            corrections.with_value(connection, "speaker", lambda who: who.in_(found))
            if here
            else col(claim.speaker).in_(found)
        )


def _folding(connection: Connection, wanted: ClaimFilter) -> ColumnElement[bool] | None:
    """Return the condition that no earlier claim with the same words passes the filter; None where `_IS_FIRST` says so."""
    earlier = aliased(ClaimTable)
    asked = list(_of_whom(connection, wanted, earlier))
    if some_aside(connection):
        asked.append(col(earlier.stage) != Stage.ASIDE.value)
    if not asked:
        return None
    same = or_(col(earlier.number) == col(ClaimTable.repeats), col(earlier.repeats) == col(ClaimTable.repeats))
    passes = and_(same, col(earlier.number) < col(ClaimTable.number), *asked)
    again = select(col(earlier.number)).where(passes).correlate(ClaimTable).exists()
    return or_(_IS_FIRST, ~again)
