"""Protect the files that a run reads or stores data in: no output overwrites them, under any name.

``--output`` may name the desk's own database by mistake, by a link, or in another letter case on a disk that ignores
case. So files are compared by their identity on disk, and by their names only where they do not exist.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.core.errors import UsageError, printable

_Identity = tuple[int, int]

SIDES = ("-wal", "-shm", "-journal")
"""Suffixes of SQLite's files beside a database."""


class ProtectedFileError(UsageError):
    """An output would overwrite a file that the run reads or stores data in."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{printable(path)} is not written over: {what}.", "Give another name for what is written.")


class NotForReadersError(UsageError):
    """One of the desk's own files would be attached to a claim, and so be published."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{printable(path)} is not attached: {what}.", "Attach a file that readers may have.")


class InsideProtectedFolderError(UsageError):
    """A folder to be published has one of the desk's own files."""

    def __init__(self, folder: object, what: str) -> None:
        super().__init__(f"{printable(folder)} is not for readers: {what}.", "Name a folder that nothing else lies in.")


@dataclass(frozen=True, slots=True)
class ProtectedFile:
    """A protected file or folder.

    Attributes:
        path: Its path.
        what: Its description, as part of a sentence ("the database is kept there").
        sides: Suffixes of files that belong to it, next to it; ``*`` for all names that begin with its own.
        private: Whether it belongs to the desk itself, and must never be published as evidence.
    """

    path: Path
    what: str
    sides: tuple[str, ...] = ()
    private: bool = False


class ProtectedFiles:
    """The protected files and folders; files are added as they are opened for reading."""

    def __init__(self, keepings: Iterable[ProtectedFile] = ()) -> None:
        self._keepings = tuple(keepings)
        self._read: set[_Identity] = set()

    def note(self, stream: BinaryIO) -> None:
        """Add a file that is being read."""
        with suppress(OSError, ValueError, AttributeError):
            status = os.fstat(stream.fileno())
            self._read.add((status.st_dev, status.st_ino))

    def holds(self, target: Path, read: Sequence[str] = ()) -> str:
        """Describe the protected file at a path, as part of a sentence; empty where there is none.

        Args:
            target: The path.
            read: Files and folders that the run will read.
        """
        for keeping in self._keepings:
            if _is_of(target, keeping):
                return keeping.what
        going = (at_home(each) for each in read if each != "-")
        if _identity(target) in self._read or any(target.exists() and _is_or_is_in(target, each) for each in going):
            return "the run reads that file"
        return ""

    def inside(self, folder: Path) -> str:
        """Describe a protected file in a folder, or a protected folder around it; empty where there is none."""
        inside = (each.what for each in self._keepings if _folded(folder) in map(_folded, _real(each.path).parents))
        return next(inside, "") or self.holds(folder)

    def private(self, target: Path) -> str:
        """Describe the desk's own file at a path, as part of a sentence; empty where there is none."""
        return next((each.what for each in self._keepings if each.private and _is_of(target, each)), "")


def at_home(written: str) -> Path:
    """Expand ``~`` in a path of the user; an unknown user is left as written, as in a shell."""
    return Path(os.path.expanduser(written))  # noqa: PTH111  (that of Path raises for a user who is not there)


def _is_of(target: Path, keeping: ProtectedFile) -> bool:
    path = keeping.path
    if _is_or_is_in(target, path):
        return True
    side_files = (path.with_name(f"{path.name}{side}") for side in keeping.sides if side != "*")
    return any(_same(target, each) for each in side_files) or ("*" in keeping.sides and _begins_like(target, path))


def _is_or_is_in(target: Path, path: Path) -> bool:
    """Check whether a path is a file, is below a folder, or is another name of something below it."""
    if not path.is_dir():
        return _same(target, path)
    folded = _folded(path)
    if any(_folded(each) == folded for each in (target, *_real(target).parents)):
        return True
    if not target.is_file() or target.stat().st_nlink == 1:
        return False
    return _identity(target) in {_identity(each) for each in _files(path)}


def _files(folder: Path) -> Iterator[Path]:
    for base, _, names in os.walk(folder):
        yield from (Path(base, name) for name in names)


def _begins_like(target: Path, path: Path) -> bool:
    real, kept = _real(target), _real(path)
    return _folded(real.parent) == _folded(kept.parent) and real.name.casefold().startswith(kept.name.casefold())


def _same(one: Path, other: Path) -> bool:
    """Check whether two names are one file; where one is missing, whether they differ only in letter case."""
    mine, its = _identity(one), _identity(other)
    return mine == its if mine and its else _folded(one) == _folded(other)


def _identity(path: Path) -> _Identity | None:
    with suppress(OSError, ValueError):
        status = path.stat()
        return status.st_dev, status.st_ino
    return None


def _folded(path: Path) -> str:
    return str(_real(path)).casefold()


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
