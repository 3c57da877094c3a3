"""The database and the archive: what people and services said, kept so that nothing confirmed is lost.

Only this package uses a database, and its rows are not nouns: all other packages see the nouns (the objects of
`workbench.core`) and the protocols `Store` and `Archive`. Importing this package loads no database library; opening a
store does.
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

    A SQLite file that exists but cannot be written (on a read-only medium, on a full disk) is opened read-only:
    whatever would write into it then fails.

    Args:
        place: The path of a SQLite file, whose folder is created, a URL such as ``postgresql://host/name``, or ``:memory:`` for
            a database that is discarded when it is closed.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        NewerDatabaseError: A newer workbench has changed it.
        DamagedDatabaseError: The file is no database, another program's, or damaged.
        UnwritableError: The folder or the file cannot be written, and no file exists that could be read.
        OlderDatabaseError: It needs an upgrade but cannot be written.
        BusyDatabaseError: Another process kept it locked for longer than `patience`.
        StoreError: The database server cannot be reached, or the address is invalid.
    """
    from workbench.store.opening import open_database  # noqa: PLC0415  (SQLAlchemy is loaded only when it is needed)
    from workbench.store.repository import SqlStore  # noqa: PLC0415  (likewise)

    return SqlStore(open_database(str(place), patience))
