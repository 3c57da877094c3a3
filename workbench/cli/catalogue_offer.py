"""Offer to download the services' whole lists, once per machine, to a person at a terminal; scripts are never asked.

Research with starter lists finds only headline series, and a reviewer who does not know that would misunderstand "no
official series found".
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
    """Ask whether to download the whole lists, and do so on yes; if that fails, the old lists stay.

    Args:
        desk: The desk.
        catalogue: The index's file; an answer of no is recorded next to it.
        quiet: Whether to print nothing.
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
    with suppress(OSError):  # if it cannot be recorded, the next research asks again
        asked.touch()


def _at_a_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _yes() -> bool:
    """Read the answer; the end of the input means no."""
    sys.stderr.write(QUESTION)
    sys.stderr.flush()
    try:
        answer = sys.stdin.readline()
    except (OSError, UnicodeDecodeError):
        return False
    return answer.strip().casefold() in {"y", "yes"}


def _pull(desk: Desk) -> None:
    from workbench.cli.output.standard_streams import progress, say, tell_problems

    with progress(quiet=False) as tell:
        problems = asyncio.run(desk.catalogue.update((), tell))
    tell_problems(problems)
    say(f"{desk.catalogue.titles():,} titles to search.")
