"""Bodies in a store that several machines share (S3 or a folder), under the same names as in a local archive.

Besides the bodies, the store holds a record of each body's fetch (``fetches/ab/cdef….json``), so that a machine that
did not fetch it can say where it came from, and a record of each database that needs the bodies (``users/``), so that
no database loses one. Only this module uses fsspec. Error messages repeat only the kind of failure, never the store's
answer, which may hold keys.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import re
import secrets
import socket
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import Any

from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import MissingPackageError, StoreError
from workbench.core.evidence import Snapshot
from workbench.core.settings.body_store import BodyStore, BodyStoreError
from workbench.store.bodies.bodies import KEY, LARGE, LostBodyError, unpacked

_BODY = re.compile(r"([0-9a-f]{2})/([0-9a-f]{62})(\.gz)?\Z")
_OURS = ("fetches/", "users/", "new/")
_SECONDS = 10
"""Timeout in seconds for each of two attempts to reach the store."""


class RemoteBodies:
    """The bodies of a shared store; each is fetched when it is needed.

    Methods raise BodyStoreError where the store fails.
    """

    def __init__(self, store: BodyStore) -> None:
        self._store = store
        self.name = store.place

    @cached_property
    def _files(self) -> tuple[Any, str]:
        """Return the file system, and the folder in it."""
        try:
            fsspec: Any = importlib.import_module("fsspec")
        except ImportError as error:
            raise MissingPackageError("A shared store of evidence", "fsspec", "s3") from error
        options: dict[str, Any] = {}
        if self._store.place.startswith("s3://"):
            options = {"use_listings_cache": False, "skip_instance_cache": True, "config_kwargs": _S3}
            if self._store.endpoint:
                options["endpoint_url"] = self._store.endpoint
        try:
            files, root = fsspec.core.url_to_fs(self._store.place, **options)
        except ImportError as error:
            raise MissingPackageError(f"The store {self.name}", "s3fs", "s3") from error
        except ValueError as error:
            raise BodyStoreError(self.name, "is of a kind that is not known") from error
        files.retries = 2
        return files, root.rstrip("/")

    @contextmanager
    def _asking(self) -> Iterator[tuple[Any, str]]:
        """Yield the file system and its folder; turn failures into errors that do not quote the store's answer."""
        files = self._files
        try:
            yield files
        except (FileNotFoundError, StoreError, MissingPackageError):
            raise
        except Exception as error:
            raise BodyStoreError(self.name, _why(error)) from error

    def has(self, key: str) -> bool:
        """Check that the body is in the store."""
        with self._asking() as (files, root):
            return any(files.exists(f"{root}/{name}") for name in _names(key))

    def put(self, key: str, body: bytes, known: Snapshot | None) -> None:
        """Store a body and, before it, the record of its fetch, unless the body is already there and whole."""
        if self.has(key):
            with suppress(StoreError):
                self.get(key, len(body))
                return
        plain, packed = _names(key)
        if known is not None:
            self._write(f"fetches/{plain}.json", encode(known).encode())
        large = len(body) >= LARGE
        self._write(packed if large else plain, gzip.compress(body, 6, mtime=0) if large else body)

    def get(self, key: str, size: int) -> bytes:
        """Read and verify a body of a known size. Raises StoreError where it is missing or has changed."""
        try:
            packed, body = self.raw(key)
            body = unpacked(body, size) if packed else body
        except zlib.error as error:
            raise LostBodyError(key, "is damaged") from error
        if hashlib.sha256(body).hexdigest() != key:
            raise LostBodyError(key, "is no longer what was fetched")
        return body

    def raw(self, key: str) -> tuple[bool, bytes]:
        """Return whether a body is packed, and its bytes as stored. Raises StoreError where it is missing."""
        with self._asking() as (files, root):
            for name in _names(key):
                with suppress(FileNotFoundError):
                    return name.endswith(".gz"), files.cat_file(f"{root}/{name}")
        raise LostBodyError(key, "is missing")

    def size(self, key: str) -> int:
        """Return the bytes that a body takes in the store; 0 where it is missing."""
        return sum(int(info["size"] or 0) for info in self._infos(key))

    def written(self, key: str) -> float:
        """Return when a body was written, in seconds since 1970."""
        with self._asking() as (files, _):
            return max((files.modified(info["name"]).timestamp() for info in self._infos(key)), default=0.0)

    def drop(self, key: str) -> None:
        """Remove a body and the record of its fetch."""
        plain, packed = _names(key)
        with self._asking() as (files, root):
            for name in (plain, packed, f"fetches/{plain}.json"):
                with suppress(FileNotFoundError):
                    files.rm_file(f"{root}/{name}")

    def names(self) -> Iterator[str]:
        """Yield the ids of the bodies, and the names of other files."""
        for name in self._listed(""):
            found = _BODY.match(name)
            if found or not name.startswith(_OURS):
                yield found[1] + found[2] if found else name

    def snapshot_of(self, key: str) -> Snapshot | None:
        """Read the record of a body's fetch; None where there is none."""
        if not KEY.match(key):
            return None
        with self._asking() as (files, root), suppress(FileNotFoundError):
            known = decode(Snapshot, files.cat_file(f"{root}/fetches/{_names(key)[0]}.json").decode(errors="replace"))
            return known if known.id == key and self.has(key) else None
        return None

    def use(self, place: str) -> None:
        """Record that a database needs the bodies: with this machine's name, or without one where it has a URL."""
        said = place if "://" in place else f"{socket.gethostname()}:{place}"
        name = f"users/{hashlib.sha256(said.encode()).hexdigest()[:16]}.txt"
        with self._asking() as (files, root):
            there = files.exists(f"{root}/{name}")
        if not there:
            self._write(name, said.encode())

    def users(self) -> list[str]:
        """Return the databases that need the bodies.

        The path of one on another machine begins with that machine's name.
        """
        here, found = f"{socket.gethostname()}:", []
        for name in self._listed("users"):
            with self._asking() as (files, root), suppress(FileNotFoundError):
                found.append(files.cat_file(f"{root}/{name}").decode(errors="replace").removeprefix(here))
        return sorted(found)

    def _listed(self, folder: str) -> list[str]:
        """List the names of files in a folder and its subfolders."""
        with self._asking() as (files, root), suppress(FileNotFoundError):
            found = files.find(f"{root}/{folder}".rstrip("/"))
            return sorted(name.removeprefix("/").removeprefix(f"{root.removeprefix('/')}/") for name in found)
        return []

    def _infos(self, key: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        with self._asking() as (files, root):
            for name in _names(key):
                with suppress(FileNotFoundError):
                    found.append(files.info(f"{root}/{name}"))
        return found

    def _write(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all: S3 does so by itself.

        In a folder, a finished file is moved to its place.
        """
        try:
            with self._asking() as (files, root):
                if "file" in (files.protocol if isinstance(files.protocol, tuple) else (files.protocol,)):
                    new = f"{root}/new/{secrets.token_hex(8)}"
                    files.makedirs(f"{root}/new", exist_ok=True)
                    files.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
                    files.pipe_file(new, data)
                    files.mv(new, f"{root}/{name}")
                else:
                    files.pipe_file(f"{root}/{name}", data)
        except FileNotFoundError as error:
            raise BodyStoreError(self.name, "is not there: it has no such bucket or folder") from error


_S3 = {
    "connect_timeout": _SECONDS, "read_timeout": 6 * _SECONDS, "retries": {"max_attempts": 1},
    "request_checksum_calculation": "when_required", "response_checksum_validation": "when_required",
}  # fmt: skip
"""Optional checksums are switched off: services other than Amazon's do not support them, and every body is verified by
its hash."""


def _names(key: str) -> tuple[str, str]:
    """Return the two names that a body's file may have: unpacked, and packed."""
    return f"{key[:2]}/{key[2:]}", f"{key[:2]}/{key[2:]}.gz"


def _why(error: Exception) -> str:
    """Describe the kind of failure in words."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & {"NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError"}:
        return "was asked without keys"
    if kinds & {"PermissionError", "AuthorizationError"}:
        return "refuses: the keys are not known there, or may not do this"
    if kinds & {
        "TimeoutError",
        "ConnectionError",
        "HTTPClientError",
        "EndpointConnectionError",
        "ClientConnectionError",
    }:
        return "does not answer"
    return f"does not do what it is asked ({type(error).__name__})"
