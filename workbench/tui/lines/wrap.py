"""Break lines at words to fit a width in terminal cells; wide characters count as two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from workbench.tui.lines.line import Line, StyledPiece, raw_text
from workbench.tui.safe_text import plain

_WORD = re.compile(r"[^ ]+ *| +")


def cells(text: str) -> int:
    """Return the width of a text in cells."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, width: int) -> str:
    """Cut or pad a text to exactly a width; an ellipsis shows a cut.

    The text is made safe first, which changes its width.
    """
    text = plain(text)
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text + " " * (width - cells(text))
    return set_cell_size(text, width - 1) + "…"


def wrap(pieces: Line, width: int, hang: int = 0) -> list[Line]:
    """Break a line into lines no wider than a width; all but the first are indented by ``hang`` cells."""
    if width <= 0:
        return [pieces]
    hang = hang if hang < width // 2 else min(hang, width // 8)
    broken = [cut(pieces, start, end) for start, end in _breaks(raw_text(pieces), width, hang)]
    indent = (StyledPiece(" " * hang),) if hang else ()
    return [*broken[:1], *((*indent, *rest) for rest in broken[1:])] or [()]


def cut(pieces: Line, start: int, end: int) -> Line:
    """Cut out the part of a line between two offsets of its text, with its roles."""
    kept, at = [], 0
    for piece in pieces:
        after = at + len(piece.text)
        if at < end and after > start:
            kept.append(StyledPiece(piece.text[max(0, start - at) : end - at], piece.role))
        at = after
    return tuple(kept)


def _breaks(text: str, width: int, hang: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text's lines, without white space at breaks."""
    start = at = used = 0
    room = width
    for word in _chunks(text, width - hang):
        bare = cells(word.rstrip(" "))
        if used and used + bare > room:
            yield start, start + len(text[start:at].rstrip(" "))
            start, used, room = at, 0, width - hang
        used += cells(word)
        at += len(word)
    if at > start:
        yield start, start + len(text[start:at].rstrip(" "))


def _chunks(text: str, width: int) -> Iterator[str]:
    """Yield the words of a text; those wider than a line in parts."""
    for found in _WORD.finditer(text):
        word = found[0]
        while cells(word.rstrip(" ")) > width:
            head = _head(word, width)
            yield head
            word = word[len(head) :]
        yield word


def _head(word: str, width: int) -> str:
    """Return the longest beginning that fits, at least one character.

    A character and its combining marks stay together.
    """
    end = next(n for n in range(1, len(word) + 1) if cells(word[:n]) > width) - 1
    while end > 1 and not cells(word[end]):
        end -= 1
    return word[: max(end, 1)]
