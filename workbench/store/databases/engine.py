"""Connections and transactions; all errors of the database are translated into the workbench's here.

Writers take the write lock when they begin (``BEGIN IMMEDIATE``) and wait for it; a deferred transaction that begins to
write half-way fails under load, however long it waits (measured: 1,130 of 2,400 transactions of eight processes
failed). Readers never wait. Every commit is on disk when it returns (``synchronous = FULL``).
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from operator import methodcaller
from pathlib import Path
from typing import Any
from weakref import finalize

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool

from workbench.core.errors import StoreError, UsageError
from workbench.core.failures.database_errors import (
    BusyDatabaseError,
    DamagedDatabaseError,
    NotAllowedError,
    NotOwnNameError,
    ServerUnreachedError,
    UnwritableError,
)
from workbench.store.databases.addresses import MEMORY, bare_name, file_of, secrets_of, url_of
from workbench.store.databases.failures import file_failure, sqlite_failure
from workbench.store.databases.reading_only import address

_NOT_NOW = {"55P03", "40P01", "40001"}
"""PostgreSQL's error codes for a lock timeout, a deadlock and a serialization failure."""

_DOWN = {"57P01", "57P02", "57P03"}
"""Its codes for a server that is shut down, has crashed, or is starting."""

_NO_RIGHT = "42501"
"""Its code for missing rights."""

_WRITES_AS = "this login writes as"
"""Beginning of the server's message where a login tries to write under another name than its own
(`workbench.store.roles.people`)."""


class Database:
    """A database that opens connections for reading and for writing.

    Attributes:
        name: What messages call it: the path, or the URL without its password.
        sqlite: Whether it is a SQLite file.
        path: The file; None for a server, and for a database in memory.
        own: The server's process numbers of the connections of this process.
    """

    def __init__(self, place: str, *, patience: float, why_not: UnwritableError | None = None) -> None:
        url = url_of(place)
        self._why_not = why_not
        self.sqlite = url.get_backend_name() == "sqlite"
        self.path = file_of(place)
        self.name = str(self.path) if self.path else bare_name(url)
        self._secrets = secrets_of(url, place)
        if self.path is not None:
            url = url.set(database=str(self.path))
            if not self.reading_only:
                self._make_folder(self.path.parent)
            if os.path.isdir(self.path):  # noqa: PTH112  (a name that is too long is no folder either, and says so below)
                raise UnwritableError(self.path, "it is a folder")
        self.own: set[int] = set()
        self._engine = self._make_engine(url, patience)
        if not self.sqlite:
            event.listen(self._engine, "connect", lambda made, _: self.own.add(made.info.backend_pid))
        self._writer = self._engine.execution_options(writes=True)
        moment: dict[str, Any] = {} if self.sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reader = self._engine.execution_options(**moment)
        self.close = finalize(self, self._engine.dispose)
        self.patience = patience
        self._here = threading.local()

    @property
    def reading_only(self) -> bool:
        """Whether it is opened read-only, since it cannot be written."""
        return self._why_not is not None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make everything that this thread reads and writes inside the block one transaction."""
        if self._joined is not None:
            yield
            return
        with self.writing() as connection:
            self._here.connection = connection
            try:
                yield
            finally:
                self._here.connection = None

    @property
    def _joined(self) -> Connection | None:
        """The connection of the transaction that this thread is in; None outside `together`."""
        return getattr(self._here, "connection", None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees the database as of one moment and never waits."""
        if (joined := self._joined) is not None:
            with self._translated():
                yield joined
            return
        with self._translated(), self._reader.connect() as connection:
            yield connection  # no commit: there is nothing to commit, and a damaged file would refuse it

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield the only connection that writes; at the end of the block, all of its changes are on disk, or none."""
        if self._why_not is not None:
            raise self._why_not
        if (joined := self._joined) is not None:
            with self._translated(), joined.begin_nested():
                yield joined
            return
        with self._translated(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def autocommitting(self) -> Iterator[Any]:
        """Yield a connection of the driver without a transaction; it is closed at the end."""
        with self._translated():
            made = self._engine.raw_connection()
        try:
            connection: Any = made.driver_connection
            connection.autocommit = True
            yield connection
        finally:
            made.invalidate()

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """Yield a connection outside any transaction, for settings of the database file."""
        with self._translated(), self._engine.connect() as connection:
            yield connection.execution_options(bare=True)

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise file_failure(error, folder) from error

    def _make_engine(self, url: URL, patience: float) -> Engine:
        try:
            if self.sqlite:
                return _sqlite_engine(url, patience, self.path if self.reading_only else None)
            return create_engine(url, pool_pre_ping=True, connect_args=_server_arguments(url, patience))
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise StoreError(
                f"There is no driver for {self.name}: {self._hidden(error)}.", _driver_hint(url)
            ) from error
        except ArgumentError as error:
            raise UsageError(f"{self.name} is no address of a database.", "Write sqlite:////the/whole/path.") from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Translate errors of the database inside the block into the workbench's errors."""
        try:
            yield
        except DBAPIError as error:
            raise self._failure(error) from error
        except sqlite3.Error as error:
            raise sqlite_failure(error, self.name) from error
        except PoolTimeoutError as error:
            raise BusyDatabaseError(self.name) from error
        except SQLAlchemyError as error:
            raise StoreError(
                f"{self.name}: the database failed: {self._hidden(error)}.", "Run workbench doctor."
            ) from error
        except UnicodeDecodeError as error:  # raised by the driver for a message that quotes damaged text
            raise DamagedDatabaseError(self.name, "the file is damaged") from error
        except UnicodeEncodeError as error:
            raise UsageError("A word holds characters that are no text.", "Write it again in UTF-8.") from error

    def _failure(self, error: DBAPIError) -> StoreError:
        cause: Any = error.orig
        if self.sqlite:
            return sqlite_failure(cause, self.name)
        state = getattr(cause, "sqlstate", None)
        if state in _NOT_NOW:
            return BusyDatabaseError(self.name)
        if state == _NO_RIGHT:
            refused = self._hidden(str(cause).strip().splitlines()[0])
            return (NotOwnNameError if refused.startswith(_WRITES_AS) else NotAllowedError)(self.name, refused)
        if state in _DOWN or (state is None and isinstance(error, InterfaceError | OperationalError)):
            said = str(cause).strip().splitlines()
            why = self._hidden(said[0] if said else type(cause).__name__)
            return ServerUnreachedError(self.name, why)
        return StoreError(f"{self.name}: the database refused: {self._hidden(cause)}.", "Run workbench doctor.")

    def _hidden(self, said: object) -> str:
        """Return a driver's message without the password that it may repeat."""
        text = str(said)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def _driver_hint(url: URL) -> str:
    if url.get_backend_name() == "postgresql":
        return "Install it with pip install 'claim-workbench[postgres]', or give the path of a SQLite file."
    return "Give the path of a SQLite file, or a URL such as postgresql://host/name."


