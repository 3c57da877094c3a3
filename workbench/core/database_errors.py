"""Why a database cannot be used as it is, and what to do about it."""

from __future__ import annotations

from workbench.core.errors import StoreError


class NewerDatabaseError(StoreError):
    """A database that a newer program has changed."""

    def __init__(self, path: object, revision: str) -> None:
        super().__init__(
            f"{path} was written by a newer workbench (revision {revision}).",
            "Upgrade with pip install -U claim-workbench; nothing was changed.",
        )


class BusyDatabaseError(StoreError):
    """Another process holds the database for longer than we wait."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is busy: another workbench is writing.", "Wait until it is done and try again.")


class DamagedDatabaseError(StoreError):
    """A file that is no database, or no longer one."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{path} cannot be read as a workbench database: {why}.", "Restore it from a copy, or give --db."
        )


class UnwritableError(StoreError):
    """A place where the database or the archive cannot be kept."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.", "Give another place with --db or WORKBENCH_DB.")
