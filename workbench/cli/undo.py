"""The verb undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from workbench.desk.reviewing.exclude_and_undo import Undone


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(undo)


def undone_record(review: Undone) -> dict[str, Any]:
    """Return the JSON record of a line of the history, with its id."""
    from workbench.core.attachment import Attachment
    from workbench.core.corrections.amendment import Amendment
    from workbench.core.corrections.correction import Correction
    from workbench.core.encoding.codec import dump
    from workbench.core.verdict import Review
    from workbench.report.verdict_records import review_record

    if isinstance(review, Correction):
        from workbench.report.reading_correction_records import edit_record

        return edit_record(review)
    if isinstance(review, Amendment):
        from workbench.report.amendment_words import amendment_record

        return amendment_record(review)
    if isinstance(review, Attachment):
        from workbench.report.attachment_records import attachment_record

        return attachment_record(review)
    return {"id": review.id, **(review_record(review) if isinstance(review, Review) else dump(review))}


def undo(
    context: typer.Context,
    claim: Annotated[str | None, typer.Argument(help="The claim's id; the last one touched by default.")] = None,
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Take back your last action: a verdict, note, publication, choice, correction, attachment, or amendment."""
    from shlex import quote as shell_word

    from workbench.cli.output.standard_streams import put, say, write
    from workbench.core.attachment import Attachment
    from workbench.core.corrections.amendment import Amendment
    from workbench.core.corrections.correction import Correction
    from workbench.core.reviewers.series_choice import Choice
    from workbench.core.reviews.undo_message import taken_back
    from workbench.core.verdict import Review
    from workbench.report.amendment_words import amended_words
    from workbench.report.decision_words import aimed

    with context.obj.desk() as desk:
        undone = desk.undo(claim, by)
        history = desk.history(undone.claim) if isinstance(undone, Review) else ()
        others = desk.verdict(claim).last if claim and undone is None else None
        count = desk.given_with(undone) if undone is not None and not claim else 1
    if as_json:
        put({"undone": undone_record(undone) if undone else None, "count": count if undone else 0})
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
        done = " ".join(part for part in (undone.action.value, undone.rating) if part) + aimed(undone)
        what = gone.what(done)
        since = f"; {stands}" if (stands := gone.since(str)) else ""
        more = f" and of {count - 1:,} more claims, given in one go," if count > 1 else ""
        write(f"Taken back: {what} of {undone.claim}{more} by {undone.reviewer}{since}.")
    return 0
