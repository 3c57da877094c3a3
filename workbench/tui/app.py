"""The screens' app: opens the library over a desk. Screens do the work; this file only puts them together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.screen import Screen

from workbench.desk import Desk
from workbench.tui.commands import EVERY
from workbench.tui.screens.help import Context, help_lines
from workbench.tui.screens.library import LibraryScreen
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.themes import DARK, LIGHT


class WorkbenchApp(App[None]):
    """The workbench on a terminal."""

    TITLE = "workbench"

    def __init__(self, desk: Desk, document: str | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._document = document
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The library."""
        return LibraryScreen(self.desk)

    def on_mount(self) -> None:
        """Loads what research needs beside the first screen; opens the bench at a document where one was named."""
        self.run_worker(self.desk.warm_up, thread=True, exit_on_error=False)
        if self._document and isinstance(self.screen, LibraryScreen):
            self.call_after_refresh(self.screen.open_document, self._document)

    @property
    def fault(self) -> Exception | None:
        """What the screens fell over; None where they closed as they should."""
        return self._exception

    def _fatal_error(self) -> None:
        """Closes where Textual would print a traceback with the reviewer's data in it; `run` says what happened instead."""
        self._close_messages_no_wait()

    def action_light(self) -> None:
        """Changes between the dark and the light theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        """Shows every key that holds where the reviewer is."""
        claim = getattr(self.screen, "claim", None)
        context = Context(claim.id if claim else "", {rating.digit: rating for rating in self.desk.scale.ratings})
        live = list(self.screen.active_bindings.values())
        self.push_screen(ReaderScreen("Keys", partial(help_lines, live, self.get_key_display, context), hang=12))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the commands that hold on the screen, from the same declaration as the keys."""
        for active in screen.active_bindings.values():
            command = EVERY.get(active.binding.id or "")
            if command is not None and command.twin:
                action, namespace = active.binding.action, active.node
                yield SystemCommand(command.says, command.means, lambda a=action, n=namespace: self.run_action(a, n))
        yield SystemCommand("Theme", "Choose another theme.", self.action_change_theme)
