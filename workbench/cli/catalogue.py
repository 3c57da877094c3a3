"""The verb catalogue: download and search the index of series titles."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json
from workbench.cli.records.meaning_model import read_titles, tell_unread


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    catalogue = typer.Typer(help="The searchable index of series titles.", no_args_is_help=True, rich_markup_mode=None)
    catalogue.command()(update)
    catalogue.command()(search)
    catalogue.command("meanings")(read_titles)
    app.add_typer(catalogue, name="catalogue")


def update(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Sources; all by default.")] = None,
    *,
    as_json: Json = False,
) -> int:
    """Download the services' whole lists of series to the index; an old list stays until the new one is complete."""
    from workbench.cli.output.standard_streams import progress, put, tell_problems, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        with progress(quiet=options.quiet) as tell:
            problems = asyncio.run(desk.catalogue.update(names or (), tell))
        tell_problems([*problems, *desk.catalogue.problems])
        tell_unread(desk.catalogue)
        for name, (titles, day) in sorted(desk.catalogue.counts().items()):
            if as_json:
                put({"name": name, "titles": titles, "list_of": day.isoformat() if day else None})
                continue
            write(f"{name}: {titles:,} titles, {list_of(day)}")
    return 3 if problems else 0


def list_of(day: date | None) -> str:
    """Return which list of a service the index has: its day, or that it is the starter list."""
    return f"list of {day.isoformat()}" if day else "starter list"


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words of the title, unit or description.")],
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    at: Annotated[str, typer.Option(help="Ask this service's own search instead: dbnomics.")] = "",
    *,
    as_json: Json = False,
) -> int:
    """Search the index of series titles, or with --at a service's own search."""
    from workbench.cli.output.standard_streams import put, say, tell_problems, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        said = " ".join(words)
        found = asyncio.run(desk.catalogue.search_at(at, said, limit)) if at else desk.catalogue.search(said, limit)
        tell_problems(desk.catalogue.problems)
    for series in found:
        if as_json:
            put(
                {
                    "series": str(series.ref),
                    "title": series.title,
                    "unit": str(series.unit),
                    "description": series.description,
                }
            )
        else:
            unit = f"  [{series.unit}]" if str(series.unit) else ""
            write(f"{series.ref}  {series.title}{unit}")
    if not found:
        say("No series has these words. `workbench catalogue update` pulls the services' whole lists.")
    return 0
