"""Keeping the catalogue up to date: a service's whole list, page by page, in place of the old one."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import Problem, UnknownNameError, WorkbenchError
from workbench.core.series import Series
from workbench.desk.asking import asked
from workbench.desk.tools import Tools
from workbench.ports import Fetch, Progress, StatSource, Tell


async def update(tools: Tools, names: Sequence[str], tell: Tell) -> Sequence[Problem]:
    """Pulls the lists of the named sources, one after the other; a failure leaves that source's old list whole."""
    for name in names:
        if name not in tools.sources:
            raise UnknownNameError("source", name, list(tools.sources))
    problems: list[Problem] = []
    for name in names or tuple(tools.sources):
        source = tools.sources[name]
        try:
            await _update_one(tools, source, tell)
        except WorkbenchError as error:
            problems.append(error.as_problem(source.info.title, "catalogue-not-updated"))
            tell(Progress(source.info.title, state="failed", says=error.message))
    return problems


async def _update_one(tools: Tools, source: StatSource, tell: Tell) -> None:
    series = await asked(lambda fetch: _listed(source, fetch, tell), tools.fetch)
    if series:
        kept = tools.catalogue.replace(source.info.name, series, tools.clock().date())
        tell(Progress(source.info.title, kept, kept, "done", f"{kept:,} titles"))
    else:
        tell(Progress(source.info.title, 0, 0, "done", "this source has no list; the starter list stays"))


async def _listed(source: StatSource, fetch: Fetch, tell: Tell) -> list[Series]:
    """The whole list, held until the last page is there."""
    series: list[Series] = []
    async for page in source.catalogue(fetch):
        series.extend(page.series)
        tell(Progress(source.info.title, page.done, page.of))
    return series
