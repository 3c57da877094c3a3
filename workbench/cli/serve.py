"""The verb serve: the screens in a browser."""

from __future__ import annotations

import ipaddress
import os
import shlex
import sys
from dataclasses import replace
from importlib.util import find_spec
from typing import Annotated

import typer

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.serving.access_token import access_token
from workbench.core.errors import UsageError, printable

PORT = 8017


class MissingExtraError(UsageError):
    """A package that the verb needs is not installed."""

    def __init__(self) -> None:
        super().__init__("The screens in a browser need the extra `web`.", "pip install 'claim-workbench[web]'")


class OpenHostError(UsageError):
    """The address can be reached from other machines, and the user did not permit that."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{printable(host, 80)} is reached from other machines, or may be.",
            "Leave --host out for this machine alone, or add --open where that is meant.",
        )


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(serve)


def serve(
    context: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    to_others: Annotated[bool, typer.Option("--open", help="Allow an address that others reach.")] = False,
) -> int:
    """Serve the screens to a browser on this machine; the printed address contains the required token."""
    if find_spec("textual_serve") is None:
        raise MissingExtraError
    from workbench.cli.output.standard_streams import say
    from workbench.cli.serving.browser_server import run_server

    options: GlobalOptions = context.obj
    settings = options.settings()  # problems are reported here, not in the browser
    token = access_token()
    if not is_loopback(host):
        if not to_others:
            raise OpenHostError(host)
        say(f"! Whoever gets the address works here as {settings.reviewer}, on the way it is not encrypted.")
    run_server(_screens(options), host, port, token)
    return 0


def is_loopback(host: str) -> bool:
    """Check that only this machine can reach an address.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _screens(options: GlobalOptions) -> str:
    """Return the command that opens the screens for one browser window.

    A database's address, which may hold a password, is passed in the environment.
    """
    if options.db:
        os.environ["WORKBENCH_DB"] = options.db
    if options.config:
        os.environ["WORKBENCH_CONFIG"] = options.config
    words = replace(options, db=None, config=None).as_words()
    return shlex.join([sys.executable, "-m", "workbench", *words, "tui"])
