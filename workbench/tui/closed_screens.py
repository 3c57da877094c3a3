"""Free the memory of closed screens, which Textual keeps."""

from __future__ import annotations

import asyncio
import gc
from contextvars import Context

from textual._styles_cache import StylesCache

IDLE = 0.6
"""Seconds after the last screen was opened or closed at which what closed ones held is collected: the reviewer reads then."""


def forget_drawings() -> None:
    """Forget the lines that were drawn of widgets that are gone.

    Textual's cache of border colours belongs to the class and holds each drawing cache by which it was asked, with all
    lines in it: a megabyte for each claim that was opened, up to a thousand widgets. It is filled again while drawing.
    """
    StylesCache.get_inner_outer.cache_clear()


def freeze_loaded() -> None:
    """Let the garbage collector leave out all objects that exist now, which live until the end.

    A full collection, which a key might have to wait for, then takes some milliseconds in place of a quarter of a second.
    """
    gc.freeze()


class Collecting:
    """Frees what closed screens held, which is in cycles, some time after the last screen was opened or closed."""

    def __init__(self) -> None:
        self._waiting: asyncio.TimerHandle | None = None

    def postpone(self) -> None:
        """Wait anew; the wait holds no screen, as a timer of Textual would."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(IDLE, collect, context=Context())


def collect() -> None:
    """Free what closed screens held, where that is quick: after `freeze_loaded`."""
    if gc.get_freeze_count():
        gc.collect()


COLLECTING = Collecting()
