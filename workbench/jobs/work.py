"""Run a job: research a claim, fetch the figures behind its verdict again, or read documents."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from workbench.core.document import Document
from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import SourceError
from workbench.desk import Desk
from workbench.desk.importing.parallel_reading import Pending
from workbench.desk.importing.reading_later import read_pending
from workbench.desk.publication.rechecking import Recheck
from workbench.jobs.queue import JobFunctions
from workbench.ports import ClaimFilter


class RecheckFailedError(SourceError):
    """A service did not answer for a recheck; the job is tried again later."""

    def __init__(self, why: str) -> None:
        super().__init__(why, "It is asked again by itself.")


def job_functions(desk: Desk) -> JobFunctions:
    """Return what a worker does, on a desk."""

    async def research(claim: str) -> None:
        await desk.research(claim)

    async def recheck(claim: str) -> None:
        async for each in desk.recheck(ClaimFilter(ids=(claim,))):
            if each.came is Recheck.FAILED:
                raise RecheckFailedError(each.why)

    async def read(documents: Sequence[str]) -> None:
        await asyncio.to_thread(read_pending, desk.ports, [_pending(each) for each in documents])

    async def due() -> Sequence[str]:
        return await asyncio.to_thread(desk.due_for_recheck)

    return JobFunctions({"research": research, "recheck": recheck}, read, due)


def documents_to_read(pending: Sequence[Pending]) -> Sequence[str]:
    """Write documents for a job that reads them, each as one text of ASCII: a database keeps no text with a NUL in it."""
    return [json.dumps([encode(each.document), each.row]) for each in pending]


def _pending(written: str) -> Pending:
    document, row = json.loads(written)
    return Pending(decode(Document, document), row=row)
