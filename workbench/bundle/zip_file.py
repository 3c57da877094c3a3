"""The file of a bundle: a ZIP with only one possible form, so that each of its bytes can be checked.

Members are stored, not compressed, with a fixed date and order; ``manifest-sha256.txt`` lists the hash of each (as
BagIt's does, RFC 8493). Verification compares every member with the manifest, and the whole file with the ZIP rebuilt
from its members, so that a changed header is found as well as a changed figure.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from workbench.core.errors import MissingFileError
from workbench.core.failures.bundle_errors import NewerBundleError, NoBundleError, TouchedBundleError
from workbench.store.backup.verifying import BROKEN

VERSION = "1"
METADATA, CLAIMS, REPORT = "ro-crate-metadata.json", "claims.json", "report.html"
MANIFEST, SIGNATURE = "manifest-sha256.txt", "manifest.sig"
LARGEST = 1 << 30
"""Most bytes of a bundle that is opened."""

_HEAD = "# workbench bundle "
_LONGEST_HEAD = 100
_NAME = re.compile(rf"{re.escape(METADATA)}|{re.escape(CLAIMS)}|{re.escape(REPORT)}|bodies/[0-9a-f]{{64}}")
_LINE = re.compile(rf"([0-9a-f]{{64}})  ({_NAME.pattern})")
_DATE = (1980, 1, 1, 0, 0, 0)
_LARGEST_LIST = 1 << 26

Members = Iterable[tuple[str, bytes]]


class _Pieces:
    """The output of the ZIP writer: it cannot seek, so that the same members always give the same bytes."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: nothing is buffered."""

    def take(self) -> bytes:
        """Return what was written since the last call."""
        held, self._held = b"".join(self._held), []
        return held


def manifest_of(hashes: Mapping[str, str]) -> bytes:
    """Return the manifest of members, given their hashes in order."""
    return "".join([f"{_HEAD}{VERSION}\n", *(f"{key}  {name}\n" for name, key in hashes.items())]).encode()


def parts(members: Members) -> Iterator[bytes]:
    """Yield the bytes of a bundle with some members, in the given order, one member at a time."""
    pieces = _Pieces()
    with zipfile.ZipFile(cast("IO[bytes]", pieces), "w") as packed:
        for name, body in members:
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            packed.writestr(info, body)
            yield pieces.take()
    yield pieces.take()


class Container:
    """An open bundle, whose list of files was checked.

    Attributes:
        names: Its members, in order, without manifest and signature.
        manifest: The bytes of the manifest.
        signature: The bytes of the signature; empty where it is not signed.
    """

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self._path, self._packed = path, packed
        held = [info.filename for info in packed.infolist()]
        _check_version(path, packed)
        _check_list(path, packed)
        self.manifest = packed.read(MANIFEST)
        self.signature = packed.read(SIGNATURE) if SIGNATURE in held else b""
        self._hashes = _hashes(path, self.manifest)
        self.names = tuple(self._hashes)
        listed = [*self.names, MANIFEST, *([SIGNATURE] if self.signature else [])]
        if held != listed:
            odd = next(iter(set(held) ^ set(listed)), MANIFEST)
            raise TouchedBundleError(path, odd, "it is not what the manifest lists")

    @property
    def id(self) -> str:
        """The bundle's id: the hash of its manifest, which the sender can communicate."""
        return hashlib.sha256(self.manifest).hexdigest()

    def read(self, name: str) -> bytes:
        """Read a member and compare it with its hash. Raises TouchedBundleError."""
        body = self._packed.read(name)
        if hashlib.sha256(body).hexdigest() != self._hashes[name]:
            raise TouchedBundleError(self._path, name, "its bytes have another hash than the manifest says")
        return body

    def verify(self) -> None:
        """Check every byte of the file. Raises TouchedBundleError, which names the changed part."""
        again = hashlib.sha256()
        for piece in parts(self._everything()):
            again.update(piece)
        with self._path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").digest() != again.digest():
                raise TouchedBundleError(self._path, "the headers of the ZIP", "its members make other bytes")

    def _everything(self) -> Iterator[tuple[str, bytes]]:
        yield from ((name, self.read(name)) for name in self.names)
        yield MANIFEST, self.manifest
        if self.signature:
            yield SIGNATURE, self.signature


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """Open a bundle, and check that its files are those of its manifest.

    Raises:
        MissingFileError: It cannot be opened.
        NoBundleError: It is no bundle.
        NewerBundleError: A newer program packed it.
        TouchedBundleError: A part of it was changed.
    """
    try:
        with path.open("rb") as file, _zip(path, file) as packed:
            yield Container(path, packed)
    except OSError as error:
        raise MissingFileError(path, error.strerror or "It cannot be read") from error
    except BROKEN as error:
        raise TouchedBundleError(path, "the headers of the ZIP", "a part of it cannot be read") from error


def _zip(path: Path, file: BinaryIO) -> zipfile.ZipFile:
    if path.stat().st_size > LARGEST:
        raise NoBundleError(path, f"it has more than {LARGEST >> 20} MB")
    if file.read(2) != b"PK":
        raise NoBundleError(path, "it is no ZIP")
    return zipfile.ZipFile(file)


def _check_version(path: Path, packed: zipfile.ZipFile) -> None:
    """Check the version first, since newer programs may pack other files. Raises NewerBundleError, NoBundleError."""
    if MANIFEST not in packed.namelist():
        raise NoBundleError(path, f"it has no {MANIFEST}")
    with packed.open(MANIFEST) as manifest:
        head = manifest.read(_LONGEST_HEAD).decode(errors="replace").partition("\n")[0]
    version = head.removeprefix(_HEAD)
    if head.startswith(_HEAD) and version != VERSION:
        raise NewerBundleError(path, version)


def _check_list(path: Path, packed: zipfile.ZipFile) -> None:
    """Check the list of files before any of them is unpacked. Raises TouchedBundleError."""
    infos = packed.infolist()
    seen = set[str]()
    for info in infos:
        known = _NAME.fullmatch(info.filename) or info.filename in {MANIFEST, SIGNATURE}
        if not known:
            raise TouchedBundleError(path, info.filename, "no bundle has a file of that name")
        if info.filename in seen:
            raise TouchedBundleError(path, info.filename, "it is there twice")
        if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
            raise TouchedBundleError(path, info.filename, "a bundle packs nothing tighter")
        seen.add(info.filename)
    if (
        sum(info.file_size for info in infos) > path.stat().st_size
        or packed.getinfo(MANIFEST).file_size > _LARGEST_LIST
    ):
        raise TouchedBundleError(path, MANIFEST, "it says that it has more bytes than there are")


def _hashes(path: Path, manifest: bytes) -> dict[str, str]:
    """Return the hash of each member, by the manifest. Raises TouchedBundleError."""
    head, *lines = manifest.decode(errors="replace").split("\n")
    if head != f"{_HEAD}{VERSION}":
        raise TouchedBundleError(path, MANIFEST, "its first line is not that of a bundle")
    found = [_LINE.fullmatch(line) for line in lines[:-1]]
    if lines[-1:] != [""] or not all(found):
        raise TouchedBundleError(path, MANIFEST, "a line of it cannot be read")
    return {match[2]: match[1] for match in found if match}
