"""Find the archived bodies that the database refers to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.errors import StoreError
from workbench.store.bodies.body_ids_in_text import bodies_in
from workbench.store.tables import AttachmentTable, FindingTable, PageTable, ResearchTable, ReviewTable
from workbench.store.withheld import is_withheld

_BATCH = 500


def pointed(connection: Connection) -> frozenset[str]:
    """Return the ids of all bodies named by findings, research, reviews or attachments, and of published pages.

    Raises:
        StoreError: One of the rows cannot be read, so that its references are unknown.
    """
    pages = connection.execute(select(col(PageTable.body))).scalars()
    return frozenset(key for text in _texts(connection) for key in bodies_in(text)).union(pages)


def _texts(connection: Connection) -> Iterator[str]:
    tables = (FindingTable, ResearchTable, ReviewTable, AttachmentTable)
    for noun in (col(table.noun) for table in tables):
        for said in connection.execute(select(noun), execution_options={"yield_per": _BATCH}).scalars():
            if not isinstance(said, str):
                raise StoreError("A row that may point to archived bodies cannot be read.", "Run workbench doctor.")
            if is_withheld(said):
                raise StoreError("A review that may point to archived bodies is withheld.", "Do it as an editor.")
            yield said
