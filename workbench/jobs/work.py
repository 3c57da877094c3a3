"""Run a job: research a claim, or fetch the figures behind its verdict again."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.core.errors import SourceError
from workbench.desk import Desk
from workbench.desk.publication.rechecking import Recheck
from workbench.jobs.queue import Work
from workbench.ports import ClaimFilter


class RecheckFailedError(SourceError):
    """A service did not answer for a recheck; the job is tried again later."""

    def __init__(self, why: str) -> None:
        super().__init__(why, "It is asked again by itself.")


def job_functions(desk: Desk) -> Mapping[str, Work]:
    """Return the kinds of jobs, each with the function that runs it on a desk."""

    async def research(claim: str) -> None:
        await desk.research(claim)

    async def recheck(claim: str) -> None:
        async for each in desk.recheck(ClaimFilter(ids=(claim,))):
            if each.came is Recheck.FAILED:
                raise RecheckFailedError(each.why)

    return {"research": research, "recheck": recheck}
