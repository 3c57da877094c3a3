"""The palette: every command that works on a screen, in a sentence, with its key and its twin on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from textual.app import SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from workbench.core.rating import Rating
from workbench.tui.command_keys import EVERY
from workbench.tui.screens.help import NOT_ONES, meaning

Run = Callable[[str, DOMNode], object]


def palette(
    screen: Screen[object], key_name: Callable[[Binding], str], ratings: Mapping[str, Rating], run: Run
) -> Iterator[SystemCommand]:
    """Yield the commands of a screen.

    Args:
        screen: The screen.
        key_name: Returns a binding's key as shown to users.
        ratings: The rating of each digit.
        run: Runs an action on the widget that declared it.
    """
    seen = set()
    for active in screen.active_bindings.values():
        command = EVERY.get(active.binding.id or "")
        if command is None or command.id in seen or command.id in NOT_ONES:
            continue
        seen.add(command.id)
        action, node = active.binding.action, active.node
        twin = f" · {command.twin}" if command.twin else ""
        title = f"{command.says.capitalize()}: {meaning(command, ratings)}"
        yield SystemCommand(title, f"Key {key_name(active.binding)}{twin}", lambda a=action, n=node: run(a, n))
