"""The verb research: find the series that measure claims, fetch their figures, and compare."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from workbench.cli.claims import claim_record_in_full
from workbench.cli.memory import UseMemory
from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(research)


def research(
    context: typer.Context,
    claims: Annotated[list[str], typer.Argument(help="Claims by id.")],
    data: Annotated[
        list[str] | None,
        typer.Option(help="Your own files of figures beside the services: CSV, Excel, JSON-stat, PC-Axis."),
    ] = None,
    series: Annotated[
        str, typer.Option(help="Compare with this series, source:key, that you pick: it is remembered.")
    ] = "",
    memory: UseMemory = None,
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask the services again.")] = False,
    as_json: Json = False,
) -> int:
    """Find the series that measure claims, fetch their figures, and compare."""
    from workbench.cli.catalogue_offer import offer_lists
    from workbench.cli.output.standard_streams import progress, put, tell_problems, write
    from workbench.cli.output.text_output import claim_lines, heard_in, research_lines
    from workbench.core.series import SeriesRef

    options: GlobalOptions = context.obj
    failed = False
    with options.desk(tuple(data or ()), memory=memory) as desk:
        if desk.claim(claims[0]) and not series:
            offer_lists(desk, options.settings().catalogue, quiet=options.quiet, as_json=as_json)
        for claim in map(desk.claim, claims):
            with progress(quiet=options.quiet) as tell:
                work = (
                    desk.examine(claim.id, SeriesRef.parse(series), tell, pick=True, fresh=fresh)
                    if series
                    else desk.research(claim.id, tell, fresh=fresh)
                )
                researched = asyncio.run(work)
            unanswered = [problem for problem in researched.problems if problem.kind == "source-failed"]
            failed |= bool(unanswered)
            if as_json:
                tell_problems(unanswered)
                put(claim_record_in_full(desk, claim, researched))
                continue
            for line in (*claim_lines(claim, heard_in(desk, claim)), *research_lines(desk, researched), ""):
                write(line)
    return 3 if failed else 0
