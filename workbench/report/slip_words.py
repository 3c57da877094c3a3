"""Kinds of possible explanations of a wrong claim, in words."""

from __future__ import annotations

SLIPS = {
    "other-period": "it would hold for another period",
    "other-base": "it would hold against another base",
    "part-for-whole": "a part was taken for the whole",
    "scale": "thousands, millions or billions were mixed up",
    "direction": "up and down were mixed up",
    "other-place": "it would hold for another place",
}
"""Kinds of possible explanations in words; any other stands under its own name."""


def slip_words(kind: str) -> str:
    """Say a kind of possible explanation."""
    return SLIPS.get(kind, kind.replace("-", " "))
