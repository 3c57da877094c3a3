"""Bodies as files named by their hash: written whole or not at all, and verified whenever they are read."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import secrets
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workbench.core.errors import StoreError
from workbench.store.databases.failures import file_failure

LARGE = 64_000
"""Size in bytes from which bodies are compressed."""

KEY = re.compile(r"[0-9a-f]{64}\Z")
"""Pattern of a body's id."""

STALE = 600.0
"""Age in seconds from which a half-written file is taken to be left by a killed process."""


class LostBodyError(StoreError):
    """A body is missing, or no longer what was fetched."""

    def __init__(self, key: str, what: str) -> None:
        hint = "Restore the archive from a copy, or research the claim again."
        super().__init__(f"The archived body {key[:12]} {what}.", hint)


class Bodies:
    """The bodies in a folder."""

    def __init__(self, folder: Path, *, reading_only: bool = False) -> None:
        self._folder = folder
        self._new = folder / "new"  # on the same disk, so that a finished file is moved to its place in one step
        if reading_only:
            return
        try:
            self._new.mkdir(parents=True, exist_ok=True)
            self._sweep()
        except OSError as error:
            raise file_failure(error, folder) from error

    def has(self, key: str) -> bool:
        """Check that a file for the body exists."""
        return self._plain(key).is_file() or self._packed(key).is_file()

    def put(self, key: str, body: bytes) -> None:
        """Write a body, unless it exists and is whole."""
        if self.has(key):
            with suppress(StoreError):
                self.get(key, len(body))
                return
        large = len(body) >= LARGE
        path = self._packed(key) if large else self._plain(key)
        try:
            self._write(path, gzip.compress(body, 6, mtime=0) if large else body)
        except OSError as error:
            raise file_failure(error, path) from error

    def get(self, key: str, size: int) -> bytes:
        """Read and verify a body of a known size.

        Raises:
            StoreError: It is missing, or no longer what it was.
        """
        try:
            body = self._read(key, size)
        except FileNotFoundError as error:
            raise LostBodyError(key, "is missing") from error
        except zlib.error as error:
            raise LostBodyError(key, "is damaged") from error
        except OSError as error:
            raise LostBodyError(key, f"cannot be read: {error.strerror}") from error
        if hashlib.sha256(body).hexdigest() != key:
            raise LostBodyError(key, "is no longer what was fetched")
        return body

    def size(self, key: str) -> int:
        """Return the bytes that a body takes on disk; 0 where it is missing."""
        return sum(path.stat().st_size for path in (self._plain(key), self._packed(key)) if path.is_file())

    def written(self, key: str) -> float:
        """Return when a body was written, in seconds since 1970."""
        return max(path.stat().st_mtime for path in (self._plain(key), self._packed(key)) if path.is_file())

    def drop(self, key: str) -> None:
        """Remove a body."""
        try:
            for path in (self._plain(key), self._packed(key)):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise file_failure(error, self._plain(key)) from error

    def names(self) -> Iterator[str]:
        """Yield what the folders of bodies hold: the bodies' ids, and the names of other files."""
        for folder in sorted(self._folder.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                key = folder.name + path.name.removesuffix(".gz")
                yield key if KEY.match(key) else f"{folder.name}/{path.name}"

    def _read(self, key: str, size: int) -> bytes:
        """Read the bytes of a body, but not many more than its size."""
        if self._packed(key).is_file():
            with self._packed(key).open("rb") as file:
                return unpacked(file.read(2 * size + 1_000), size)
        with self._plain(key).open("rb") as file:
            return file.read(size + 1)

    def _write(self, path: Path, data: bytes) -> None:
        self._make_room(path.parent)
        new = self._new / f"{path.name[:16]}-{secrets.token_hex(8)}"
        try:
            with new.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    def _make_room(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            _sync_folder(self._folder)

    def _sweep(self) -> None:
        """Delete half-written files that killed processes left."""
        for left in self._new.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - left.stat().st_mtime > STALE:
                    left.unlink()

    def _plain(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _packed(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.gz"


class PassingBodies(Bodies):
    """Bodies in memory, for as long as this object exists."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def has(self, key: str) -> bool:
        """Check that the body is kept."""
        return key in self._held

    def put(self, key: str, body: bytes) -> None:
        """Keep a body."""
        self._held[key] = bytes(body)

    def get(self, key: str, size: int) -> bytes:  # noqa: ARG002  (nothing here grew longer than it was)
        """Read a body. Raises StoreError where it is missing."""
        if key not in self._held:
            raise LostBodyError(key, "is missing")
        return self._held[key]

    def size(self, key: str) -> int:
        """Return the size of a body in bytes; 0 where it is missing."""
        return len(self._held.get(key, b""))

    def drop(self, key: str) -> None:
        """Remove a body."""
        self._held.pop(key, None)

    def names(self) -> Iterator[str]:
        """Return the ids of the bodies."""
        return iter(sorted(self._held))


def unpacked(data: bytes, size: int) -> bytes:
    """Unpack a body, but not many more bytes than its size. Raises zlib.error."""
    return zlib.decompressobj(wbits=31).decompress(data, size + 1)


def _sync_folder(folder: Path) -> None:
    """Flush the folder's directory entries to disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
