"""Files written whole or not at all, and streams written into.

A reader never meets half of a file, and a writer that is killed leaves nothing behind. Where the system
can, the new file has no name until it is whole; what a killed writer left under a name of its own is cleared away by the next
one in that folder.
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
    """Write a file whole or not at all, through a link where there is one; a device or a pipe is written into.

    Args:
        target: Where.
        body: What, or its parts, which may still be made while they are written.

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
    """Return whether a device, a pipe or one of the process's own streams stands there: it is never replaced by a file."""
    if _own_descriptor(target) is not None:
        return True
    return target.exists() and not target.is_file() and not target.is_dir()


def _own_descriptor(target: Path) -> int | None:
    """Return the number of the process's own stream that a path means, the standard output under any name; else None."""
    named = _OWN.fullmatch(str(target))
    if named:
        return int(named["number"] or {"stdout": 1, "stderr": 2}[named["name"]])
    with contextlib.suppress(OSError):
        return 1 if os.path.samestat(target.stat(), os.fstat(1)) else None
    return None


def _replace(target: Path, body: Iterable[bytes]) -> None:
    """Put bytes in a new file beside the target, flush it to the disk, and move it into place."""
    part = prepared(target, body)
    try:
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def prepared(target: Path, body: Iterable[bytes]) -> Path:
    """Return a new file beside the target, whole and on the disk, that is to be moved into its place; none is left where it cannot be written.

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


def _write(part: Path, body: Iterable[bytes]) -> None:
    """Write a new file; where the system can, it gets its name only once it is whole and on the disk."""
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
    """Yield a file in a folder that has no name, and is gone with the process; None where the system knows no such thing."""
    handle = None
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):  # a file system that cannot, or a folder that may not be written: told below
            handle = os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o666)
    try:
        yield handle
    finally:
        if handle is not None:
            os.close(handle)


def _fill(handle: int, body: Iterable[bytes]) -> None:
    with os.fdopen(handle, "wb", closefd=False) as new:
        new.writelines(body)
        new.flush()
        os.fsync(handle)


def _sweep(folder: Path) -> None:
    """Clear away what killed writers left in a folder."""
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
