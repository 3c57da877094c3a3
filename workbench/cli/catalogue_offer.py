"""Offering the services' whole lists, once on a machine, to a person at a terminal; a script is never asked.

Research over starter lists finds the headline series alone, and a reviewer who does not know that takes
"no official series found" for more than it says.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.desk import Desk

QUESTION = (
    "Only starter lists are here; `workbench catalogue update` pulls the services' whole lists. Pull them now? [y/N] "
)


def offer_lists(desk: Desk, catalogue: Path, *, quiet: bool, as_json: bool) -> None:
    """Ask whether to pull the whole lists, and do so where the answer is yes; the old lists stay whatever happens.

    Args:
        desk: The desk.
        catalogue: The index's file; that the question was answered with no is remembered beside it.
        quiet: Whether nothing is to be told.
        as_json: Whether the output is for a script.
    """
    if quiet or as_json or not _at_a_terminal():
        return
    asked = catalogue.with_name(f"{catalogue.name}.asked")
    if asked.exists() or not desk.catalogue.only_starter_lists:
        return
    if _yes():
        _pull(desk)
        return
    with suppress(OSError):  # where nothing can be written, the next research asks again
        asked.touch()


def _at_a_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _yes() -> bool:
    """Return whether the person says yes; the end of the input is a no."""
    sys.stderr.write(QUESTION)
    sys.stderr.flush()
    try:
        answer = sys.stdin.readline()
    except (OSError, UnicodeDecodeError):
        return False
    return answer.strip().casefold() in {"y", "yes"}


def _pull(desk: Desk) -> None:
    from workbench.cli.output.output import progress, say, tell_problems

    with progress(quiet=False) as tell:
        problems = asyncio.run(desk.catalogue.update((), tell))
    tell_problems(problems)
    say(f"{desk.catalogue.titles():,} titles to search.")
