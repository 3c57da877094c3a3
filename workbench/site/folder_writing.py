"""Write a site into its folder: write only changed files, and delete those that no longer belong to it."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import UsageError, WritingError, printable
from workbench.files import writing
from workbench.site.manifest import LIST, list_of, site_before
from workbench.site.unchanged_files import Notes, PreviousSite, SiteFile, UnchangedFile


class LeadsOutError(UsageError):
    """A file of the site would be written outside its folder."""

    def __init__(self, folder: object, path: str) -> None:
        super().__init__(
            f"{printable(path)} leads out of {printable(folder)}: there is a link in the folder.",
            "Take the link away, or name an empty folder.",
        )


class NotOurFolderError(UsageError):
    """The folder has files, but no site of the workbench."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"{printable(folder)} holds files that are no site of the workbench.",
            "Name an empty folder, or say --force to write the site beside them.",
        )


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """The numbers of all files, and of those written and deleted."""

    files: int
    written: int
    removed: int


def check_folder(folder: Path, *, force: bool) -> None:
    """Check that a site may be written there. Raises NotOurFolderError, UsageError."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{printable(folder)} is a file.", "Name a folder.")
    there = folder.is_dir() and any(folder.iterdir())
    if there and not force and not (folder / LIST).is_file():
        raise NotOurFolderError(folder)


def write_site(
    folder: Path,
    files: Iterable[SiteFile],
    *,
    force: bool = False,
    kept: Callable[[Path], object] = id,
    before: PreviousSite | None = None,
    notes: Notes | None = None,
) -> WrittenSite:
    """Write a site's files.

    Every file is rendered and stored next to its final place before the first is moved there: an error in a template, a
    folder without write permission or a full disk leaves the site unchanged. The list of files comes last, so that the
    next run completes an interrupted one.

    Args:
        folder: The site's folder.
        files: Path and bytes of each file, or that the existing one is unchanged.
        force: Whether the folder may have other files.
        kept: Called before a file is written or deleted; raises if the file is protected.
        before: The previous site, if known.
        notes: Notes for the next run; complete once every file is rendered.

    Raises:
        NotOurFolderError: The folder has other files.
        LeadsOutError: A link in the folder points outside it.
        WritingError: The folder cannot be written.
    """
    check_folder(folder, force=force)
    new_notes = Notes() if notes is None else notes
    before = site_before(folder) if before is None else before
    old, made = before.listed, dict(files)
    new = {path: body.sha256 if isinstance(body, UnchangedFile) else _hash(body) for path, body in made.items()}
    changed = {
        path: body for path, body in made.items() if isinstance(body, bytes) and _differs(folder, path, old, new)
    }
    gone = [path for path in old if path not in new and _is_file_in(folder, path)]
    for path in (*changed, *gone, LIST):
        kept(_inside(folder, path))
    for path in gone:
        _check_folder_of(folder / path)
    if new != old or new_notes != before.notes or not (folder / LIST).is_file():
        _put_all(folder, {**changed, LIST: list_of(new, new_notes)})
    else:
        _put_all(folder, changed)
    for path in gone:
        _remove(folder / path)
    return WrittenSite(len(made), len(changed), len(gone))


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _differs(folder: Path, path: str, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    return old.get(path) != new[path] or not (folder / path).is_file()


def _put_all(folder: Path, bodies: Mapping[str, bytes | bytearray]) -> None:
    """Write files: all are stored next to their places before the first is moved. Raises WritingError."""
    made: list[Path] = []
    prepared_files: dict[Path, Path] = {}
    try:
        for path, body in bodies.items():
            with _write_errors_named(folder / path):
                _make_folder((folder / path).parent, made)
                prepared_files[folder / path] = writing.prepared(_place_of(folder / path), (body,))
        for target, part in prepared_files.items():
            with _write_errors_named(target):
                part.replace(_place_of(target))
    except BaseException:
        for part in prepared_files.values():
            part.unlink(missing_ok=True)
        for each in reversed(made):
            with suppress(OSError):  # a folder that has a file by now stays
                each.rmdir()
        raise


def _place_of(target: Path) -> Path:
    return target.resolve() if target.is_symlink() else target


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Create a folder and its parents, and record each new one, the outer ones first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        made.append(each)


def _check_folder_of(target: Path) -> None:
    """Check that a file may be deleted. Raises WritingError."""
    if not os.access(target.parent, os.W_OK):
        raise WritingError(printable(target), os.strerror(errno.EACCES).lower())


def _remove(target: Path) -> None:
    with _write_errors_named(target):
        target.unlink(missing_ok=True)


@contextmanager
def _write_errors_named(target: Path) -> Iterator[None]:
    """Translate errors of writing, and name the file. Raises WritingError."""
    try:
        yield
    except OSError as error:
        raise WritingError(printable(target), (error.strerror or str(error)).lower()) from error


def _is_file_in(folder: Path, path: str) -> bool:
    """Check that an entry of the list is a file in the folder: nothing else is ever deleted."""
    target = (folder / path).resolve()
    return target.is_relative_to(folder.resolve()) and target.is_file()


def _inside(folder: Path, path: str) -> Path:
    """Return the path of a file of the site. Raises LeadsOutError."""
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise LeadsOutError(folder, path)
    return target
