"""Sources, the catalogue of series, and the state of everything: sources, catalogue, doctor."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from workbench.cli.context import Wish

Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs."""
    app.command()(sources)
    catalogue = typer.Typer(help="The searchable index of series titles.", no_args_is_help=True, rich_markup_mode=None)
    catalogue.command()(update)
    catalogue.command()(search)
    app.add_typer(catalogue, name="catalogue")
    app.command()(doctor)


def sources(context: typer.Context, *, as_json: Json = False) -> int:
    """List the statistics services, what they cover, and how many series the catalogue holds of each."""
    from workbench.cli.output import put, write

    wish: Wish = context.obj
    with wish.desk() as desk:
        counts = desk.tools.catalogue.counts()
        for info in desk.sources():
            titles, day = counts.get(info.name, (0, None))
            if as_json:
                as_of = day.isoformat() if day else None
                put({"name": info.name, "title": info.title, "covers": info.covers, "licence": info.licence, "url": info.url,
                     "key": info.needs_key, "titles": titles, "list_of": as_of})  # fmt: skip
                continue
            write(f"{info.name}  {info.title}: {info.covers}")
            write(f"  {titles:,} titles, {f'list of {day.isoformat()}' if day else 'starter list'}")
            write(f"  {info.licence}")
            write(f"  {info.url}{'  (needs a key)' if info.needs_key else ''}")
    return 0


def update(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Sources; all by default.")] = None,
) -> int:
    """Pull the services' whole lists of series into the index; an old list stays until the new one is whole."""
    from workbench.cli.output import progress, tell_problems, write

    wish: Wish = context.obj
    with wish.desk() as desk:
        with progress(quiet=wish.quiet) as tell:
            problems = asyncio.run(desk.update_catalogue(names or (), tell))
        tell_problems(list(problems))
        for name, (titles, day) in sorted(desk.tools.catalogue.counts().items()):
            write(f"{name}: {titles:,} titles, {f'list of {day.isoformat()}' if day else 'starter list'}")
    return 3 if problems else 0


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words of the title, unit or description.")],
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    *,
    as_json: Json = False,
) -> int:
    """Search the index of series titles."""
    from workbench.cli.output import put, say, write

    wish: Wish = context.obj
    with wish.desk() as desk:
        found = desk.search_catalogue(" ".join(words), limit)
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


def doctor(context: typer.Context) -> int:
    """Look over the database, the archive, the catalogue and the plug-ins."""
    from workbench.bootstrap import broken_plugins
    from workbench.cli.output import tell_problems, write

    wish: Wish = context.obj
    settings = wish.settings()
    with wish.desk() as desk:
        problems = [*desk.doctor(), *broken_plugins()]
        documents, claims = desk.count_documents(), desk.count_claims()
        write(f"database   {settings.db}: {documents:,} documents, {claims:,} claims")
        write(f"archive    {settings.archive}")
        for name, (titles, day) in sorted(desk.tools.catalogue.counts().items()):
            write(f"catalogue  {name}: {titles:,} titles, {f'list of {day.isoformat()}' if day else 'starter list'}")
    tell_problems(problems)
    write("All is well." if not problems else f"{len(problems)} problems.")
    return 4 if problems else 0
