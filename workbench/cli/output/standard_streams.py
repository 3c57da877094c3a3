"""Write data to stdout and messages to stderr."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workbench.core.errors import Problem, printable

if TYPE_CHECKING:
    from workbench.ports import Progress, Tell

_HELD = 8_000_000
"""Bytes of an export that are held in memory; larger ones use a temporary file before stdout."""


def open_streams() -> None:
    """Make both streams UTF-8, whatever the locale is; a closed stream discards everything."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            _fill(number)
            mode = "w" if number else "r"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  (to the end of the process)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fill(number: int) -> None:
    """Occupy a closed stream's file descriptor, so that no database gets it and is overwritten by a stray line."""
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)


def put(record: object) -> None:
    """Write a record to stdout."""
    from workbench.report.json_records import json_text

    sys.stdout.write(json_text(record) + "\n")


def write(text: str = "") -> None:
    """Write a line for people to stdout; control characters of foreign text are shown as signs."""
    sys.stdout.write("\n".join(safe(line) for line in text.split("\n")) + "\n")


def write_bytes(body: bytes) -> None:
    """Write an export to stdout unchanged."""
    sys.stdout.flush()
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()


def write_parts(parts: Iterable[bytes]) -> None:
    """Write an export to stdout once it is complete, so that a failure writes nothing."""
    import shutil
    import tempfile

    with tempfile.SpooledTemporaryFile(max_size=_HELD) as made:
        made.writelines(parts)
        made.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(made, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def safe(text: str) -> str:
    """Return a line without control characters."""
    return text if text.isprintable() else printable(text, len(text) * 10)


def say(text: str) -> None:
    """Print a message on stderr."""
    sys.stderr.write(safe(text) + "\n")


def tell_problems(problems: Iterable[Problem]) -> None:
    """Print problems on stderr, one per line."""
    for problem in problems:
        say(f"! {problem}")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell]:
    """Yield a listener that draws one progress bar per task on a terminal, and nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        from workbench.ports import silent

        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def hear(news: Progress) -> None:
            if news.what not in tasks:
                tasks[news.what] = bars.add_task(safe(news.what), total=news.of)
            bars.update(tasks[news.what], completed=news.done, total=news.of)
            if news.state == "failed":
                bars.console.print(f"{news.what}: {news.says}", markup=False, highlight=False)

        yield hear
