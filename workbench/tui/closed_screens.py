"""Free the memory of closed screens, which Textual keeps."""

from __future__ import annotations

from textual._styles_cache import StylesCache


def forget_drawings() -> None:
    """Forget the lines that were drawn of widgets that are gone.

    Textual's cache of border colours belongs to the class and holds each drawing cache by which it was asked, with all
    lines in it: a megabyte for each claim that was opened, up to a thousand widgets. It is filled again while drawing.
    """
    StylesCache.get_inner_outer.cache_clear()
