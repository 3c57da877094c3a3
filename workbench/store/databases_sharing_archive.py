"""Find the other databases that use an archive: databases in one folder share its archive, and a configuration may name any.

A body may be deleted from an archive only if none of them refers to it. One that cannot be opened stops the clean-up.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from workbench.core.errors import StoreError, UnknownNameError, UsageError
from workbench.ports import Store
from workbench.store import open_store
from workbench.store.bodies.remote_bodies import RemoteBodies
from workbench.store.bodies.snapshot_archive import Snapshots
from workbench.store.databases.addresses import name_of
from workbench.store.migrations import VERSION_TABLE


class LostDatabaseError(StoreError):
    """A database that needs the archive cannot be asked which bodies it refers to."""

    def __init__(self, place: str, why: str, hint: str) -> None:
        super().__init__(
            f"{place} rests on this archive too and {why}; nothing was dropped, since nobody knows what it points to.",
            hint,
        )


class NotLostError(UsageError):
    """A database was said to be gone for good, but exists."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is there and can be asked; what it points to stays.", "Leave --without out.")


_AWAY = "Bring it back. Where it is gone for good, see workbench archive prune --help."
_THERE = "Have both in one database on a server; or, where it is gone for good, see workbench archive prune --help."
_SHUT = "Make it such that it opens: a server's password is taken from PGPASSWORD or ~/.pgpass, as psql takes it."


@contextmanager
def neighbours(
    archive: Path, db: str, without: Iterable[str] = (), far: RemoteBodies | None = None
) -> Iterator[list[Store]]:
    """Yield the other databases that were opened with an archive, and those in its folder.

    Args:
        archive: The archive's folder.
        db: The database that asks.
        without: Databases that are gone for good.
        far: The store that the archive shares with other machines.

    Raises:
        LostDatabaseError: One of them is missing or cannot be opened.
        NotLostError: One of `without` can be opened.
        UnknownNameError: One of `without` was never opened with the archive.
    """
    left_out = [_name(place) for place in without]
    with ExitStack() as stack, open_store(db) as own:
        with closing(Snapshots(archive, far=far)) as kept:
            places = {*map(_name, kept.users()), *databases_in(archive.parent)} - {own.name}
        for place in left_out:
            _need_lost(place, places)
        yield [stack.enter_context(_opened(place)) for place in sorted(places - set(left_out))]


def _name(place: str) -> str:
    """Return the name of a database; one on another machine is named by that machine and its path there."""
    return place if _ELSEWHERE.match(place) else name_of(place)


_ELSEWHERE = re.compile(r"[\w.-]{2,}:/(?!/)")
"""Pattern of a file on another machine: ``desk-2:/home/bea/desk.db``."""


def _need_lost(place: str, known: set[str]) -> None:
    if place not in known:
        raise UnknownNameError("database over this archive", place, sorted(known))
    with suppress(LostDatabaseError), _opened(place):
        raise NotLostError(place)


@contextmanager
def _opened(place: str) -> Iterator[Store]:
    if _ELSEWHERE.match(place):
        raise LostDatabaseError(place, "lies on another machine", _THERE)
    if "://" not in place and not Path(place).exists():
        raise LostDatabaseError(place, "is not there", _AWAY)
    if (
        "://" not in place and Path(place).stat().st_size == 0
    ):  # an empty file is a new database to SQLite, which refers to nothing
        raise LostDatabaseError(place, "is an empty file", _AWAY)
    try:
        store = open_store(place)
    except (StoreError, UsageError) as error:
        raise LostDatabaseError(place, f"cannot be opened ({error.message.rstrip('.')})", _SHUT) from error
    with store:
        yield store


def databases_in(folder: Path) -> list[str]:
    """Return the paths of the workbench's SQLite files in a folder; nothing is created, written or upgraded."""
    return [str(path) for path in sorted(folder.absolute().glob("*.db")) if _is_ours(path)]


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('findings', ?)", (VERSION_TABLE,))
            return len(found.fetchall()) == 2
    except sqlite3.Error:
        return False
