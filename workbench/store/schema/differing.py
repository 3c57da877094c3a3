"""Where a database is not as the program makes it: a sentence for each difference."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from workbench.core.errors import Problem
from workbench.store.schema import in_postgres, in_sqlite
from workbench.store.schema.parts import Part, Parts
from workbench.store.schema.wanted import SEARCHED, wanted

_HAND = "Somebody changed the database by hand; restore it from a copy."
_STRANGER = "See what it does, then drop it; compare what came in since with a copy."
_OWN = "The program neither reads nor copies it: move what is needed into a database of its own, then drop it."
_SEARCH = (
    "Nothing is lost, and nothing is found by its words: run workbench db copy TO, and use the copy, which has it."
)
_NOUN = {
    "table": "The table {name}", "view": "The view {name}", "column": "The column {name} of {table}",
    "index": "The index {name} on {table}", "trigger": "The guard {name}", "unique": "What keeps {name} of {table} unique",
    "reference": "The reference of {table} from its {name}", "condition": "The condition {name} on {table}",
    "rule": "The rule {name} on {table}",
}  # fmt: skip
_WHOLE = ("table", "view")
_REFUSES = "it may change, refuse or lose what is written"


def differences(connection: Connection, name: str) -> Iterator[Problem]:
    """Every part of a database that is gone, that is another than was set up, or that is none of the workbench's."""
    needed = wanted(connection.dialect)
    there = in_sqlite.found(connection) if connection.dialect.name == "sqlite" else in_postgres.found(connection)
    yield from _gone_or_changed(needed, there, name)
    yield from _strangers(needed, there, name)


def _gone_or_changed(needed: Parts, there: Parts, name: str) -> Iterator[Problem]:
    """What a table that is gone took with it is not told of again."""
    lost = {part.table for part in needed if part.kind == "table" and part not in there}
    for part, says in needed.items():
        noun = _NOUN[part.kind].format(name=part.name, table=part.table)
        if part not in there:
            if not lost & ({part.name.rpartition("_")[0]} if part.kind == "table" else {part.table}):
                yield Problem(name, f"{noun} is gone.", _put_back(part, says), f"missing-{part.kind}")
        elif there[part] != says:
            change = f": {there[part]}, not {says}" if part.kind in {"column", "reference"} else ""
            hint = f"DROP INDEX {part.name}; then run {says}." if part.kind == "index" else _HAND
            yield Problem(name, f"{noun} is another than was set up{change}.", hint, f"changed-{part.kind}")


def _put_back(part: Part, says: str) -> str:
    if part.kind == "index":
        return f"Nothing is lost, and lists are slower without: run {says}."
    return _SEARCH if part.kind == "table" and part.name.startswith(SEARCHED) else _HAND


def _strangers(needed: Parts, there: Parts, name: str) -> Iterator[Problem]:
    """What was added to the workbench's tables, or beside them; what it does to tables of its own is its own matter."""
    ours = {part.table for part in needed}
    read = {part.table for part in needed if part.kind == "column"}  # SQLite makes those of a search index itself
    for part in there:
        if part not in needed and (part.kind in _WHOLE or part.table in (read if part.kind == "column" else ours)):
            yield _stranger(part, name)


def _stranger(part: Part, name: str) -> Problem:
    noun = _NOUN[part.kind].format(name=part.name, table=part.table).replace("The guard", "The trigger")
    kind = f"foreign-{part.kind}"
    if part.kind in {"trigger", "rule"}:
        on = "" if part.kind == "rule" else f" on {part.table}"
        return Problem(name, f"{noun}{on} is not the workbench's: {_REFUSES}.", _STRANGER, kind)
    if part.kind == "index":
        says = f"{noun} is not the workbench's: it slows down what is written, and may refuse it."
        return Problem(name, says, f"Drop it: DROP INDEX {part.name}.", kind)
    if part.kind in {*_WHOLE, "column"}:
        return Problem(name, f"{noun} is not the workbench's.", _OWN, kind)
    return Problem(name, f"{noun} is not the workbench's: it may refuse what is written.", "Drop it.", kind)
