"""The rows of saved views: what lists are filtered by."""

from __future__ import annotations

from sqlmodel import Field

from workbench.store.tables import StoredRow


class ViewTable(StoredRow, table=True):
    """Saved views, only ever added: the last row of a name is the view; `dropped` says that it is none any more."""

    __tablename__ = "saved_views"

    number: int | None = Field(default=None, primary_key=True)
    at: str
    reviewer: str
    name: str
    query: str
    key: str
    dropped: bool
