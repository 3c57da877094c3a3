"""Write files whole or not at all, and write into streams.

Nobody ever reads half of a file, and a killed writer leaves nothing behind. Where the system supports it, the new file
has no name until it is whole; elsewhere the next writer in that folder deletes what a killed one left.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

_PART = re.compile(r"\..{0,40}\.[0-9a-f]{8}\.part\Z")
"""Name of a temporary file that is moved into place when it is complete."""

_OWN = re.compile(r"/dev/(?P<name>stdout|stderr)|/(?:dev|proc/self)/fd/(?P<number>[0-9]{1,4})")
"""Paths of the process's own streams."""

STALE = 600.0
"""Age in seconds from which an unchanged temporary file was left by a killed process."""


def put(target: Path, body: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, following links; write into a device or a pipe.

    Args:
        target: The path.
        body: The contents, or an iterable of their parts.

    Raises:
        OSError: It cannot be written.
    """
    parts = (body,) if isinstance(body, bytes) else body
    descriptor = _own_descriptor(target)
    if descriptor is not None:
        sys.stdout.flush()
        with os.fdopen(os.dup(descriptor), "wb") as own:
            own.writelines(parts)
    elif is_stream(target):
        with target.open("wb") as stream:
            stream.writelines(parts)
    else:
        _replace(target.resolve() if target.is_symlink() else target, parts)


def is_stream(target: Path) -> bool:
    """Check whether a path is a device, a pipe or one of the process's own streams, which no file may replace."""
    if _own_descriptor(target) is not None:
        return True
    return target.exists() and not target.is_file() and not target.is_dir()


def _own_descriptor(target: Path) -> int | None:
    """Return the number of the process's own stream at a path, under any of its names; else None."""
    named = _OWN.fullmatch(str(target))
    if named:
        return int(named["number"] or {"stdout": 1, "stderr": 2}[named["name"]])
    with contextlib.suppress(OSError):
        return 1 if os.path.samestat(target.stat(), os.fstat(1)) else None
    return None


def _replace(target: Path, body: Iterable[bytes | bytearray]) -> None:
    """Write bytes to a new file next to the target, flush it to disk, and move it into place."""
    part = prepared(target, body)
    try:
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def prepared(target: Path, body: Iterable[bytes | bytearray]) -> Path:
    """Write a new file next to the target, complete and on disk, to be moved into place; leave none after a failure.

    Raises:
        OSError: It cannot be written.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    _sweep(target.parent)
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        _write(part, body)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _write(part: Path, body: Iterable[bytes | bytearray]) -> None:
    """Write a new file; where the system supports it, the file gets its name only once it is whole and on disk."""
    with _nameless(part.parent) as nameless:
        if nameless is not None:
            _fill(nameless, body)
            # A directory descriptor is passed, though the path is absolute: Python follows the link of /proc only then.
            os.link(f"/proc/self/fd/{nameless}", part, src_dir_fd=nameless, follow_symlinks=True)
            return
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        _fill(handle, body)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _nameless(folder: Path) -> Iterator[int | None]:
    """Open a file without a name in a folder, which vanishes with the process.

    None where the system has no such files.
    """
    handle = None
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):  # unsupported, or no permission: reported below
            handle = os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o666)
    try:
        yield handle
    finally:
        if handle is not None:
            os.close(handle)


def _fill(handle: int, body: Iterable[bytes | bytearray]) -> None:
    with os.fdopen(handle, "wb", closefd=False) as new:
        new.writelines(body)
        new.flush()
        os.fsync(handle)


def _sweep(folder: Path) -> None:
    """Delete what killed writers left in a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for left in found:
            if _PART.match(left.name) and time.time() - left.stat().st_mtime > STALE:
                Path(left.path).unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make the move itself durable where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
