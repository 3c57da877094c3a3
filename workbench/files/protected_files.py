"""Files that a run reads or keeps, under any name: no output overwrites them.

``--output`` may name the desk's own database by a slip, by a link, or in other letters on a disk that
takes them for the same. So files are known by what they are on the disk, and by their names only where they are not there.
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


class KeptFileError(UsageError):
    """Something was to be written over a file that the run reads or keepss."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{printable(path)} is not written over: {what}.", "Give another name for what is written.")


class NotForReadersError(UsageError):
    """A file of the desk's own was to be attached to a claim, and so be given to readers."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{printable(path)} is not attached: {what}.", "Attach a file that readers may have.")


class KeptInsideError(UsageError):
    """A folder was to be given to readers in which the desk keeps something of its own."""

    def __init__(self, folder: object, what: str) -> None:
        super().__init__(f"{printable(folder)} is not for readers: {what}.", "Name a folder that nothing else lies in.")


@dataclass(frozen=True, slots=True)
class Keeping:
    """A file or a folder that is kept.

    Attributes:
        path: Where.
        what: What it is, as the middle of a sentence ("the database is kept there").
        sides: Endings of the files that belong to it, beside it; with ``*`` all whose names begin like its own.
        private: Whether it is the desk's own alone, and never goes to readers as evidence.
    """

    path: Path
    what: str
    sides: tuple[str, ...] = ()
    private: bool = False


class KeptFiles:
    """The files and folders that are kept; files that are read are added as they are opened."""

    def __init__(self, keepings: Iterable[Keeping] = ()) -> None:
        self._keepings = tuple(keepings)
        self._read: set[_Identity] = set()

    def note(self, stream: BinaryIO) -> None:
        """Add a file that is being read."""
        with suppress(OSError, ValueError, AttributeError):
            status = os.fstat(stream.fileno())
            self._read.add((status.st_dev, status.st_ino))

    def holds(self, target: Path, read: Sequence[str] = ()) -> str:
        """Return what is kept at a place, as a sentence's middle; empty where nothing is.

        Args:
            target: The place.
            read: Files and folders that the run is going to read.
        """
        for keeping in self._keepings:
            if _is_of(target, keeping):
                return keeping.what
        going = (at_home(each) for each in read if each != "-")
        if _identity(target) in self._read or any(target.exists() and _is_or_is_in(target, each) for each in going):
            return "the run reads that file"
        return ""

    def inside(self, folder: Path) -> str:
        """Return what is kept in a folder or around it, as a sentence's middle; empty where nothing is."""
        inside = (each.what for each in self._keepings if _folded(folder) in map(_folded, _real(each.path).parents))
        return next(inside, "") or self.holds(folder)

    def private(self, target: Path) -> str:
        """Return what of the desk's own is at a place, as a sentence's middle; empty where nothing is."""
        return next((each.what for each in self._keepings if each.private and _is_of(target, each)), "")


def at_home(written: str) -> Path:
    """Return a path as the user wrote it, with ``~`` spelt out; where there is no such user it stays, as in a shell."""
    return Path(os.path.expanduser(written))  # noqa: PTH111  (that of Path raises for a user who is not there)


def _is_of(target: Path, keeping: Keeping) -> bool:
    path = keeping.path
    if _is_or_is_in(target, path):
        return True
    side_files = (path.with_name(f"{path.name}{side}") for side in keeping.sides if side != "*")
    return any(_same(target, each) for each in side_files) or ("*" in keeping.sides and _begins_like(target, path))


def _is_or_is_in(target: Path, path: Path) -> bool:
    """Return whether a place is a file, is below a folder, or is another name of something below it."""
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
    """Return whether two names are one file; where either is not there, whether they differ in nothing but large and small letters."""
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
