"""The verbs tui and demo: the screens, and a demonstration with sample data."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.desk import Desk


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(demo)
    app.command()(tui)


def tui(
    context: typer.Context,
    document: Annotated[str | None, typer.Argument(help="A document's id, or a file to take in first.")] = None,
    *,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers; no screens.")] = False,
) -> int:
    """Open the screens: the library of documents and the bench."""
    context.obj = replace(context.obj, plain=plain or context.obj.plain)
    open_screens(context, document)
    return 0


def open_screens(context: typer.Context, document: str | None = None) -> None:
    """Run the screens until the reviewer leaves; use line mode where requested or where the terminal cannot draw."""
    options: GlobalOptions = context.obj
    line_by_line = options.plain or (os.environ.get("TERM") == "dumb" and _is_terminal())
    if not line_by_line:
        _need_terminal(
            "workbench --help lists the commands, what a screen does a command does; --plain goes line by line."
        )
    with options.desk() as desk:
        key = None
        if document:
            key = desk.import_document(document).document.id if Path(document).is_file() else desk.document(document).id
        if line_by_line:
            _talk(context, desk, key)
        else:
            from workbench.tui import run

            settings = options.settings()
            run(desk, document=key, config=settings.config, goes_on=settings.goes_on)


def _talk(context: typer.Context, desk: Desk, document: str | None) -> None:
    """Run line mode, in which every verb of this command line is a word too."""
    from workbench.cli.line_mode.loop import LineMode
    from workbench.cli.line_mode.shell_verbs import ShellVerbs
    from workbench.cli.screen_keys import keymap_in_force
    from workbench.tui.personal_settings import keys_path

    options: GlobalOptions = context.obj
    keymap = keymap_in_force(keys_path(options.settings().config))
    LineMode(desk, keymap, ShellVerbs(context.find_root().command, options.as_words())).talk(document)


def _is_terminal() -> bool:
    return bool(sys.stdin.isatty() and sys.stderr.isatty())


def _need_terminal(hint: str) -> None:
    """Check that there is a terminal, since elsewhere the screens would wait for ever."""
    from workbench.core.errors import UsageError

    if "web_driver" in os.environ.get("TEXTUAL_DRIVER", ""):  # the browser acts as the terminal: see `serve`
        return
    if not _is_terminal():
        raise UsageError("The screens need a terminal.", hint)


def demo(
    context: typer.Context,
    *,
    plain: Annotated[bool, typer.Option("--plain", help="Print it, open no screens.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Ask the real services, not the sample answers.")] = False,
    keep: Annotated[Path | None, typer.Option(help="Keep the demonstration's database in this folder.")] = None,
) -> int:
    """Import three statements of a minister and check them against sample answers, in a separate database."""
    import tempfile

    from workbench.config import sample_folder

    if not plain:
        _need_terminal("workbench demo --plain prints the demonstration.")
    samples = sample_folder()
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="workbench-demo-")))
        options = replace(
            context.obj,
            db=context.obj.db or str(folder / "workbench.db"),
            samples=None if live else samples / "answers",
        )
        desk = stack.enter_context(options.desk())
        for statement in sorted((samples / "statements").glob("*.txt")):
            desk.import_document(str(statement))
        if plain:
            import asyncio

            asyncio.run(tell_all(desk))
        else:
            from workbench.tui import run

            settings = options.settings()
            run(desk, config=settings.config, goes_on=settings.goes_on)
    return 0


async def tell_all(desk: Desk) -> None:
    """Print every document with its claims, what was found on each, and what was not."""
    from workbench.cli.output.standard_streams import write
    from workbench.core.place import place_name

    for row in desk.documents():
        document = desk.document(row.id)
        day = document.published.isoformat() if document.published else "no day"
        write(f"=== {document.title} — {document.place_name or place_name(document.place)}, {day} ===")
        write(document.source_note)
        write()
        for claim in desk.claims_in(row.id):
            await _tell(desk, claim)


async def _tell(desk: Desk, claim: Claim) -> None:
    from workbench.cli.output.standard_streams import write
    from workbench.cli.output.text_output import claim_lines, research_lines

    researched = await desk.research(claim.id)
    for line in (*claim_lines(claim), *research_lines(desk, researched), ""):
        write(line)
