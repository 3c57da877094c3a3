"""What a SQLite file has, by its own catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from workbench.store.schema.parts import Part, Parts, column_says, index_says, plain
from workbench.store.schema.wanted import COUNTED

_ALL = "SELECT type, tbl_name, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_COLUMNS = 'SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_xinfo(:name)'
_REFERENCES = """SELECT "from", "table" || '.' || "to" FROM pragma_foreign_key_list(:name)"""
_UNIQUE = "SELECT name FROM pragma_index_list(:name) WHERE origin = 'u'"
_INDEXED = (
    'SELECT coalesce(name, \'an expression\'), "desc" FROM pragma_index_xinfo(:name) WHERE "key" = 1 ORDER BY seqno'
)
_WHERE = re.compile(r"\)\s*WHERE\s+(.*)", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(r"\s*CREATE VIRTUAL", re.IGNORECASE)
_CONDITION = re.compile(r"\bCHECK\s*\(", re.IGNORECASE)


def found(connection: Connection) -> Parts:
    """Every part that is there; those that SQLite makes for itself are none."""
    parts: dict[Part, str] = {}
    for kind, table, name, sql in connection.execute(text(_ALL)).all():
        if kind == "table":
            parts |= _of_table(connection, name, sql)
        elif kind == "index":
            parts[Part("index", table, name)] = _index(connection, table, name, sql)
        else:
            parts[Part(kind, table, name)] = plain(sql)
    return parts


def _of_table(connection: Connection, name: str, sql: str) -> dict[Part, str]:
    if _WORDS.match(sql):
        return {Part("table", name, name): plain(sql)}
    parts = {Part("table", name, name): COUNTED if "AUTOINCREMENT" in sql.upper() else ""}
    for column, kind, needed, key, default in _asked(connection, _COLUMNS, name):
        parts[Part("column", name, column)] = column_says(kind, needed=bool(needed), key=bool(key), default=default)
    parts |= {Part("reference", name, column): to for column, to in _asked(connection, _REFERENCES, name)}
    for (index,) in _asked(connection, _UNIQUE, name):
        parts[Part("unique", name, ", ".join(column for column, _ in _asked(connection, _INDEXED, index)))] = ""
    if _CONDITION.search(sql):
        parts[Part("condition", name, name)] = plain(sql)
    return parts


def _index(connection: Connection, table: str, name: str, sql: str) -> str:
    columns = [column + " DESC" * turned for column, turned in _asked(connection, _INDEXED, name)]
    where = _WHERE.search(sql)
    return index_says(name, table, columns, where=where[1] if where else None, unique="UNIQUE" in sql.upper().split())


def _asked(connection: Connection, question: str, name: str) -> Iterator[Any]:
    return iter(connection.execute(text(question), {"name": name}).all())
