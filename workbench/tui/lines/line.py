"""A line of a pane: pieces of safe text, each with a role (``dim``, ``caveat``).

The widget gives roles their colours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from workbench.tui.safe_text import NO_BREAK_SPACE, plain


class StyledPiece(NamedTuple):
    """Some words and their role (``dim``, ``head``, ``caveat`` …); several roles are separated by spaces."""

    text: str
    role: str = ""


Line: TypeAlias = tuple[StyledPiece, ...]
"""One line; the empty tuple is an empty line."""

BLANK: Line = ()

ROLES = ("dim", "head", "mark", "current", "good", "mixed", "bad", "caveat", "figure", "sign", "struck", "marking")
"""Roles that widgets style. Each repeats what a word or sign says already."""


def say(text: object, role: str = "") -> StyledPiece:
    """Make a piece of any text; here, and only here, it is made safe for the screen."""
    return StyledPiece(plain(text), role)


def line(*parts: object) -> Line:
    """Make a line of pieces; plain texts are made safe first."""
    return tuple(part if isinstance(part, StyledPiece) else say(part) for part in parts)


def text_of(pieces: Line) -> str:
    """Return the text of a line as it is drawn."""
    return raw_text(pieces).replace(NO_BREAK_SPACE, " ")


def raw_text(pieces: Line) -> str:
    """Return the text of a line with no-break spaces kept; offsets of pieces refer to it."""
    return "".join(piece.text for piece in pieces)


def texts(lines: Iterable[Line]) -> list[str]:
    """Return the texts of several lines."""
    return [text_of(each) for each in lines]
