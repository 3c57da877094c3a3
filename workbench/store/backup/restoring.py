"""Restore a backup to an empty place: unpack it next to that place, verify it, and move it there at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from workbench.core.errors import Problem
from workbench.core.failures.backup_errors import OtherKindError, PlaceNotEmptyError, UnrestoredError
from workbench.ports import Progress, Tell, silent
from workbench.store.backup import database_dumps
from workbench.store.backup.manifest import DATABASE, POSTGRESQL, Manifest
from workbench.store.backup.verifying import opened, pieces
from workbench.store.backup.writing import kind_of, path_of

_SCRATCH = ".restoring-"
_SIDES = ("", "-wal", "-shm", "-journal")


def restore(path: Path, place: str, archive: Path, tell: Tell = silent) -> Manifest:
    """Restore the database and the archive of a backup to an empty place; a failure leaves that place unchanged.

    Args:
        path: The backup.
        place: Path or URL of the database, which must not exist yet.
        archive: The folder of bodies, which must be empty.
        tell: Called with progress.

    Raises:
        MissingFileError: It cannot be opened.
        NoBackupError: It is no backup of ours.
        DamagedBackupError: It is not whole.
        NotEmptyError: Something is there already.
        UnrestoredError: The place cannot be written.
        ServerToolError: PostgreSQL's own program is not there, or refused.
    """
    with opened(path) as (packed, found), ExitStack() as stack:
        server = kind_of(place) == POSTGRESQL
        if found.kind != kind_of(place):
            raise OtherKindError(path, found.kind)
        _need_empty(place, archive, server=server)
        try:
            home = archive.parent if server else path_of(place).parent
            bodies = stack.enter_context(_scratch_folder(archive.parent, found)) / "archive"
            bodies.mkdir()
            database = stack.enter_context(_scratch_folder(home, found)) / "database"
            for number, name in enumerate(found.members):
                tell(Progress("restoring", number, len(found.members)))
                inside = name == DATABASE[found.kind]
                target = database if inside else bodies / PurePosixPath(name).relative_to("archive")
                _unpack(target, pieces(path, packed, found, name))
            _move_in(database, place, bodies, archive, server=server)
        except OSError as error:
            raise UnrestoredError(place, (error.strerror or str(error)).lower()) from error
    return found


def cut_short(archive: Path) -> Iterator[Problem]:
    """Yield the temporary folders of restores next to an archive: of killed ones, or of one that is still running."""
    for folder in sorted(archive.parent.glob(f"{_SCRATCH}*")):
        message = "A restore into this place is going on, or was cut short."
        hint = (
            "If none is: remove this folder with the database and the archive beside it, and restore the backup again."
        )
        yield Problem(str(folder), message, hint, "half-restored")


def _need_empty(place: str, archive: Path, *, server: bool) -> None:
    if server:
        database_dumps.need_empty(place)
    else:
        file = path_of(place)
        for side in _SIDES:
            if (side_file := file.with_name(f"{file.name}{side}")).exists():
                raise PlaceNotEmptyError(side_file)
    if archive.exists() and (not archive.is_dir() or any(archive.iterdir())):
        raise PlaceNotEmptyError(archive)


@contextmanager
def _scratch_folder(folder: Path, found: Manifest) -> Iterator[Path]:
    """Yield a new temporary folder on the same disk as another; it is removed at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < found.size:
        raise UnrestoredError(folder, f"it takes {found.size:,} bytes, and the disk has less")
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder, ignore_cleanup_errors=True) as scratch:
        yield Path(scratch)


def _unpack(target: Path, read: Iterator[bytes]) -> None:
    target.parent.mkdir(exist_ok=True)
    with target.open("xb") as file:
        for piece in read:
            file.write(piece)


def _move_in(database: Path, place: str, bodies: Path, archive: Path, *, server: bool) -> None:
    """Move the archive first, so that no database lacks its bodies; move it out again where the database fails."""
    if not server:
        database_dumps.need_integrity(database, database.name)
    if archive.exists():
        archive.rmdir()
    bodies.rename(archive)
    try:
        if server:
            database_dumps.load(place, database)
        else:
            database.rename(path_of(place))
    except BaseException:
        shutil.rmtree(archive, ignore_errors=True)
        raise
