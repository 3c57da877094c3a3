"""The verbs rate, defer, dismiss and tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import By, Json
from workbench.core.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.cli.records.decision_records import Decide, Record
    from workbench.core.verdict import Verdict
    from workbench.desk import Desk
    from workbench.desk.reviewing.bulk_decisions import Decision

Note = Annotated[str, typer.Option(help="The reviewer's words.")]
Records = Annotated[
    bool, typer.Option("--records", help="Read JSON Lines from stdin, answer each; see the manual, scripts.")
]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (rate, defer, dismiss, tag):
        app.command()(verb)


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
    seen: Annotated[
        str,
        typer.Option(
            metavar="REVIEW", help="The last review that you saw, or when: refused where a colleague rated since."
        ),
    ] = "",
    add: Annotated[bool, typer.Option("--add", help="Beside whatever a colleague gave since.")] = False,
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Rate a claim. Nothing is overwritten: the history keeps every rating."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.cli.records.decision_records import decide_records, need_either
    from workbench.core.series import SeriesRef
    from workbench.report.verdict_records import verdict_record

    need_either(claim, records=records, example="workbench rate CLAIM false")
    on = SeriesRef.parse(series) if series else None
    with context.obj.desk() as desk:
        if records:
            return decide_records(decisions(desk, "rate", by), _KEYS["rate"])
        from workbench.cli.output.text_output import verdict_lines

        known = desk.seen_until(claim, seen, by) if seen and not add else None
        verdict = desk.rate(claim, rating, note, by, on=on, seen=known)
        if as_json:
            put({"claim": verdict.claim, **verdict_record(verdict)})
            return 0
        if not (seen or add or context.obj.quiet) and (lately := desk.rated_lately(verdict, by)):
            say(f"{lately}; yours stands beside it.")
        for line in verdict_lines(verdict, desk.scale, desk.awaited(verdict)):
            write(line)
    return 0


def defer(
    context: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id.")] = None,
    note: Note = "",
    by: By = "",
    *,
    until: Annotated[
        str,
        typer.Option(metavar="DAY", help="2026-12-05 or “in 3 days”: out of the queue until then, and back by itself."),
    ] = "",
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Defer claims: they stay open, and a desk that learns ranks similar ones lower.

    With --until they leave the queue.
    """
    return _each(context, "defer", "is deferred", claims, note, by, records=records, as_json=as_json, until=until)


def dismiss(
    context: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(help="Claims by id.")] = None,
    note: Annotated[str, typer.Option("--why", "--note", help="Why it is none.")] = "",
    by: By = "",
    *,
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Dismiss claims that are none: they leave the queue, status:dismissed finds them, and undo brings them back."""
    return _each(context, "dismiss", "is dismissed: no claim", claims, note, by, records=records, as_json=as_json)


def tag(
    context: typer.Context,
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM… TAG", help="Claims by id, then the tag.")
    ] = None,
    by: By = "",
    *,
    off: Annotated[bool, typer.Option("--off", help="Take the tag off.")] = False,
    records: Records = False,
    as_json: Json = False,
) -> int:
    """Tag claims, to find them again by tag:TAG; one undo takes a whole batch back."""
    from workbench.cli.records.decision_records import decide_records, need_either
    from workbench.core.errors import UsageError
    from workbench.core.reviewers.tag import tag_name

    *keys, name = claims or [""]
    need_either(keys or name, records=records, example="workbench tag CLAIM budget")
    with context.obj.desk() as desk:
        if records:
            return decide_records(decisions(desk, "untag" if off else "tag", by), _KEYS["tag"])
        if not keys:
            raise UsageError("Name the claims, then the tag.", "workbench tag CLAIM budget")
        outcome = f"is no longer tagged {tag_name(name)}." if off else f"is tagged {tag_name(name)}."
        return _tell(desk.tag(keys, name, by, off=off), outcome, as_json=as_json)


_KEYS = {
    "rate": ("rating", "note", "series", "seen", "by"),
    "defer": ("note", "until", "by"),
    "dismiss": ("note", "by"),
    "tag": ("tag", "by"),
}
"""The keys of each verb's records, beside the claim."""


def decisions(desk: Desk, verb: str, by: str) -> Decide:
    """Answer a verb's records: ``{"claim", "rating"?, "note"?, "series"?, "seen"?, "tag"?, "until"?, "by"?}``."""

    def answers(records: Sequence[Record]) -> Sequence[Record | WorkbenchError]:
        read = [_read(desk, record, verb, by) for record in records]
        made = iter(desk.decide_all(each for each in read if not isinstance(each, WorkbenchError)))
        return [_said(each if isinstance(each, WorkbenchError) else next(made)) for each in read]

    return answers


def _read(desk: Desk, record: Record, verb: str, by: str) -> Decision | WorkbenchError:
    from workbench.cli.records.decision_records import words
    from workbench.core.series import SeriesRef
    from workbench.core.verdict import Action
    from workbench.desk.reviewing.bulk_decisions import Decision

    try:
        on = SeriesRef.parse(words(record, "series")) if words(record, "series") else None
        return Decision(
            claim=record["claim"], action=Action(verb), rating=words(record, "rating"), on=on,
            note=words(record, "tag" if verb in {"tag", "untag"} else "note"), by=words(record, "by", by),
            seen=desk.seen_until(record["claim"], last, words(record, "by", by)) if (last := words(record, "seen")) else None,
            until=desk.coming_day(typed) if verb == "defer" and (typed := words(record, "until")) else None,
        )  # fmt: skip
    except WorkbenchError as error:
        return error


def _said(answer: Verdict | WorkbenchError) -> Record | WorkbenchError:
    from workbench.report.verdict_records import verdict_record

    if isinstance(answer, WorkbenchError):
        return answer
    return {"claim": answer.claim, **verdict_record(answer)}


def _each(  # noqa: PLR0917  (the options of two verbs)
    context: typer.Context,
    verb: str,
    outcome: str,
    claims: list[str] | None,
    note: str,
    by: str,
    *,
    records: bool,
    as_json: bool,
    until: str = "",
) -> int:
    """Apply a decision that takes only a note to claims, named or read from stdin.

    One undo takes back all named ones.
    """
    from workbench.cli.records.decision_records import decide_records, need_either
    from workbench.core.verdict import Action
    from workbench.desk.reviewing.bulk_decisions import Decision, new_batch

    need_either(claims, records=records, example=f"workbench {verb} CLAIM")
    with context.obj.desk() as desk:
        if records:
            return decide_records(decisions(desk, verb, by), _KEYS[verb])
        batch, day = new_batch() if len(claims or ()) > 1 else "", desk.coming_day(until) if until else None
        made = desk.decide_all(
            Decision(claim=each, action=Action(verb), note=note, by=by, batch=batch, until=day) for each in claims or ()
        )
        return _tell(made, f"{outcome} until {day}." if day else f"{outcome}.", as_json=as_json)


def _tell(made: Sequence[Verdict | WorkbenchError], outcome: str, *, as_json: bool) -> int:
    """Print what was done to each claim; failures, and why, go to stderr."""
    from workbench.cli.output.standard_streams import put, write

    refused = [each for each in made if isinstance(each, WorkbenchError)]
    for each in made:
        if isinstance(each, WorkbenchError):
            continue
        if as_json:
            put(_said(each))
        else:
            write(f"{each.claim} {outcome}")
    if refused:
        raise refused[0]
    return 0
