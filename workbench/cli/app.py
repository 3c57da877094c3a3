"""The app of all verbs: their order in help, and the options that they share."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any

import typer

from workbench import __version__
from workbench.cli import tui_and_demo
from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.lazy_commands import PLAIN, parser_of

EPILOG = "The options above hold for every command and may stand anywhere. Exit codes: 0 done, 1 --strict found something, 2 usage, 3 a source, 4 the database."


IN_ORDER = (
    "tui_and_demo",
    "importing",
    "claims",
    "research",
    "research_ahead",
    "corrections",
    "claim_amending",
    "document_amending",
    "attachments",
    "citing",
    "precedents",
    "recheck",
    "formulas",
    "verdicts",
    "undo",
    "assigning",
    "publication",
    "agreement",
    "stats",
    "memory",
    "export_and_replay",
    "site",
    "sources",
    "catalogue",
    "doctor",
    "archive",
    "backup",
    "bundle",
    "database",
    "jobs",
    "records.record_commands",
    "manual",
    "screen_keys",
    "serve",
    "views",
)
"""The modules of verbs in the order of `--help`. Other modules of this folder that have `add_to` come last."""

_FOLDER = "workbench.cli"
_WITHOUT_VERBS = frozenset(
    {"app", "match_known_check", "catalogue_offer", "keyboard_interrupt", "entry_point", "live_check"}
)
"""Modules of this folder without verbs, so that none is loaded only to find that out."""


def verb_modules() -> list[Any]:
    """Return the modules of the verbs, in the order of `--help`."""
    folder = import_module(_FOLDER)
    found = (each.name for each in iter_modules(folder.__path__) if not each.ispkg)
    names = [*IN_ORDER, *(name for name in found if name not in _WITHOUT_VERBS and name not in IN_ORDER)]
    return [import_module(f"{_FOLDER}.{name}") for name in names]


@cache
def command() -> Any:
    """Return the command line as one callable; it is built once, since line mode runs many verbs."""
    app = typer.Typer(
        name="workbench",
        help="Check claims made in speeches against official statistics, with the work shown.",
        epilog=EPILOG,
        **PLAIN,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(everywhere)
    for room in verb_modules():
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
    """Store the shared options; without a verb, open the screens."""
    context.obj = GlobalOptions(
        db=db, config=config, samples=samples, record=record, offline=offline, quiet=quiet, plain=plain
    )
    if version:
        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        tui_and_demo.open_screens(context)
