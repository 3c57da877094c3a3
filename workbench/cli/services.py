"""The verbs sources, catalogue and doctor: services, the index of series, and the state of everything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from workbench.cli.options.context import GlobalOptions
from workbench.cli.options.options import Json
from workbench.cli.records.meanings import meaning_line, read_titles, tell_unread


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(sources)
    catalogue = typer.Typer(help="The searchable index of series titles.", no_args_is_help=True, rich_markup_mode=None)
    catalogue.command()(update)
    catalogue.command()(search)
    catalogue.command("meanings")(read_titles)
    app.add_typer(catalogue, name="catalogue")
    app.command()(doctor)


def sources(context: typer.Context, *, as_json: Json = False) -> int:
    """List the statistics services, what they cover, and how many series of each the catalogue has."""
    from workbench.cli.output.output import put, tell_problems, write

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
            write(f"  {titles:,} titles, {_list_of(day)}")
            write(f"  {info.licence}")
            recorded = f"  ({_recorded(info.recorded)})"
            write(f"  {info.url}{'  (needs a key)' if info.needs_key else ''}{recorded}")
        tell_problems(desk.catalogue.problems)
    return 0


def _recorded(day: str) -> str:
    return f"tests rest on its own answers of {day}" if day else "none of its own answers was seen: by documentation"


def update(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Sources; all by default.")] = None,
    *,
    as_json: Json = False,
) -> int:
    """Download the services' whole lists of series to the index; an old list stays until the new one is complete."""
    from workbench.cli.output.output import progress, put, tell_problems, write

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
            write(f"{name}: {titles:,} titles, {_list_of(day)}")
    return 3 if problems else 0


def _list_of(day: date | None) -> str:
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
    from workbench.cli.output.output import put, say, tell_problems, write

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


def doctor(
    context: typer.Context,
    *,
    live: Annotated[
        bool,
        typer.Option(
            "--live", help="Ask each service one small question, and print what differs from what is expected."
        ),
    ] = False,
    as_json: Json = False,
) -> int:
    """Check the database, the archive, the catalogue, the rating scales and the plug-ins; with --live, the services."""
    if live:
        from workbench.cli.live import show_live

        return show_live(context.obj, as_json=as_json)
    from workbench.bootstrap import broken_plugins
    from workbench.bootstrap.backing_up import cut_short
    from workbench.cli.output.output import put, tell_problems
    from workbench.cli.screen_keys import keymap_in_force
    from workbench.core.password_hiding import without_passwords
    from workbench.report.records import problem_record
    from workbench.tui.personal import keys_path

    options: GlobalOptions = context.obj
    settings = options.settings()
    with options.desk() as desk:
        problems = [
            *cut_short(settings),
            *desk.doctor(),
            *broken_plugins(),
            *keymap_in_force(keys_path(settings.config)).problems,
        ]
        faults = sum(problem.kind not in _NO_FAULTS for problem in problems)
        seen: dict[str, Any] = {
            "database": without_passwords(settings.db),
            "documents": _counted(desk.count_documents),
            "claims": _counted(desk.count_claims),
            "choices": _counted(lambda: len(desk.memory.standing())),
            "archive": str(settings.archive),
            "catalogue": {name: count for name, (count, _) in sorted(desk.catalogue.counts().items())},
            "meaning": meaning_line(desk.catalogue),
        }
        if as_json:
            put({**seen, "problems": [problem_record(problem) for problem in problems]})
        else:
            _tell_state(seen, desk.catalogue.counts())
            tell_problems(problems)
            _tell_whether_well(faults)
    return 4 if faults else 0


_NO_FAULTS = ("catalogue-read-only", "overdue-recheck")
"""Problems that are no faults: an index that cannot be upgraded on a read-only medium; figures due for a recheck."""


def _counted(count: Callable[[], int]) -> int | None:
    """Count the series; None where the number is unknown, with the reason added to the problems."""
    from workbench.core.errors import StoreError

    try:
        return count()
    except StoreError:
        return None


def _number(count: int | None) -> str:
    return "?" if count is None else f"{count:,}"


def _tell_state(seen: dict[str, Any], lists: Mapping[str, tuple[int, date | None]]) -> None:
    from workbench.cli.output.output import write

    write(f"database   {seen['database']}: {_number(seen['documents'])} documents, {_number(seen['claims'])} claims")
    write(f"memory     {_number(seen['choices'])} {'choice' if seen['choices'] == 1 else 'choices'} of series")
    write(f"archive    {seen['archive']}")
    for name, (titles, day) in sorted(lists.items()):
        write(f"catalogue  {name}: {titles:,} titles, {_list_of(day)}")
    write(f"meaning    {seen['meaning']}")


def _tell_whether_well(problems: int) -> None:
    from workbench.cli.output.output import write

    write("All is well." if not problems else f"{problems} {'problem' if problems == 1 else 'problems'}.")
