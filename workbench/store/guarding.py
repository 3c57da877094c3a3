"""Do the guards stand, word for word as they were set up?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from workbench.core.errors import Problem
from workbench.store.migrations import REVISIONS
from workbench.store.migrations.guards import statements
from workbench.store.tables import METADATA

_GUARD = "Somebody changed the database by hand; restore it from a copy."
_STRANGER = "See what it does, then drop it; compare what came in since with a copy."
_TRIGGER = re.compile(r"CREATE TRIGGER (?P<name>\w+)\s.*?\sON (?P<table>\w+)\b", re.DOTALL)
_RUNS = re.compile(r"EXECUTE FUNCTION (\w+)")
_FUNCTION = re.compile(r"CREATE FUNCTION (?P<name>\w+)\(.*?\$\$(?P<body>.*)\$\$", re.DOTALL)


def missing(connection: Connection, name: str) -> Iterator[Problem]:
    """The guards that are gone, those that no longer say what they said, and triggers on the workbench's tables that are none of its own."""
    wanted = _wanted(connection.dialect.name)
    found = _in_sqlite(connection) if connection.dialect.name == "sqlite" else _in_postgres(connection)
    there = {guard: says for guard, table, says in found if guard in wanted and wanted[guard][0] == table}
    for guard, (_, says) in wanted.items():
        if guard not in there:
            yield Problem(name, f"The guard {guard} is gone.", _GUARD, "missing-trigger")
        elif there[guard] != says:
            yield Problem(name, f"The guard {guard} is another than was set up.", _GUARD, "changed-trigger")
    for trigger, table, _ in found:
        if table in METADATA.tables and (trigger not in wanted or wanted[trigger][0] != table):
            says = f"The trigger {trigger} on {table} is not the workbench's: it may change or lose what is written."
            yield Problem(name, says, _STRANGER, "foreign-trigger")


def _wanted(dialect: str) -> dict[str, tuple[str, str]]:
    """By its name, the table that each guard stands on, and what it says or runs."""
    made = [statement for revision in REVISIONS for statement in statements(revision, dialect)]
    triggers = {found["name"]: (found["table"], each) for each in made if (found := _TRIGGER.match(each))}
    if dialect == "sqlite":
        return {name: (table, _plain(each)) for name, (table, each) in triggers.items()}
    functions = {found["name"]: _plain(found["body"]) for each in made if (found := _FUNCTION.match(each))}
    return {name: (table, functions[_RUNS.findall(each)[-1]]) for name, (table, each) in triggers.items()}


def _in_sqlite(connection: Connection) -> list[tuple[str, str, str]]:
    """Every trigger: its name, the table that it stands on, and what it says."""
    found = connection.execute(text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return [(name, table, _plain(str(sql))) for name, table, sql in found]


def _in_postgres(connection: Connection) -> list[tuple[str, str, str]]:
    """Every trigger that is on, on a table of this schema: its name, the table, and what it runs."""
    found = connection.execute(
        text(
            "SELECT tgname, relname, prosrc FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal "
            "AND pg_table_is_visible(tgrelid)"
        )
    )
    return [(name, table, _plain(source)) for name, table, source in found]


def _plain(sql: str) -> str:
    return " ".join(sql.split())
