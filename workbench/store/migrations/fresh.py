"""A fresh SQLite file gets at once the tables that all migrations together make: alembic takes a third of a second.

``fresh_sqlite.sql`` is what they make, word for word. Tests compare both; ``tests/store/fresh_script.py`` writes it.
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
