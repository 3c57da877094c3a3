"""A document's text with its claims marked in place by brackets and numbers: ``[1 16,000 attempts]``.

The mark of the selected claim differs from the others in one cell (``[3▸…]``), so moving from claim to claim never moves a
word of the text. Offsets are code points of `Document.text`, half-open; claims may overlap or stand inside one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.text import Span
from workbench.tui.lines.line import Line, StyledPiece, say
from workbench.tui.lines.wrap import wrap
from workbench.tui.plain import FIRM

GAP = FIRM
"""Separator of a mark's number and the claim's words. It becomes ``▸`` in the selected claim."""

OPENS = "opens"
"""Role of an opening bracket, which the document does not have."""


def mark_claims(text: str, spans: Sequence[Span], width: int) -> list[Line]:
    """The text in lines of a width. A piece of claim n has the role ``claim-n``, several where claims overlap."""
    lines: list[Line] = []
    for paragraph in _paragraphs(_pieces(text, spans)):
        if paragraph or (lines and lines[-1]):
            lines.extend(wrap(paragraph, width))
    return lines


def first_line(lines: Sequence[Line], number: int) -> int | None:
    """The line where claim n begins; None where it does not stand in the text."""
    role = f"claim-{number}"
    return next((y for y, line in enumerate(lines) if any(role in piece.role.split() for piece in line)), None)


def light(line: Line, number: int) -> Line:
    """The line with claim n selected: its pieces are ``current``, those of the others ``mark``."""
    return tuple(_lit(piece, number) for piece in line)


def _lit(piece: StyledPiece, number: int) -> StyledPiece:
    roles = piece.role.split()
    here = piece.text.startswith(f"[{number}{GAP}")
    text = piece.text.replace(GAP, "▸" if here else " ") if OPENS in roles else piece.text
    return StyledPiece(text, "current" if f"claim-{number}" in roles else "mark" if roles else "")


def _pieces(text: str, spans: Sequence[Span]) -> list[StyledPiece]:
    """The text cut at every beginning and end of a claim, brackets put in."""
    inside = [n for n, span in enumerate(spans, start=1) if span.end <= len(text)]
    cuts = sorted({0, len(text)} | {edge for n in inside for edge in (spans[n - 1].start, spans[n - 1].end)})
    pieces: list[StyledPiece] = []
    for at, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += [StyledPiece("]", _roles(spans, inside, at - 1, n)) for n in _ending(spans, inside, at)]
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
