"""Options shared by several verbs, each defined once."""

from __future__ import annotations

from typing import Annotated

import typer

By = Annotated[str, typer.Option(help="Who; the configured reviewer by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines.")]
OneJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Language = Annotated[
    str,
    typer.Option(help="The readers' language, de, en, es, fr or mk; the publisher's by default. Quotes keep theirs."),
]
