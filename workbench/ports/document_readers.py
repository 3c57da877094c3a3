"""Ports of document readers, and of the only opener of the user's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.document import Document
from workbench.core.errors import Problem


@dataclass(frozen=True, slots=True)
class Raw:
    """A user's file before it is read: a path or ``<stdin>``, a suffix without the dot, the bytes."""

    origin: str
    suffix: str
    body: bytes


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with the problems of reading it.

    Attributes:
        document: The document.
        problems: What was doubtful.
        pages: All words of each printed page, including running heads and notes; empty for a document without pages.
    """

    document: Document
    problems: tuple[Problem, ...] = ()
    pages: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format of document. A plug-in module has one constant ``READER``.

    It runs in a process of its own, with limits of time and memory, since a malicious file may exhaust its parser. A reader of
    plain text, which has no parser, may set ``in_process = True`` to run in the main process.
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            ReadingError: The bytes are not of this format.
        """
        ...


class Files(Protocol):
    """The only opener of the user's files."""

    def raw(self, path: str) -> Raw:
        """Return the bytes of one document. Raises ReadingError (missing, empty, too large)."""
        ...

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        """Return the lines of a text file with their numbers from 1, as a stream, each with its line end. Raises ReadingError.

        Bytes that are not UTF-8 become lone surrogates (``surrogateescape``); an extremely long line is cut.
        """
        ...

    def size(self, path: str) -> int | None:
        """Find the size of a file in bytes; None where it is unknown (standard input, no such file)."""
        ...

    def write(self, path: str, body: bytes | Iterable[bytes]) -> None:
        """Write a file completely or not at all, also from an iterator of parts. Raises WritingError, or ProtectedFileError for a file in use here."""
        ...

    def replaces(self, path: str, read: Sequence[str] = ()) -> bool:
        """Check whether writing there would replace a file; `read` are the files that the run will read. Raises ProtectedFileError."""
        ...

    def check_public(self, folder: str) -> None:
        """Check that a folder to be published contains none of the desk's own files. Raises InsideProtectedFolderError."""
        ...

    def check_evidence(self, path: str) -> None:
        """Check that a file is not one of the desk's own, which are never published. Raises NotForReadersError."""
        ...

    def under(self, path: str) -> Sequence[str]:
        """Return the files under a folder in order of name, or the file itself. Raises ReadingError."""
        ...
