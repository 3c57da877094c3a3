"""The verb formula: evaluate a reviewer's formula for a claim, list formulas, run one again, complete one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.options.shared_options import By, Json

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.core.reviewers.saved_formula import SavedFormula
    from workbench.desk import Desk
    from workbench.desk.formulas.formulas import WorkedFormula

Data = Annotated[list[str] | None, typer.Option(help="Your own files of figures beside the services.")]


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(formula)


def formula(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")] = "",
    text: Annotated[str, typer.Argument(help="The formula, such as “un.asylum / wb.pop * 100000”.")] = "",
    *,
    use: Annotated[str, typer.Option(help="Work this kept formula out for the claim, by its id.")] = "",
    drop: Annotated[str, typer.Option(help="Do not offer this formula any more, by its id.")] = "",
    complete: Annotated[str, typer.Option(help="Print how a formula may go on that begins so.")] = "",
    series: Annotated[str, typer.Option(help="What x stands for, source:key; the best candidate by default.")] = "",
    by: By = "",
    data: Data = None,
    listed: Annotated[
        bool,
        typer.Option(
            "--list", help="List the claim's formulas and those that are offered; all formulas without a claim."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Work it out and keep nothing.")] = False,
    as_json: Json = False,
) -> int:
    """Evaluate your formula for a claim: units are checked, steps traced.

    It is saved, and offered for similar claims.
    """
    from workbench.core.errors import UsageError

    options: GlobalOptions = context.obj
    with options.desk(tuple(data or ())) as desk:
        if complete:
            return _complete(desk, complete, as_json=as_json)
        if drop:
            return _drop(desk, drop, by, as_json=as_json)
        if listed and not claim:
            return _list_all(desk, as_json=as_json)
        if not claim:
            raise UsageError("formula needs a claim.", "Name it by its id; `workbench claims` lists them.")
        found = desk.claim(claim)
        if listed:
            return _list(desk, found, as_json=as_json)
        wanted = desk.formulas.named(use).general if use else text
        if not wanted:
            raise UsageError("formula needs a formula.", "Write one in quotes, or --use ID, or --list.")
        worked = _work(desk, found, wanted, by=by, series=series, quiet=options.quiet, try_only=dry_run)
        _show(desk, found, worked, as_json=as_json)
    return 0


def _work(desk: Desk, claim: Claim, text: str, *, by: str, series: str, quiet: bool, try_only: bool) -> WorkedFormula:
    from workbench.cli.output.standard_streams import progress, say
    from workbench.core.series import SeriesRef
    from workbench.formula import FormulaError, pointed, tidied

    in_hand = SeriesRef.parse(series) if series else None
    try:
        with progress(quiet=quiet) as tell:
            return asyncio.run(desk.formulas.work_out(claim, text, by, tell, in_hand=in_hand, try_only=try_only))
    except FormulaError as error:
        for line in pointed(tidied(text), error).splitlines():
            say(line)
        raise


def _show(desk: Desk, claim: Claim, worked: WorkedFormula, *, as_json: bool) -> None:
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.cli.output.text_output import bodies_of, claim_lines, finding_lines
    from workbench.report.figure_citations import figures_record
    from workbench.report.finding_records import finding_record

    found, kept = worked.finding, worked.kept
    if as_json:
        finding = {**finding_record(found), "figures": figures_record(found)}
        put({"claim": claim.id, "kept": formula_record(kept) if kept else None, "finding": finding})
        return
    for line in (*claim_lines(claim), *finding_lines(found, bodies_of(desk, (found,)))):
        write(line)
    if kept is not None:
        say(f"Kept with the claim as {kept.id}: {kept.general}")
    elif found.measured is None:
        say("Not kept: it gives no figure.")


def _list(desk: Desk, claim: Claim, *, as_json: bool) -> int:
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.cli.output.text_output import offered_lines

    kept, offered = desk.formulas.kept(claim), desk.formulas.offered(claim)
    if as_json:
        for how, formulas in (("kept", kept), ("offered", offered)):
            for each in formulas:
                put({"how": how, **formula_record(each)})
        return 0
    for each in kept:
        _write_kept(each)
    for line in offered_lines(desk, claim):
        write(line)
    if not (kept or offered):
        say("No formula was kept for this claim, or for one of its shape.")
    return 0


def _list_all(desk: Desk, *, as_json: bool) -> int:
    """List the formulas of all claims that were not dropped, newest first."""
    from workbench.cli.output.standard_streams import put, say

    kept = desk.formulas.standing()
    for each in kept:
        if as_json:
            put({"how": "kept", **formula_record(each)})
        else:
            _write_kept(each)
    if not kept:
        say("No formula was kept yet.")
    return 0


def _write_kept(kept: SavedFormula) -> None:
    from workbench.cli.output.standard_streams import write
    from workbench.formula.language.short_names import short_text

    write(f"{kept.id}  {kept.at:%Y-%m-%d}  {kept.reviewer}  {short_text(kept.text)}  for {kept.claim} “{kept.quote}”")


def formula_record(kept: SavedFormula) -> dict[str, Any]:
    """Return the record of a formula: ``{"id","claim","text","general","by","at","quote"}``."""
    return {
        "id": kept.id,
        "claim": kept.claim,
        "text": kept.text,
        "general": kept.general,
        "by": kept.reviewer,
        "at": kept.at.isoformat(),
        "quote": kept.quote,
    }


def _drop(desk: Desk, key: str, by: str, *, as_json: bool) -> int:
    from workbench.cli.output.standard_streams import put, write

    dropped = desk.formulas.drop(key, by)
    if as_json:
        put({"dropped": formula_record(dropped)})
    else:
        write(f"Not offered any more: {dropped.text}")
    return 0


def _complete(desk: Desk, text: str, *, as_json: bool) -> int:
    from workbench.cli.output.standard_streams import put, write

    asyncio.run(desk.formulas.look_at_own())
    for way in desk.formulas.ways_on(text):
        if as_json:
            put({"text": way.text, "says": way.says, "start": way.start})
        else:
            write(f"{way.text}  {way.says}")
    return 0
