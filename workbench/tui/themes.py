"""The two themes: ink on paper and paper on ink, one accent each, contrast of text at least 7:1."""

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
