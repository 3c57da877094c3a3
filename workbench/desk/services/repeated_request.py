"""Repeats requests: an answer of the wrong shape is checked by a second request.

Every answer is archived before it is read, and reused for a day. A wrong one (a maintenance page sent as JSON, half a list) must not be
reused for a day after the service has recovered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from workbench.core.errors import WrongAnswerError
from workbench.ports import Answer, Fetch, Request, Tell

T = TypeVar("T")


async def asked(work: Callable[[Fetch], Awaitable[T]], fetch: Fetch, *, fresh: bool = False) -> T:
    """Run a request of a source; if an answer was wrong, run it once more, from the service itself.

    Raises:
        SourceError: The source failed, the second time too.
    """
    if fresh:
        return await work(from_the_service(fetch))
    try:
        return await work(fetch)
    except WrongAnswerError:
        return await work(from_the_service(fetch))


def with_progress(fetch: Fetch, tell: Tell) -> Fetch:
    """Wrap a fetch so that it reports the progress of a long answer."""

    async def ask(request: Request, *, fresh: bool = False) -> Answer:
        return await fetch(replace(request, tell=tell), fresh=fresh)

    return ask


def or_older(fetch: Fetch) -> Fetch:
    """Wrap a fetch so that an older answer is used where a repeated request fails: a figure is not lost by asking again."""

    async def ask(request: Request, *, fresh: bool = False) -> Answer:
        return await fetch(replace(request, older=True), fresh=fresh)

    return ask


def from_the_service(fetch: Fetch) -> Fetch:
    """Wrap a fetch so that it asks the service itself, not the archive."""

    async def again(request: Request, *, fresh: bool = True) -> Answer:  # noqa: ARG001  (that is the point)
        return await fetch(request, fresh=True)

    return again
