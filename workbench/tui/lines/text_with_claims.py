"""A document's text with its claims marked in place by brackets and numbers: ``[1 16,000 attempts]``.

The mark of the selected claim differs from the others in one cell (``[3▸…]``), so selecting another claim moves no word
of the text. Offsets are code points of `Document.text`, half-open; claims may overlap or lie inside one another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from workbench.core.document import Span
from workbench.tui.lines.line import Line, StyledPiece, raw_text, say
from workbench.tui.lines.wrap import cells, cut, wrap
from workbench.tui.safe_text import NO_BREAK_SPACE, plain

GAP = NO_BREAK_SPACE
"""Separator of a mark's number and the claim's words. It becomes ``▸`` in the selected claim."""

OPENS = "opens"
"""Role of an opening bracket, which the document does not have."""

CLOSES = "closes"
"""Role of a closing bracket, likewise."""

MARKING = "marking"
"""Role of the words that a person is marking."""


def mark_claims(text: str, spans: Sequence[Span], width: int) -> list[Line]:
    """Wrap the text with its claims marked.

    A piece of claim n has the role ``claim-n``, several where claims overlap.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(_pieces(text, spans)):
        if paragraph or (lines and lines[-1]):
            lines.extend(wrap(paragraph, width))
    return lines


def first_line(lines: Sequence[Line], number: int) -> int | None:
    """Return the line where claim n begins; None where it is not in the text."""
    role = f"claim-{number}"
    return next((y for y, line in enumerate(lines) if any(role in piece.role.split() for piece in line)), None)


class LetterMap:
    """Maps letters of a text to cells. White space and brackets do not count as letters, since wrapping changes them.

    Args:
        text: The text.
        lines: Its lines, as `mark_claims` gives them.
    """

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._offsets = [at for at, char in enumerate(text) if not char.isspace() and plain(char)]
        self._starts = [0, *accumulate(map(_letters, lines))]

    def offset_at(self, y: int, cell: int) -> int | None:
        """Return the offset in the text of the letter at a cell, or of the nearest one before it.

        None above the first line.
        """
        if not 0 <= y < len(self._lines):
            return None
        before = self._starts[y] + _letters(_up_to(self._lines[y], cell))
        return self._offsets[min(before, len(self._offsets)) - 1] if before and self._offsets else None

    def line_of(self, offset: int) -> int:
        """Return the line in which the letter at an offset is drawn."""
        return max(0, bisect_right(self._starts, bisect_left(self._offsets, offset)) - 1)

    def marked(self, y: int, line: Line, marking: Span) -> Line:
        """Add the role ``marking`` to the words in a line that a person is marking; no word moves."""
        at = self._starts[y]
        first, last = (bisect_left(self._offsets, edge) for edge in (marking.start, marking.end))
        if last <= at or first >= self._starts[y + 1]:
            return line
        pieces: list[StyledPiece] = []
        for piece in line:
            if {OPENS, CLOSES} & {*piece.role.split()}:
                pieces.append(piece)
                continue
            for char in piece.text:
                inside = first < at < last if char.isspace() else first <= at < last
                pieces.append(StyledPiece(char, f"{piece.role} {MARKING}".strip() if inside else piece.role))
                at += not char.isspace()
        return tuple(_together(pieces))


def _together(pieces: Sequence[StyledPiece]) -> Iterator[StyledPiece]:
    """Join neighbouring pieces of one role."""
    for role, same in groupby(pieces, key=lambda piece: piece.role):
        yield StyledPiece("".join(piece.text for piece in same), role)


def _letters(line: Line) -> int:
    """Count the letters of the text in a line."""
    own = (piece.text for piece in line if not {OPENS, CLOSES} & {*piece.role.split()})
    return sum(len("".join(words.split())) for words in own)


def _up_to(line: Line, cell: int) -> Line:
    """Return the part of a line up to a cell, inclusive."""
    used = 0
    for n, char in enumerate(raw_text(line)):
        used += cells(char)
        if used > cell:
            return cut(line, 0, n + 1)
    return line


def light(line: Line, number: int) -> Line:
    """Select claim n in a line: its pieces get the role ``current``, those of other claims ``mark``."""
    return tuple(_lit(piece, number) for piece in line)


def _lit(piece: StyledPiece, number: int) -> StyledPiece:
    roles = piece.role.split()
    here = piece.text.startswith(f"[{number}{GAP}")
    text = piece.text.replace(GAP, "▸" if here else " ") if OPENS in roles else piece.text
    if MARKING in roles:
        return StyledPiece(text, MARKING)
    return StyledPiece(text, "current" if f"claim-{number}" in roles else "mark" if roles else "")


def _pieces(text: str, spans: Sequence[Span]) -> list[StyledPiece]:
    """Cut the text at every beginning and end of a claim, and insert the brackets."""
    inside = [n for n, span in enumerate(spans, start=1) if span.end <= len(text)]
    cuts = sorted({0, len(text)} | {edge for n in inside for edge in (spans[n - 1].start, spans[n - 1].end)})
    pieces: list[StyledPiece] = []
    for at, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += [StyledPiece("]", f"{_roles(spans, inside, at - 1, n)} {CLOSES}") for n in _ending(spans, inside, at)]
        pieces += [
            StyledPiece(f"[{n}{GAP}", f"{_roles(spans, inside, at, n)} {OPENS}") for n in _starting(spans, inside, at)
        ]
        if after > at:
            pieces.append(StyledPiece(text[at:after], _roles(spans, inside, at)))
    return pieces


def _starting(spans: Sequence[Span], inside: list[int], at: int) -> list[int]:
    return sorted((n for n in inside if spans[n - 1].start == at), key=lambda n: -spans[n - 1].end)


def _ending(spans: Sequence[Span], inside: list[int], at: int) -> list[int]:
    return sorted((n for n in inside if spans[n - 1].end == at), key=lambda n: -spans[n - 1].start)


def _roles(spans: Sequence[Span], inside: list[int], at: int, last: int | None = None) -> str:
    """Return the roles of the claims at a place of the text; at a bracket, its claim comes last."""
    here = [n for n in inside if spans[n - 1].start <= at < spans[n - 1].end and n != last]
    return " ".join(f"claim-{n}" for n in (*here, *((last,) if last else ())))


def _paragraphs(pieces: Sequence[StyledPiece]) -> list[Line]:
    """Split the pieces into paragraphs; texts are made safe only after their line breaks are known."""
    paragraphs: list[list[StyledPiece]] = [[]]
    for piece in pieces:
        if OPENS in piece.role.split():
            paragraphs[-1].append(piece)
            continue
        first, *more = piece.text.splitlines() or [""]
        if piece.text.endswith(("\n", "\r")):
            more = [*more, ""]
        paragraphs[-1].append(say(first, piece.role))
        paragraphs.extend([say(each, piece.role)] for each in more)
    return [tuple(piece for piece in each if piece.text) for each in paragraphs]
