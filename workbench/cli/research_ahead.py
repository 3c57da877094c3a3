"""The verb ahead: research the next claims of the queue before anybody opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options.shared_options import Json

if TYPE_CHECKING:
    from workbench.desk.research_ahead import AheadClaim


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(ahead)


def ahead(
    context: typer.Context,
    count: Annotated[int, typer.Argument(min=1, max=1000, help="How many.")] = 5,
    after: Annotated[str, typer.Option(help="The claim that they come after; the top of the queue by default.")] = "",
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List them, and ask nobody.")] = False,
    as_json: Json = False,
) -> int:
    """Research the next open claims of the queue, as the screens do in the background; existing research stays."""
    from workbench.cli.output.standard_streams import say
    from workbench.desk.research_ahead import FAILED, READY, AheadClaim, AheadWork, coming

    failed = 0
    with context.obj.desk() as desk:
        rows = coming(desk, desk.claim(after).id if after else None, count)
        if dry_run:
            for row in rows:
                _put(AheadClaim(row.id, row, READY if desk.researched(row.id) else "waiting"), as_json=as_json)
            return 0
        ended: list[AheadClaim] = []

        def tell(each: AheadClaim) -> None:
            if each.state in {READY, FAILED}:
                ended.append(each)
                _put(each, as_json=as_json)

        AheadWork(desk).run(rows, tell)
        failed = sum(each.state == FAILED for each in ended)
    if not rows:
        say("No claim is open.")
    return 3 if failed else 0


def _put(each: AheadClaim, *, as_json: bool) -> None:
    from workbench.cli.output.standard_streams import put, write

    if as_json:
        put({"claim": each.id, "quote": each.row.quote, "state": each.state, "says": each.failure or None})
    else:
        write(
            f"{each.id}  {each.state:8} {each.row.headline or each.row.quote}{f': {each.failure}' if each.failure else ''}"
        )
