"""Evidence that reviewers attached to claims: added one by one, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from workbench.core.attachment import Attachment
from workbench.core.codec import decode, encode
from workbench.core.errors import NoSuchRecordError
from workbench.core.undoing import TakenBackError
from workbench.store.convert import keepable
from workbench.store.journal import note
from workbench.store.skipping import SkippedRows
from workbench.store.tables import AttachmentTable, ClaimTable


def add(connection: Connection, attachment: Attachment) -> None:
    """Adds an attachment to a claim that is there; the very same one, given twice, is one."""
    query = select(col(ClaimTable.number)).where(col(ClaimTable.id) == attachment.claim).with_for_update()
    if connection.execute(query).scalar() is None:
        raise NoSuchRecordError("claim", attachment.claim)
    before = given(connection, attachment.claim, 0, SkippedRows())
    if any(other.id == attachment.id for other in before):
        return
    if attachment.undoes and any(other.undoes == attachment.undoes for other in before):
        raise TakenBackError(attachment.undoes)
    values = _values(attachment)
    statement = insert(AttachmentTable).returning(col(AttachmentTable.number))
    number: Any = connection.execute(statement, values).scalar_one()
    note(connection, "attachments", [(number, values)], attachment.claim)


def given(connection: Connection, claim: str, limit: int, skipped: SkippedRows) -> Sequence[Attachment]:
    """What was attached to a claim, in the order in which it was added; without a claim, to all, newest first."""
    query = select(col(AttachmentTable.id), col(AttachmentTable.noun))
    if claim:
        query = query.where(col(AttachmentTable.claim) == claim).order_by(col(AttachmentTable.number))
    else:
        query = query.order_by(col(AttachmentTable.number).desc()).limit(limit)
    rows = ((row.id, row.noun) for row in connection.execute(query))
    return skipped.reading("attachment", rows, partial(decode, Attachment))


def _values(attachment: Attachment) -> dict[str, Any]:
    return {
        "id": attachment.id,
        "claim": attachment.claim,
        "at": attachment.at.isoformat(),
        "reviewer": keepable(attachment.reviewer),
        "kind": attachment.kind.value,
        "noun": encode(attachment),
    }
