"""Published pages: added one by one, never changed; their bytes lie in the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.reviews.published import KeptPage
from workbench.store.append_only_rows import insert_noted, lock_claim
from workbench.store.databases.engine import Database
from workbench.store.row_conversion import keepable
from workbench.store.tables import PageTable


def add(connection: Connection, page: KeptPage) -> None:
    """Add the page of a release, unless the release has one already."""
    lock_claim(connection, page.claim)
    if connection.execute(select(col(PageTable.number)).where(col(PageTable.id) == page.release)).scalar() is not None:
        return
    values = {"id": page.release, "claim": page.claim, "at": page.at.isoformat(), "body": page.body, "size": page.size}
    insert_noted(connection, PageTable, values, page.claim)


def kept(connection: Connection, claim: str) -> Sequence[KeptPage]:
    """Read the pages of a claim, or of all claims, oldest first."""
    query = select(*(col(getattr(PageTable, name)) for name in ("id", "claim", "at", "body", "size")))
    query = query.where(col(PageTable.claim) == claim) if claim else query
    rows = connection.execute(query.order_by(col(PageTable.number)))
    return [_read(row) for row in rows]


def _read(row: Any) -> KeptPage:
    try:
        return KeptPage(row.id, row.claim, datetime.fromisoformat(row.at), row.body, int(row.size))
    except (ValueError, TypeError) as error:
        raise UnreadableRecordError(KeptPage, error) from error


class PagesStore:
    """The part of the store for published pages."""

    _database: Database

    def keep_page(self, page: KeptPage) -> None:
        """Add the page of a release, unless the release has one already. Raises NoSuchRecordError."""
        with self._database.writing() as connection:
            add(connection, page)

    def kept_pages(self, claim: str = "") -> Sequence[KeptPage]:
        """Read the pages of a claim, or of all claims, oldest first."""
        with self._database.reading() as connection:
            return kept(connection, keepable(claim))
