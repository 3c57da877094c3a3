"""Check that a backup is whole: its list of files, and each file against its hash."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.core.errors import MissingFileError
from workbench.core.failures.backup_errors import DamagedBackupError, NoBackupError
from workbench.ports import Progress, Tell, silent
from workbench.store.backup import manifest
from workbench.store.backup.manifest import Manifest

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""Errors that reading a damaged file may raise."""

PIECE = 1 << 20
"""Bytes that are read at once."""


_KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup and check that its files are those that its manifest lists.

    Raises:
        MissingFileError: It cannot be opened.
        NoBackupError: It is no backup.
        DamagedBackupError: A part of it is missing.
    """
    try:
        with path.open("rb") as file, _zip(path, file) as packed:
            yield packed, _manifest(path, packed)
    except OSError as error:
        raise MissingFileError(path, error.strerror or "It cannot be read") from error
    except BROKEN as error:
        raise DamagedBackupError(path, "a part of it cannot be read") from error


def verified(path: Path, tell: Tell = silent) -> Manifest:
    """Read all of a backup and compare each file with its hash. Raises what `opened` raises, and DamagedBackupError."""
    with opened(path) as (packed, found):
        for number, name in enumerate(found.members):
            tell(Progress("verifying", number, len(found.members)))
            for _ in pieces(path, packed, found, name):
                pass
    return found


def pieces(path: Path, packed: zipfile.ZipFile, found: Manifest, name: str) -> Iterator[bytes]:
    """Yield a file of a backup in pieces, never more than its size.

    Raises DamagedBackupError at the end of a damaged file.
    """
    hashed = hashlib.sha256()
    with packed.open(name) as member:
        while piece := member.read(PIECE):
            hashed.update(piece)
            yield piece
    if hashed.hexdigest() != found.members[name].sha256:
        raise DamagedBackupError(path, f"{name} is not what was written")


def _zip(path: Path, file: BinaryIO) -> zipfile.ZipFile:
    beginning = file.read(4)
    file.seek(0)
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        if beginning == b"PK\x03\x04":
            raise DamagedBackupError(path, "its end is missing") from error
        raise NoBackupError(path, "it is no such file") from error


def _manifest(path: Path, packed: zipfile.ZipFile) -> Manifest:
    infos = {info.filename: info for info in packed.infolist()}
    manifest_info = infos.pop(manifest.NAME, None)
    if manifest_info is None or manifest_info.file_size > manifest.LARGEST:
        raise NoBackupError(path, f"there is no {manifest.NAME} in it")
    for name in infos:
        manifest.need_ours(path, name)
    found = manifest.read(path, packed.read(manifest_info))
    if len(packed.infolist()) != len(infos) + 1 or set(infos) != set(found.members):
        raise DamagedBackupError(path, "its files are not those that it lists")
    for name, info in infos.items():
        if info.file_size != found.members[name].size or info.compress_type not in _KINDS or info.flag_bits & 1:
            raise DamagedBackupError(path, f"{name} has another form than it had")
    return found