def _server_arguments(url: URL, patience: float) -> dict[str, Any]:
    if url.get_backend_name() != "postgresql":
        return {}
    return {"connect_timeout": 10, "options": f"-c lock_timeout={int(patience * 1000)}"}


def _sqlite_engine(url: URL, patience: float, read: Path | None) -> Engine:
    if url.database == MEMORY:  # the database exists only in this one connection, so threads share it in turn
        one: Any = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": patience}
        engine = create_engine(url, connect_args={"check_same_thread": False}, **one)
    elif read is None:  # the connection used last is taken again: its cache is warm, and others need none of their own
        engine = create_engine(url, connect_args={"timeout": patience}, pool_use_lifo=True)
    else:
        where = address(read)
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(where, uri=True, timeout=patience, check_same_thread=False),
            poolclass=QueuePool,
        )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    connection.text_factory = _lenient
    connection.isolation_level = None  # the driver begins no transaction; `_begin` does
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA recursive_triggers = ON")  # INSERT OR REPLACE fires triggers on DELETE


_lenient = methodcaller("decode", "utf-8", "backslashreplace")
"""Decodes text and shows invalid bytes as escapes, so that one damaged row does not hide the others. Called for each
text read, so it must be fast."""


def _begin(connection: Connection) -> None:
    """Begin a transaction with the driver directly: with SQLAlchemy's event, an empty one takes a quarter longer."""
    options = connection.get_execution_options()
    if not options.get("bare"):
        writes = options.get("writes")
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA cache_size = {_WRITER_CACHE if writes else _READER_CACHE}")
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


_WRITER_CACHE = -32_000
"""Cache of writers, in SQLite's negative kilobytes: 32 MB, since ids are hashes and touch all of their index."""
_READER_CACHE = -2_000
"""Cache of readers: 2 MB, for each of several threads. Of a million claims 8 MB list and count no faster: the system caches the file too."""
