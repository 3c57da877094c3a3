"""Add rows for what people did, never changed later: check that each is new, insert it, note it in the journal."""

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
from workbench.core.failures.review_errors import TakenBackError
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.verdict import Review
from workbench.store.journal import note
from workbench.store.row_conversion import keepable
from workbench.store.tables import ClaimTable

Undoable: TypeAlias = Review | Correction | Attachment | Amendment
"""Objects that a later object of the same kind may take back."""


def lock_claim(connection: Connection, claim: str) -> None:
    """Lock a claim's row on a server until the transaction ends.

    Raises NoSuchRecordError where the claim is missing.
    """
    query = select(col(ClaimTable.number)).where(col(ClaimTable.id) == claim).with_for_update()
    if connection.execute(query).scalar() is None:
        raise NoSuchRecordError("claim", claim)


def lock_claims(connection: Connection, claims: Iterable[str]) -> None:
    """Lock the rows of some claims on a server until the transaction ends; a SQLite file has one writer anyhow."""
    if connection.dialect.name != "sqlite":
        query = select(col(ClaimTable.number)).where(col(ClaimTable.id).in_(list(claims)))
        connection.execute(query.order_by(col(ClaimTable.id)).with_for_update()).all()  # in order of ids: no deadlock


def is_new(given: Undoable, before: Iterable[Undoable]) -> bool:
    """Check that an object was not added before, by its id.

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


def common_values(given: Review | Correction | Attachment | Amendment | SavedFormula) -> dict[str, Any]:
    """Return the columns that all of them have: the id, when, by whom, and the noun whole."""
    return {
        "id": given.id,
        "at": given.at.isoformat(),
        "reviewer": keepable(given.reviewer),
        "noun": encode(given),
    }
