"""The model of meanings on the command line: which one tells, and reading every title of the catalogue once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from workbench.cli.options.context import GlobalOptions
    from workbench.desk.catalogue.catalogue import CatalogueDesk
    from workbench.ports.meaning import Encoder


class Model(NamedTuple):
    """Where the model of meanings keeps what it says, and whether it is used: None for where it is installed."""

    index_path: Path
    used: bool | None


@cache
def model_at(model: Model | None) -> Encoder | None:
    """Return the model that keeps what it says beside an index, opened once a process; why it cannot be used is told on stderr."""
    if model is None or model.used is False:
        return None
    from workbench.bootstrap.lazy_catalogue import model_beside
    from workbench.cli.output.output import tell_problems

    found, problems = model_beside(model.index_path, wanted=bool(model.used))
    tell_problems(problems)
    return found


def tell_unread(catalogue: CatalogueDesk) -> None:
    """Tells, where the model is in use and new titles came, that it has to read them."""
    from workbench.cli.output.output import say

    if catalogue.model is not None and catalogue.encoder.space != catalogue.model.space:
        say(
            "`workbench catalogue meanings` has the model read the new titles; until then it reads the best of each question."
        )


def meaning_line(catalogue: CatalogueDesk) -> str:
    """Say whether model or table measures nearness in meaning, and why not the model where it was requested."""
    encoder, model = catalogue.encoder, catalogue.model
    if model is None:
        return f"the package's table of words ({encoder.space})"
    if encoder.space == model.space:
        return f"the model ({model.space})"
    return f"the model ({model.space}) of the best hundred titles of each question, until `workbench catalogue meanings` has had it read all"


def read_titles(context: typer.Context) -> int:
    """Have the model of the extra `meaning` read every title of the catalogue; a run that was broken off goes on where it stopped."""
    from workbench.cli.output.output import progress, say

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        with progress(quiet=options.quiet) as tell:
            titles = desk.catalogue.read_titles(tell)
        say(f"The model has read {titles:,} titles; they are ranked by it from now on.")
    return 0
