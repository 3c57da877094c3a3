"""Saved views: rows are only added; the last row of a name is the view, or says that it was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlmodel import col

from workbench.core.reviewers.saved_view import SavedView
from workbench.store.append_only_rows import insert_noted
from workbench.store.databases.engine import Database
from workbench.store.row_conversion import keepable
from workbench.store.saved_view_table import ViewTable


def add(connection: Connection, view: SavedView, reviewer: str, at: datetime, *, dropped: bool) -> None:
    """Add a view under its name, or the record that it is dropped."""
    values = {"name": keepable(view.name), "query": keepable(view.query), "key": view.key, "dropped": dropped}
    insert_noted(connection, ViewTable, {"at": at.isoformat(), "reviewer": keepable(reviewer), **values})


def standing(connection: Connection) -> Sequence[SavedView]:
    """Read the present views, from A to Z."""
    last = select(func.max(col(ViewTable.number))).group_by(func.lower(col(ViewTable.name)))
    query = select(col(ViewTable.name), col(ViewTable.query), col(ViewTable.key))
    there = query.where(col(ViewTable.number).in_(last), col(ViewTable.dropped).is_(False))
    return [SavedView(row.name, row.query, row.key) for row in connection.execute(there.order_by(col(ViewTable.name)))]


class ViewsStore:
    """The part of the store for saved views."""

    _database: Database

    def save_view(self, view: SavedView, reviewer: str, at: datetime, *, dropped: bool = False) -> None:
        """Save a view under its name, replacing one of that name, or drop it."""
        with self._database.writing() as connection:
            add(connection, view, reviewer, at, dropped=dropped)

    def views(self) -> Sequence[SavedView]:
        """Read the saved views, from A to Z."""
        with self._database.reading() as connection:
            return standing(connection)
