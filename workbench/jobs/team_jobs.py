"""The jobs of a team as its screens and verbs use them, which wait for each answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from workbench.jobs.queue import open_jobs
from workbench.ports import JobRow


class ServerJobs:
    """The jobs of one database, to be listed, added and cancelled. Each function raises StoreError where the server refuses."""

    def __init__(self, place: str) -> None:
        self._place = place

    def listed(self, status: str = "") -> Sequence[JobRow]:
        """Return the jobs, or those of one status, oldest first."""

        async def go() -> Sequence[JobRow]:
            async with open_jobs(self._place) as queue:
                return await queue.listed(status)

        return asyncio.run(go())

    def add(self, kind: str, claims: Iterable[str]) -> int:
        """Add a job for each claim without a waiting one; return how many were added."""

        async def go() -> int:
            async with open_jobs(self._place) as queue:
                return await queue.add(kind, claims)

        return asyncio.run(go())

    @contextmanager
    def taking_documents(self) -> Iterator[Callable[[Sequence[str], str], bool]]:
        """Yield a function that adds a job for some documents, with a title; it returns False where the same ones wait already."""
        with asyncio.Runner() as runner:
            opening = open_jobs(self._place)
            queue = runner.run(opening.__aenter__())
            try:
                yield lambda documents, title: runner.run(queue.add_reading(documents, title))
            finally:
                runner.run(opening.__aexit__(None, None, None))

    def cancel(self, numbers: Sequence[int]) -> None:
        """Cancel waiting jobs; a running one is asked to stop. Raises NoSuchRecordError."""

        async def go() -> None:
            async with open_jobs(self._place) as queue:
                for number in numbers:
                    await queue.cancel(number)

        asyncio.run(go())
