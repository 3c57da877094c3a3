"""Blocks of text: runs of lines within which a sentence may go on from one line to the next.

A newline may end a paragraph, a heading or a bullet, or only be where a page was wrapped. This module tells them apart
once for all readers, by the shape of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.core.document import Span

_ENDS = r"\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
_ENDS_LINE, _LINE = re.compile(f"[{_ENDS}]"), re.compile(f"[^{_ENDS}]+")
_BREAK = r"(?:\r\n|\n|\r(?!\n)|\x85|\u2028)"
_BLANK = re.compile(rf"{_BREAK}[ \t\u00a0]*{_BREAK}|[\f\u2029]")
_ITEM = re.compile(r"\s*(?:[•⁃▪◦‣●·∙*–—-]\s|[-–—]{1,2}\s|\(?\d{1,3}[.)]{1,2}\s|\(?[a-z][.)]\s)")
_TURN = re.compile(r"\s*(?:[A-Z][A-Z.'’ -]{1,40}|Q|A)(?:\s\([^)\n]{1,40}\))?:\s")
_TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]]*\s*\Z""")
_CONTINUES = re.compile(r"(?:,|\b(?:and|or|the|a|an|of|in|to|for|with|by|on|at|from|as|that|is|are))\s*\Z")
_WRAPPED = 200


@dataclass(frozen=True, slots=True)
class Block:
    """A span of text within which sentences may go on, and the number of its paragraph (from 0)."""

    span: Span
    paragraph: int


def find_blocks(text: str) -> Iterator[Block]:
    r"""Yield the blocks of a text in order; together they contain all that is not white space.

    >>> text = "Wages rose and\nprices fell.\n\nExports grew."
    >>> [block.span.cut(text) for block in find_blocks(text)]
    ['Wages rose and\nprices fell.', 'Exports grew.']
    """
    if not _ENDS_LINE.search(text):
        if text and not text.isspace():
            yield Block(Span(0, len(text)), 0)
        return
    paragraph = -1
    for lines in _paragraphs(text):
        paragraph += 1
        wrapped = max(len(line) for line in lines) <= _WRAPPED
        listed = wrapped and not any(_TERMINAL.search(line.cut(text)) for line in lines)
        start = lines[0].start
        for line, following in pairwise(lines):
            if not wrapped or (listed and not _runs_on(text, line)) or _breaks(text, line, following, lines):
                yield Block(Span(start, line.end), paragraph)
                paragraph += not wrapped
                start = following.start
        yield Block(Span(start, lines[-1].end), paragraph)


def _paragraphs(text: str) -> Iterator[list[Span]]:
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        if found[0].isspace():
            continue
        if lines and _BLANK.search(text, lines[-1].end, found.start()):
            yield lines
            lines = []
        lines.append(Span(found.start(), found.end()))
    if lines:
        yield lines


def _runs_on(text: str, line: Span) -> bool:
    """Check whether a line clearly goes on in the next, in a paragraph without full stops."""
    return bool(_CONTINUES.search(text[max(line.start, line.end - 20) : line.end]))


def _breaks(text: str, line: Span, following: Span, lines: list[Span]) -> bool:
    """Check whether a sentence ends at a line break: before an item or a turn, or after a heading."""
    if _ITEM.match(text, following.start, following.end) or _TURN.match(text, following.start, following.end):
        return True
    end = text[max(line.start, line.end - 20) : line.end]
    if _TERMINAL.search(end) or _CONTINUES.search(end):
        return False
    starts = text[following.start : following.end].lstrip()[:1]
    longest = max(len(other) for other in lines[:50])
    return starts.isupper() and len(line) < longest * 0.6
