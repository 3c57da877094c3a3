"""The verb cite: a claim's figure, citation, arithmetic and address, as for the keys `y` and `o` of the bench."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options.shared_options import OneJson


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(cite)


def cite(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    *,
    as_json: OneJson = False,
) -> int:
    """Print what can be cited from a claim: figure, citation, trace, id, and the address of the source's page."""
    from workbench.cli.output.standard_streams import put, say, write
    from workbench.report.clipboard_texts import copies

    with context.obj.desk() as desk:
        found = desk.claim(claim)
        researched = desk.researched(found.id)
    findings = [each for each in researched.findings if each.measured is not None] if researched else []
    series = next((each.series for each in findings if each.series is not None), None)
    made = copies(found, findings[:1], series, series.url if series else "")
    if as_json:
        put({kind: words or None for kind, words in made.items()})
        return 0
    for kind, words in made.items():
        if words:
            write(f"{kind + ':':10}" + words.replace("\n", f"\n{'':10}"))
    if not findings:
        say("No figure lies on the desk yet: workbench research CLAIM.")
    return 0
