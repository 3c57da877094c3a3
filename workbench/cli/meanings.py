"""The model of meanings on the command line: which one tells, and reading every title of the catalogue once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from workbench.cli.context import GlobalOptions
    from workbench.desk.catalogue import CatalogueDesk
    from workbench.ports.meaning import Encoder

MANY = 500
"""Number of titles from which a message says that the model has to read them first, which takes seconds."""


@cache
def model_at(catalogue: Path | None) -> Encoder | None:
    """The model that keeps what it says beside this index, opened once a process; why it cannot be used is told on stderr."""
    if catalogue is None:
        return None
    from workbench.bootstrap.lazy_catalogue import model_beside
    from workbench.cli.output import tell_problems

    model, problems = model_beside(catalogue)
    tell_problems(problems)
    return model


def told_by(catalogue: Path | None, titles: Sequence[str]) -> Encoder | None:
    """The same for some titles that it is about to read, which is told where it takes a while."""
    from workbench.cli.output import say

    model = model_at(catalogue)
    if model is not None and len(titles) > MANY and not model.ready(titles):
        say(f"The model of meanings reads {len(titles):,} titles; they are kept for the next time.")
    return model


def tell_unread(catalogue: CatalogueDesk) -> None:
    """Tells, where the model is in use and new titles came, that it has to read them."""
    from workbench.cli.output import say

    if catalogue.model is not None and catalogue.encoder.space != catalogue.model.space:
        say("`workbench catalogue meanings` has the model read the new titles; the table of words tells until then.")


def meaning_line(catalogue: CatalogueDesk) -> str:
    """Says whether model or table measures nearness in meaning, and why not the model where it was requested."""
    encoder, model = catalogue.encoder, catalogue.model
    if model is None:
        return f"the package's table of words ({encoder.space})"
    if encoder.space == model.space:
        return f"the model ({model.space})"
    return f"the package's table of words ({encoder.space}), until `workbench catalogue meanings` has had the model read every title"


def read_titles(context: typer.Context) -> int:
    """Have the model of the extra `meaning` read every title of the catalogue; a run that was broken off goes on where it stopped."""
    from workbench.cli.output import progress, say

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        with progress(quiet=options.quiet) as tell:
            titles = desk.catalogue.read_titles(tell)
        say(f"The model has read {titles:,} titles; they are ranked by it from now on.")
    return 0
