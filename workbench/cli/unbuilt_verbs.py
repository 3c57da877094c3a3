"""Verbs of the contract that are not built yet: each says so in one line, none pretends."""

from __future__ import annotations

from collections.abc import Callable

import typer

from workbench.core.errors import NotYetError

VERBS = ("worker",)


def add_to(app: typer.Typer) -> None:
    """Adds the verbs, hidden from help until they do something."""
    for verb in VERBS:
        app.command(verb, hidden=True, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
            _not_yet(verb)
        )


def _not_yet(verb: str) -> Callable[[typer.Context], None]:
    def refuse(context: typer.Context) -> None:  # noqa: ARG001  (the parser hands every verb its context)
        raise NotYetError(verb)

    refuse.__doc__ = f"workbench {verb} is not there yet."
    return refuse
