"""The verb views: list, save and drop named filters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from workbench.cli.options.shared_options import Json


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(views)


def views(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The view's name.")] = "",
    query: Annotated[str, typer.Argument(help="The filter, as in claims --query.")] = "",
    key: Annotated[str, typer.Option(help="The digit that opens it in the library; the first that is free.")] = "",
    *,
    drop: Annotated[bool, typer.Option("--drop", help="Drop the view.")] = False,
    as_json: Json = False,
) -> int:
    """List the saved views; with name and filter, save one, for claims --view NAME or a digit in the library."""
    from workbench.cli.output.standard_streams import put, say, write

    with context.obj.desk() as desk:
        if name and drop:
            found = [desk.drop_view(name)]
        elif name and query:
            found = [desk.save_view(name, query, key)]
        else:
            found = [desk.saved_view(name)] if name else list(desk.saved_views())
    for each in found:
        if as_json:
            put({**asdict(each), "dropped": drop})
        else:
            write(f"{each.key or ' '}  {each.name}: {each.query}{'  (dropped)' if drop else ''}")
    if not found:
        say("No view is saved. workbench views NAME QUERY saves one.")
    return 0
