"""The queue of jobs: tables of procrastinate (https://procrastinate.readthedocs.io) in a schema of their own.

A job is a claim to be researched or rechecked. A waiting one is not added again; if a worker dies, the next one runs
its job again; if a source fails, the job is tried three times.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.core.errors import MissingPackageError, NoSuchRecordError, SourceError
from workbench.core.failures.database_errors import (
    NoJobsInFileError,
    NoJobsYetError,
    NotAllowedError,
    ServerUnreachedError,
)
from workbench.core.hiding.passwords import without_passwords
from workbench.store.databases.addresses import JOBS as _SCHEMA
from workbench.store.databases.addresses import name_of, server_address
from workbench.store.databases.engine import Database
from workbench.store.opening import prepare

if TYPE_CHECKING:
    from procrastinate import App
    from psycopg import Connection

KINDS = ("research", "recheck")
"""What a job may be."""

_LOCK = 0x4A6F6273  # key of the lock: any number that all workbenches on one server share
_ATTEMPTS = 3
_PATIENCE = 10.0
_STALLED = 30.0
"""Seconds without a sign of life after which a worker is taken to be dead."""

Work = Callable[[str], Awaitable[None]]
"""Does a job for a claim, by its id. Raises SourceError where it may be tried again."""


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in the list.

    Attributes:
        id: Its number.
        kind: One of `KINDS`.
        claim: The claim's id.
        status: ``todo``, ``doing``, ``succeeded``, ``failed``, ``cancelled``, ``aborting`` or ``aborted``.
        attempts: How often it was started.
    """

    id: int
    kind: str
    claim: str
    status: str
    attempts: int


class JobQueue:
    """The jobs of one database."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def add(self, kind: str, claims: Iterable[str]) -> int:
        """Add a job for each claim without a waiting one; return how many were added."""
        from procrastinate.exceptions import AlreadyEnqueued  # noqa: PLC0415  (an extra)

        added = 0
        for claim in claims:
            wanted = self._app.configure_task(kind, queueing_lock=f"{kind} {claim}", lock=claim)
            try:
                await wanted.defer_async(claim=claim)
            except AlreadyEnqueued:
                continue
            added += 1
        return added

    async def listed(self, status: str = "") -> Sequence[JobRow]:
        """Return the jobs, or those of one status, oldest first."""
        found = await self._app.job_manager.list_jobs_async(status=status or None)
        rows = [
            JobRow(each.id or 0, each.task_name, str(each.task_kwargs["claim"]), each.status or "", each.attempts)
            for each in found
        ]
        return sorted(rows, key=lambda row: row.id)

    async def held(self) -> int:
        """Count the jobs that a worker is running, or was running when it died."""
        return len([*await self._app.job_manager.list_jobs_async(status="doing")])

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


@asynccontextmanager
async def open_jobs(place: str, work: Mapping[str, Work] | None = None) -> AsyncIterator[JobQueue]:
    """Open the queue of a database, and create missing tables.

    Args:
        place: The database's URL.
        work: The function for each kind of job; None for only adding and listing jobs.

    Raises:
        NoJobsInFileError: The database is a file.
        MissingPackageError: procrastinate is not installed.
        StoreError: The server cannot be reached.
    """
    address = server_address(place)
    if address is None:
        raise NoJobsInFileError(name_of(place))
    app = _app(address, work or dict.fromkeys(KINDS, _nobody))
    await asyncio.to_thread(_need_ours, place)
    await asyncio.to_thread(_make_tables, address, app.schema_manager.get_schema())
    async with app.open_async():
        yield JobQueue(app)


async def _nobody(claim: str) -> None:
    """Do nothing, in a process that only adds jobs."""


def _app(address: str, work: Mapping[str, Work]) -> App:
    try:
        from procrastinate import App, PsycopgConnector, RetryStrategy  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise MissingPackageError("Jobs", "procrastinate", "workers") from error
    app = App(connector=PsycopgConnector(conninfo=address, kwargs={"options": f"-c search_path={_SCHEMA}"}, max_size=8))
    again = RetryStrategy(max_attempts=_ATTEMPTS, exponential_wait=4, retry_exceptions={SourceError})
    for kind, done in work.items():
        app.task(name=kind, retry=again)(_taking_a_claim(done))
    return app


def _taking_a_claim(done: Work) -> Callable[..., Awaitable[None]]:
    async def task(claim: str) -> None:
        await done(claim)

    return task


def _need_ours(place: str) -> None:
    """Refuse a database of another program or of a newer workbench, before anything is created. Raises StoreError."""
    database = Database(place, patience=_PATIENCE)
    try:
        prepare(database)
    finally:
        database.close()


def _make_tables(address: str, statements: str) -> None:
    """Create procrastinate's tables in their schema, once, even if several workers start at the same moment."""
    import psycopg  # noqa: PLC0415  (an extra)

    try:
        with psycopg.connect(address, options=f"-c search_path={_SCHEMA}") as connection:
            _once(connection, statements, name_of(address))
    except psycopg.Error as error:
        why = (str(error).strip().splitlines() or [type(error).__name__])[0]
        refused = NotAllowedError if isinstance(error, psycopg.errors.InsufficientPrivilege) else ServerUnreachedError
        raise refused(name_of(address), without_passwords(why)) from error


def _once(connection: Connection[Any], statements: str, name: str) -> None:
    """Create missing tables in one transaction."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        there: Any = connection.execute("SELECT to_regclass(%s)", (f"{_SCHEMA}.procrastinate_jobs",)).fetchone()
        if there[0] is None:
            _make(connection, statements, name)


def _make(connection: Connection[Any], statements: str, name: str) -> None:
    from psycopg.errors import InsufficientPrivilege  # noqa: PLC0415  (an extra)

    try:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
        connection.execute(statements)
    except InsufficientPrivilege as error:
        raise NoJobsYetError(name) from error
