"""Evidence that reviewers attached to claims: added one by one, never changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.attachment import Attachment
from workbench.store.append_only_rows import common_values, insert_noted, is_new, lock_claim
from workbench.store.tables import AttachmentTable
from workbench.store.unreadable_rows import SkippedRows


def add(connection: Connection, attachment: Attachment) -> None:
    """Add an attachment to an existing claim, unless it was added before."""
    lock_claim(connection, attachment.claim)
    if is_new(attachment, given(connection, attachment.claim, 0, SkippedRows())):
        values = {**common_values(attachment), "claim": attachment.claim, "kind": attachment.kind.value}
        insert_noted(connection, AttachmentTable, values, attachment.claim)


def given(connection: Connection, claim: str, limit: int, skipped: SkippedRows) -> Sequence[Attachment]:
    """Read the attachments of a claim, oldest first; without a claim, those of all claims, newest first."""
    query = select(col(AttachmentTable.id), col(AttachmentTable.noun))
    if claim:
        query = query.where(col(AttachmentTable.claim) == claim).order_by(col(AttachmentTable.number))
    else:
        query = query.order_by(col(AttachmentTable.number).desc()).limit(limit)
    return skipped.nouns("attachment", Attachment, connection.execute(query))
