"""The parts that a database should have: the tables, and what the migrations add in the database's own SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import URL, Column, Dialect, MetaData, String, Table, UniqueConstraint

from workbench.store import list_indexes  # noqa: F401  (its indexes are of METADATA too)
from workbench.store.every_table import METADATA
from workbench.store.grants import GUARDED, POLICIES
from workbench.store.journal import TABLES
from workbench.store.migrations import REVISIONS, VERSION_TABLE
from workbench.store.migrations.guards import statements
from workbench.store.schema.schema_parts import Part, Parts, column_statement, index_statement, plain, policy_statement

COUNTED = "counts on"
"""Description of a table that never uses a row number twice."""

SECURED = "on"
"""Description of a table's row security where its policies apply to everyone except its owner."""

_TRIGGER = re.compile(r"CREATE TRIGGER (?P<name>\w+)\s.*?\sON (?P<table>\w+)\b", re.DOTALL)
_FUNCTION = re.compile(r"CREATE FUNCTION (?P<name>\w+)\(.*?\$\$(?P<body>.*)\$\$", re.DOTALL)
_RUNS = re.compile(r"EXECUTE (?:FUNCTION|PROCEDURE) (\w+)", re.IGNORECASE)
_WORDS = re.compile(r"CREATE VIRTUAL TABLE (\w+)")
_SEARCHED = re.compile(r"CREATE INDEX (?P<name>\w+) ON (?P<table>\w+) USING ")
"""Statement of an index on a server with another method than those of the tables."""

_OF_WORDS = ("data", "idx", "docsize", "config")
"""Suffixes of the tables that SQLite creates for a full-text index."""

_TRIGGER_SQL = re.compile(r"create trigger \w+ (?P<when>before|after) (?P<events>.+?) (?P<rest>on \w+ .*)")


@cache
def wanted(kind: str) -> Parts:
    """Return every part that the program creates in a database of a kind, ``sqlite`` or ``postgresql``."""
    dialect = URL.create(kind).get_dialect()()
    version = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))
    parts: dict[Part, str] = {}
    for table in (*METADATA.tables.values(), version):
        parts |= _of_table(table, dialect)
    made = [statement for revision in REVISIONS for statement in statements(revision, kind)]
    functions = {found["name"]: found["body"] for each in made if (found := _FUNCTION.match(each))}
    for each in made:
        if found := _TRIGGER.match(each):
            definition = plain(each) if kind == "sqlite" else server_trigger(each, functions[_RUNS.findall(each)[-1]])
            parts[Part("trigger", found["table"], found["name"])] = definition
        elif words := _WORDS.match(each):
            parts[Part("table", words[1], words[1])] = plain(each)
            parts |= {Part("table", name, name): "" for name in (f"{words[1]}_{of}" for of in _OF_WORDS)}
        elif found := _SEARCHED.match(each):
            parts[Part("index", found["table"], found["name"])] = plain(each)
    return parts


def searched(parts: Parts) -> tuple[str, ...]:
    """Return the names of the full-text indexes among some parts; each has tables named after it."""
    return tuple(part.name for part, says in parts.items() if part.kind == "table" and _WORDS.match(says))


def granted() -> Parts:
    """Return the additional parts that granting a role creates on a server: which rows each group may see and add."""
    policies = {
        Part("policy", each.table, each.name): policy_statement(each.does, sorted(each.to), each.rows)
        for each in POLICIES
    }
    return {**{Part("security", kind, kind): SECURED for kind in GUARDED}, **policies}


def server_trigger(sql: str, runs: str) -> str:
    """Describe a trigger of PostgreSQL, normalised to the order of events and the brackets that the server reports."""
    bare = plain(re.sub(r'[()"]', " ", sql)).lower().replace("execute procedure", "execute function")
    found = _TRIGGER_SQL.fullmatch(bare)
    if found is None:
        return f"{bare} {plain(runs)}"
    return f"{found['when']} {sorted(found['events'].split(' or '))} {found['rest']} {plain(runs)}"


def _of_table(table: Table, dialect: Dialect) -> dict[Part, str]:
    name = table.name
    parts = {Part("table", name, name): COUNTED if name in TABLES else ""}
    for column in table.columns:
        kind, default = column.type.compile(dialect=dialect), _default(column, dialect)
        says = column_statement(kind, needed=not column.nullable, key=column.primary_key, default=default)
        parts[Part("column", name, column.name)] = says
        for of in column.foreign_keys:
            parts[Part("reference", name, column.name)] = of.target_fullname
    parts |= {
        Part("unique", name, ", ".join(each.name for each in held.columns)): ""
        for held in table.constraints
        if isinstance(held, UniqueConstraint)
    }
    return parts | dict(_indexes(table, dialect))


def _default(column: Any, dialect: Dialect) -> str | None:
    """Return the SQL of a column's default value."""
    if column.server_default is None:
        return None
    given = column.server_default.arg
    return f"'{given}'" if isinstance(given, str) else str(given.compile(dialect=dialect))


def _indexes(table: Table, dialect: Dialect) -> Iterator[tuple[Part, str]]:
    for index in table.indexes:
        columns = [_spelt(each, dialect) for each in index.expressions]
        where: Any = index.dialect_options[dialect.name]["where"]
        says = index_statement(
            str(index.name), table.name, columns, where=None if where is None else str(where), unique=bool(index.unique)
        )
        yield Part("index", table.name, str(index.name)), says


def _spelt(column: Any, dialect: Dialect) -> str:
    """Return the SQL of an index's column with its direction, without its table."""
    return str(column.compile(dialect=dialect)).rpartition(".")[2].replace('"', "")
