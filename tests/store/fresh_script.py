"""Writes the script of a fresh SQLite database, after a new migration: ``python tests/store/fresh_script.py``."""

from __future__ import annotations

import sqlite3

from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from workbench.store.migrations.fresh import SCRIPT
from workbench.store.opening import configuration

REMARK = "-- Every table, index and guard of SQLite at the newest revision, written by tests/store/fresh_script.py. A blank line ends a statement."

OF_SQLITE = "name LIKE 'sqlite_%' OR type = 'table' AND name GLOB '*_words_*'"
"""What SQLite makes by itself: its own tables and indexes, and those behind a full-text index."""


def migrated() -> sqlite3.Connection:
    """Return a database in memory that the migrations made, one after another."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: made, poolclass=StaticPool)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    return made


def script(made: sqlite3.Connection) -> str:
    """Return the statements that make a database as it is: its parts in their order, and the rows of each table behind it."""
    parts = made.execute(f"SELECT name, type, sql FROM sqlite_master WHERE NOT ({OF_SQLITE}) ORDER BY rowid").fetchall()  # noqa: S608  (a constant)
    statements = [REMARK]
    for name, kind, sql in parts:
        statements.append(sql)
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            statements += [_insert(name, row) for row in made.execute(f"SELECT * FROM {name}")]  # noqa: S608  (names of our own)
    return "\n\n".join(statements) + "\n"


def _insert(table: str, row: tuple[object, ...]) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join(map(repr, row))})"  # noqa: S608  (likewise)


if __name__ == "__main__":
    SCRIPT.write_text(script(migrated()), encoding="utf-8")
