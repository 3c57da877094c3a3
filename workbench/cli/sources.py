"""The verb sources: the statistics services, what they cover, and how many of their series the catalogue has."""

from __future__ import annotations

import typer

from workbench.cli.catalogue import list_of
from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(sources)


def sources(context: typer.Context, *, as_json: Json = False) -> int:
    """List the statistics services, what they cover, and how many series of each the catalogue has."""
    from workbench.cli.output.standard_streams import put, tell_problems, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        counts = desk.catalogue.counts()
        for info in desk.sources():
            titles, day = counts.get(info.name, (0, None))
            if as_json:
                as_of = day.isoformat() if day else None
                put({"name": info.name, "title": info.title, "covers": info.covers, "licence": info.licence, "url": info.url,
                     "publisher": info.publisher, "hosts": list(info.hosts), "recorded": info.recorded or None,
                     "key": info.needs_key, "titles": titles, "list_of": as_of})  # fmt: skip
                continue
            write(f"{info.name}  {info.title}: {info.covers}")
            write(f"  {titles:,} titles, {list_of(day)}")
            write(f"  {info.licence}")
            recorded = f"  ({_recorded(info.recorded)})"
            write(f"  {info.url}{'  (needs a key)' if info.needs_key else ''}{recorded}")
        tell_problems(desk.catalogue.problems)
    return 0


def _recorded(day: str) -> str:
    return f"tests rest on its own answers of {day}" if day else "none of its own answers was seen: by documentation"
