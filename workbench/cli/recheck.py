"""The verb recheck: find verdicts whose figures were revised."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workbench.desk import Desk
    from workbench.desk.publication.rechecking import Rechecked
    from workbench.ports import ClaimFilter


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(recheck)


def recheck(
    context: typer.Context,
    claims: Annotated[
        list[str] | None, typer.Argument(help="Claims by id; all whose verdict readers have by default.")
    ] = None,
    query: Annotated[str, typer.Option(help="Which claims instead: as in `workbench claims`.")] = "",
    *,
    known: Annotated[
        bool, typer.Option("--known", help="Ask nobody: list what earlier rechecks found, those of workers too.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where a figure was revised.")] = False,
    as_json: Json = False,
) -> int:
    """Fetch the figures behind verdicts again, and list the verdicts whose figures were revised since."""
    from workbench.cli.output.standard_streams import progress, say

    counts: dict[str, int] = {}
    with context.obj.desk() as desk, progress(quiet=context.obj.quiet) as tell:
        wanted = _wanted(desk, claims or [], query)
        asked = _known(desk, wanted) if known else desk.recheck(wanted, tell)
        asyncio.run(_ask(desk, asked, counts, as_json=as_json))
    say(
        f"{counts.get('revised', 0):,} revised, {counts.get('same', 0):,} the same, {counts.get('failed', 0):,} failed, "
        f"{counts.get('nothing', 0):,} on no figure of a series."
    )
    if counts.get("failed"):
        return 3
    return 1 if strict and counts.get("revised") else 0


def _wanted(desk: Desk, claims: list[str], query: str) -> ClaimFilter:
    """Return the named claims, or those that match the query, or those with a published verdict."""
    from workbench.desk.publication.approval_and_correction import READERS_HAVE
    from workbench.ports import ClaimFilter

    if claims:
        return ClaimFilter(ids=tuple(desk.claim(key).id for key in claims))
    return desk.query(query) if query else READERS_HAVE


async def _known(desk: Desk, wanted: ClaimFilter) -> AsyncIterator[Rechecked]:
    for one in desk.known_revisions(wanted):
        yield one


async def _ask(desk: Desk, asked: AsyncIterator[Rechecked], counts: dict[str, int], *, as_json: bool) -> None:
    async for one in asked:
        counts[one.came.value] = counts.get(one.came.value, 0) + 1
        _tell(desk, one, as_json=as_json)


def _tell(desk: Desk, one: Rechecked, *, as_json: bool) -> None:
    """Print one verdict: its record, or a line, with its revised figures below it."""
    from workbench.cli.output.standard_streams import put, write
    from workbench.report.list_headline import headline
    from workbench.report.revision_words import revision_lines, revision_record

    if as_json:
        revised = [revision_record(each) for each in one.revisions]
        put({"claim": one.claim, "came": one.came.value, "revised": revised, "why": one.why or None})
        return
    if one.came.value == "same":
        return
    write(f"{one.claim}  {one.came.value}  {headline(desk.claim(one.claim))}{f': {one.why}' if one.why else ''}")
    for line in revision_lines(one.revisions):
        write(f"{'':14}{line}")
