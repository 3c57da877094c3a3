"""Text on one line."""

from __future__ import annotations


def one_line(text: str) -> str:
    """Collapse every run of white space in a text to one space."""
    return " ".join(text.split())
