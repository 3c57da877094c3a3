"""The verb agreement: how far reviewers agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import OneJson
from workbench.cli.output.output_files import Force, place

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.desk.reviewing.agreeing import AgreementReport
    from workbench.reliability.disagreements import Differing

_SHOWN = 20
"""Number of claims to discuss that people are shown."""


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(agreement)


def agreement(
    context: typer.Context,
    *,
    query: Annotated[str, typer.Option(help="Which claims: as in `workbench claims`.")] = "",
    by: Annotated[
        str, typer.Option(help="Told apart by topic (tags), month (of the last rating), pair or scale.")
    ] = "",
    first: Annotated[
        bool, typer.Option("--first", help="Each reviewer's first rating, from before they talked; else the latest.")
    ] = False,
    seed: Annotated[
        int, typer.Option(min=0, max=1_000_000_000, help="Where the chance numbers of the intervals begin.")
    ] = 1,
    samples_drawn: Annotated[
        int, typer.Option("--bootstrap", min=100, max=100_000, help="Samples that an interval is drawn from.")
    ] = 1_000,
    csv_file: Annotated[
        str | None, typer.Option("--csv", help="Write a coefficient a row to this file; -: stdout.")
    ] = None,
    force: Force = False,
    as_json: OneJson = False,
) -> int:
    """Measure how far reviewers agree beyond chance, and list claims to discuss."""
    from workbench.desk.reviewing.agreeing import AgreementQuestion
    from workbench.report.agreement_records import agreement_csv

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        target = place(desk, csv_file, force=force) if csv_file is not None else None
        asked = AgreementQuestion(by, first, seed, samples_drawn)
        found = desk.agreement(desk.query(query), asked)
        if target is not None:
            target.put(agreement_csv(found.groups))
        if as_json and not (target is not None and target.path is None):
            _put(found)
        elif target is None:
            _tell(desk, found)
    _tell_none(found)
    return 0


def _put(found: AgreementReport) -> None:
    from workbench.cli.output.standard_streams import put
    from workbench.report.agreement_records import agreement_record, differing_record

    asked = found.asked
    put({
        "by": asked.by or None, "first": asked.first, "seed": asked.seed, "bootstrap": asked.times,
        "groups": [agreement_record(group) for group in found.groups],
        "differing": [differing_record(each) for each in found.differing],
    })  # fmt: skip


def _tell(desk: Desk, found: AgreementReport) -> None:
    from workbench.cli.output.standard_streams import say, write
    from workbench.report.agreement_records import agreement_lines

    for group in found.groups:
        for line in agreement_lines(group, pairs=found.asked.by in {"", "scale", "pair"}):
            write(line)
    shown = found.differing[:_SHOWN]
    if shown:
        write("Claims to talk about, the furthest apart first:")
    for each in shown:
        write(_line(desk, each))
    if len(found.differing) > len(shown):
        say(f"{len(found.differing) - len(shown):,} more differ: --json lists all.")


def _line(desk: Desk, each: Differing) -> str:
    from contextlib import suppress

    from workbench.core.encoding.codec import UnreadableRecordError
    from workbench.report.list_headline import headline

    line_text = ""
    with suppress(UnreadableRecordError):  # doctor reports it
        line_text = headline(desk.claim(each.rated.claim))
    given = ", ".join(f"{who}: {each.scale.label(key)}" for who, key in each.rated.ratings.items())
    far = "" if not each.steps else f" ({each.steps} {'step' if each.steps == 1 else 'steps'})"
    return f"  {each.rated.claim}  {given}{far}  {line_text}".rstrip()


def _tell_none(found: AgreementReport) -> None:
    from workbench.cli.output.standard_streams import say

    if not found.groups:
        say(
            "No claim was rated by two reviewers on one scale. A second rates with `workbench rate CLAIM RATING --by NAME`."
        )
