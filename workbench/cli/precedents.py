"""The verb precedents: how similar claims were decided before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.desk.reviewing.precedents import Precedent


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(precedents)


def precedents(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    *,
    as_json: Json = False,
) -> int:
    """Show how claims on the same series, and with the same kind of possible explanation, were decided before."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.report.precedent_words import precedent_record
    from workbench.report.slip_words import slip_words

    with context.obj.desk() as desk:
        found = desk.precedents(claim)
    if as_json:
        for each in (*found.on_series, *found.with_slip):
            put(precedent_record(each.claim, each.verdict, each.label, each.finding, each.slip))
        return 0
    if not found.series:
        say("No figure lies on the desk yet: workbench research CLAIM.")
    for line in _lines(f"on the same series ({', '.join(found.series)})", found.on_series) if found.series else ():
        write(line)
    slips = "; ".join(map(slip_words, found.slips))
    for line in _lines(f"with the same kind of explanation ({slips})", found.with_slip) if found.slips else ():
        write(line)
    return 0


def _lines(head: str, found: Sequence[Precedent]) -> Iterator[str]:
    from workbench.report.list_headline import headline
    from workbench.report.precedent_words import tally_of, who_and_when

    yield f"{head}: {tally_of([each.label for each in found]) or 'none was decided before'}"
    for each in found:
        yield f"  {each.claim.id}  {each.label:14}  {each.finding.agreement.words:9}  {headline(each.claim)}"
        yield f"  {'':12}  {who_and_when(each.verdict)}" + (f": {each.verdict.note}" if each.verdict.note else "")
