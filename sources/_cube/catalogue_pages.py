"""The lists of several services under one source, one page per service.

A list that cannot be fetched is reported, and does not stop the others.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace

from workbench.core.errors import Problem, SourceError
from workbench.core.series import Series
from workbench.ports import CataloguePage

Listed = tuple[tuple[Series, ...], Problem | None]
"""The series of a list, and what must be said of how it was got."""


async def pages_of(lists: Sequence[tuple[str, Callable[[], Awaitable[Listed]]]]) -> AsyncIterator[CataloguePage]:
    """Yield the pages of some lists; the last one reports which failed.

    Args:
        lists: The name of each service, and the function that fetches its list.

    Raises:
        SourceError: All of them failed.
    """
    held: CataloguePage | None = None
    failed: SourceError | None = None
    problems: list[Problem] = []
    done = 0
    for title, ask in lists:
        try:
            series, problem = await ask()
        except SourceError as error:
            failed = failed or error
            problems.append(error.as_problem(title, "list-missing"))
            continue
        problems += [problem] if problem else []
        if not series:
            continue
        if held:
            yield held
        done += len(series)
        held = CataloguePage(series, done, None)
    if held:
        yield replace(held, problems=tuple(problems))
    elif failed:
        raise failed
