"""Research: the result of each one, and its findings, to which verdicts refer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select
from sqlmodel import col

from workbench.core.encoding.codec import decode
from workbench.core.errors import NoSuchRecordError
from workbench.core.finding import Finding
from workbench.ports import Researched
from workbench.store.journal import note
from workbench.store.row_conversion import finding_values, research_values
from workbench.store.tables import ClaimTable, FindingTable, ResearchTable


def add(connection: Connection, researched: Researched) -> None:
    """Add a research; earlier ones stay."""
    there = connection.execute(select(col(ClaimTable.number)).where(col(ClaimTable.id) == researched.claim)).scalar()
    if there is None:
        raise NoSuchRecordError("claim", researched.claim)
    statement = insert(ResearchTable).returning(col(ResearchTable.number))
    values = research_values(researched)
    number: Any = connection.execute(statement, values).scalar_one()
    rows = [finding_values(finding, number) for finding in researched.findings]
    if rows:
        connection.execute(insert(FindingTable), rows)
    of_it = select(col(FindingTable.number)).where(col(FindingTable.research) == number)
    numbers: Any = connection.execute(of_it.order_by(col(FindingTable.number))).scalars().all()
    note(connection, "research", [(number, values)], researched.claim)
    note(connection, "findings", zip(numbers, rows, strict=True), researched.claim)


_OF_CLAIM = select(col(ResearchTable.number), col(ResearchTable.noun)).where(
    col(ResearchTable.claim) == bindparam("key")
)
_NEWEST = _OF_CLAIM.order_by(col(ResearchTable.number).desc()).limit(1)
_OF_RESEARCH = select(col(FindingTable.noun)).where(col(FindingTable.research) == bindparam("number"))
_FINDINGS = _OF_RESEARCH.order_by(col(FindingTable.number))


def newest(connection: Connection, claim: str) -> Researched | None:
    """Read the newest research of a claim."""
    row = connection.execute(_NEWEST, {"key": claim}).one_or_none()
    if row is None:
        return None
    texts = connection.execute(_FINDINGS, {"number": row.number}).scalars()
    return replace(decode(Researched, row.noun), findings=tuple(decode(Finding, text) for text in texts))


def among(connection: Connection, claims: Sequence[str]) -> frozenset[str]:
    """Return those of some claims that were ever researched."""
    query = select(col(ResearchTable.claim)).where(col(ResearchTable.claim).in_(claims)).distinct()
    return frozenset(connection.execute(query).scalars())


def finding(connection: Connection, key: str) -> Finding:
    """Read a finding by its id, as it was first stored."""
    query = select(col(FindingTable.noun)).where(col(FindingTable.id) == key).order_by(col(FindingTable.number))
    text = connection.execute(query.limit(1)).scalar()
    if text is None:
        raise NoSuchRecordError("finding", key)
    return decode(Finding, text)
