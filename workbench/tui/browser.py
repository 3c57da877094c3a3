"""Is there a browser that an address can be opened in? A browser that takes over the terminal is none."""

from __future__ import annotations

import webbrowser


def has_browser(*, is_web: bool) -> bool:
    """Return whether an address can be opened.

    Args:
        is_web: Whether the screens themselves stand in a browser.
    """
    if is_web:
        return True
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(found) is not webbrowser.GenericBrowser
