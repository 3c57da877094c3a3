"""The verb attach: attach a page, a file or a note to a claim as evidence, and list attachments."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.cli.records.decision_records import Record
    from workbench.core.errors import WorkbenchError
    from workbench.desk import Desk
    from workbench.desk.evidence.attaching import EvidenceFor


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(attach)


def attach(  # noqa: PLR0917  (the options of the verb)
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")] = "",
    place: Annotated[str, typer.Argument(help="A web address or a file; none for a note.", metavar="[URL|FILE]")] = "",
    note: Annotated[str, typer.Option(help="Your words; evidence by themselves where no place is given.")] = "",
    quote: Annotated[str, typer.Option(help="Words that must stand there; their place is kept.")] = "",
    page: Annotated[int, typer.Option(min=0, max=1_000_000_000, help="The printed page, from 1.")] = 0,
    selector: Annotated[str, typer.Option(help="A CSS selector of the element, such as '#main > p'.")] = "",
    title: Annotated[str, typer.Option(help="What to call it; its own title by default.")] = "",
    by: By = "",
    *,
    records: Annotated[
        bool,
        typer.Option(
            "--records",
            help='Read JSON Lines: {"claim": ID, "place": URL|FILE, "note": "…", …}; print one answer a line.',
        ),
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Fetch the page though the archive has a young answer.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Attach your own evidence: a page or file, archived by its hash, or a note; with neither, list attachments."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.cli.output.text_output import attached_lines
    from workbench.cli.records.decision_records import decide_records, need_either
    from workbench.desk.evidence.attaching import EvidenceGiven
    from workbench.report.attachment_records import attachment_record

    need_either(claim, records=records, example="workbench attach CLAIM https://…")
    with context.obj.desk() as desk:
        if records:
            return decide_records(lambda given: _attached(desk, given, by, fresh=fresh), _KEYS)
        if not (place or note or quote or page or selector):
            return _listed(desk, claim, as_json=as_json)
        given = EvidenceGiven(place=place, note=note, quote=quote, page=page, selector=selector, title=title)
        made = asyncio.run(desk.attach(claim, given, by, fresh=fresh))
        for problem in made.problems:
            say(f"! {problem}")
        if as_json:
            put(attachment_record(made.attachment))
            return 0
        for line in attached_lines([made.attachment]):
            write(line)
    return 0


def _listed(desk: Desk, claim: str, *, as_json: bool) -> int:
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.cli.output.text_output import attached_lines
    from workbench.report.attachment_records import attachments_record

    given = desk.attachments(desk.claim(claim).id)
    if as_json:
        for record in attachments_record(given):
            put(record)
        return 0
    for line in attached_lines(given):
        write(line)
    if not given:
        say("Nothing is attached yet.")
    return 0


_KEYS = ("place", "note", "quote", "page", "selector", "title", "by")
"""The keys of a record, beside the claim."""


def _attached(desk: Desk, records: Sequence[Record], by: str, *, fresh: bool) -> Sequence[Record | WorkbenchError]:
    """Answer records: ``{"claim", "place"?, "note"?, "quote"?, "page"?, "selector"?, "title"?, "by"?}``."""
    from workbench.core.errors import WorkbenchError
    from workbench.report.attachment_records import attachment_record

    read = [_read(record, by) for record in records]
    given = [each for each in read if not isinstance(each, WorkbenchError)]
    made = iter(asyncio.run(desk.attach_all(given, fresh=fresh)))
    answers: list[Record | WorkbenchError] = []
    for each in read:
        answer = each if isinstance(each, WorkbenchError) else next(made)
        if isinstance(answer, WorkbenchError):
            answers.append(answer)
            continue
        problem_part = {"problems": [str(problem) for problem in answer.problems]} if answer.problems else {}
        answers.append(attachment_record(answer.attachment) | problem_part)
    return answers


def _read(record: Record, by: str) -> EvidenceFor | WorkbenchError:
    from workbench.cli.records.decision_records import words
    from workbench.core.errors import UnknownNameError, WorkbenchError
    from workbench.desk.evidence.attach_typing import OPTIONS, page_typed
    from workbench.desk.evidence.attaching import EvidenceFor, EvidenceGiven

    try:
        for key in record:
            if key not in {"claim", "place", "by", *OPTIONS}:
                raise UnknownNameError("key", key, ["place", *OPTIONS, "by"])
        said = {name: words(record, name) for name in ("place", *OPTIONS) if name != "page"}
        page = page_typed(words(record, "page")) if words(record, "page") else 0
        return EvidenceFor(record["claim"], EvidenceGiven(page=page, **said), words(record, "by", by))
    except WorkbenchError as error:
        return error
