"""Compare a database with what the program creates: one problem for each difference."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from workbench.core.errors import Problem
from workbench.store.advice import BY_HAND
from workbench.store.schema import in_postgres, in_sqlite
from workbench.store.schema.expected_schema import granted, searched, wanted
from workbench.store.schema.schema_parts import Part, Parts

_NOUN = {
    "table": "The table {name}", "view": "The view {name}", "column": "The column {name} of {table}",
    "index": "The index {name} on {table}", "trigger": "The guard {name}", "unique": "What keeps {name} of {table} unique",
    "reference": "The reference of {table} from its {name}", "condition": "The condition {name} on {table}",
    "rule": "The rule {name} on {table}", "policy": "The row policy {name} on {table}",
    "security": "The row security of {table}",
}  # fmt: skip
_WHOLE = ("table", "view")
_RIGHTS = ("policy", "security")

_CHANGES = "it may change, refuse or lose what is written"
_HIDES = "it may hide what is there, or refuse what is written"
_REFUSES = "it may refuse what is written"
_DOES = {
    "trigger": _CHANGES, "rule": _CHANGES, "policy": _HIDES, "security": _HIDES, "unique": _REFUSES, "reference": _REFUSES,
    "condition": _REFUSES, "index": "it slows down what is written, and may refuse it",
}  # fmt: skip
"""Harm that a foreign part may do, by its kind; other kinds do none."""

_SEARCH = (
    "Nothing is lost, and nothing is found by its words: run workbench db copy TO, and use the copy, which has it."
)
_GRANTS = "Who may add which rows is not as it was granted: run workbench db grants ROLE LOGIN --apply, which sets it up again."
_SEE = "See what it does, then drop it; compare what came in since with a copy."
_OWN = "The program neither reads nor copies it: move what is needed into a database of its own, then drop it."
_AWAY = {
    "table": _OWN, "view": _OWN, "column": _OWN, "trigger": _SEE, "rule": _SEE, "policy": _SEE,
    "index": "Drop it: DROP INDEX {name}.", "security": "Turn it off: ALTER TABLE {table} DISABLE ROW LEVEL SECURITY.",
}  # fmt: skip
"""Advice on a foreign part, by its kind; other kinds are to be dropped."""


def differences(connection: Connection, name: str) -> Iterator[Problem]:
    """Yield a problem for each part of a database that is missing, changed, or foreign."""
    needed = wanted(connection.dialect.name)
    if connection.dialect.name == "sqlite":
        there = in_sqlite.found(connection)
    else:
        there, rights = in_postgres.found(connection), granted()
        if in_postgres.has_roles(connection) or rights.keys() & there.keys():
            needed = {**needed, **rights}
    yield from _gone_or_changed(needed, there, name)
    yield from _strangers(needed, there, name)


def _gone_or_changed(needed: Parts, there: Parts, name: str) -> Iterator[Problem]:
    """Yield missing and changed parts, without the parts of a table that is missing itself."""
    lost = {part.table for part in needed if part.kind == "table" and part not in there}
    indexes = searched(needed)
    for part, statement in needed.items():
        if part not in there:
            if not lost & ({part.name.rpartition("_")[0]} if part.kind == "table" else {part.table}):
                hint = _SEARCH if part.kind == "table" and part.name.startswith(indexes) else _put_back(part, statement)
                yield Problem(name, f"{_noun(part)} is gone.", hint, f"missing-{part.kind}")
        elif there[part] != statement:
            change = f": {there[part]}, not {statement}" if part.kind in {"column", "reference"} else ""
            hint = (
                f"DROP INDEX {part.name}; then run {statement}." if part.kind == "index" else _put_back(part, statement)
            )
            yield Problem(name, f"{_noun(part)} is another than was set up{change}.", hint, f"changed-{part.kind}")


def _put_back(part: Part, statement: str) -> str:
    if part.kind == "index":
        return f"Nothing is lost, and lists are slower without: run {statement}."
    return _GRANTS if part.kind in _RIGHTS else BY_HAND


def _strangers(needed: Parts, there: Parts, name: str) -> Iterator[Problem]:
    """Yield foreign parts of the workbench's tables, and foreign tables; parts of foreign tables do not matter."""
    ours = {part.table for part in needed}
    read = {part.table for part in needed if part.kind == "column"}  # without those of SQLite's search indexes
    for part in there:
        if part not in needed and (part.kind in _WHOLE or part.table in (read if part.kind == "column" else ours)):
            yield _stranger(part, name)


def _stranger(part: Part, name: str) -> Problem:
    noun = f"The trigger {part.name} on {part.table}" if part.kind == "trigger" else _noun(part)
    does = f": {_DOES[part.kind]}" if part.kind in _DOES else ""
    hint = _AWAY.get(part.kind, "Drop it.").format(name=part.name, table=part.table)
    return Problem(name, f"{noun} is not the workbench's{does}.", hint, f"foreign-{part.kind}")


def _noun(part: Part) -> str:
    return _NOUN[part.kind].format(name=part.name, table=part.table)
