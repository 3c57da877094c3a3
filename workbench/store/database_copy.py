"""Copy a whole database into an empty one, between SQLite and PostgreSQL: every row as it is, including the journal.

The journal's digests are the same on every kind of database, so the copy is compared row by row with the original's
journal. All of it is one transaction: a copy is whole, or there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from workbench.core.failures.database_errors import CopyDiffersError, NotEmptyError
from workbench.ports import Progress, Tell, silent
from workbench.store.checking.integrity import chain, rows
from workbench.store.databases.engine import Database
from workbench.store.every_table import METADATA
from workbench.store.journal import TABLES
from workbench.store.opening import open_database, prepare
from workbench.store.tables import HeadTable, JournalTable

_AT_ONCE = 2_000
_WORDED = ("documents", "claims")
_PATIENCE = 10.0


def copy(source: str, target: str, tell: Tell = silent) -> Mapping[str, int]:
    """Copy a database into an empty one.

    Args:
        source: Its path or URL.
        target: The path or URL of the new one; a file is created where it is missing.
        tell: Called with progress.

    Returns:
        The number of rows of each table.

    Raises:
        NotEmptyError: The target is not empty.
        CopyDiffersError: The copy differs from the journal; nothing was stored.
        StoreError: One of the two cannot be used.
    """
    with (
        closing(open_database(source, _PATIENCE)) as one,  # may be read-only: its disk may be full
        closing(Database(target, patience=_PATIENCE)) as other,
    ):
        prepare(other)
        with one.reading() as read, other.writing() as write:
            return _copied(read, write, other, tell)


def _copied(read: Connection, write: Connection, target: Database, tell: Tell) -> dict[str, int]:
    _refuse_what_is_there(write, target.name)
    counts = {kind: _table(read, write, kind, tell) for kind in (*TABLES, JournalTable.__tablename__)}
    head = read.execute(select(HeadTable.__table__)).mappings().one()  # type: ignore[attr-defined]  # SQLModel's tables have it
    write.execute(update(HeadTable), dict(head))
    if target.sqlite:
        _find_by_words(write)
    else:
        _count_on(write)
    tell(Progress("comparing the copy"))
    if differs := next(iter((*chain(write), *rows(write))), None):
        raise CopyDiffersError(target.name, f"{differs.where}: {differs.message}")
    return counts


def _refuse_what_is_there(connection: Connection, name: str) -> None:
    for kind in TABLES:
        if connection.execute(select(METADATA.tables[kind].c.number).limit(1)).first() is not None:
            raise NotEmptyError(name, kind)


def _table(read: Connection, write: Connection, kind: str, tell: Tell) -> int:
    table, done = METADATA.tables[kind], 0
    of = read.execute(select(func.count()).select_from(table)).scalar_one()
    for batch in _batches(read, kind):
        write.execute(insert(table), batch)
        done += len(batch)
        tell(Progress(f"copying {kind}", done, of))
    return done


def _batches(read: Connection, kind: str) -> Iterator[Sequence[dict[str, Any]]]:
    """Yield the rows of a table in order of their numbers, some thousand at a time."""
    table = METADATA.tables[kind]
    query = select(table).order_by(table.c.number).limit(_AT_ONCE)
    found = read.execute(query).mappings().all()
    while found:
        yield [dict(row) for row in found]
        found = read.execute(query.where(table.c.number > found[-1]["number"])).mappings().all()


def _find_by_words(connection: Connection) -> None:
    """Fill SQLite's full-text indexes from the rows."""
    for kind in _WORDED:
        connection.exec_driver_sql(f"INSERT INTO {kind}_words({kind}_words) VALUES ('rebuild')")  # noqa: S608  (constants)


def _count_on(connection: Connection) -> None:
    """Set PostgreSQL's row counters to continue after the last row."""
    for kind in TABLES:
        number = METADATA.tables[kind].c.number
        last = select(func.max(number)).scalar_subquery()
        connection.execute(
            select(func.setval(func.pg_get_serial_sequence(kind, "number"), last)).where(last.is_not(None))
        )
