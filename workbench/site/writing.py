"""Writes a site into its folder: only what changed, and away with what no longer belongs to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import UsageError, WritingError, printable
from workbench.files import writing
from workbench.site.listing import LIST, list_of, site_before
from workbench.site.reuse import AsItIs, Before, Notes, SiteFile


class LeadsOutError(UsageError):
    """A file of the site would come to stand outside its folder."""

    def __init__(self, folder: object, path: str) -> None:
        super().__init__(
            f"{printable(path)} leads out of {printable(folder)}: there is a link in the folder.",
            "Take the link away, or name an empty folder.",
        )


class NotOurFolderError(UsageError):
    """The folder holds files, and no site of ours."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"{printable(folder)} holds files that are no site of the workbench.",
            "Name an empty folder, or say --force to write the site beside them.",
        )


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """What became of the files: how many there are, were written, and were taken away."""

    files: int
    written: int
    removed: int


def check_folder(folder: Path, *, force: bool) -> None:
    """Whether a site may be written there. Raises NotOurFolderError, UsageError."""
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
    before: Before | None = None,
    notes: Notes | None = None,
) -> WrittenSite:
    """Writes a site's files.

    Every file is rendered before the first is written, so that an error in a template leaves the site as it was; each is put in
    place whole. The list is written last: a run that was cut off is made good by the next.

    Args:
        folder: Where.
        files: Path and bytes of each file, or that it is there as it is.
        force: Whether other files may be there.
        kept: Asked before a file is written or taken away; raises where the desk keeps that file.
        before: The site that stands there, where that is known.
        notes: What the files are made of, which the next run asks for; whole once every file is made.

    Raises:
        NotOurFolderError: The folder holds other files.
        LeadsOutError: A link in the folder leads out of it.
        WritingError: The folder cannot be written.
    """
    check_folder(folder, force=force)
    told = Notes() if notes is None else notes
    before = site_before(folder) if before is None else before
    old, made = before.listed, dict(files)
    new = {path: body.sha256 if isinstance(body, AsItIs) else _hash(body) for path, body in made.items()}
    changed = {
        path: body for path, body in made.items() if isinstance(body, bytes) and _differs(folder, path, old, new)
    }
    gone = [path for path in old if path not in new and _is_file_in(folder, path)]
    for path in (*changed, *gone, LIST):
        kept(_inside(folder, path))
    for path, body in changed.items():
        _put(folder / path, body)
    for path in gone:
        _remove(folder / path)
    if new != old or told != before.notes or not (folder / LIST).is_file():
        _put(folder / LIST, list_of(new, told))
    return WrittenSite(len(made), len(changed), len(gone))


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _differs(folder: Path, path: str, old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    return old.get(path) != new[path] or not (folder / path).is_file()


def _put(target: Path, body: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.put(target, body)
    except OSError as error:
        raise WritingError(printable(target), (error.strerror or str(error)).lower()) from error


def _remove(target: Path) -> None:
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise WritingError(printable(target), (error.strerror or str(error)).lower()) from error


def _is_file_in(folder: Path, path: str) -> bool:
    """Whether what the list names is a file of the folder: nothing else is taken away, whatever the list says."""
    target = (folder / path).resolve()
    return target.is_relative_to(folder.resolve()) and target.is_file()


def _inside(folder: Path, path: str) -> Path:
    """Place of a file of the site. Raises LeadsOutError."""
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise LeadsOutError(folder, path)
    return target
