"""The classes of a screen's size from its first paint on: Textual sets them once it has laid the screen out, which draws it twice."""

from __future__ import annotations

from textual.screen import Screen


def fit_at_once(screen: Screen[None]) -> None:
    """Give a screen the class of its width before it is laid out; the last of its breakpoints that it reaches."""
    points = screen.HORIZONTAL_BREAKPOINTS or []
    reached = [name for least, name in points if screen.app.size.width >= least]
    for _, name in points:
        screen.set_class(name == reached[-1], name)
