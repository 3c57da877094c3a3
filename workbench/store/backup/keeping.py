"""Which old backups go: ours, of the same database, whole, and older than those that are kept. Nothing else is touched."""

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
    """What became of older backups.

    Attributes:
        gone: The files that were removed.
        problems: Those that stay, since they are not whole.
    """

    gone: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def remove_older(newest: Backup, keep: int) -> Removed:
    """Remove the backups of the same database beside the newest one, all but some.

    Args:
        newest: The backup that was just written; it stays, whatever its clock said.
        keep: How many stay, the newest among them; at least 1.
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
    """Return the other backups of the same database, the newest first; a file that is none is not among them."""
    found: list[tuple[Manifest, Path]] = []
    for path in newest.path.parent.glob("workbench-*.zip"):
        with suppress(WorkbenchError), opened(path) as (_, its_manifest):
            if path != newest.path and its_manifest.database == newest.manifest.database:
                found.append((its_manifest, path))
    return [path for _, path in sorted(found, key=lambda each: (each[0].made, each[1].name), reverse=True)]
