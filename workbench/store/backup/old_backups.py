"""Remove old backups: only the workbench's own, of the same database, whole, and older than those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import Problem, WorkbenchError
from workbench.store.backup.manifest import Manifest
from workbench.store.backup.verifying import opened, verified
from workbench.store.backup.writing import Backup


@dataclass(frozen=True, slots=True)
class Removed:
    """The result of removing older backups.

    Attributes:
        gone: The files that were removed.
        problems: Backups that were not removed, since they are not whole.
    """

    gone: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def remove_older(newest: Backup, keep: int) -> Removed:
    """Remove older backups of the same database from the newest one's folder.

    Args:
        newest: The backup that was just written; it is kept, whatever date it has.
        keep: Number of backups to keep, including the newest; at least 1.
    """
    gone: list[Path] = []
    problems: list[Problem] = []
    for path in _others(newest)[keep - 1 :]:
        try:
            verified(path)
            path.unlink()
            gone.append(path)
        except WorkbenchError as error:
            problems.append(Problem(path.name, f"It stays: {error.message}", "Look at it, and remove it by hand."))
        except OSError as error:
            problems.append(Problem(path.name, f"It stays: {error.strerror}.", "Remove it by hand."))
    return Removed(tuple(gone), tuple(problems))


def _others(newest: Backup) -> Sequence[Path]:
    """Find the other backups of the same database, newest first; files that are no backups are left out."""
    found: list[tuple[Manifest, Path]] = []
    for path in newest.path.parent.glob("workbench-*.zip"):
        with suppress(WorkbenchError), opened(path) as (_, its_manifest):
            if path != newest.path and its_manifest.database == newest.manifest.database:
                found.append((its_manifest, path))
    return [path for _, path in sorted(found, key=lambda each: (each[0].made, each[1].name), reverse=True)]
