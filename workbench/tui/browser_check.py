"""Check whether a browser can open an address. One that runs in the terminal does not count."""

from __future__ import annotations

import webbrowser


def has_browser(*, is_web: bool) -> bool:
    """Check whether an address can be opened.

    Args:
        is_web: Whether the screens themselves run in a browser.
    """
    if is_web:
        return True
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(found) is not webbrowser.GenericBrowser
