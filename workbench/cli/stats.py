"""The verb stats: the desk in numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import OneJson
from workbench.cli.output.output_files import Force, place

_SHOWN = 12
"""Most names in a table for people."""


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(stats)


def stats(
    context: typer.Context,
    *,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    html: Annotated[str | None, typer.Option(help="Write them as an HTML page to this file; -: stdout.")] = None,
    force: Force = False,
    as_json: OneJson = False,
) -> int:
    """Count claims by stage, reviewer, speaker, topic (tag) and week.

    Show backlog, share corrected, minutes per claim.
    """
    from workbench.cli.output.standard_streams import put, write
    from workbench.report.statistics_words import number_lines, numbers_page

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        target = place(desk, html, force=force) if html is not None else None
        found = desk.numbers(desk.query(query))
        if target is not None:
            target.put(numbers_page(found, desk.today().isoformat()).encode())
    if as_json and not (target is not None and target.path is None):
        put({**asdict(found), "share_corrected": found.share_corrected})
    elif target is None:
        for line in number_lines(found, _SHOWN):
            write(line)
    return 0
