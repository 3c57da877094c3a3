"""Build verbs only when they are needed: Typer needs longer to inspect a hundred functions than most verbs run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import typer
from typer.main import get_command, get_command_name
from typer.models import CommandInfo, TyperInfo

PLAIN: Any = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""Options of every Typer app: plain output, without boxes and colours."""


class LazyCommands(Mapping[str, Any]):
    """The verbs and groups of verbs of an app by name, in the order of help: verbs, then groups."""

    def __init__(self, app: typer.Typer) -> None:
        self._registered: dict[str, CommandInfo | TyperInfo] = {
            _name(registered): registered for registered in app.registered_commands
        }
        self._registered |= {str(registered.name): registered for registered in app.registered_groups}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """Build the verb or the group of a name. Raises KeyError."""
        registered = self._registered[name]
        if name not in self._made:
            self._made[name] = _alone(registered).commands[name]
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._registered)

    def __len__(self) -> int:
        return len(self._registered)


def parser_of(app: typer.Typer) -> Any:
    """Return the command line of an app whose groups have names; its verbs are built when they are needed."""
    verbs = LazyCommands(app)
    app.registered_commands, app.registered_groups = [], []
    parser: Any = get_command(app)
    parser.commands = verbs
    return parser


def _name(registered: CommandInfo) -> str:
    return registered.name or get_command_name(registered.callback.__name__ if registered.callback else "")


def _alone(registered: CommandInfo | TyperInfo) -> Any:
    """Return a command line with only one verb, or one group of verbs."""
    app = typer.Typer(**PLAIN)
    app.callback()(lambda: None)
    if isinstance(registered, CommandInfo):
        app.registered_commands.append(registered)
    else:
        app.registered_groups.append(registered)
    return get_command(app)
