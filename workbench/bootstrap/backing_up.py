"""Back up and restore the settings' database and archive, without a desk, since a restore has none yet."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.bootstrap.files_to_protect import protected_files
from workbench.config import Settings, user_path
from workbench.core.errors import Problem
from workbench.ports import Tell

if TYPE_CHECKING:
    from workbench.store.backup.manifest import Manifest
    from workbench.store.backup.old_backups import Removed
    from workbench.store.backup.writing import Backup


def back_up(settings: Settings, folder: str, keep: int | None, tell: Tell) -> tuple[Backup, Removed]:
    """Write a backup into a folder, and remove older ones if a number to keep is given.

    Raises StoreError, UsageError.
    """
    from workbench.bootstrap.open_desk import now, remote_bodies
    from workbench.files.user_files import UserFiles
    from workbench.store.backup.old_backups import Removed, remove_older
    from workbench.store.backup.writing import write
    from workbench.store.bodies.snapshot_archive import Snapshots

    target = user_path(folder)
    UserFiles(kept=protected_files(settings)).replaces(str(target / "workbench.zip"))
    if (far := remote_bodies(settings)) is not None:
        with closing(Snapshots(settings.archive, far=far)) as archive:
            archive.learn()  # so that the log in the backup has every body in it
    made = write(settings.db, settings.archive, target, now(), tell, far)
    return made, remove_older(made, keep) if keep else Removed()


def restore(settings: Settings, file: str, tell: Tell) -> Manifest:
    """Restore a backup to the settings' places, which must be empty. Raises StoreError, ReadingError."""
    from workbench.store.backup.restoring import restore as put_in_place

    return put_in_place(user_path(file), settings.db, settings.archive, tell)


def cut_short(settings: Settings) -> list[Problem]:
    """Find what killed restores have left."""
    from workbench.store.backup import restoring

    return list(restoring.cut_short(settings.archive))
