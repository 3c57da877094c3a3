"""The verbs of jobs: worker, and jobs with add and cancel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.jobs.queue import JobRow
    from workbench.ports import ClaimFilter


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(worker)
    verbs = typer.Typer(help="Jobs of the workers: listed, added, cancelled.")
    verbs.callback(invoke_without_command=True)(jobs)
    verbs.command()(add)
    verbs.command()(cancel)
    app.add_typer(verbs, name="jobs")


def worker(
    context: typer.Context,
    *,
    at_once: Annotated[int, typer.Option("--at-once", min=1, max=64, help="So many jobs side by side.")] = 4,
    once: Annotated[bool, typer.Option("--once", help="End when no job waits.")] = False,
) -> int:
    """Run jobs of the team's PostgreSQL, like any number of other workers; Ctrl-C ends after the running ones."""
    from workbench.cli.output.standard_streams import say
    from workbench.jobs.queue import open_jobs
    from workbench.jobs.work import job_functions

    async def run() -> None:
        async with open_jobs(context.obj.settings().db, job_functions(desk)) as queue:
            await queue.work(at_once=at_once, wait=not once)
            if held := await queue.held():
                say(f"Jobs still held by other workers: {held:,}. Where one died, run this again in half a minute.")

    with context.obj.desk() as desk:
        asyncio.run(run())
    return 0


def jobs(
    context: typer.Context,
    status: Annotated[str, typer.Option(help="todo, doing, succeeded, failed, cancelled or aborted.")] = "",
    *,
    as_json: Json = False,
) -> int:
    """List the jobs; `jobs add` and `jobs cancel` change them."""
    if context.invoked_subcommand is not None:
        return 0
    from dataclasses import asdict

    from workbench.cli.output.standard_streams import put, say, write

    rows = asyncio.run(_listed(context.obj.settings().db, status))
    for row in rows:
        if as_json:
            put(asdict(row))
        else:
            write(f"{row.id:>6}  {row.status:<9}  {row.kind:<8}  {row.claim}  begun {row.attempts} times")
    if not rows:
        say("There is no job.")
    return 0


def add(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="research or recheck.")],
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id.")] = None,
    query: Annotated[str, typer.Option(help="Which claims instead: as in `workbench claims`.")] = "",
    *,
    as_json: Json = False,
) -> int:
    """Add a job for each claim, by default for open (research) or published (recheck) ones; none is queued twice."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.core.errors import UnknownNameError
    from workbench.jobs.queue import KINDS

    if kind not in KINDS:
        raise UnknownNameError("kind of job", kind, KINDS)
    with context.obj.desk() as desk:
        keys = [desk.claim(key).id for key in claims or ()] or [
            row.id for row in desk.claims(desk.query(query) if query else _usual(kind), 0, _MOST)
        ]
    added = asyncio.run(_add(context.obj.settings().db, kind, keys))
    if as_json:
        put({"added": added, "waiting": len(keys) - added})
    else:
        write(f"{added:,} jobs added, {len(keys) - added:,} waited already.")
    return 0


def cancel(
    context: typer.Context,
    numbers: Annotated[list[int], typer.Argument(min=1, max=1_000_000_000_000, help="Jobs by number.")],
) -> int:
    """Cancel waiting jobs; a running one is asked to stop."""
    from workbench.cli.output.standard_streams import write

    asyncio.run(_cancel(context.obj.settings().db, numbers))
    write(f"{len(numbers):,} jobs cancelled.")
    return 0


_MOST = 1_000_000


def _usual(kind: str) -> ClaimFilter:
    """Return the default claims of a kind of job."""
    from workbench.desk.publication.approval_and_correction import READERS_HAVE
    from workbench.desk.research_ahead import OPEN

    return READERS_HAVE if kind == "recheck" else OPEN


async def _listed(place: str, status: str) -> Sequence[JobRow]:
    from workbench.jobs.queue import open_jobs

    async with open_jobs(place) as queue:
        return await queue.listed(status)


async def _add(place: str, kind: str, claims: list[str]) -> int:
    from workbench.jobs.queue import open_jobs

    async with open_jobs(place) as queue:
        return await queue.add(kind, claims)


async def _cancel(place: str, numbers: list[int]) -> None:
    from workbench.jobs.queue import open_jobs

    async with open_jobs(place) as queue:
        for number in numbers:
            await queue.cancel(number)
