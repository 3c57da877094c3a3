"""Maintain databases: check for upgrades, upgrade, copy, grant roles; all without a desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.config import Settings
from workbench.ports import Tell


def pending(place: str) -> Sequence[str]:
    """Return the migrations that a database still lacks, oldest first. Raises StoreError."""
    from workbench.core.failures.database_errors import UnwritableError
    from workbench.store.databases.engine import Database
    from workbench.store.migrations import REVISIONS
    from workbench.store.opening import revision

    database = Database(place, patience=10.0, why_not=UnwritableError(place, "it is read alone"))
    try:
        with database.reading() as connection:
            at = revision(connection, database.name)
    finally:
        database.close()
    return REVISIONS if at is None else REVISIONS[REVISIONS.index(at) + 1 :]


def upgrade(place: str) -> None:
    """Upgrade a database to the tables of this program. Raises StoreError."""
    from workbench.store import open_store

    with open_store(place):
        pass


def copy_to(settings: Settings, target: str, tell: Tell) -> Mapping[str, int]:
    """Copy the settings' database into an empty one. Raises StoreError."""
    from workbench.store.database_copy import copy

    return copy(settings.db, target, tell)


def grants(settings: Settings, role: str, person: str, name: str = "") -> Sequence[str]:
    """Return the SQL that gives a login a role, and the reviewer's name that it writes under. Raises UsageError."""
    from workbench.store.grants import statements

    return statements(role, person, name, blind=settings.review.blind)


def grant(settings: Settings, role: str, person: str, name: str = "") -> None:
    """Give a login a role in the settings' database, and a reviewer's name. Raises UsageError, StoreError."""
    from workbench.store.grants import grant as give

    give(settings.db, role, person, name, blind=settings.review.blind)
