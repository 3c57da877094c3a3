"""Screens that open from anywhere, each a plug-in: one file brings the screen, its key and its line in the palette.

In the tree they lie in `workbench.tui.pages`; from outside they come by the entry-point group ``workbench.screens``.
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
    """Where the reviewer stands when a screen is opened.

    Attributes:
        app: The app, whose `screen` is the one that is left, with its `focused` widget.
        desk: The desk.
        claim: The selected claim; None where there is none.
    """

    app: App[None]
    desk: Desk
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PluggedScreen:
    """A screen that a plug-in brings, as its module declares it with one constant, ``SCREEN``.

    Attributes:
        key: The key that opens it from anywhere, as Textual names keys ("f1", "ctrl+b"); readers may remap it by the id
            ``screen.NAME``. A screen whose own command has the key goes first there.
        says: A word or two, for the footer and the palette.
        means: A sentence that says what it shows, for help and palette.
        opens: Makes the screen. `Esc` should dismiss it.
        twin: The same on the command line; empty where there is none.
        label: How the key is written for readers; empty for Textual's own way.
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
        """Return the command that opens it, for a plug-in of that name."""
        action = f"app.open_screen({name!r})"
        return Command(FIRST + name, self.key, action, self.says, self.means, self.twin, self.label, self.foot)


class PluggedScreens:
    """The screens of all plug-ins by name; one that is broken is left out and told of."""

    def __init__(self, plugins: Mapping[str, PluggedScreen]) -> None:
        self._there: dict[str, PluggedScreen] = {}
        self.problems: list[Problem] = []
        for name in plugins:
            try:
                self._there[name] = _whole(name, plugins[name])
            except WorkbenchError as error:
                self.problems.append(error.as_problem(f"plug-in {name}", "broken-plug-in"))

    def __getitem__(self, name: str) -> PluggedScreen:
        """Return the screen of that name. Raises KeyError."""
        return self._there[name]

    def commands(self) -> Iterator[Command]:
        """Yield the commands that open them."""
        for name, screen in self._there.items():
            yield screen.command(name)


def _whole(name: str, loaded: object) -> PluggedScreen:
    """Return a plug-in, where it is one. Raises BrokenPluginError."""
    if not isinstance(loaded, PluggedScreen):
        raise BrokenPluginError(name, "it has no SCREEN that is a PluggedScreen")
    return loaded
