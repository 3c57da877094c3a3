"""Open databases: an up-to-date one at once, a fresh or older one after its migrations, any other not at all.

Alembic is loaded only where there is something to migrate; a fresh SQLite file does not need it. Two processes may open
a fresh database at the same moment: the one that gets the write lock migrates, and the other finds the work done.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from workbench.core.failures.database_errors import (
    BusyDatabaseError,
    DamagedDatabaseError,
    NewerDatabaseError,
    UnwritableError,
)
from workbench.store.databases.addresses import is_file
from workbench.store.databases.engine import Database
from workbench.store.databases.reading_only import OlderDatabaseError
from workbench.store.migrations import HEAD, REVISIONS, VERSION_TABLE, fresh
from workbench.store.roles import VIEWS

_ADVISORY = 0x436C61696D  # key of the lock: any number that all workbenches on one server share

_MADE = {
    "0002": "choices", "0003": "formulas", "0004": "journal", "0006": "corrections", "0007": "amendments", "0008": "attachments",
    "0009": "saved_views", "0010": "published_pages",
}  # fmt: skip
"""The table that each migration created, where it created one."""

_NEWER_TABLES = {at: {table for made, table in _MADE.items() if made > at} for at in REVISIONS}
"""Tables that a database of each version cannot have."""

PAGE = 8_192
"""Page size in bytes. Documents take thousands and would waste the rest of a page of 4,096."""


def open_database(place: str, patience: float) -> Database:
    """Open a database and upgrade it where needed. A SQLite file that cannot be written is opened read-only.

    Args:
        place: Its path or URL.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        OlderDatabaseError: It needs an upgrade but cannot be written.
        StoreError: As `prepare` raises it, or there is no file to read.
    """
    try:
        return _usable(Database(place, patience=patience), prepare)
    except UnwritableError as error:
        if not is_file(place):
            raise
        return _usable(Database(place, patience=patience, why_not=error), _need_no_upgrade)


def _usable(database: Database, look: Callable[[Database], None]) -> Database:
    try:
        look(database)
    except BaseException:
        database.close()
        raise
    return database


def _need_no_upgrade(database: Database) -> None:
    if not is_up_to_date(database):
        raise OlderDatabaseError(database.name)


def prepare(database: Database) -> None:
    """Upgrade a database to the tables of this program.

    Raises:
        NewerDatabaseError: It has tables that this program does not know.
        DamagedDatabaseError: It is no database, or belongs to another program.
        UnwritableError: It must be changed but cannot be.
        BusyDatabaseError: Another process kept it locked.
    """
    if is_up_to_date(database):
        return
    _use_wal(database)
    with database.writing() as connection:
        if not database.sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY})
        if revision(connection, database.name) != HEAD:
            _migrate(connection)


def is_up_to_date(database: Database) -> bool:
    """Check that a database has the tables of this program and no others. Raises what `prepare` raises."""
    with database.reading() as connection:
        return revision(connection, database.name) == HEAD


def revision(connection: Connection, name: str) -> str | None:
    """Read the last migration of a database; None for a fresh one."""
    tables = set(inspect(connection).get_table_names(schema=_schema_of_tables(connection)))
    if VERSION_TABLE not in tables:
        if tables:
            raise DamagedDatabaseError(name, "it is another program's database")
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalars().all()  # noqa: S608  (a constant)
    if len(found) != 1:
        raise DamagedDatabaseError(name, "it does not say what version it is of")
    if found[0] not in REVISIONS:
        raise NewerDatabaseError(name, str(found[0]))
    newer = _NEWER_TABLES[found[0]] & tables
    if newer:
        raise DamagedDatabaseError(name, f"it says that it is of version {found[0]} and holds {min(newer)}")
    return str(found[0])


def _schema_of_tables(connection: Connection) -> str | None:
    """Return the schema of the tables: the current one, or ``public`` where the views of a blind project come first."""
    if connection.dialect.name == "sqlite":
        return None
    found = connection.execute(text("SELECT current_schema()")).scalar()
    return "public" if found == VIEWS else found


def _use_wal(database: Database) -> None:
    """Turn on the write-ahead log, with which readers and one writer do not wait for each other.

    SQLite does not wait for a lock when it changes this mode, so this function does.
    """
    if not database.sqlite:
        return
    until = time.monotonic() + database.patience
    while True:
        try:
            with database.outside() as connection:
                connection.exec_driver_sql(f"PRAGMA page_size = {PAGE}")  # has effect on a fresh file only
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except BusyDatabaseError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: Connection) -> None:
    """Upgrade the tables to the newest revision inside the transaction of the connection, all or nothing.

    A fresh SQLite file gets all tables at once, any other database by the migrations.
    """
    if connection.dialect.name == "sqlite" and not inspect(connection).has_table(VERSION_TABLE):
        fresh.make_tables(connection)
        return
    from alembic import command  # noqa: PLC0415  (half a second, needed once in a database's life)

    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection | None = None) -> Any:
    """Return alembic's settings for the workbench's migrations, wherever the package is installed."""
    from alembic.config import Config  # noqa: PLC0415  (heavy: loaded when a database is new or old)

    config = Config()
    folder = Path(__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
