"""Create all tables of a fresh SQLite file at once, without alembic, which takes a third of a second.

``fresh_sqlite.sql`` holds the tables exactly as the migrations make them, which tests check;
``tests/store/fresh_script.py`` writes it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

SCRIPT = Path(__file__).with_name("fresh_sqlite.sql")


def make_tables(connection: Connection) -> None:
    """Make every table of a fresh SQLite database, inside the transaction of the connection."""
    _remark, *statements = SCRIPT.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    for statement in statements:
        connection.exec_driver_sql(statement)
