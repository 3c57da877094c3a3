"""The desk in numbers: stats."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.context import GlobalOptions
from workbench.cli.options import OneJson

if TYPE_CHECKING:
    from workbench.desk.counting import DeskNumbers

_SHOWN = 12
"""Names that a table for people shows."""


def add_to(app: typer.Typer) -> None:
    """Adds the verb."""
    app.command()(stats)


def stats(
    context: typer.Context,
    *,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    as_json: OneJson = False,
) -> int:
    """Count claims by stage, reviewer, speaker, topic (tag) and week; backlog, share corrected, minutes a claim."""
    from workbench.cli.output import put

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        found = desk.numbers(desk.query(query))
    if as_json:
        put({**asdict(found), "share_corrected": _share(found)})
    else:
        _tell(found)
    return 0


def _share(found: DeskNumbers) -> float | None:
    return round(found.corrected / found.published, 4) if found.published else None


def _tell(found: DeskNumbers) -> None:
    from workbench.cli.output import write
    from workbench.report.desk_numbers import table_lines

    stages = ", ".join(f"{count:,} {stage}" for stage, count in sorted(found.stages.items(), key=lambda each: -each[1]))
    write(f"claims     {sum(found.stages.values()):,}" + (f": {stages}" if stages else ""))
    rated = sum(found.stages.get(stage, 0) for stage in ("draft", "approved"))
    opened = found.stages.get("open", 0)
    write(
        f"backlog    {opened:,} open ({found.deferred:,} put off), {rated:,} rated and not published, {found.disputed:,} disputed"
    )
    if found.published:
        kinds = f"{found.erred:,} our error, {found.revised:,} revised figures, {found.withdrawn:,} withdrawn"
        write(f"corrected  {found.corrected:,} of {found.published:,} published ({_share(found):.1%}): {kinds}")
    if found.minutes is not None:
        write(f"minutes    {found.minutes:g} for the claim in the middle, of {found.timed:,} whose beginning is known")
    for title, table, nobody in (
        ("reviewer", found.reviewers, ""),
        ("speaker", found.speakers, "nobody named"),
        ("topic", found.topics, "no tag"),
        ("week", found.weeks, ""),
    ):
        for line in table_lines(title, table, nobody=nobody, most=_SHOWN, newest=title == "week"):
            write(line)
