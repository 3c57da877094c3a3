"""The database and the archive: what people and services said, kept so that nothing confirmed is lost.

Rows are not nouns. Here, and nowhere else, the workbench speaks to a database; everything above it
sees the nouns of `workbench.core` and the protocols `Store` and `Archive`. Importing this package loads no database
library: that happens when a store is opened.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.store.repository import SqlStore

PATIENCE = 10.0
"""Timeout in seconds for another process that is writing."""


def open_store(place: str | PathLike[str], *, patience: float = PATIENCE) -> SqlStore:
    """Open the database at a path or a SQLAlchemy URL, creating and upgrading it where needed.

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
    from workbench.store.opening import open_database  # noqa: PLC0415  (SQLAlchemy is loaded only when it is needed)
    from workbench.store.repository import SqlStore  # noqa: PLC0415  (likewise)

    return SqlStore(open_database(str(place), patience))
