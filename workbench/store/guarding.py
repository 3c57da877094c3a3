"""Do the guards stand, word for word as they were set up?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from workbench.core.errors import Problem
from workbench.store.migrations import REVISIONS
from workbench.store.migrations.guards import statements

_GUARD = "Somebody changed the database by hand; restore it from a copy."
_TRIGGER = re.compile(r"CREATE TRIGGER (?P<name>\w+)\s.*?\sON (?P<table>\w+)\b", re.DOTALL)
_RUNS = re.compile(r"EXECUTE FUNCTION (\w+)")
_FUNCTION = re.compile(r"CREATE FUNCTION (?P<name>\w+)\(.*?\$\$(?P<body>.*)\$\$", re.DOTALL)


def missing(connection: Connection, name: str) -> Iterator[Problem]:
    """The guards that are gone, and those that no longer say what they said."""
    wanted = _wanted(connection.dialect.name)
    there = _in_sqlite(connection) if connection.dialect.name == "sqlite" else _in_postgres(connection)
    for guard, says in wanted.items():
        if guard not in there:
            yield Problem(name, f"The guard {guard} is gone.", _GUARD, "missing-trigger")
        elif there[guard] != says:
            yield Problem(name, f"The guard {guard} is another than was set up.", _GUARD, "changed-trigger")


def _wanted(dialect: str) -> dict[str, str]:
    made = [statement for revision in REVISIONS for statement in statements(revision, dialect)]
    triggers = {found["name"]: (found["table"], each) for each in made if (found := _TRIGGER.match(each))}
    if dialect == "sqlite":
        return {name: _plain(each) for name, (_, each) in triggers.items()}
    functions = {found["name"]: _plain(found["body"]) for each in made if (found := _FUNCTION.match(each))}
    runs = {name: (table, _RUNS.findall(each)[-1]) for name, (table, each) in triggers.items()}
    return {name: f"{table} {functions[function]}" for name, (table, function) in runs.items()}


def _in_sqlite(connection: Connection) -> dict[str, str]:
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {name: _plain(str(sql)) for name, sql in found}


def _in_postgres(connection: Connection) -> dict[str, str]:
    """By the names of the triggers that are on, the table that each stands on and what it runs."""
    found = connection.execute(
        text(
            "SELECT tgname, relname, prosrc FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal"
        )
    )
    return {name: f"{table} {_plain(source)}" for name, table, source in found}


def _plain(sql: str) -> str:
    return " ".join(sql.split())
