"""Writes a site into its folder: only what changed, and away with what no longer belongs to it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.core.errors import UsageError, WritingError, printable
from workbench.files import writing
from workbench.site.reuse import NOTHING, AsItIs, Before, SiteFile

LIST = ".workbench-site.json"
"""The list of a site's own files with the hash of each; it is what tells ours from others'."""


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
    made_of: Mapping[str, str] | None = None,
) -> WrittenSite:
    """Writes a site's files.

    Every file is rendered before the first is written, so that an error in a template leaves the site as it was; each is put in
    place whole. The list is written last: a run that was cut off is made good by the next.

    Args:
        folder: Where.
        files: Path and bytes of each file, or that it is there as it is.
        force: Whether other files may be there.
        kept: Asked before a file is written or taken away; raises where the desk keeps that file.
        made_of: What the files of each check are made of, which the next run asks for.

    Raises:
        NotOurFolderError: The folder holds other files.
        LeadsOutError: A link in the folder leads out of it.
        WritingError: The folder cannot be written.
    """
    check_folder(folder, force=force)
    before = _listed(folder)
    old, told = before.files, dict(made_of or {})
    made = dict(files)
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
    if changed or gone or told != before.made_of or not (folder / LIST).is_file():
        listed = {"files": dict(sorted(new.items())), "made_of": dict(sorted(told.items()))}
        _put(folder / LIST, (json.dumps(listed, indent=0) + "\n").encode())
    return WrittenSite(len(made), len(changed), len(gone))


def site_before(folder: Path) -> Before:
    """The site that stands there, as far as its files are in their places."""
    listed = _listed(folder)
    there = {f"{at}/{name}"[len(str(folder)) + 1 :] for at, _, names in os.walk(folder) for name in names}
    lost = frozenset(path.split("/")[1] for path in listed.files if path not in there and path.startswith("claims/"))
    return Before({path: key for path, key in listed.files.items() if path in there}, listed.made_of, lost)


def _listed(folder: Path) -> Before:
    """What the last run wrote; nothing where the list is not there or cannot be read."""
    try:
        found = json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return NOTHING
    if not isinstance(found, dict):
        return NOTHING
    of_today = isinstance(found.get("files"), dict)
    return Before(_texts(found["files"] if of_today else found), _texts(found.get("made_of") if of_today else None))


def _texts(found: object) -> dict[str, str]:
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


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
