"""Set the size classes of a screen before its first paint.

Textual sets them after the first layout and so draws twice.
"""

from __future__ import annotations

from textual.screen import Screen


def fit_at_once(screen: Screen[None]) -> None:
    """Set the class of a screen's width before its layout: that of the last breakpoint that it reaches."""
    points = screen.HORIZONTAL_BREAKPOINTS or []
    reached = [name for least, name in points if screen.app.size.width >= least]
    for _, name in points:
        screen.set_class(name == reached[-1], name)
