"""List the files that a desk with given settings reads or stores data in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.config import Settings
from workbench.files.protected_files import SIDES, ProtectedFile, ProtectedFiles, at_home


def protected_files(settings: Settings) -> ProtectedFiles:
    """Return the protected files of a desk, which no output may overwrite."""
    return ProtectedFiles([*_own(settings), *_given(settings)])


def _own(settings: Settings) -> Iterator[ProtectedFile]:
    """Yield the desk's own files, which must never be published."""
    if (database := _database(settings.db)) is not None:
        yield ProtectedFile(database, "the database is kept there", SIDES, private=True)
    yield ProtectedFile(settings.archive, "the archive is kept there", private=True)
    yield ProtectedFile(settings.catalogue, "the index of series is kept there", ("*",), private=True)
    if settings.config is not None:
        yield ProtectedFile(settings.config, "it is the configuration", private=True)


def _database(place: str) -> Path | None:
    """Return the file of a database, by its path or by its URL; None for one on a server."""
    if "://" not in place:
        return Path(place)
    from workbench.store.databases.addresses import file_of  # SQLAlchemy is loaded only when it is needed

    return file_of(place)


def _given(settings: Settings) -> Iterator[ProtectedFile]:
    """Yield the files that the user configured for reading, and the folders of stored answers."""
    folders = ((settings.samples, "stored answers are kept there"), (settings.record, "live answers are kept there"),
               (settings.scales, "rating scales are kept there"))  # fmt: skip
    yield from (ProtectedFile(path, what) for path, what in folders if path is not None)
    tables = (at_home(each) for each in (*settings.data, *settings.checks) if "://" not in each)
    yield from (ProtectedFile(path, "it is a table that the desk reads") for path in tables)
