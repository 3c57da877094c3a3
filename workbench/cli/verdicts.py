"""A person's word: rate, defer, dismiss, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.verdict import Verdict
    from workbench.desk import Desk
    from workbench.desk.excluding import Undone

Note = Annotated[str, typer.Option(help="The reviewer's words.")]
By = Annotated[str, typer.Option(help="Who; the configured reviewer by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines.")]
Records = Annotated[
    bool, typer.Option("--records", help="Read JSON Lines from stdin, answer each; see the manual, scripts.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs."""
    for verb in (rate, defer, dismiss, undo):
        app.command()(verb)


def undone_record(review: Undone) -> dict[str, Any]:
    """A line of the history, with its id."""
    from workbench.core.amendment import Amendment
    from workbench.core.attachment import Attachment
    from workbench.core.codec import dump
    from workbench.core.correction import Correction
    from workbench.core.verdict import Review
    from workbench.report.verdict_records import review_record

    if isinstance(review, Correction):
        from workbench.report.correction_records import correction_record

        return correction_record(review)
    if isinstance(review, Amendment):
        from workbench.report.amendment_words import amendment_record

        return amendment_record(review)
    if isinstance(review, Attachment):
        from workbench.report.attached import attachment_record

        return attachment_record(review)
    return {"id": review.id, **(review_record(review) if isinstance(review, Review) else dump(review))}


def rate(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")] = "",
    rating: Annotated[str, typer.Argument(help="A rating of the scale in use.")] = "",
    *,
    note: Note = "",
    by: By = "",
    series: Annotated[
        str,
        typer.Option(
            help="The series, source:key, that it rests on: remembered. The best ranked with figures by default."
        ),
    ] = "",
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Give a claim a verdict. Nothing is overwritten: the history keeps every one."""
    from workbench.cli.decision_records import decide_records, need_either
    from workbench.cli.output import put, write
    from workbench.cli.text_output import verdict_lines
    from workbench.core.series import SeriesRef
    from workbench.report.verdict_records import verdict_record

    need_either(claim, records=records, example="workbench rate CLAIM false")
    on = SeriesRef.parse(series) if series else None
    with context.obj.desk() as desk:
        if records:
            return decide_records(lambda record: _rated(desk, record, by))
        verdict = desk.rate(claim, rating, note, by, on=on)
        if as_json:
            put({"claim": verdict.claim, **verdict_record(verdict)})
            return 0
        for line in verdict_lines(verdict, desk.scale):
            write(line)
    return 0


def defer(
    context: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id.")] = None,
    note: Note = "",
    by: By = "",
    *,
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Put claims off: they stay open, and a desk that learns ranks their like lower."""
    return _each(context, "defer", "is put off.", claims, note, by, records=records, as_json=as_json)


def dismiss(
    context: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id.")] = None,
    note: Annotated[str, typer.Option(help="Why it is none.")] = "",
    by: By = "",
    *,
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Say that claims are none: they leave the queue, stay findable by status:dismissed, and come back by undo."""
    return _each(context, "dismiss", "is dismissed: no claim.", claims, note, by, records=records, as_json=as_json)


def undo(
    context: typer.Context,
    claim: Annotated[str | None, typer.Argument(help="The claim's id; the last one touched by default.")] = None,
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Take back what you did last: a verdict, note, publication, choice, correction, evidence, or a claim or document by hand; the history keeps both."""
    from shlex import quote as shell_word

    from workbench.cli.output import put, say, write
    from workbench.core.amendment import Amendment
    from workbench.core.attachment import Attachment
    from workbench.core.choice import Choice
    from workbench.core.correction import Correction
    from workbench.core.taken_back import taken_back
    from workbench.core.verdict import Review
    from workbench.report.amendment_words import amended_words

    with context.obj.desk() as desk:
        undone = desk.undo(claim, by)
        history = desk.history(undone.claim) if isinstance(undone, Review) else ()
        others = desk.verdict(claim).last if claim and undone is None else None
    if as_json:
        put({"undone": undone_record(undone) if undone else None})
    elif undone is None and others is not None:
        say(f"There is nothing of yours to undo; {others.reviewer} was the last: --by {shell_word(others.reviewer)}.")
    elif undone is None:
        say("There is nothing to undo.")
    elif isinstance(undone, Choice):
        write(f"Taken back: {undone.kind.label} {undone.series} for {undone.claim} by {undone.reviewer}.")
    elif isinstance(undone, Amendment):
        write(f"Taken back: {amended_words(undone)}, by {undone.reviewer}.")
    elif isinstance(undone, Correction):
        what = f"{undone.slot.value} {undone.after or 'nothing'}"
        write(f"Taken back: {what} of {undone.claim} by {undone.reviewer}; {undone.before or 'nothing'} stands.")
    elif isinstance(undone, Attachment):
        write(f"Taken back: {undone.kind.value} “{undone.title or undone.note}” attached to {undone.claim}.")
    else:
        gone = taken_back(undone, history)
        what = gone.what(" ".join(part for part in (undone.action.value, undone.rating) if part))
        since = f"; {stands}" if (stands := gone.since(str)) else ""
        write(f"Taken back: {what} of {undone.claim} by {undone.reviewer}{since}.")
    return 0


def _rated(desk: Desk, record: dict[str, Any], by: str) -> dict[str, Any]:
    """The answer for one record: ``{"claim", "rating", "note"?, "series"?, "by"?}``."""
    from workbench.cli.decision_records import words
    from workbench.core.series import SeriesRef
    from workbench.report.verdict_records import verdict_record

    series = words(record, "series")
    on = SeriesRef.parse(series) if series else None
    verdict = desk.rate(record["claim"], words(record, "rating"), words(record, "note"), words(record, "by", by), on=on)
    return {"claim": verdict.claim, **verdict_record(verdict)}


def _each(  # noqa: PLR0917  (the options of two verbs)
    context: typer.Context,
    verb: str,
    says: str,
    claims: list[str] | None,
    note: str,
    by: str,
    *,
    records: bool,
    as_json: bool,
) -> int:
    """Does to each claim, named or read from stdin, what takes no more than a note: putting it off, dismissing it."""
    from workbench.cli.decision_records import decide_records, need_either
    from workbench.cli.output import put, write

    need_either(claims, records=records, example=f"workbench {verb} CLAIM")
    with context.obj.desk() as desk:
        act: Callable[[str, str, str], Verdict] = desk.defer if verb == "defer" else desk.dismiss
        if records:
            return decide_records(lambda record: _done(act, record, by))
        for claim in claims or ():
            done = _done(act, {"claim": claim, "note": note}, by)
            if as_json:
                put(done)
            else:
                write(f"{done['claim']} {says}")
    return 0


def _done(act: Callable[[str, str, str], Verdict], record: dict[str, Any], by: str) -> dict[str, Any]:
    """The answer for one record of claims that are put off or dismissed: ``{"claim", "note"?, "by"?}``."""
    from workbench.cli.decision_records import words
    from workbench.report.verdict_records import verdict_record

    verdict = act(record["claim"], words(record, "note"), words(record, "by", by))
    return {"claim": verdict.claim, **verdict_record(verdict), "deferred": verdict.deferred}
