"""Deferred open claims: left out of the queue until their day; when it comes, no row changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, literal_column, or_, select
from sqlmodel import col

from workbench.core.verdict import Stage
from workbench.ports import ClaimFilter
from workbench.store.tables import ClaimTable

_OPEN = col(ClaimTable.stage) == Stage.OPEN.value

_DEFERRED: ColumnElement[bool] = literal_column("claims.deferred")
"""The condition of the partial index of claims that are deferred, so that the database uses the index."""


def conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on stages: open claims without those deferred to a later day, or also all deferred ones."""
    stages = set(wanted.stages)
    if Stage.DEFERRED.value in stages and Stage.OPEN.value not in stages:
        yield or_(col(ClaimTable.stage).in_(stages), col(ClaimTable.number).in_(_deferred(wanted.day)))
        return
    yield col(ClaimTable.stage).in_(stages)
    if wanted.day is not None and Stage.OPEN.value in stages and Stage.DEFERRED.value not in stages:
        yield col(ClaimTable.number).not_in(_waiting(wanted.day.isoformat()))


def waiting() -> ScalarSelect[int]:
    """Return a subquery that counts the open claims deferred beyond the day in the parameter ``day``, in ISO form."""
    return _waiting(bindparam("day")).with_only_columns(func.count()).scalar_subquery()


def _waiting(day: Any) -> Select[Any]:
    return select(col(ClaimTable.number)).where(_DEFERRED, _OPEN, col(ClaimTable.until) > day)


def _deferred(day: date | None) -> Select[Any]:
    found = select(col(ClaimTable.number)).where(_DEFERRED, _OPEN)
    still = or_(col(ClaimTable.until).is_(None), col(ClaimTable.until) > day.isoformat()) if day else None
    return found if still is None else found.where(still)
