"""The table of saved views, which are named filters of lists."""

from __future__ import annotations

from sqlmodel import Field

from workbench.store.tables import StoredRow


class ViewTable(StoredRow, table=True):
    """Saved views, never changed: the last row of a name counts; `dropped` says that the view was deleted."""

    __tablename__ = "saved_views"

    number: int | None = Field(default=None, primary_key=True)
    at: str
    reviewer: str
    name: str
    query: str
    key: str
    dropped: bool
