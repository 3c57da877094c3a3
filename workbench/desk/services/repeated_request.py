"""Asking a source once more: an answer of the wrong shape is not believed at the first sight of it.

Every answer is kept in the archive before it is read, and serves for a day. One that turns out to be
something else (a page of maintenance with a JSON face, half a list) must not stand for a day where the service has recovered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from workbench.core.errors import WrongAnswerError
from workbench.ports import Answer, Fetch, Request, Tell

T = TypeVar("T")


async def asked(work: Callable[[Fetch], Awaitable[T]], fetch: Fetch, *, fresh: bool = False) -> T:
    """Return what a source makes of the answers to it; once again from the service itself where one was wrong.

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
    """Return the fetch, which reports the progress of a long answer."""

    async def ask(request: Request, *, fresh: bool = False) -> Answer:
        return await fetch(replace(request, tell=tell), fresh=fresh)

    return ask


def or_older(fetch: Fetch) -> Fetch:
    """Return the fetch, whose older answer stands in where a service that is asked anew fails: a figure is not lost by asking again."""

    async def ask(request: Request, *, fresh: bool = False) -> Answer:
        return await fetch(replace(request, older=True), fresh=fresh)

    return ask


def from_the_service(fetch: Fetch) -> Fetch:
    """Return the fetch, asking the service itself and not the archive."""

    async def again(request: Request, *, fresh: bool = True) -> Answer:  # noqa: ARG001  (that is the point)
        return await fetch(request, fresh=True)

    return again
