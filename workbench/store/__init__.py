"""The database and the archive: what people and services said, kept so that nothing confirmed is lost.

Rows are not nouns. Here, and nowhere else, the workbench speaks to a database; everything above it
sees the nouns of `workbench.core` and the protocols `Store` and `Archive`. Importing this package loads no database
library: that happens when a store is opened.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.core.database_errors import UnwritableError
    from workbench.store.repository import SqlStore

PATIENCE = 10.0
"""Timeout in seconds for another process that is writing."""


def open_store(place: str | PathLike[str], *, patience: float = PATIENCE) -> SqlStore:
    """Opens the database at a path or a SQLAlchemy URL, creating and upgrading it where needed.

    A SQLite file that is there and cannot be written (on a medium for reading, on a full disk) is opened for reading alone:
    what would write into it fails then.

    Args:
        place: The path of a SQLite file, whose folder is created, a URL such as ``postgresql://host/name``, or ``:memory:`` for
            a database that is gone when it is closed.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        NewerDatabaseError: A newer workbench has changed it.
        DamagedDatabaseError: The file is no database, another program's, or damaged.
        UnwritableError: The folder or the file cannot be written, and there is nothing to read.
        OlderDatabaseError: It has to be upgraded and cannot be written.
        BusyDatabaseError: Another process kept it locked for longer than `patience`.
        StoreError: A database server that cannot be reached, or an address that makes no sense.
    """
    from workbench.core.database_errors import UnwritableError  # noqa: PLC0415  (kept off the path of --help)

    try:
        return _opened(str(place), patience)
    except UnwritableError as error:
        read = _for_reading(str(place), patience, error)
        if read is None:
            raise
        return read


def _opened(place: str, patience: float) -> SqlStore:
    from workbench.store.engine import Database  # noqa: PLC0415  (SQLAlchemy is loaded only when it is needed)
    from workbench.store.opening import prepare  # noqa: PLC0415  (heavy: loaded when a database is opened)
    from workbench.store.repository import SqlStore  # noqa: PLC0415  (likewise)

    database = Database(place, patience=patience)
    try:
        prepare(database)
    except BaseException:
        database.close()
        raise
    return SqlStore(database)


def _for_reading(place: str, patience: float, why_not: UnwritableError) -> SqlStore | None:
    """The database opened for reading alone; None where it is on a server or is not there."""
    from workbench.store.addresses import is_file  # noqa: PLC0415  (SQLAlchemy is loaded only when it is needed)
    from workbench.store.engine import Database  # noqa: PLC0415  (likewise)
    from workbench.store.opening import is_up_to_date  # noqa: PLC0415  (likewise)
    from workbench.store.reading_only import OlderDatabaseError  # noqa: PLC0415  (likewise)
    from workbench.store.repository import SqlStore  # noqa: PLC0415  (likewise)

    if not is_file(place):
        return None
    database = Database(place, patience=patience, why_not=why_not)
    try:
        if is_up_to_date(database):
            return SqlStore(database)
    except BaseException:
        database.close()
        raise
    database.close()
    raise OlderDatabaseError(place)
