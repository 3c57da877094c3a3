"""Open the resources for records once per process: titles, fact checks, files of figures, memory, services.

Each is passed to `workbench.desk.batch` as a function without arguments, which can be sent to another process.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.errors import MissingFileError

if TYPE_CHECKING:
    from workbench.cli.records.meaning_model import Model
    from workbench.config import Settings
    from workbench.core.claim import Claim
    from workbench.core.series import Series
    from workbench.desk import Desk
    from workbench.desk.batch.record import Answer
    from workbench.desk.batch.record_own_files import OwnFiles
    from workbench.desk.batch.record_ranking import IndexedTitles, ListedTitles
    from workbench.match import KnownIndex
    from workbench.match.memory.series_memory import Memory, Recalled
    from workbench.ports import Researched

_memories: dict[str, Memory] = {}
"""The memory of each database, read once per process."""


@cache
def listed_titles(paths: tuple[str, ...], model: Model | None = None) -> ListedTitles:
    """Read the titles of some CSV files; where the meaning model is used, it reads those that may match."""
    from workbench.cli.records.meaning_model import model_at
    from workbench.desk.batch.record_ranking import ListedTitles

    series = [each for path in paths for each in _titles_in(path)]
    return ListedTitles(series, model_at(model))


def _titles_in(path: str) -> list[Series]:
    from workbench.desk.batch.title_files import titles_in

    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return titles_in(file, path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise MissingFileError(path, f"It cannot be read as CSV ({error})") from error


@cache
def indexed_titles(catalogue: Path, model: Model | None) -> IndexedTitles:
    """Return the titles of the installed index."""
    from workbench.catalogue import Index
    from workbench.cli.records.meaning_model import model_at
    from workbench.desk.batch.record_ranking import IndexedTitles

    return IndexedTitles(Index(catalogue, model_at(model)))


@cache
def checked_claims(path: str) -> KnownIndex:
    """Read earlier checked claims from a file of JSON Lines."""
    from workbench.cli.records.stream import lines_of
    from workbench.desk.batch.checked_before import checked_claims

    return checked_claims(lines_of([Path(path)]), path)


@cache
def own_files(paths: tuple[str, ...]) -> OwnFiles:
    """Read the user's own files of figures, and report their problems once."""
    from workbench.bootstrap.open_desk import read_figures
    from workbench.cli.output.standard_streams import tell_problems
    from workbench.desk.batch.record_own_files import OwnFiles, read_own_files

    files = read_own_files(paths, read_figures)
    for file in files:
        tell_problems(file.problems)
    return OwnFiles(files)


def memory_of(settings: Settings) -> Memory:
    """Read the series that the reviewers of a database picked and excluded."""
    from workbench.bootstrap.open_desk import open_desk

    if settings.db not in _memories:
        with open_desk(settings) as desk:
            _memories[settings.db] = desk.memory.memory()
    return _memories[settings.db]


def looked_up(asked: Sequence[tuple[Claim, Recalled]], *, settings: Settings) -> list[Researched]:
    """Research the claims of a record with the services, and store only the bodies.

    Catalogue and client are opened once.
    """
    from workbench.bootstrap.open_desk import desk_without_database

    async def each(desk: Desk) -> list[Researched]:
        return [await desk.look_up(claim, recalled) for claim, recalled in asked]

    with desk_without_database(settings) as desk:
        return asyncio.run(each(desk))


def check_answer(data: tuple[str, ...], settings: Settings | None = None, memory: Settings | None = None) -> Answer:
    """Return the function that answers `check --records`: from the user's own files, or else from the services.

    Args:
        data: The user's own files; they are read here for the first time.
        settings: The settings of the services; None to query no service.
        memory: The settings of the desk whose memory is used; None for none.
    """
    from workbench.desk.batch.record_checking import check_of

    if data:
        own_files(data)  # an unreadable file is reported before the first record
    return partial(
        check_of,
        files=partial(own_files, data) if data else None,
        look_up=partial(looked_up, settings=settings) if settings and not data else None,
        memory=partial(memory_of, memory) if memory else None,
    )
