"""Write the output of commands in the same way for every verb.

A file that the run reads or stores data in is never overwritten; for any other existing file, the user is asked before
the work begins, or ``--force`` is needed; ``-`` is stdout.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.core.errors import UsageError, printable

if TYPE_CHECKING:
    from workbench.desk import Desk

Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]

STDOUT = "-"


class FileExistsAlreadyError(UsageError):
    """A file would be overwritten without permission."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{printable(path)} is there already.", "Say --force to replace it, or give another name.")


class FolderNotFileError(UsageError):
    """A file was asked for, and the name is that of a folder."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{printable(path)} is a folder and not a file.", "Give the name of a file in it.")


@dataclass(frozen=True, slots=True)
class OutputPlace:
    """The destination of an output.

    Attributes:
        path: The file; None for stdout.
    """

    desk: Desk
    path: str | None

    def put(self, body: bytes | Iterable[bytes]) -> None:
        """Write the output, or its parts as they are produced, all or nothing. Raises WritingError."""
        from workbench.cli.output.standard_streams import write_bytes, write_parts

        if self.path is not None:
            self.desk.save(self.path, body)
        elif isinstance(body, bytes):
            write_bytes(body)
        else:
            write_parts(body)


class NoTextError(UsageError):
    """A binary format would be written to a terminal."""

    def __init__(self) -> None:
        super().__init__("This format is no text, and a terminal cannot show it.", "Name a file: --output FILE.")


def place(
    desk: Desk, output: str | None, *, force: bool, read: Sequence[str] = (), binary: bool = False
) -> OutputPlace:
    """Return the requested destination, after checking that it may be written.

    Args:
        desk: The desk.
        output: The option's value; None and ``-`` mean stdout.
        force: Whether an existing file may be replaced.
        read: Files and folders that the command will read.
        binary: Whether the output is binary, which a terminal cannot show.

    Raises:
        NoTextError: It is binary, and stdout is a terminal.
        ProtectedFileError: The run reads that file or stores data in it.
        FileExistsAlreadyError: It exists, and nobody permitted to replace it.
        UsageError: The option has an empty value, or names a folder.
    """
    from workbench.config import user_path

    if output is None or output == STDOUT:
        if binary and sys.stdout.isatty():
            raise NoTextError
        return OutputPlace(desk, None)
    if not output.strip():
        raise UsageError("The output was given no name.", "Name a file, or - for stdout.")
    if user_path(output).is_dir():
        raise FolderNotFileError(output)
    if desk.replaces(output, read) and not force and not _agreed(output):
        raise FileExistsAlreadyError(output)
    return OutputPlace(desk, output)


def _agreed(output: str) -> bool:
    """Ask the user at the terminal; without a terminal, the answer is no."""
    from workbench.cli.output.standard_streams import safe

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(f"{safe(output)} is there already. Replace it?", err=True)
