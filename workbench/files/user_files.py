"""Open the user's files: documents and tables are read, whole files written; every fault of a path has its message."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.core.errors import EmptyFileError, MissingFileError, TooLargeError, WritingError, printable
from workbench.files import writing
from workbench.files.guessed_format import guessed_suffix
from workbench.files.protected_files import (
    InsideProtectedFolderError,
    NotForReadersError,
    ProtectedFileError,
    ProtectedFiles,
    at_home,
)
from workbench.ports import Raw

STDIN = "-"
"""The path that means the standard input."""

LARGEST_DOCUMENT = 50_000_000
"""Most bytes of a document."""

LONGEST_LINE = 2_000_000
"""Most characters of a line. The rest of a longer line is skipped."""


class UserFiles:
    """The files of the machine that the workbench runs on.

    Attributes:
        limit: How many bytes are read as one document.
        stdin: The stream for ``-``; None means the process's own standard input.
        kept: The protected files, which are never overwritten; every file that is read is added.
    """

    def __init__(
        self, limit: int = LARGEST_DOCUMENT, stdin: BinaryIO | None = None, kept: ProtectedFiles | None = None
    ) -> None:
        self.limit = limit
        self.stdin = stdin
        self.kept = kept or ProtectedFiles()

    def raw(self, path: str) -> Raw:
        """Return the bytes of one document.

        Raises:
            ReadingError: Missing, not a file, not readable, empty, or larger than the limit.
        """
        shown = shown_path(path)
        with self._open(path) as handle:
            if (size := _size(path)) > self.limit:
                raise TooLargeError(shown, size, self.limit)
            body = _read(handle, shown, self.limit + 1)
        if len(body) > self.limit:
            raise TooLargeError(shown, len(body), self.limit)
        if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            raise EmptyFileError(shown)
        return Raw(shown, _suffix(path, body), body)

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        """Yield the lines of a text file with their numbers from 1, as a stream, each with its line end.

        UTF-8 (or UTF-16 with a byte order mark) is read. A byte that is not UTF-8 comes as a lone surrogate
        (``surrogateescape``), so that one bad line can be refused and the rest read. A line beyond `LONGEST_LINE` comes cut,
        without its end.

        Raises:
            ReadingError: Missing, not a file, not readable, or empty.
        """
        shown = shown_path(path)
        with self._open(path) as handle:
            head = _read(handle, shown, len(codecs.BOM_UTF8))
            if not head:
                raise EmptyFileError(shown)
            encoding, bom = _encoding(head)
            stream = io.BufferedReader(_Resumed(head[bom:], handle))
            text = io.TextIOWrapper(stream, encoding, errors=_ERRORS[encoding], newline="")
            yield from _numbered(text, shown)

    def size(self, path: str) -> int | None:
        """Return size of a file in bytes; None where it is unknown, as with the standard input."""
        return _size(path) or None

    def write(self, path: str, body: bytes | Iterable[bytes]) -> None:
        """Write a file whole or not at all; an old file stays until the new one is safely on disk.

        Args:
            path: The path of the file.
            body: The contents, or an iterable of their parts.

        Raises:
            ProtectedFileError: The run reads that file or stores data in it.
            WritingError: The folder is missing or not writable, the path is a folder, or the disk is full.
        """
        try:
            self.replaces(path)
            writing.put(at_home(path), body)
        except (OSError, ValueError) as error:
            why = _why(error)
            raise WritingError(printable(path), why[:1].lower() + why[1:]) from error

    def replaces(self, path: str, read: Sequence[str] = ()) -> bool:
        """Check whether writing would replace a file; it does not for a device, a pipe or the standard output.

        Args:
            path: The path to be written.
            read: Files and folders that the run will read.

        Raises:
            ProtectedFileError: The run reads that file or stores data in it.
        """
        target = at_home(path)
        if what := self.kept.holds(target, read):
            raise ProtectedFileError(path, what)
        return target.exists() and not writing.is_stream(target)

    def check_public(self, folder: str) -> None:
        """Check that a folder to be published has no protected file. Raises InsideProtectedFolderError."""
        if what := self.kept.inside(at_home(folder)):
            raise InsideProtectedFolderError(folder, what)

    def check_evidence(self, path: str) -> None:
        """Check that a file is not one of the desk's own, which must not be published. Raises NotForReadersError."""
        if what := self.kept.private(at_home(path)):
            raise NotForReadersError(path, what)

    def under(self, path: str) -> Sequence[str]:
        """Return the files under a folder in order of name, without hidden ones, or the file itself.

        Raises:
            ReadingError: The file or folder does not exist, or may not be listed.
        """
        if path == STDIN:
            return (path,)
        place = at_home(path)
        try:
            if not stat.S_ISDIR(place.stat().st_mode):
                return (path,)
            return tuple(_walk(place))
        except (OSError, ValueError) as error:
            raise MissingFileError(printable(path), _why(error)) from error

    @contextlib.contextmanager
    def _open(self, path: str) -> Iterator[BinaryIO]:
        """Yield a file opened for reading, or the standard input; never a device, a pipe that blocks or a folder."""
        if path == STDIN:
            stream = self.stdin or sys.stdin.buffer
            self.kept.note(stream)
            yield stream
            return
        try:
            handle = _open_file(at_home(path))
        except (OSError, ValueError) as error:
            raise MissingFileError(printable(path), _why(error)) from error
        with handle:
            self.kept.note(handle)
            yield handle


