"""A line of a pane: pieces of safe text, each with the role that it plays. The widget gives a role its colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from workbench.tui.plain import NO_BREAK_SPACE, plain


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
    """Return a piece of text from anywhere: this is the gate where it is made safe."""
    return StyledPiece(plain(text), role)


def line(*parts: object) -> Line:
    """Return a line of pieces; what is not a `StyledPiece` yet is made one, safely."""
    return tuple(part if isinstance(part, StyledPiece) else say(part) for part in parts)


def text_of(pieces: Line) -> str:
    """Return the words of a line, as they are drawn."""
    return raw_text(pieces).replace(NO_BREAK_SPACE, " ")


def raw_text(pieces: Line) -> str:
    """Return the same with firm spaces told apart: where the pieces' offsets count from."""
    return "".join(piece.text for piece in pieces)


def texts(lines: Iterable[Line]) -> list[str]:
    """Return the words of several lines."""
    return [text_of(each) for each in lines]
