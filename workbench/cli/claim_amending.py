"""The verb claim: add a missed claim by hand, join two, and split one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.desk.correcting.amending import AmendedDocument

Document = Annotated[str, typer.Argument(help="The document's id, or its beginning.")]
ClaimId = Annotated[str, typer.Argument(help="A claim's id.")]
HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    claim = typer.Typer(help="Claims by hand: add, join, split.", context_settings=HELP_OPTIONS, rich_markup_mode=None)
    for name, verb in (("add", add), ("join", join), ("split", split)):
        claim.command(name)(verb)
    app.add_typer(claim, name="claim")


def add(
    context: typer.Context,
    document: Document,
    quote: Annotated[str, typer.Option(help="The words of the claim, as they stand in the document.")],
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Add a missed claim by its words; it is read like any other claim, and marked as added by hand."""
    with context.obj.desk() as desk:
        return tell_amended(desk.amending.add(document, quote, by), as_json=as_json)


def join(context: typer.Context, claim: ClaimId, other: ClaimId, by: By = "", *, as_json: Json = False) -> int:
    """Join two claims: the reading of the first is kept, and its gaps are filled from the other.

    Both can still be found.
    """
    with context.obj.desk() as desk:
        return tell_amended(desk.amending.join(claim, other, by), as_json=as_json)


def split(
    context: typer.Context,
    claim: ClaimId,
    quote: Annotated[
        list[str] | None, typer.Option(help="The words of a part; once for each. Its figures by default.")
    ] = None,
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Split a claim into several, one for each figure or quote; the old one can still be found."""
    with context.obj.desk() as desk:
        return tell_amended(desk.amending.split(claim, quote or (), by), as_json=as_json)


def tell_amended(done: AmendedDocument, *, as_json: bool) -> int:
    """Print what was done, and the claims that were added."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.report.amendment_words import amended_words, amendment_record
    from workbench.report.decision_words import sentence

    if as_json:
        put(
            {
                **amendment_record(done.amendment),
                "claims": [_record(each) for each in done.came],
                "told": list(done.notices),
            }
        )
        return 0
    write(sentence(amended_words(done.amendment)))
    for each in done.came:
        write(f"  {each.id}  {each.kind.value:10}  “{' '.join(each.quote.split())}”")
    for notice in done.notices:
        say(f"! {notice}")
    return 0


def _record(claim: Claim) -> dict[str, object]:
    from workbench.report.reading_correction_records import slots_record

    return {"id": claim.id, "quote": claim.quote, "reading": slots_record(claim)}
