"""The list of verbs: which there are, in which order help shows them, and the options that all of them share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench import __version__
from workbench.cli import (
    agreement,
    ahead,
    amending,
    archive,
    attachments,
    backup,
    bundle,
    citing,
    claims,
    corrections,
    database,
    documents,
    formulas,
    jobs,
    manual,
    memory,
    precedents,
    publication,
    recheck,
    reports,
    screen_keys,
    serve,
    services,
    site,
    start,
    stats,
    taking,
    verdicts,
    views,
)
from workbench.cli.options.context import GlobalOptions
from workbench.cli.options.verbs import PLAIN, parser_of
from workbench.cli.records import records

EPILOG = "The options above hold for every command and may stand anywhere. Exit codes: 0 done, 1 --strict found something, 2 usage, 3 a source, 4 the database."


ROOMS = (
    start,
    documents,
    claims,
    ahead,
    corrections,
    amending,
    attachments,
    citing,
    precedents,
    recheck,
    formulas,
    verdicts,
    taking,
    publication,
    agreement,
    stats,
    memory,
    reports,
    site,
    services,
    archive,
    backup,
    bundle,
    database,
    jobs,
    records,
    manual,
    screen_keys,
    serve,
    views,
)
"""The verbs, in the order of `--help`."""


@cache
def command() -> Any:
    """The command line as one callable; made once, for line mode runs many verbs."""
    app = typer.Typer(
        name="workbench",
        help="Check claims made in speeches against official statistics, with the work shown.",
        epilog=EPILOG,
        **PLAIN,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(everywhere)
    for room in ROOMS:
        room.add_to(app)
    return parser_of(app)


def everywhere(
    context: typer.Context,
    db: Annotated[str | None, typer.Option(help="The database: a path or a SQLAlchemy URL.")] = None,
    config: Annotated[str | None, typer.Option(help="The configuration file.")] = None,
    samples: Annotated[Path | None, typer.Option(help="Answer from this folder of stored answers, not live.")] = None,
    record: Annotated[Path | None, typer.Option(help="Keep live answers in this folder too, for --samples.")] = None,
    *,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch nothing; use the archive.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no talk.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, not on screens.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Remembers the shared options; without a verb, opens the screens."""
    context.obj = GlobalOptions(
        db=db, config=config, samples=samples, record=record, offline=offline, quiet=quiet, plain=plain
    )
    if version:
        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        start.open_screens(context)
