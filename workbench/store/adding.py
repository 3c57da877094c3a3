"""What people did, as rows that are only ever added: checked, inserted, and noted in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.encoding.codec import encode
from workbench.core.errors import NoSuchRecordError
from workbench.core.failures.undoing import TakenBackError
from workbench.core.reviewers.kept_formula import KeptFormula
from workbench.core.verdict import Review
from workbench.store.convert import keepable
from workbench.store.journal import note
from workbench.store.tables import ClaimTable

Undoable: TypeAlias = Review | Correction | Attachment | Amendment
"""What one of its own kind takes back."""


def lock_claim(connection: Connection, claim: str) -> None:
    """On a server, has everybody wait who adds to the same claim. Raises NoSuchRecordError where it is not there."""
    query = select(col(ClaimTable.number)).where(col(ClaimTable.id) == claim).with_for_update()
    if connection.execute(query).scalar() is None:
        raise NoSuchRecordError("claim", claim)


def lock_claims(connection: Connection, claims: Iterable[str]) -> None:
    """On a server, has everybody wait who adds to one of some claims until the transaction ends; a file does so anyhow."""
    if connection.dialect.name != "sqlite":
        query = select(col(ClaimTable.number)).where(col(ClaimTable.id).in_(list(claims)))
        connection.execute(query.order_by(col(ClaimTable.id)).with_for_update()).all()  # by id: nobody waits in a ring


def is_new(given: Undoable, before: Iterable[Undoable]) -> bool:
    """Return whether something is not among what was added before: the very same, given twice, is one.

    Raises:
        TakenBackError: It takes back what was taken back before.
    """
    there = list(before)
    if any(other.id == given.id for other in there):
        return False
    if given.undoes and any(other.undoes == given.undoes for other in there):
        raise TakenBackError(given.undoes)
    return True


def insert_noted(connection: Connection, table: Any, values: Mapping[str, Any], claim: str = "") -> None:
    """Insert a row and note it in the journal, with the claim that it is about."""
    number: Any = connection.execute(insert(table).returning(col(table.number)), values).scalar_one()
    note(connection, table.__tablename__, [(number, values)], claim)


def common_values(given: Review | Correction | Attachment | Amendment | KeptFormula) -> dict[str, Any]:
    """Return the columns that all of them have: the id, when, by whom, and the noun whole."""
    return {
        "id": given.id,
        "at": given.at.isoformat(),
        "reviewer": keepable(given.reviewer),
        "noun": encode(given),
    }
