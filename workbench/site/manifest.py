"""The manifest in a site's folder: its files with their hashes, and the hashes of their input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import StoreError
from workbench.core.rating import RatingScale
from workbench.desk.publication.incremental_report import NotedCheck
from workbench.site.unchanged_files import Notes, PreviousSite, check_of

_Check = tuple[str, tuple[str, ...], int | None, bool, msgspec.Raw]
"""Mark, bodies, number of the scale, whether it is withdrawn, and the check as it is listed."""


class _Files(msgspec.Struct):
    """The files in a manifest."""

    files: dict[str, str]


class _List(msgspec.Struct):
    """A manifest as stored; see `Notes`."""

    files: dict[str, str]
    common: str
    groups: dict[str, str]
    scales: list[msgspec.Raw]
    checks: dict[str, _Check]


LIST = ".workbench-site.json"
"""The list of a site's own files with the hash of each; it is what tells ours from others'."""


def site_before(folder: Path) -> PreviousSite:
    """Read the site in a folder, with its existing files; empty where there is no readable manifest."""
    listed, notes = _listed(folder)
    there = set(_files_in(str(folder), ""))
    if there.issuperset(listed):
        return PreviousSite(listed, notes, listed=listed)
    lost = frozenset(check_of(path) for path in listed if path not in there)
    return PreviousSite({path: key for path, key in listed.items() if path in there}, notes, lost, listed)


def _files_in(folder: str, below: str) -> Iterator[str]:
    """Yield the files in a folder and its subfolders, without following links."""
    with suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if each.is_dir(follow_symlinks=False):
                yield from _files_in(each.path, f"{below}{each.name}/")
            elif each.is_file(follow_symlinks=False):
                yield f"{below}{each.name}"


def list_of(files: Mapping[str, str], notes: Notes) -> bytearray:
    """Encode a manifest; it has some megabytes, and is copied nowhere."""
    scales = _Scales()
    checks = {claim: _written(each, notes.texts[claim], scales) for claim, each in notes.checks.items()}
    ordered = dict(sorted(files.items()))
    listed_ = _List(
        ordered, notes.common, notes.groups, [msgspec.Raw(each.encode()) for each in scales.written], checks
    )
    encoded = bytearray()
    _ENCODER.encode_into(listed_, encoded)
    encoded += b"\n"
    return encoded


_ENCODER = msgspec.json.Encoder()


class _Scales:
    """The scales of a manifest, each written once, since thousands of checks share one.

    Attributes:
        written: The number of each, by its text.
    """

    def __init__(self) -> None:
        self.written: dict[str, int] = {}
        self._seen: dict[int, int] = {}

    def number(self, scale: RatingScale) -> int:
        """Return the number of a scale, which does not change while the manifest is written."""
        known = self._seen.get(id(scale))
        if known is None:
            known = self._seen[id(scale)] = self.written.setdefault(encode(scale), len(self.written))
        return known


def _written(check: NotedCheck, text: msgspec.Raw, scales: _Scales) -> _Check:
    scale = scales.number(check.scale) if check.scale else None
    return (check.mark, check.bodies, scale, check.withdrawn, text)


def _listed(folder: Path) -> tuple[dict[str, str], Notes]:
    """Return what the last run wrote, whether it still exists or not.

    Empty if unreadable, so that all is built again.
    """
    try:
        body = (folder / LIST).read_bytes()
        found = _read(body)
        return (_files(body), Notes()) if found is None else (found.files, _notes(found))
    except (OSError, ValueError, RecursionError):
        return {}, Notes()


def _read(body: bytes) -> _List | None:
    """Decode a manifest; None for another form."""
    try:
        return msgspec.json.decode(body, type=_List)
    except msgspec.ValidationError:
        return None


def _files(body: bytes) -> dict[str, str]:
    """Return only the files of a manifest; the first version had nothing else."""
    try:
        return msgspec.json.decode(body, type=_Files).files
    except msgspec.ValidationError:
        return msgspec.json.decode(body, type=dict[str, str])


def _notes(found: _List) -> Notes:
    try:
        scales = [decode(RatingScale, bytes(each).decode()) for each in found.scales]
        checks = {
            claim: NotedCheck(mark, bodies, None if at is None else scales[at], withdrawn)
            for claim, (mark, bodies, at, withdrawn, _) in found.checks.items()
        }
    except (StoreError, LookupError, ValueError):
        return Notes()
    texts = {claim: each[-1] for claim, each in found.checks.items()}
    return Notes(checks, texts, found.common, found.groups)
