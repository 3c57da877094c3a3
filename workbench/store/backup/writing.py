"""Write a backup: the database first, then the log of fetches, then the bodies.

In this order, the backup holds everything that its database points to. It is written under a temporary name, read back
and compared with its hashes, and only then renamed.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from workbench import __version__
from workbench.core.errors import Problem
from workbench.core.failures.backup_errors import NoBackupError, NothingToBackUpError, UnwrittenBackupError
from workbench.ports import Progress, Tell, silent
from workbench.store.backup import database_dumps, manifest
from workbench.store.backup.manifest import POSTGRESQL, SQLITE, BackupMember, Manifest
from workbench.store.backup.verifying import PIECE, verified
from workbench.store.bodies.bodies import KEY, LostBodyError
from workbench.store.bodies.remote_bodies import RemoteBodies
from workbench.store.databases.addresses import name_of

_LEFT = re.compile(r"\.workbench-[0-9a-f]{8}\.part")
_STALE = 86_400.0
"""Age in seconds from which a half-written backup is taken to be left by a killed process: a day."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written and is whole.

    Attributes:
        path: The file.
        manifest: What it says of itself.
        problems: Bodies that were damaged before they were copied.
    """

    path: Path
    manifest: Manifest
    problems: tuple[Problem, ...]


def write(  # noqa: PLR0917  (what is backed up, and whereto)
    place: str, archive: Path, folder: Path, moment: datetime, tell: Tell = silent, far: RemoteBodies | None = None
) -> Backup:
    """Write a backup of a database and its archive while others work on them.

    Args:
        place: The database, a path or a URL.
        archive: The folder of fetched bodies.
        folder: Where the backup is written; created where it is not there.
        moment: Now, in UTC.
        tell: Called with progress.
        far: The store that the archive shares with other machines; its bodies are backed up too.

    Raises:
        NothingToBackUpError: There is no database.
        DamagedDatabaseError: It is damaged, or another program's.
        ServerToolError: PostgreSQL's own program is not there, or refused.
        UnwrittenBackupError: The folder cannot be written.
    """
    if kind_of(place) == SQLITE and not path_of(place).is_file():
        raise NothingToBackUpError(path_of(place))
    database_dumps.need_ours(place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with _part(folder) as (part, scratch):
            packing = _pack(part, scratch, place, archive, moment=moment, tell=tell, far=far)
            found = verified(part, tell)
            final = folder / f"workbench-{moment:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}.zip"
            part.replace(final)
        _flush(folder)
    except OSError as error:
        raise UnwrittenBackupError(folder, (error.strerror or str(error)).lower()) from error
    return Backup(final, found, tuple(packing.problems))


@contextmanager
def _part(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield a new temporary file and a folder on the same disk; both are removed at the end."""
    part = folder / f".workbench-{secrets.token_hex(4)}.part"
    try:
        with tempfile.TemporaryDirectory(prefix=".workbench-", suffix=".copy", dir=folder) as scratch:
            yield part, Path(scratch)
    finally:
        part.unlink(missing_ok=True)


def _pack(
    part: Path, scratch: Path, place: str, archive: Path, *, moment: datetime, tell: Tell, far: RemoteBodies | None
) -> _Packing:
    with part.open("xb") as file:
        with zipfile.ZipFile(file, "w", compresslevel=3) as packed:
            packing = _Packing(packed)
            tell(Progress("database", 0, 1))
            kind = _pack_database(packing, place, scratch / "database")
            _pack_archive(packing, archive, scratch, tell)
            if far is not None:
                _pack_shared(packing, far, scratch, tell)
            manifest_ = Manifest(moment, kind, name_of(place), __version__, packing.members)
            packed.writestr(manifest.NAME, manifest.written(manifest_), zipfile.ZIP_DEFLATED)
        file.flush()
        os.fsync(file.fileno())
    return packing


def _pack_database(packing: _Packing, place: str, copy: Path) -> str:
    """Pack the database as it is at one moment; return its kind."""
    kind = kind_of(place)
    if kind == POSTGRESQL:
        database_dumps.dump(place, copy)
    else:
        database_dumps.copy_file(path_of(place), copy)
    packing.add(manifest.DATABASE[kind], copy)
    copy.unlink()
    return kind


