"""The verbs claim and document: add, join and split claims; correct, hide and show documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.options import By, Json

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.desk.correcting.amending import AmendedDocument

Document = Annotated[str, typer.Argument(help="The document's id, or its beginning.")]
ClaimId = Annotated[str, typer.Argument(help="A claim's id.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    options = {"help_option_names": ["-h", "--help"]}
    claim = typer.Typer(help="Claims by hand: add, join, split.", context_settings=options, rich_markup_mode=None)
    for name, verb in (("add", add), ("join", join), ("split", split)):
        claim.command(name)(verb)
    app.add_typer(claim, name="claim")
    document = typer.Typer(
        help="Documents by hand: list, set, hide, show.", context_settings=options, rich_markup_mode=None
    )
    for name, of_document in (("list", list_documents), ("set", set_data), ("hide", hide), ("show", show)):
        document.command(name)(of_document)
    app.add_typer(document, name="document")


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
        return _tell(desk.amending.add(document, quote, by), as_json=as_json)


def join(context: typer.Context, claim: ClaimId, other: ClaimId, by: By = "", *, as_json: Json = False) -> int:
    """Join two claims: the reading of the first is kept, and its gaps are filled from the other.

    Both can still be found.
    """
    with context.obj.desk() as desk:
        return _tell(desk.amending.join(claim, other, by), as_json=as_json)


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
        return _tell(desk.amending.split(claim, quote or (), by), as_json=as_json)


def list_documents(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words of the title, the place, the speakers or the file.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1_000_000_000, help="At most so many.")] = 100,
    *,
    hidden: Annotated[bool, typer.Option("--hidden", help="Those that are hidden.")] = False,
    as_json: Json = False,
) -> int:
    """List documents, newest first: id, day, place, open claims of all, title."""
    from workbench.cli.output.output import put, write

    with context.obj.desk() as desk:
        for row in desk.documents(words, 0, limit, hidden=hidden):
            day = row.published.isoformat() if row.published else None
            if as_json:
                put({"id": row.id, "title": row.title, "published": day, "place": row.place, "origin": row.origin,
                     "claims": row.claims, "open": row.open, "hidden": hidden})  # fmt: skip
            else:
                write(
                    f"{row.id}  {day or '          '}  {row.place or '---'}  {row.open:>3} of {row.claims:>3}  {row.title}"
                )
    return 0


def set_data(
    context: typer.Context,
    document: Document,
    values: Annotated[
        list[str] | None,
        typer.Argument(help="day=2021-12-02 place=MKD speaker='Ana Radeva, minister; …' title='…' language=de ('-' empties)."),
    ] = None,
    by: By = "",
    *,
    as_json: Json = False,
) -> int:  # fmt: skip
    """Correct a document's data and read its claims again; edits, verdicts and dismissals stay.

    Without values, show it.
    """
    from workbench.cli.output.output import put, write
    from workbench.core.corrections.amendment import DocumentData
    from workbench.desk.correcting.document_data import data_words

    with context.obj.desk() as desk:
        if values:
            return _tell(desk.amending.set(document, [_parted(each) for each in values], by), as_json=as_json)
        found = desk.document(document)
        words = data_words(DocumentData.of(found))
    if as_json:
        put({"document": found.id, **{name: value or None for name, value in words.items()}})
    else:
        for name, value in words.items():
            write(f"{name:9} {value or '-'}")
    return 0


def hide(context: typer.Context, document: Document, by: By = "", *, as_json: Json = False) -> int:
    """Hide a document and its claims from library and queue; undo, or document show, brings them back."""
    with context.obj.desk() as desk:
        return _tell(desk.amending.hide(document, by), as_json=as_json)


def show(context: typer.Context, document: Document, by: By = "", *, as_json: Json = False) -> int:
    """Show a hidden document again, with its claims as they were."""
    with context.obj.desk() as desk:
        return _tell(desk.amending.show(document, by), as_json=as_json)


def _parted(value: str) -> tuple[str, str]:
    from workbench.core.errors import UsageError, printable

    name, equals, typed = value.partition("=")
    if not equals:
        raise UsageError(f"“{printable(value, 60)}” names nothing.", "Write it like day=2021-12-02.")
    return name, typed


def _tell(done: AmendedDocument, *, as_json: bool) -> int:
    """Print what was done, and the claims that were added."""
    from workbench.cli.output.output import put, say, write
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
    from workbench.report.edit_records import slots_record

    return {"id": claim.id, "quote": claim.quote, "reading": slots_record(claim)}
