"""Read from SQLite's catalogue which parts a file has."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, text

from workbench.store.schema.expected_schema import COUNTED
from workbench.store.schema.schema_parts import Part, Parts, column_statement, index_statement, plain

_ALL = "SELECT type, tbl_name, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_COLUMNS = """
    SELECT value, it.name, it.type, it."notnull", it.pk, it.dflt_value
    FROM json_each(:names), pragma_table_xinfo(value) AS it
"""
_REFERENCES = """
    SELECT value, it."from", it."table" || '.' || it."to" FROM json_each(:names), pragma_foreign_key_list(value) AS it
"""
_UNIQUE = "SELECT value, it.name FROM json_each(:names), pragma_index_list(value) AS it WHERE it.origin = 'u'"
_INDEXED = """
    SELECT value, coalesce(it.name, 'an expression'), it."desc" FROM json_each(:names), pragma_index_xinfo(value) AS it
    WHERE it."key" = 1 ORDER BY it.seqno
"""
_WHERE = re.compile(r"\)\s*WHERE\s+(.*)", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(r"\s*CREATE VIRTUAL", re.IGNORECASE)
_CONDITION = re.compile(r"\bCHECK\s*\(", re.IGNORECASE)


_Rows: TypeAlias = Mapping[str, Sequence[Any]]
"""Rows of the catalogue for each table or index, by its name."""


def found(connection: Connection) -> Parts:
    """Return every present part, without those that SQLite creates for itself."""
    there = connection.execute(text(_ALL)).all()
    tables = [name for kind, _, name, sql in there if kind == "table" and not _WORDS.match(sql)]
    columns, references = _asked(connection, _COLUMNS, tables), _asked(connection, _REFERENCES, tables)
    unique = _asked(connection, _UNIQUE, tables)
    indexes = [name for kind, _, name, _ in there if kind == "index"]
    indexes += [index for of_table in unique.values() for (index,) in of_table]
    indexed = _asked(connection, _INDEXED, indexes)
    parts: dict[Part, str] = {}
    for kind, table, name, sql in there:
        if kind == "table":
            of_unique = [indexed[index] for (index,) in unique[name]]
            parts |= _of_table(name, sql, columns[name], references[name], of_unique)
        elif kind == "index":
            parts[Part("index", table, name)] = _index(table, name, sql, indexed[name])
        else:
            parts[Part(kind, table, name)] = plain(sql)
    return parts


def _asked(connection: Connection, question: str, names: Sequence[str]) -> _Rows:
    """Query the catalogue for several tables or indexes at once; those without any row get an empty list."""
    answer: dict[str, list[Any]] = defaultdict(list)
    for name, *row in connection.execute(text(question), {"names": json.dumps(names)}):
        answer[name].append(row)
    return answer


def _of_table(
    name: str, sql: str, columns: Sequence[Any], references: Sequence[Any], unique: Sequence[Sequence[Any]]
) -> dict[Part, str]:
    if _WORDS.match(sql):
        return {Part("table", name, name): plain(sql)}
    parts = {Part("table", name, name): COUNTED if "AUTOINCREMENT" in sql.upper() else ""}
    for column, kind, needed, key, default in columns:
        parts[Part("column", name, column)] = column_statement(
            kind, needed=bool(needed), key=bool(key), default=default
        )
    parts |= {Part("reference", name, column): to for column, to in references}
    parts |= {Part("unique", name, ", ".join(column for column, _ in of_index)): "" for of_index in unique}
    if _CONDITION.search(sql):
        parts[Part("condition", name, name)] = plain(sql)
    return parts


def _index(table: str, name: str, sql: str, indexed: Sequence[Any]) -> str:
    columns = [column + " DESC" * turned for column, turned in indexed]
    where = _WHERE.search(sql)
    return index_statement(
        name, table, columns, where=where[1] if where else None, unique="UNIQUE" in sql.upper().split()
    )
