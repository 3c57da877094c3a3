"""Screens that open from anywhere, each a plug-in: one file defines the screen, its key and its line in the palette.

The workbench's own are in `workbench.tui.pages`; others come by the entry-point group ``workbench.screens``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from textual.app import App
from textual.screen import Screen

from workbench.core.claim import Claim
from workbench.core.errors import Problem, WorkbenchError
from workbench.desk import Desk
from workbench.plugins import BrokenPluginError
from workbench.tui.command_keys import Command

FIRST = "screen."
"""Prefix of the ids of commands that open plugged-in screens."""


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """What the reviewer was looking at when a plug-in's screen is opened.

    Attributes:
        app: The app, whose `screen` is the previous one, with its `focused` widget.
        desk: The desk.
        claim: The selected claim; None where there is none.
    """

    app: App[None]
    desk: Desk
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PluggedScreen:
    """A screen of a plug-in, which its module declares in the constant ``SCREEN``.

    Attributes:
        key: The key that opens it from anywhere, as Textual names keys ("f1", "ctrl+b"); users may remap it by the id
            ``screen.NAME``. On a screen whose own command uses the key, that command has precedence.
        says: One or two words for footer and palette.
        means: A sentence about what it shows, for help page and palette.
        opens: Creates the screen. `Esc` should dismiss it.
        twin: The same on the command line; empty where there is none.
        label: The key as shown to users; empty for Textual's own spelling.
        foot: Whether the footer shows it.
    """

    key: str
    says: str
    means: str
    opens: Callable[[ScreenContext], Screen[None]]
    twin: str = ""
    label: str = ""
    foot: bool = False

    def command(self, name: str) -> Command:
        """Return the command that opens it, for a plug-in of a name."""
        action = f"app.open_screen({name!r})"
        return Command(FIRST + name, self.key, action, self.says, self.means, self.twin, self.label, self.foot)


class PluggedScreens:
    """The screens of all plug-ins by name; broken ones are left out and reported."""

    def __init__(self, plugins: Mapping[str, PluggedScreen]) -> None:
        self._there: dict[str, PluggedScreen] = {}
        self.problems: list[Problem] = []
        for name in plugins:
            try:
                self._there[name] = _whole(name, plugins[name])
            except WorkbenchError as error:
                self.problems.append(error.as_problem(f"plug-in {name}", "broken-plug-in"))

    def __getitem__(self, name: str) -> PluggedScreen:
        """Return the screen of a name. Raises KeyError."""
        return self._there[name]

    def commands(self) -> Iterator[Command]:
        """Yield the commands that open them."""
        for name, screen in self._there.items():
            yield screen.command(name)


def _whole(name: str, loaded: object) -> PluggedScreen:
    """Check that a plug-in's `SCREEN` is valid, and return it. Raises BrokenPluginError."""
    if not isinstance(loaded, PluggedScreen):
        raise BrokenPluginError(name, "it has no SCREEN that is a PluggedScreen")
    return loaded
