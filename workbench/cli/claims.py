"""The verbs claims and show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.export_and_replay import Drafts, check_goes_out, tell_left_out
from workbench.cli.memory import chosen_lines
from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.desk import Desk
    from workbench.ports import ClaimFilter, ClaimRow, Researched

ExportFormat = Annotated[str, typer.Option("--format", help="Write them in an exporter's format, such as csv.")]


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (claims, show):
        app.command()(verb)


def claims(
    context: typer.Context,
    query: Annotated[str, typer.Option(help="Words, and status:open worth:>0.6 kind:change place:MKD.")] = "",
    limit: Annotated[
        int | None,
        typer.Option(min=0, max=1_000_000_000, help="At most so many; 0 for all. 100 by default, and all with --json."),
    ] = None,
    form: ExportFormat = "",
    view: Annotated[str, typer.Option(help="A saved view; --query narrows it.")] = "",
    *,
    drafts: Drafts = False,
    as_json: Json = False,
) -> int:
    """List claims, those most worth checking first."""
    from workbench.cli.output.standard_streams import put, say, write

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        wanted = desk.query(f"{desk.saved_view(view).query} {query}" if view else query)
        most = _most(limit, whole=as_json or bool(form))
        rows, heard = _pages(desk, wanted, most), cache(partial(_heard_in, desk))
        if form:
            _export(desk, [row.id for row in rows], form, drafts=drafts, quiet=options.quiet)
            return 0
        for row in rows:
            if row.damaged:
                continue
            if as_json:
                put({**_row_record(row), **heard(row.document).get(row.id, _NOT_HEARD)})
            else:
                write(_row_line(row))
        if limit is None and most and not options.quiet and (left := desk.count_claims(wanted) - most) > 0:
            say(f"{left:,} more match: --limit 0 lists all.")
    return 0


def _most(limit: int | None, *, whole: bool) -> int:
    """Return the limit of rows, 0 for all: scripts get everything, people a screenful or two."""
    return limit if limit is not None else 0 if whole else _SHOWN


def _export(desk: Desk, claims: list[str], form: str, *, drafts: bool, quiet: bool) -> None:
    """Write claims to stdout in an exporter's format. Raises NothingGoesOutError for an empty report for readers."""
    from workbench.cli.output.standard_streams import write_parts
    from workbench.ports import ClaimFilter

    none = ("none",)  # an empty list of ids would select every claim
    made = desk.report(ClaimFilter(ids=tuple(claims) or none, order="text"))
    given = desk.export_report(made, form, drafts=drafts)
    check_goes_out(given.going)
    write_parts(given.parts())
    tell_left_out(given.going, quiet=quiet)


def _pages(desk: Desk, wanted: ClaimFilter, limit: int = 0) -> Iterator[ClaimRow]:
    given, size = 0, 500
    while rows := desk.listed(wanted, given, min(size, limit - given) if limit else size):
        yield from rows
        given += len(rows)
        if limit and given >= limit:
            return


def _row_line(row: ClaimRow) -> str:
    from workbench.cli.output.text_output import MARK
    from workbench.report.decision_words import deferred_words, row_rating

    day = row.said.isoformat() if row.said else "          "
    rating = f"  [{row_label}]" if (row_label := row_rating(row, str)) else ""
    says = re.sub(r"\s+", " ", row.headline or row.quote)
    more = f"  said {row.sightings} times" if row.sightings > 1 else ""
    more += "".join(f"  #{tag}" for tag in row.tags)
    more += f"  {words}" if (words := deferred_words(row, "deferred")) else ""
    more += f"  with {row.holder}" if row.holder else ""
    who = f"  {row.speaker}" if row.speaker else ""
    return f"{row.id}  {MARK.get(row.stage, '?')}  {row.worth:.2f}  {day}  {row.kind:10}  {says}{who}{more}{rating}"


_SHOWN = 100
"""Most claims in a list for people."""

_NOT_HEARD = {"heard_at": None, "heard_link": None}


def _heard_in(desk: Desk, document: str) -> dict[str, dict[str, Any]]:
    """Return the time codes of a recorded document's claims, by their ids; empty for any other document."""
    from workbench.core.encoding.codec import UnreadableRecordError
    from workbench.core.errors import NoSuchRecordError
    from workbench.report.json_records import heard_record

    try:
        found = desk.document(document)
    except (UnreadableRecordError, NoSuchRecordError):
        desk.pass_over("document", document)
        return {}
    claims = desk.claims_in(document) if found.marks else ()
    return {claim.id: heard_record(found, claim.span.start) for claim in claims}


