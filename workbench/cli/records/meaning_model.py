"""The meaning model on the command line: report whether it is used, and read every title of the catalogue once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from workbench.cli.options.global_options import GlobalOptions
    from workbench.desk.catalogue.catalogue import CatalogueDesk
    from workbench.ports.meaning_encoder import Encoder


class Model(NamedTuple):
    """The folder of the meaning model's cache, and whether to use the model: None means if it is installed."""

    index_path: Path
    used: bool | None


@cache
def model_at(model: Model | None) -> Encoder | None:
    """Return the model with its cache next to an index, opened once per process.

    Print on stderr why it cannot be used.
    """
    if model is None or model.used is False:
        return None
    from workbench.bootstrap.lazy_catalogue import model_beside
    from workbench.cli.output.standard_streams import tell_problems

    found, problems = model_beside(model.index_path, wanted=bool(model.used))
    tell_problems(problems)
    return found


def tell_unread(catalogue: CatalogueDesk) -> None:
    """Tells, where the model is in use and new titles came, that it has to read them."""
    from workbench.cli.output.standard_streams import say

    if catalogue.model is not None and catalogue.encoder.space != catalogue.model.space:
        say(
            "`workbench catalogue meanings` has the model read the new titles; until then it reads the best of each question."
        )


def meaning_line(catalogue: CatalogueDesk) -> str:
    """Return whether the model or the table measures similarity of meaning, and why a requested model is not used."""
    encoder, model = catalogue.encoder, catalogue.model
    if model is None:
        return f"the package's table of words ({encoder.space})"
    if encoder.space == model.space:
        return f"the model ({model.space})"
    return f"the model ({model.space}) of the best hundred titles of each question, until `workbench catalogue meanings` has had it read all"


def read_titles(context: typer.Context) -> int:
    """Let the model of the extra `meaning` read every title of the catalogue; an interrupted run is continued."""
    from workbench.cli.output.standard_streams import progress, say

    options: GlobalOptions = context.obj
    with options.desk() as desk:
        with progress(quiet=options.quiet) as tell:
            titles = desk.catalogue.read_titles(tell)
        say(f"The model has read {titles:,} titles; they are ranked by it from now on.")
    return 0
