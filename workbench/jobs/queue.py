"""The queue of jobs, kept by procrastinate (https://procrastinate.readthedocs.io).

A job is a claim to be researched or rechecked, or some documents whose claims are to be read. A waiting one is not added again; if
a worker dies, the next one runs its job again; if a source fails, the job is tried three times.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.core.errors import MissingPackageError, NoSuchRecordError, SourceError
from workbench.core.failures.database_errors import NoJobsInFileError
from workbench.jobs.tables import SCHEMA, make_tables, need_ours
from workbench.ports import JobRow
from workbench.store.databases.addresses import name_of, server_address

if TYPE_CHECKING:
    from procrastinate import App, JobContext

KINDS = ("research", "recheck")
"""Kinds of jobs for a claim."""

_READ, _DUE = "read", "due"
_ATTEMPTS = 3
_STALLED = 30.0
"""Seconds without a sign of life after which a worker is taken to be dead."""

_EACH_HOUR = "17 * * * *"
"""When workers look for what is due, as cron writes it: not at the full hour, when everybody asks the offices."""

Work = Callable[[str], Awaitable[None]]
"""Does a job for a claim, by its id. Raises SourceError where it may be tried again."""


@dataclass(frozen=True, slots=True)
class JobFunctions:
    """What a worker does.

    Attributes:
        claims: For each kind of `KINDS`, the function for one claim.
        read: Reads and stores documents, each as `documents_to_read` wrote it.
        due: Lists the claims whose figures should be asked for again by now.
    """

    claims: Mapping[str, Work]
    read: Callable[[Sequence[str]], Awaitable[None]]
    due: Callable[[], Awaitable[Sequence[str]]]


class JobQueue:
    """The jobs of one database."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def add(self, kind: str, claims: Iterable[str]) -> int:
        """Add a job for each claim without a waiting one; return how many were added."""
        return sum([await self._added(kind, f"{kind} {claim}", claim, claim=claim) for claim in claims])

    async def add_reading(self, documents: Sequence[str], title: str = "") -> bool:
        """Add a job that reads some documents, in the form of `documents_to_read`; return False where the same ones wait already."""
        mark = hashlib.sha256("\n".join(documents).encode()).hexdigest()
        told = {"documents": list(documents), "count": len(documents), "title": title}
        return await self._added(_READ, f"{_READ} {mark}", None, **told)

    async def _added(self, kind: str, waiting: str, lock: str | None, **told: Any) -> bool:
        from procrastinate.exceptions import AlreadyEnqueued  # noqa: PLC0415  (an extra)

        try:
            await self._app.configure_task(kind, queueing_lock=waiting, lock=lock).defer_async(**told)
        except AlreadyEnqueued:
            return False
        return True

    async def listed(self, status: str = "") -> Sequence[JobRow]:
        """Return the jobs, or those of one status, oldest first."""
        found = await self._app.connector.execute_query_all_async(_LIST, status=status or None, due=_DUE)
        return [JobRow(**row) for row in found]

    async def held(self) -> int:
        """Count the jobs that a worker is running, or was running when it died."""
        return len(await self.listed("doing"))

    async def cancel(self, number: int) -> None:
        """Cancel a waiting job; a running one is asked to stop. Raises NoSuchRecordError."""
        if not await self._app.job_manager.cancel_job_by_id_async(number, abort=True):
            raise NoSuchRecordError("job that waits", str(number))

    async def work(self, *, at_once: int, wait: bool) -> None:
        """Run jobs, several at once, until stopped, or until none is waiting."""
        await self._begin_stalled_anew()
        again = asyncio.create_task(self._look_after_others()) if wait else None
        try:
            await self._app.run_worker_async(concurrency=at_once, wait=wait, stalled_worker_timeout=_STALLED)
        finally:
            if again is not None:
                again.cancel()

    async def _look_after_others(self) -> None:
        while True:
            await asyncio.sleep(_STALLED)
            await self._begin_stalled_anew()

    async def _begin_stalled_anew(self) -> None:
        """Queue the jobs of dead workers again; a job stores its result only once, however often it is started."""
        for job in await self._app.job_manager.get_stalled_jobs(seconds_since_heartbeat=_STALLED):
            await self._app.job_manager.retry_job(job)


_LIST = """
SELECT id, task_name AS kind, coalesce(args->>'claim', '') AS claim, status::text, attempts,
       coalesce((args->>'count')::int, 0) AS documents, coalesce(args->>'title', '') AS title
FROM procrastinate_jobs
WHERE (%(status)s::text IS NULL OR status::text = %(status)s) AND task_name <> %(due)s
ORDER BY id
"""
"""procrastinate's own list fetches each job whole, and a job that reads has its documents in it."""

_FORGET = "UPDATE procrastinate_jobs SET args = args - 'documents' WHERE id = %(job)s"


@asynccontextmanager
async def open_jobs(place: str, work: JobFunctions | None = None) -> AsyncIterator[JobQueue]:
    """Open the queue of a database, and create missing tables.

    Args:
        place: The database's URL.
        work: What a worker does; None for only adding and listing jobs.

    Raises:
        NoJobsInFileError: The database is a file.
        MissingPackageError: procrastinate is not installed.
        StoreError: The server cannot be reached.
    """
    address = server_address(place)
    if address is None:
        raise NoJobsInFileError(name_of(place))
    app = _app(address)
    _define(app, work or _NOTHING)
    await asyncio.to_thread(need_ours, place)
    await asyncio.to_thread(make_tables, address, app.schema_manager.get_schema())
    async with app.open_async():
        yield JobQueue(app)


def _app(address: str) -> App:
    try:
        from procrastinate import App, PsycopgConnector  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise MissingPackageError("Jobs", "procrastinate", "workers") from error
    return App(connector=PsycopgConnector(conninfo=address, kwargs={"options": f"-c search_path={SCHEMA}"}, max_size=8))


def _define(app: App, work: JobFunctions) -> None:
    """Define the tasks of the queue."""
    from procrastinate import RetryStrategy  # noqa: PLC0415  (an extra)

    again = RetryStrategy(max_attempts=_ATTEMPTS, exponential_wait=4, retry_exceptions={SourceError})
    for kind, done in work.claims.items():
        app.task(name=kind, retry=again)(_of_a_claim(done))

    async def read(context: JobContext, /, documents: Sequence[str] = (), **_: Any) -> None:
        await work.read(documents)
        await app.connector.execute_query_async(_FORGET, job=context.job.id)  # the documents are in the database now

    async def due(timestamp: int) -> None:  # noqa: ARG001  (procrastinate passes the time that it was due)
        await JobQueue(app).add("recheck", await work.due())

    app.task(name=_READ, pass_context=True)(read)
    app.periodic(cron=_EACH_HOUR)(app.task(name=_DUE, queueing_lock=_DUE)(due))


def _of_a_claim(done: Work) -> Work:
    async def task(claim: str) -> None:
        await done(claim)

    return task


async def _nobody(_: object = None) -> Any:
    """Do nothing, in a process that only adds jobs."""


_NOTHING = JobFunctions(dict.fromkeys(KINDS, _nobody), _nobody, _nobody)
