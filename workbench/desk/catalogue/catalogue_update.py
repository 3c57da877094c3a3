"""Updates the catalogue: a service's whole list, page by page, replaces the old one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from workbench.core.errors import Problem, UnknownNameError, WorkbenchError
from workbench.core.series import Series
from workbench.core.source_coverage import with_declared_places
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.services.repeated_request import asked, with_progress
from workbench.ports import Fetch, Progress, SearchesItself, StatSource, Tell

AT_ONCE = 4
"""Most services asked in parallel. Each has its own rate limit."""


async def update(ports: DeskPorts, names: Sequence[str], tell: Tell) -> Sequence[Problem]:
    """Download the lists of the named sources, a few at a time; after a failure that source's old list stays.

    Every page goes through the archive, so that an interrupted update continues where it stopped if it is run again on
    the same day.
    """
    for name in names:
        if name not in ports.sources:
            raise UnknownNameError("source", name, list(ports.sources))
    room = asyncio.Semaphore(AT_ONCE)
    done = await asyncio.gather(*(_update(ports, name, room, tell) for name in names or tuple(ports.sources)))
    return [problem for problems in done for problem in problems]


async def search_at(ports: DeskPorts, name: str, words: str, limit: int) -> Sequence[Series]:
    """Search at a service itself.

    Raises:
        UnknownNameError: There is no such source, or its service's search is not used.
        SourceError: The service failed.
    """
    source: object = ports.sources.get(name)
    if not isinstance(source, SearchesItself):
        able = [each for each in ports.sources if isinstance(ports.sources[each], SearchesItself)]
        raise UnknownNameError("source that searches by itself", name, able)
    return await source.search(ports.fetch, words, limit)


async def _update(ports: DeskPorts, name: str, room: asyncio.Semaphore, tell: Tell) -> Sequence[Problem]:
    """Update one source's list; a failure is reported and does not stop the others."""
    async with room:
        title = name
        try:
            source = ports.sources[name]
            title = source.info.title
            return await _update_one(ports, source, tell)
        except WorkbenchError as error:
            tell(Progress(title, state="failed", says=error.message))
            return [error.as_problem(title, "catalogue-not-updated")]


async def _update_one(ports: DeskPorts, source: StatSource, tell: Tell) -> Sequence[Problem]:
    series, problems = await asked(lambda fetch: _listed(source, fetch, tell), ports.fetch)
    if series:
        kept = ports.catalogue.replace(source.info.name, series, ports.clock().date())
        tell(Progress(source.info.title, kept, kept, "done", f"{kept:,} titles"))
    else:
        tell(Progress(source.info.title, 0, 0, "done", "this source has no list; the starter list stays"))
    return problems


async def _listed(source: StatSource, fetch: Fetch, tell: Tell) -> tuple[list[Series], list[Problem]]:
    """Collect the whole list up to the last page, with the parts that could not be read."""
    series: list[Series] = []
    problems: list[Problem] = []
    async for page in source.catalogue(with_progress(fetch, tell)):
        series.extend(with_declared_places(each, source.info.places) for each in page.series)
        problems.extend(page.problems)
        tell(Progress(source.info.title, page.done, page.of))
    return series, problems
