"""The verb document: list documents, correct their data, hide and show them."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.claim_amending import HELP_OPTIONS, Document, tell_amended
from workbench.cli.options.shared_options import By, Json


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    document = typer.Typer(
        help="Documents by hand: list, set, hide, show.", context_settings=HELP_OPTIONS, rich_markup_mode=None
    )
    for name, of_document in (("list", list_documents), ("set", set_data), ("hide", hide), ("show", show)):
        document.command(name)(of_document)
    app.add_typer(document, name="document")


def list_documents(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words of the title, the place, the speakers or the file.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1_000_000_000, help="At most so many.")] = 100,
    *,
    hidden: Annotated[bool, typer.Option("--hidden", help="Those that are hidden.")] = False,
    as_json: Json = False,
) -> int:
    """List documents, newest first: id, day, place, open claims of all, title."""
    from workbench.cli.output.standard_streams import put, write

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
    from workbench.cli.output.standard_streams import put, write
    from workbench.core.corrections.amendment import DocumentData
    from workbench.desk.correcting.document_data_typing import data_words

    with context.obj.desk() as desk:
        if values:
            return tell_amended(desk.amending.set(document, [_parted(each) for each in values], by), as_json=as_json)
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
        return tell_amended(desk.amending.hide(document, by), as_json=as_json)


def show(context: typer.Context, document: Document, by: By = "", *, as_json: Json = False) -> int:
    """Show a hidden document again, with its claims as they were."""
    with context.obj.desk() as desk:
        return tell_amended(desk.amending.show(document, by), as_json=as_json)


def _parted(value: str) -> tuple[str, str]:
    from workbench.core.errors import UsageError, printable

    name, equals, typed = value.partition("=")
    if not equals:
        raise UsageError(f"“{printable(value, 60)}” names nothing.", "Write it like day=2021-12-02.")
    return name, typed
