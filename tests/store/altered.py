"""Single changes to single rows with a database shell, as somebody makes them who takes the guards away and puts them back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError

from workbench.store.every_table import METADATA
from workbench.store.migrations import VERSION_TABLE
from workbench.store.migrations.guards import guards


def tables(connection: Connection) -> list[str]:
    """Return every table that holds rows: the workbench's own, its version, and where SQLite counts on from."""
    names = [*METADATA.tables, VERSION_TABLE, *(["sqlite_sequence"] if connection.dialect.name == "sqlite" else [])]
    return sorted(name for name in names if connection.execute(text(f"SELECT 1 FROM {name} LIMIT 1")).first())  # noqa: S608


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Take the guards away, and put them back as they were."""
    dialect = connection.dialect.name
    if dialect == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        kept = connection.exec_driver_sql("SELECT * FROM sqlite_master WHERE type = 'trigger'").all()
        assert {row.name for row in kept} == set(guards(dialect))
        _of_schema(connection, "DELETE FROM sqlite_master WHERE type = 'trigger'")
        yield
        _of_schema(connection, "INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", [tuple(row) for row in kept])
    else:
        connection.exec_driver_sql("SET session_replication_role = replica")
        yield
        connection.exec_driver_sql("SET session_replication_role = origin")


def _of_schema(connection: Connection, statement: str, rows: list[tuple[Any, ...]] | None = None) -> None:
    """Change the list of a SQLite schema at once: a statement for each trigger would have SQLite read all of it each time."""
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(statement, rows)
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")


def alter(connection: Connection, random: Random) -> str:
    """Change one row of one table; return the statement. What the database itself refuses is no change: another is made."""
    known = tables(connection)
    with unguarded(connection):
        while True:
            how, table = random.choice((_change, _change, _change, _take_out, _put_in, _swap)), random.choice(known)
            try:
                with connection.begin_nested():
                    return how(connection, table, random)
            except (IntegrityError, DataError, ProgrammingError):
                continue


def _columns(connection: Connection, table: str) -> list[str]:
    return [column["name"] for column in inspect(connection).get_columns(table)]


def _where(connection: Connection, table: str, random: Random) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Return a condition that one row meets, its values, and the row."""
    rows = connection.execute(text(f"SELECT * FROM {table}")).mappings().all()  # noqa: S608
    row = dict(random.choice(rows))
    key = next((name for name in ("number", "id", "version_num", "name") if name in row), next(iter(row)))
    return f"{key} = :key", {"key": row[key]}, row


def _change(connection: Connection, table: str, random: Random) -> str:
    where, key, row = _where(connection, table, random)
    name = random.choice(list(row))
    value = _other(row[name], random)
    statement = f"UPDATE {table} SET {name} = :value WHERE {where}"  # noqa: S608
    connection.execute(text(statement), {**key, "value": value})
    return f"{statement} {key} {value!r} was {row[name]!r}"


def _other(value: Any, random: Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + random.choice((1, -1, 17))
    if isinstance(value, bytes):
        at = random.randrange(max(len(value), 1))
        return value[:at] + bytes([(value[at] + 1) % 256 if value else 1]) + value[at + 1 :]
    if isinstance(value, str) and value:
        if random.random() < 0.1:
            return value.encode()  # the same letters, and another thing to every question that is asked of the database
        at = random.randrange(len(value))
        return value[:at] + random.choice([c for c in "ax71 " if c != value[at]]) + value[at + 1 :]
    return "x"


def _take_out(connection: Connection, table: str, random: Random) -> str:
    where, key, _ = _where(connection, table, random)
    statement = f"DELETE FROM {table} WHERE {where}"  # noqa: S608
    connection.execute(text(statement), key)
    return f"{statement} {key}"


def _put_in(connection: Connection, table: str, random: Random) -> str:
    """Put in a row like another, under a name of its own."""
    _, _, row = _where(connection, table, random)
    for name in ("number", "id", "version_num", "name"):
        if name in row:
            row[name] = row[name] + 1_000 if isinstance(row[name], int) else f"{random.randrange(16**12):012x}"
    names = ", ".join(row)
    statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in row)})"  # noqa: S608
    connection.execute(text(statement), row)
    return f"{statement} {row}"


def _swap(connection: Connection, table: str, random: Random) -> str:
    """Swap a column of two rows where they differ in it; else change one."""
    rows = connection.execute(text(f"SELECT * FROM {table}")).mappings().all()  # noqa: S608
    if "number" not in _columns(connection, table) or len(rows) < 2:
        return _change(connection, table, random)
    one, two = random.sample(rows, 2)
    unlike = [name for name in one if one[name] != two[name] and name not in {"number", "id"}]
    if not unlike:
        return _change(connection, table, random)
    name = random.choice(unlike)
    statement = f"UPDATE {table} SET {name} = :value WHERE number = :number"  # noqa: S608
    connection.execute(text(statement), {"value": two[name], "number": one["number"]})
    connection.execute(text(statement), {"value": one[name], "number": two["number"]})
    return f"swapped {name} of {table} {one['number']} and {two['number']}"
