"""A document's text with its claims marked in place by brackets and numbers: ``[1 16,000 attempts]``.

The mark of the selected claim differs from the others in one cell (``[3▸…]``), so moving from claim to claim never moves a
word of the text. Offsets are code points of `Document.text`, half-open; claims may overlap or stand inside one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.text import Span
from workbench.tui.lines.line import Line, StyledPiece, raw_text, say
from workbench.tui.lines.wrap import cells, cut, wrap
from workbench.tui.plain import FIRM, plain

GAP = FIRM
"""Separator of a mark's number and the claim's words. It becomes ``▸`` in the selected claim."""

OPENS = "opens"
"""Role of an opening bracket, which the document does not have."""

CLOSES = "closes"
"""Role of a closing bracket, likewise."""

MARKING = "marking"
"""Role of the words that a person is marking."""


def mark_claims(text: str, spans: Sequence[Span], width: int, marking: Span | None = None) -> list[Line]:
    """The text in lines of a width. A piece of claim n has the role ``claim-n``, several where claims overlap.

    Args:
        text: The text.
        spans: Where the claims stand.
        width: In cells.
        marking: The words that a person is marking; they get the role ``marking`` and no brackets, so that no word moves.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(_pieces(text, spans, marking)):
        if paragraph or (lines and lines[-1]):
            lines.extend(wrap(paragraph, width))
    return lines


def first_line(lines: Sequence[Line], number: int) -> int | None:
    """The line where claim n begins; None where it does not stand in the text."""
    role = f"claim-{number}"
    return next((y for y, line in enumerate(lines) if any(role in piece.role.split() for piece in line)), None)


def offset_at(text: str, lines: Sequence[Line], y: int, cell: int) -> int | None:
    """The offset into the text of what stands at a cell of a line; of the nearest before it where none does.

    None above the first letter. Brackets are of no offset, and white space is none that counts: letters are.
    """
    before = sum(_letters(line) for line in lines[:y])
    if y < len(lines):
        before += _letters(_up_to(lines[y], cell))
    return _nth_letter(text, before - 1) if before else None


def _letters(line: Line) -> int:
    """How many letters of the text a line holds, white space apart."""
    own = (piece.text for piece in line if not {OPENS, CLOSES} & {*piece.role.split()})
    return sum(not char.isspace() for words in own for char in words)


def _up_to(line: Line, cell: int) -> Line:
    """What of a line stands up to a cell, that one too."""
    used = 0
    for n, char in enumerate(raw_text(line)):
        used += cells(char)
        if used > cell:
            return cut(line, 0, n + 1)
    return line


def _nth_letter(text: str, number: int) -> int | None:
    seen = -1
    for at, char in enumerate(text):
        seen += not char.isspace() and plain(char) != ""
        if seen == number:
            return at
    return None


def light(line: Line, number: int) -> Line:
    """The line with claim n selected: its pieces are ``current``, those of the others ``mark``."""
    return tuple(_lit(piece, number) for piece in line)


def _lit(piece: StyledPiece, number: int) -> StyledPiece:
    roles = piece.role.split()
    here = piece.text.startswith(f"[{number}{GAP}")
    text = piece.text.replace(GAP, "▸" if here else " ") if OPENS in roles else piece.text
    if MARKING in roles:
        return StyledPiece(text, MARKING)
    return StyledPiece(text, "current" if f"claim-{number}" in roles else "mark" if roles else "")


def _pieces(text: str, spans: Sequence[Span], marking: Span | None) -> list[StyledPiece]:
    """The text cut at every beginning and end of a claim, brackets put in."""
    inside = [n for n, span in enumerate(spans, start=1) if span.end <= len(text)]
    edges = {edge for n in inside for edge in (spans[n - 1].start, spans[n - 1].end)}
    cuts = sorted({0, len(text)} | edges | ({marking.start, marking.end} if marking else set()))
    pieces: list[StyledPiece] = []
    for at, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += [StyledPiece("]", f"{_roles(spans, inside, at - 1, n)} {CLOSES}") for n in _ending(spans, inside, at)]
        pieces += [
            StyledPiece(f"[{n}{GAP}", f"{_roles(spans, inside, at, n)} {OPENS}") for n in _starting(spans, inside, at)
        ]
        if after > at:
            marked = f" {MARKING}" if marking and marking.start <= at < marking.end else ""
            pieces.append(StyledPiece(text[at:after], f"{_roles(spans, inside, at)}{marked}".strip()))
    return pieces


def _starting(spans: Sequence[Span], inside: list[int], at: int) -> list[int]:
    return sorted((n for n in inside if spans[n - 1].start == at), key=lambda n: -spans[n - 1].end)


def _ending(spans: Sequence[Span], inside: list[int], at: int) -> list[int]:
    return sorted((n for n in inside if spans[n - 1].end == at), key=lambda n: -spans[n - 1].start)


def _roles(spans: Sequence[Span], inside: list[int], at: int, last: int | None = None) -> str:
    """The claims that a place of the text belongs to; the one whose bracket it is, last."""
    here = [n for n in inside if spans[n - 1].start <= at < spans[n - 1].end and n != last]
    return " ".join(f"claim-{n}" for n in (*here, *((last,) if last else ())))


def _paragraphs(pieces: Sequence[StyledPiece]) -> list[Line]:
    """The pieces in paragraphs, each text made safe once its line breaks are known."""
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
