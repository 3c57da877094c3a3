"""Close the screens when their terminal is gone: its window was closed, or the connection to it broke.

The kernel ends a program with a signal then, but not one that was started with ``nohup`` or by another program. Textual
goes on reading from the closed terminal, which takes a whole processor.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from textual.app import App

SECONDS = 2.0
"""How often the terminal is looked at."""


def close_with_terminal(app: App[None]) -> None:
    """Look from now on whether the terminal is still there, and close the screens where it is not; nothing for screens without one."""
    if app.is_headless or (gone := watched(sys.__stdin__)) is None:
        return
    app.set_interval(SECONDS, lambda: app.exit() if gone() else None)


def watched(stream: object) -> Callable[[], bool] | None:
    """Return a function that tells whether the terminal of a stream is gone; None for anything but a terminal."""
    try:
        import select  # noqa: PLC0415  (Windows has no `poll`)

        number: int = stream.fileno()  # type: ignore[attr-defined]
        if not os.isatty(number):
            return None
        poll = select.poll()
        gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    except (AttributeError, ImportError, OSError, ValueError):
        return None
    poll.register(number, 0)  # what is gone is told without being asked for

    def is_gone() -> bool:
        with suppress(OSError):
            return any(event & gone for _, event in poll.poll(0))
        return True

    return is_gone
