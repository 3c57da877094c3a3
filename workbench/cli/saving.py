"""Writes the output of commands, in one way for every verb.

Nothing is written over a file that the run reads or keeps; any other file that is there is asked about
before the work begins, or needs ``--force``; ``-`` is stdout.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
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

    def put(self, body: bytes) -> None:
        """Writes the output. Raises WritingError."""
        from workbench.cli.output import write_bytes

        if self.path is None:
            write_bytes(body)
        else:
            self.desk.save(self.path, body)


def place(desk: Desk, output: str | None, *, force: bool, read: Sequence[str] = ()) -> OutputPlace:
    """The place that was asked for, once it is sure that it may be written.

    Args:
        desk: The desk.
        output: What was asked for; nothing and ``-`` are stdout.
        force: Whether a file that is there may be replaced.
        read: Files and folders that the command is going to read.

    Raises:
        KeptFileError: The run reads that file or keeps it.
        ThereAlreadyError: It is there, and nobody said that it may be replaced.
        UsageError: The option was given nothing.
    """
    if output is None or output == STDOUT:
        return OutputPlace(desk, None)
    if not output.strip():
        raise UsageError("The output was given no name.", "Name a file, or - for stdout.")
    if desk.replaces(output, read) and not force and not _agreed(output):
        raise ThereAlreadyError(output)
    return OutputPlace(desk, output)


def _agreed(output: str) -> bool:
    """Whether the person at the terminal says yes; without a terminal, nobody does."""
    from workbench.cli.output import safe

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(f"{safe(output)} is there already. Replace it?", err=True)