def kind_of(place: str) -> str:
    """Return the kind of database that a path or a URL means."""
    return POSTGRESQL if "://" in place and not place.startswith("sqlite") else SQLITE


def path_of(place: str) -> Path:
    """Return the file of a SQLite database that is named by its path or a URL."""
    return Path(name_of(place))


def _pack_archive(packing: _Packing, archive: Path, scratch: Path, tell: Tell) -> None:
    log = archive / "fetches.db"
    if log.is_file():
        copy = scratch / "fetches"
        database_dumps.copy_file(log, copy)
        packing.add("archive/fetches.db", copy)
    bodies = sorted(archive.glob("[0-9a-f][0-9a-f]/*"))
    for number, path in enumerate(bodies):
        tell(Progress("archive", number, len(bodies)))
        name = f"archive/{path.parent.name}/{path.name}"
        with suppress(NoBackupError, FileNotFoundError):  # not a body, or removed since it was listed
            manifest.need_ours(path, name)
            packing.add_body(name, path)


def _pack_shared(packing: _Packing, far: RemoteBodies, scratch: Path, tell: Tell) -> None:
    """Pack the bodies that only the shared store holds."""
    keys = [key for key in far.names() if KEY.match(key)]
    for number, key in enumerate(keys):
        tell(Progress("archive", number, len(keys)))
        if {f"archive/{key[:2]}/{key[2:]}{end}" for end in ("", ".gz")} & packing.members.keys():
            continue
        try:
            packed, body = far.raw(key)
        except LostBodyError:  # removed since it was listed
            continue
        path = scratch / key[:2] / f"{key[2:]}{'.gz' if packed else ''}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body)
        packing.add_body(f"archive/{path.parent.name}/{path.name}", path)
        path.unlink()


class _Packing:
    """The files that were put into a backup so far."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self.members: dict[str, BackupMember] = {}
        self.problems: list[Problem] = []

    def add(self, name: str, path: Path) -> None:
        """Add a file."""
        with path.open("rb") as file:
            self._copy(name, iter(lambda: file.read(PIECE), b""))

    def add_body(self, name: str, path: Path) -> None:
        """Add a body as it is, and record a problem where it is damaged."""
        with path.open("rb") as file:
            hashed = _Unpacked(packed=name.endswith(".gz"))
            self._copy(name, hashed.through(file))
        key = path.parent.name + path.name.removesuffix(".gz")
        if hashed.hexdigest() != key:
            self.problems.append(
                Problem(f"body {key[:12]}", "It was damaged before it was backed up.", "workbench archive verify.")
            )

    def _copy(self, name: str, read: Iterator[bytes]) -> None:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_STORED if name.endswith((".gz", ".dump")) else zipfile.ZIP_DEFLATED
        hashed, size = hashlib.sha256(), 0
        with self._packed.open(info, "w", force_zip64=True) as member:
            for piece in read:
                hashed.update(piece)
                size += member.write(piece)
        self.members[name] = BackupMember(size, hashed.hexdigest())


class _Unpacked:
    """Computes the hash of a packed file's contents while the file is read."""

    def __init__(self, *, packed: bool) -> None:
        self._hash = hashlib.sha256()
        self._unpack = zlib.decompressobj(wbits=31) if packed else None
        self._whole = True

    def through(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the pieces of a file unchanged, and hash their unpacked contents."""
        while piece := file.read(PIECE):
            self._note(piece)
            yield piece

    def hexdigest(self) -> str:
        """Return the hash; one that no body has where the file cannot be unpacked."""
        ended = self._unpack is None or self._unpack.eof
        return self._hash.hexdigest() if self._whole and ended else ""

    def _note(self, piece: bytes) -> None:
        if self._unpack is None:
            self._hash.update(piece)
            return
        try:
            while piece and not self._unpack.eof:
                self._hash.update(self._unpack.decompress(piece, PIECE))
                piece = self._unpack.unconsumed_tail
        except zlib.error:
            self._whole = False
            self._unpack = None


def _sweep(folder: Path) -> None:
    """Delete half-written backups that killed processes left."""
    for left in folder.iterdir():
        with suppress(OSError):
            if _LEFT.fullmatch(left.name) and time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _flush(folder: Path) -> None:
    """Flush the folder's directory entries to disk, where the system supports it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
