"""Writes the output of commands, in one way for every verb.

Nothing is written over a file that the run reads or keepss; any other file that is there is asked about
before the work begins, or needs ``--force``; ``-`` is stdout.
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


class ThereAlreadyError(UsageError):
    """Something was to be written over a file, and nobody said that it may be."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{printable(path)} is there already.", "Say --force to replace it, or give another name.")


@dataclass(frozen=True, slots=True)
class OutputPlace:
    """Where an output goes.

    Attributes:
        path: The file; None for stdout.
    """

    desk: Desk
    path: str | None

    def put(self, body: bytes | Iterable[bytes]) -> None:
        """Write the output, or its parts as they are made: all of them or none. Raises WritingError."""
        from workbench.cli.output.output import write_bytes, write_parts

        if self.path is not None:
            self.desk.save(self.path, body)
        elif isinstance(body, bytes):
            write_bytes(body)
        else:
            write_parts(body)


class NoTextError(UsageError):
    """A format that is no text was to be written to a terminal."""

    def __init__(self) -> None:
        super().__init__("This format is no text, and a terminal cannot show it.", "Name a file: --output FILE.")


def place(
    desk: Desk, output: str | None, *, force: bool, read: Sequence[str] = (), binary: bool = False
) -> OutputPlace:
    """Return the place that was asked for, once it is sure that it may be written.

    Args:
        desk: The desk.
        output: What was asked for; nothing and ``-`` are stdout.
        force: Whether a file that is there may be replaced.
        read: Files and folders that the command is going to read.
        binary: Whether it is no text, which a terminal cannot show.

    Raises:
        NoTextError: It is no text, and stdout is a terminal.
        KeptFileError: The run reads that file or keeps it.
        ThereAlreadyError: It is there, and nobody said that it may be replaced.
        UsageError: The option was given nothing.
    """
    if output is None or output == STDOUT:
        if binary and sys.stdout.isatty():
            raise NoTextError
        return OutputPlace(desk, None)
    if not output.strip():
        raise UsageError("The output was given no name.", "Name a file, or - for stdout.")
    if desk.replaces(output, read) and not force and not _agreed(output):
        raise ThereAlreadyError(output)
    return OutputPlace(desk, output)


def _agreed(output: str) -> bool:
    """Return whether the person at the terminal says yes; without a terminal, nobody does."""
    from workbench.cli.output.output import safe

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(f"{safe(output)} is there already. Replace it?", err=True)
