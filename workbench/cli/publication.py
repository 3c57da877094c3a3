"""The verbs that publish verdicts: approve, reject, publish, correct, withdraw, published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import By, Json
from workbench.cli.output.output_files import Force, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.evidence import Snapshot
    from workbench.core.verdict import Verdict
    from workbench.desk.publication.published_pages import PublishedPage

One = Annotated[str, typer.Argument(help="The claim's id.")]
Several = Annotated[list[str], typer.Argument(help="Claims by id.")]
Why = Annotated[str, typer.Option(help="The reason, which readers see.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (approve, reject, publish, correct, withdraw, published):
        app.command()(verb)


def approve(
    context: typer.Context,
    claims: Several,
    note: Annotated[str, typer.Option(help="Your words.")] = "",
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Approve drafts as a second person."""
    with context.obj.desk() as desk:
        for claim in claims:
            before = desk.verdict(claim)
            _tell(desk.approve(claim, note, by), "is approved", before, as_json=as_json)
    return 0


def reject(
    context: typer.Context,
    claim: One,
    note: Annotated[str, typer.Option(help="What is to be mended.")] = "",
    by: By = "",
    *,
    as_json: Json = False,
) -> int:
    """Send a draft back, with the reason."""
    with context.obj.desk() as desk:
        before = desk.verdict(claim)
        _tell(desk.reject(claim, note, by), "is sent back", before, as_json=as_json)
    return 0


def publish(context: typer.Context, claims: Several, by: By = "", *, as_json: Json = False) -> int:
    """Publish verdicts that have one rating, with evidence or a reason, and whose recomputed figures are the same."""
    from workbench.cli.output.standard_streams import say
    from workbench.report.reader_headline import needs_headline, reader_headline

    with context.obj.desk() as desk:
        for claim in claims:
            before = desk.verdict(claim)
            _tell(verdict := desk.publish(claim, by), "is published", before, as_json=as_json)
            if _is_new(verdict, before) and needs_headline(found := desk.claim(claim)):
                say(
                    f"! It goes out under the machine's headline, “{reader_headline(found)}”. workbench edit {found.id} headline=… puts yours there."
                )
    return 0


def correct(
    context: typer.Context,
    claim: One,
    rating: Annotated[str, typer.Argument(help="The rating that holds now; the published one by default.")] = "",
    note: Why = "",
    by: By = "",
    *,
    revised: Annotated[
        bool, typer.Option("--revised", help="The office revised its figures since: an update, no error of ours.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Correct a published verdict: readers see the old verdict, the new one, and why."""
    with context.obj.desk() as desk:
        before = desk.verdict(claim)
        verdict = desk.correct_verdict(claim, rating, note, by, revised=revised)
        _tell(verdict, "is updated" if revised else "is corrected", before, as_json=as_json)
    return 0


def withdraw(context: typer.Context, claim: One, note: Why = "", by: By = "", *, as_json: Json = False) -> int:
    """Withdraw a published verdict: readers find that it was withdrawn, when and why."""
    with context.obj.desk() as desk:
        before = desk.verdict(claim)
        _tell(desk.withdraw(claim, note, by), "is withdrawn", before, as_json=as_json)
    return 0


def published(
    context: typer.Context,
    claim: One,
    number: Annotated[
        int,
        typer.Option(min=0, max=1_000_000_000, help="Which page, by its number in the list; the newest by default."),
    ] = 0,
    output: Annotated[str | None, typer.Option(help="Write the page to this file; - is stdout.")] = None,
    *,
    force: Force = False,
    as_json: Json = False,
) -> int:
    """List the published pages of a claim, with their day and hash; with --output, write one as it was."""
    from workbench.cli.output.standard_streams import put, say, write

    with context.obj.desk() as desk:
        pages = desk.published_pages(claim)
        if output is not None:
            place(desk, output, force=force).put(desk.archive.read(_chosen(pages, number).id))
            return 0
        for n, page in enumerate(pages, start=1):
            at, kept = page.release.review.at, page.snapshot
            if as_json:
                put({"number": n, "at": at.isoformat(), "what": page.what, "sha256": kept.id if kept else None})
            else:
                write(f"{n:>3}  {at:%Y-%m-%d %H:%M} UTC  {page.what:<15}  {kept.id if kept else 'not kept'}")
    if not pages:
        say("Readers have had nothing of this claim.")
    return 0


def _chosen(pages: Sequence[PublishedPage], number: int) -> Snapshot:
    """Return the stored page of a number; 0 for the newest. Raises UsageError."""
    from workbench.core.errors import UsageError

    kept = {n: page.snapshot for n, page in enumerate(pages, start=1) if page.snapshot is not None}
    found = kept.get(number or max(kept, default=0))
    if found is None:
        known = ", ".join(map(str, kept)) or "none"
        raise UsageError(f"There is no kept page {number or ''}".rstrip() + ".", f"Pages that are kept: {known}.")
    return found


def _is_new(verdict: Verdict, before: Verdict) -> bool:
    """Check whether a verdict was changed, or was so already."""
    return verdict.last != before.last


def _tell(verdict: Verdict, what: str, before: Verdict, *, as_json: bool) -> None:
    """Print how a verdict was changed, or that it was so already: in words, or as a record."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.report.verdict_records import verdict_record

    what = what if _is_new(verdict, before) else f"{what} already, and stays as it is"

    if as_json:
        put({"claim": verdict.claim, **verdict_record(verdict)})
    elif verdict.disputed:
        write(f"{verdict.claim}: the reviewers differ since; readers keep what they have until they agree.")
    else:
        rating = "" if verdict.stage.value == "withdrawn" else f": {verdict.rating}"
        write(f"{verdict.claim} {what}{rating}.")