def _row_record(row: ClaimRow) -> dict[str, Any]:
    return {
        "id": row.id, "document": row.document, "quote": row.quote, "context": row.context, "kind": row.kind,
        "worth": row.worth, "said": row.said.isoformat() if row.said else None, "place": row.place,
        "speaker": row.speaker, "stage": row.stage, "rating": row.rating, "deferred": row.deferred,
        "until": row.until.isoformat() if row.until else None, "holder": row.holder or None,
        "disputed": row.disputed, "withheld": row.withheld, "headline": row.headline, "sightings": row.sightings, "tags": list(row.tags),
    }  # fmt: skip


def show(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    form: ExportFormat = "",
    *,
    drafts: Drafts = False,
    as_json: Json = False,
) -> int:
    """Show a claim: its reading, what research found, the arithmetic, the verdict and its history."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.cli.output.text_output import (
        amendment_lines,
        attached_lines,
        claim_lines,
        correction_lines,
        heard_in,
        research_lines,
        verdict_lines,
    )
    from workbench.report.revision_words import revision_lines

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        found = desk.claim(claim)
        researched = desk.researched(found.id)
        if form:
            _export(desk, [found.id], form, drafts=drafts, quiet=options.quiet)
            return 0
        if as_json:
            put(claim_record_in_full(desk, found, researched))
            return 0
        lines = [*claim_lines(found, heard_in(desk, found)), f"  “{found.context}”"]
        lines += correction_lines(desk.corrections(found.id))
        lines += amendment_lines(desk, found)
        lines += research_lines(desk, researched) if researched else ["  not researched yet"]
        lines += attached_lines(desk.attachments(found.id))
        chosen = chosen_lines(desk.memory.of(found.id))
        since = revision_lines(desk.revisions(found.id))
        for line in (
            *lines,
            *verdict_lines(verdict := desk.verdict(found.id), desk.scale, desk.awaited(verdict)),
            *(f"    ! {one}" for one in since),
            *chosen,
        ):
            write(line)
    return 0


def claim_record_in_full(desk: Desk, claim: Claim, researched: Researched | None) -> dict[str, Any]:
    """Return the record of a claim with its research, findings, verdict and history."""
    from workbench.compare.providers.side_by_side import side_by_side, table_record
    from workbench.report.figure_citations import figures_record
    from workbench.report.finding_records import finding_record
    from workbench.report.json_records import (
        candidate_record,
        claim_record,
        elsewhere_record,
        heard_record,
        known_record,
        problem_record,
    )

    document = desk.document(claim.document)
    return {
        **claim_record(claim, document.text),
        **heard_record(document, claim.span.start),
        "candidates": [candidate_record(row.candidate) for row in researched.candidates] if researched else [],
        "findings": [{**finding_record(f), "figures": figures_record(f)} for f in researched.findings]
        if researched
        else [],
        "sources_compared": [table_record(t) for t in side_by_side(researched.findings)] if researched else [],
        "known": [known_record(known) for known in researched.known] if researched else [],
        "elsewhere": [elsewhere_record(one) for one in researched.elsewhere] if researched else [],
        "problems": [problem_record(problem) for problem in researched.problems] if researched else [],
        "searched": researched.searched if researched else None,
        "researched": {"at": researched.at.isoformat(), "ahead": researched.ahead} if researched else None,
        **_decided_json(desk, claim),
    }


def _decided_json(desk: Desk, claim: Claim) -> dict[str, Any]:
    """Return as JSON what people did to a claim: formulas, evidence, verdict, corrections, amendments."""
    from workbench.cli.formulas import formula_record
    from workbench.cli.undo import undone_record
    from workbench.report.amendment_words import amendment_record, by_hand_record
    from workbench.report.attachment_records import attachments_record
    from workbench.report.reading_correction_records import edits_record
    from workbench.report.revision_words import revision_record
    from workbench.report.verdict_records import verdict_record

    verdict = desk.verdict(claim.id)
    return {
        "formulas": [formula_record(each) for each in desk.formulas.kept(claim)],
        "offered": [formula_record(each) for each in desk.formulas.offered(claim)],
        "attached": attachments_record(desk.attachments(claim.id)),
        "verdict": verdict_record(verdict),
        "revised": [revision_record(each) for each in desk.revisions(claim.id)],
        "history": [undone_record(review) for review in verdict.history],
        **edits_record(list(desk.corrections(claim.id)), desk.claim_as_read(claim.id)),
        "by_hand": by_hand_record(claim),
        "aside": desk.amending.why_aside(claim) or None,
        "amendments": [amendment_record(each) for each in desk.amending.of_claim(claim)],
    }
