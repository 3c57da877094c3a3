"""SQLite: the report as flat tables in a database file, as Datasette and other tools open it.

There is one table for each kind of record (claims, findings, steps, sources, attached evidence, reviews, corrections),
with keys to join them, and a table ``report`` that describes the file. Days and times are ISO texts. A figure is a
number if a float can hold it exactly, else a text with all its digits; the column ``…_rounded`` is always a number, for
sorting and sums.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from workbench.core.number import plain
from workbench.core.report import Report
from workbench.report.flat_tables import (
    ATTACHED,
    CLAIMS,
    CORRECTIONS,
    FINDINGS,
    REVIEWS,
    SOURCES,
    STEPS,
    TABLES,
    Holds,
    Table,
    Value,
    as_number,
    printed,
    rows,
)

_TYPES = {Holds.COUNT: "INTEGER", Holds.FIGURE: ""}
_OF_CLAIM = "FOREIGN KEY (claim) REFERENCES claims(claim)"
_OF_FINDING = "FOREIGN KEY (claim, finding) REFERENCES findings(claim, finding)"
_KEYS: Mapping[Table, tuple[str, ...]] = {
    CLAIMS: ("PRIMARY KEY (claim)",),
    FINDINGS: ("PRIMARY KEY (claim, finding)", _OF_CLAIM),
    STEPS: ("PRIMARY KEY (claim, finding, step)", _OF_FINDING),
    SOURCES: (_OF_FINDING,),
    REVIEWS: ("PRIMARY KEY (review)", _OF_CLAIM),
    CORRECTIONS: (_OF_CLAIM,),
    ATTACHED: ("PRIMARY KEY (attachment)", _OF_CLAIM),
}


class SqliteExporter:
    """A database file."""

    name = "sqlite"
    suffix = "db"
    title = "SQLite database"
    for_readers = False
    binary = True

    def export(self, report: Report) -> bytes:
        """Return the file."""
        connection = sqlite3.connect(":memory:")
        try:
            with connection:
                _fill(connection, report)
            connection.execute("VACUUM")
            return connection.serialize()
        finally:
            connection.close()


def _fill(connection: sqlite3.Connection, report: Report) -> None:
    for table in TABLES:
        connection.execute(_made(table))
    into = {table: _into(table) for table in TABLES}
    for entry in report.entries:
        for table, row in rows(entry, report):
            connection.execute(into[table], list(_values(table, row)))
    for table in (FINDINGS, STEPS, SOURCES, REVIEWS, CORRECTIONS, ATTACHED):
        connection.execute(f"CREATE INDEX {table.name}_claim ON {table.name} (claim)")
    about = {"title": printed(report.title), "made": report.made.isoformat(), "publisher": printed(report.publisher.name),
             "publisher_url": report.publisher.url, "licence": report.publisher.licence}  # fmt: skip
    connection.execute("CREATE TABLE report (key TEXT PRIMARY KEY, value TEXT)")
    connection.executemany("INSERT INTO report VALUES (?, ?)", [(key, value) for key, value in about.items() if value])


def _made(table: Table) -> str:
    """Return the statement that makes a table; names are ours, none is the user's."""
    columns: list[str] = []
    for name, holds in table.columns.items():
        columns.append(f"{name} {_TYPES.get(holds, 'TEXT')}".rstrip())
        columns += [f"{name}_rounded REAL"] if holds is Holds.FIGURE else []
    return f"CREATE TABLE {table.name} ({', '.join((*columns, *_KEYS[table]))})"


def _into(table: Table) -> str:
    width = len(table.columns) + list(table.columns.values()).count(Holds.FIGURE)
    return f"INSERT OR IGNORE INTO {table.name} VALUES ({', '.join('?' * width)})"  # noqa: S608  (names of ours)


def _values(table: Table, row: tuple[Value, ...]) -> Iterator[str | int | float | None]:
    for value, holds in zip(row, table.columns.values(), strict=True):
        yield _value(value)
        if holds is Holds.FIGURE:
            yield None if value is None else float(value)  # type: ignore[arg-type]  # a figure is a decimal


def _value(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        number = as_number(value)
        return plain(value) if number is None else number
    if isinstance(value, date | datetime):
        return value.isoformat()
    return None if value == "" else value


EXPORTER = SqliteExporter()
