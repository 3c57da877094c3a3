"""The tables of procrastinate, in a schema of their own beside the desk's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.core.failures.database_errors import NoJobsYetError, NotAllowedError, ServerUnreachedError
from workbench.core.hiding.passwords import without_passwords
from workbench.store.databases.addresses import JOBS as SCHEMA
from workbench.store.databases.addresses import name_of
from workbench.store.databases.engine import Database
from workbench.store.opening import prepare

if TYPE_CHECKING:
    from psycopg import Connection

__all__ = ["SCHEMA", "make_tables", "need_ours"]

_LOCK = 0x4A6F6273  # key of the lock: any number that all workbenches on one server share
_PATIENCE = 10.0


def need_ours(place: str) -> None:
    """Refuse a database of another program or of a newer workbench, before anything is created. Raises StoreError."""
    database = Database(place, patience=_PATIENCE)
    try:
        prepare(database)
    finally:
        database.close()


def make_tables(address: str, statements: str) -> None:
    """Create procrastinate's tables in their schema, once, even if several workers start at the same moment.

    Raises:
        StoreError: The server cannot be reached, or refuses.
    """
    import psycopg  # noqa: PLC0415  (an extra)

    try:
        with psycopg.connect(address, options=f"-c search_path={SCHEMA}") as connection:
            _once(connection, statements, name_of(address))
    except psycopg.Error as error:
        why = (str(error).strip().splitlines() or [type(error).__name__])[0]
        refused = NotAllowedError if isinstance(error, psycopg.errors.InsufficientPrivilege) else ServerUnreachedError
        raise refused(name_of(address), without_passwords(why)) from error


def _once(connection: Connection[Any], statements: str, name: str) -> None:
    """Create missing tables in one transaction."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        there: Any = connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.procrastinate_jobs",)).fetchone()
        if there[0] is None:
            _make(connection, statements, name)


def _make(connection: Connection[Any], statements: str, name: str) -> None:
    from psycopg.errors import InsufficientPrivilege  # noqa: PLC0415  (an extra)

    try:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.execute(statements)
    except InsufficientPrivilege as error:
        raise NoJobsYetError(name) from error
