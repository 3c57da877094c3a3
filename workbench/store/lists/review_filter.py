"""Conditions on the work on a claim: its reviewers and holder, findings, corrections and tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from workbench.ports import ClaimFilter
from workbench.store import corrections
from workbench.store.lists.distinct_names import named
from workbench.store.row_conversion import tags_kept
from workbench.store.tables import ClaimTable, FindingTable, ResearchTable, ReviewTable


def conditions(connection: Connection, wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of a filter."""
    key = col(ClaimTable.id)
    if wanted.reviewers:
        found = named(connection, ReviewTable, "reviewer", wanted.reviewers)
        yield key.in_(select(col(ReviewTable.claim)).where(col(ReviewTable.reviewer).in_(found)))
    if wanted.holders:
        yield col(ClaimTable.holder).in_(named(connection, ClaimTable, "holder", wanted.holders))
    if wanted.sources:
        yield key.in_(_newest().where(or_(*(_from_source(connection, each) for each in wanted.sources))))
    if wanted.agreements:
        yield key.in_(_newest().where(col(FindingTable.agreement).in_(wanted.agreements), _is_first()))
    if wanted.tags:
        tagged = aliased(ClaimTable)  # a subquery, so that the few tagged claims are found before the list is scanned
        has = or_(*(col(tagged.tags).contains(tags_kept([tag]), autoescape=True) for tag in wanted.tags))
        yield col(ClaimTable.number).in_(select(col(tagged.number)).where(col(tagged.tags).is_not(None), has))
    if wanted.edited:
        yield or_(*(_edited(connection, each) for each in wanted.edited))


def _edited(connection: Connection, how: str) -> ColumnElement[bool]:
    edited = col(ClaimTable.id).in_(corrections.edited(connection, "" if how in {"yes", "no"} else how))
    return ~edited if how == "no" else edited


def _newest() -> Any:
    """Select the claims of findings that belong to the last research of their claim."""
    newer = aliased(ResearchTable)
    same = col(newer.claim) == col(FindingTable.claim)
    last = select(func.max(col(newer.number))).where(same).correlate(FindingTable).scalar_subquery()
    return select(col(FindingTable.claim)).where(col(FindingTable.research) == last)


def _from_source(connection: Connection, source: str) -> ColumnElement[bool]:
    """Return the condition that a finding's series is of a source: ``eurostat:…``.

    On SQLite, which orders letters by their codes, it is a range of the index.
    """
    if connection.dialect.name != "sqlite":
        return col(FindingTable.series).startswith(f"{source}:", autoescape=True)
    return (col(FindingTable.series) >= f"{source}:") & (col(FindingTable.series) < f"{source};")


def _is_first() -> ColumnElement[bool]:
    """Return the condition that a finding is the first of its research, which decides the outcome."""
    other = aliased(FindingTable)
    before = (col(other.research) == col(FindingTable.research)) & (col(other.number) < col(FindingTable.number))
    return ~select(col(other.number)).where(before).correlate(FindingTable).exists()
