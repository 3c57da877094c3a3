"""Ports of document readers, and of the only opener of the user's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.text import Document


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes of the user's, before they are read: a path or ``<stdin>``, a suffix without the dot, the bytes."""

    origin: str
    suffix: str
    body: bytes


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with what was doubtful about it.

    Attributes:
        document: The document.
        problems: What was doubtful.
        pages: All words of each printed page, running lines and notes among them; empty for what has no pages.
    """

    document: Document
    problems: tuple[Problem, ...] = ()
    pages: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format of document. A plug-in module has one constant ``READER``.

    It works in a process of its own, with limits of time and memory, since a file may be made to exhaust its parser. A reader
    of plain text, which has no parser, may set ``in_process = True`` and is spared the way there.
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

        Bytes that are not UTF-8 come as lone surrogates (``surrogateescape``); a line beyond all measure comes cut.
        """
        ...

    def size(self, path: str) -> int | None:
        """Return size of a file in bytes; None where it is unknown (standard input, no such file)."""
        ...

    def write(self, path: str, body: bytes | Iterable[bytes]) -> None:
        """Write a file whole or not at all, from its parts where they are still being made. Raises WritingError, and KeptFileError for a file that the run reads or keeps."""
        ...

    def replaces(self, path: str, read: Sequence[str] = ()) -> bool:
        """Return whether writing there would replace a file; `read` is what the run is going to read. Raises KeptFileError."""
        ...

    def check_public(self, folder: str) -> None:
        """Check that nothing is kept in a folder that is to be given to readers. Raises KeptInsideError."""
        ...

    def check_evidence(self, path: str) -> None:
        """Check that a file is none of the desk's own, which readers never get. Raises NotForReadersError."""
        ...

    def under(self, path: str) -> Sequence[str]:
        """Return the files under a folder in order of name, or the file itself. Raises ReadingError."""
        ...
