"""Find the places on a screen that the focus can jump to: widgets that take it, and names of panes behind others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from workbench.tui.widgets.pane_layout import Panes

LABELS = "asdfghjklqwertyuiopzxcvbnm"
"""The keys that jump, those under the fingers first."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A place with its key.

    Attributes:
        label: The key.
        name: The name of the widget, for tests and screen readers.
        x: Column of the label.
        y: Row of the label.
        go: Moves the focus there.
    """

    label: str
    name: str
    x: int
    y: int
    go: Callable[[], object]


def jumps_of(screen: Screen[Any]) -> list[Jump]:
    """Find the places of a screen from top to bottom, each with a key."""
    places = sorted(_places(screen), key=lambda place: (place[2], place[1]))
    return [Jump(label, *place) for label, place in zip(LABELS, places, strict=False)]


Place = tuple[str, int, int, Callable[[], object]]


def _places(screen: Screen[Any]) -> Iterator[Place]:
    named = set()
    for panes in screen.query(Panes):
        for name, x, y in panes.names_on_edges():
            named.add(name)
            yield (name, x, y, partial(panes.show, name))
    for widget in screen.focus_chain:
        if widget.region.area and widget.id not in named:
            yield (widget.id or "", *_corner(widget), partial(screen.set_focus, widget))


def _corner(widget: Widget) -> tuple[int, int]:
    """Return the cell of a widget's label: on its upper edge, before its title."""
    return widget.region.x, widget.region.y