class _Resumed(io.RawIOBase):
    """A stream whose first bytes were already read; closing it leaves the user's own stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a memoryview is what BufferedReader gives
        data = self._head or self._rest.read(len(buffer))
        self._head = data[len(buffer) :] if self._head else b""
        buffer[: len(data[: len(buffer)])] = data[: len(buffer)]
        return len(data[: len(buffer)])


_ERRORS = {"utf-8": "surrogateescape", "utf-16-le": "replace", "utf-16-be": "replace"}


def shown_path(path: str) -> str:
    """Return a path as it is stored and shown: ``<stdin>`` for ``-``, control characters escaped."""
    return "<stdin>" if path == STDIN else printable(path, 4096)


def _encoding(head: bytes) -> tuple[str, int]:
    """Return the encoding of a byte order mark, and the length of the mark."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8", 3
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le", 2
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be", 2
    return "utf-8", 0


def _numbered(text: io.TextIOWrapper, shown: str) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            yield number, line
            if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
                _skip_line(text)
    except OSError as error:
        raise MissingFileError(shown, _why(error)) from error


def _skip_line(text: io.TextIOWrapper) -> None:
    while (rest := text.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
        pass


def _open_file(path: Path) -> BinaryIO:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        raise ValueError("It is a device and not a file")
    return path.open("rb")


def _read(handle: BinaryIO, shown: str, count: int) -> bytes:
    try:
        return handle.read(count)
    except OSError as error:
        raise MissingFileError(shown, _why(error)) from error


def _size(path: str) -> int:
    try:
        return 0 if path == STDIN else at_home(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _suffix(path: str, body: bytes) -> str:
    """Return the suffix without its dot, in lower case; for the standard input, guess it from the bytes."""
    if path != STDIN:
        return Path(path).suffix.lstrip(".").lower()
    return guessed_suffix(body)


def _walk(folder: Path) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise error

    for base, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(base, name)) for name in sorted(names) if _is_readable_file(base, name))


def _is_readable_file(base: str, name: str) -> bool:
    """Check whether a file in a folder is read: not a hidden one, nor a pipe, at which a reader would wait for ever."""
    return not name.startswith(".") and not stat.S_ISFIFO(_mode(Path(base, name)))


def _mode(path: Path) -> int:
    """Return the type and permissions of a file; 0 where they are unknown: opening it will show why."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _why(error: Exception) -> str:
    """Return the reason in a reader's words."""
    match error:
        case FileNotFoundError():
            return "There is no such file or folder"
        case IsADirectoryError():
            return "It is a folder and not a file"
        case PermissionError():
            return "Permission is denied"
        case OSError():
            return printable(error.strerror or error)
        case _:
            return printable(str(error).capitalize())
