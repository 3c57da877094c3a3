"""The verbs of jobs: worker, and jobs with add and cancel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from workbench.jobs.team_jobs import ServerJobs
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
    """Run jobs of the team's PostgreSQL, like any number of other workers; Ctrl-C ends after the running ones.

    At its start and each hour published claims whose figures were not asked for in 30 days (`[recheck]` `days`) are added by themselves.
    """
    from workbench.cli.output.standard_streams import say
    from workbench.jobs.queue import open_jobs
    from workbench.jobs.work import job_functions

    async def run() -> None:
        work = job_functions(desk)
        async with open_jobs(context.obj.settings().db, work) as queue:
            await queue.add("recheck", await work.due())
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
    from workbench.jobs.job_words import job_line

    rows = _jobs(context).listed(status)
    for row in rows:
        if as_json:
            put(asdict(row))
        else:
            write(job_line(row))
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
    added = _jobs(context).add(kind, keys)
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

    _jobs(context).cancel(numbers)
    write(f"{len(numbers):,} jobs cancelled.")
    return 0


_MOST = 1_000_000


def _usual(kind: str) -> ClaimFilter:
    """Return the default claims of a kind of job."""
    from workbench.desk.publication.approval_and_correction import READERS_HAVE
    from workbench.desk.research_ahead import OPEN

    return READERS_HAVE if kind == "recheck" else OPEN


def _jobs(context: typer.Context) -> ServerJobs:
    from workbench.jobs.team_jobs import ServerJobs

    return ServerJobs(context.obj.settings().db)
