"""The themes: dark on light, light on dark, and high contrast, each with one accent colour.

The contrast of text is at least 4.5:1, and 7:1 in the last.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#7aa2f7",
    secondary="#9aa5ce",
    accent="#e0af68",
    success="#9ece6a",
    warning="#e0af68",
    error="#f7768e",
    foreground="#d5d9e6",
    background="#16181f",
    surface="#1b1e27",
    panel="#22262f",
    dark=True,
)

LIGHT = Theme(
    name="workbench-light",
    primary="#2456a6",
    secondary="#4a5568",
    accent="#8a5a00",
    success="#2f6b1f",
    warning="#8a4b00",
    error="#a8202f",
    foreground="#1c1f26",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
)

CONTRAST = Theme(
    name="workbench-contrast",
    primary="#66d9ff",
    secondary="#ffffff",
    accent="#ffd700",
    success="#5cff5c",
    warning="#ffd700",
    error="#ffabab",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
)

THEMES = (DARK, LIGHT, CONTRAST)
"""The themes, in the order in which their key goes through them."""


def theme_after(name: str) -> Theme:
    """Return the next theme; the first one after a theme of Textual's own."""
    names = [theme.name for theme in THEMES]
    return THEMES[(names.index(name) + 1) % len(THEMES) if name in names else 0]
