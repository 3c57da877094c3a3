"""Render a page of the manual as lines: only the Markdown that the manual uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from workbench.tui.lines.line import BLANK, Line, StyledPiece, line, say
from workbench.tui.lines.wrap import cells, fit

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?<![\w*])\*(?P<term>[^*\s][^*]*)\*|\[(?P<link>[^\]]+)\]\([^)]*\)"
)
_ROLES = {"code": "mark", "strong": "head", "term": "head", "link": "sign"}
_ITEM = re.compile(r"(?:[*-]|(?P<number>\d+\.)) (?P<text>.*)")
_CELL = re.compile(r"(?<!\\)\|")
_ALIGNED = re.compile(r"\|(?: *:?-+:? *\|)+")

_WIDEST_FIRST = 22
"""Most cells of a table's first column beside the second. A wider one stands above it."""

_NARROW = 56
"""Width in cells below which columns stand one above the other."""


class PageLine(NamedTuple):
    """A line that may be wrapped, and the indent of its later lines in cells."""

    line: Line
    hang: int = 0


def page_lines(markdown: str, width: int) -> list[PageLine]:
    r"""Render a page, with an empty line between its parts.

    >>> [text for each in page_lines("# Judging\n\nA *sum* of `x`.", 40) for text, _ in each.line]
    ['Judging', 'A ', 'sum', ' of ', 'x', '.']
    """
    found: list[PageLine] = []
    rest = [text for text in markdown.splitlines() if not text.startswith("<!--")]
    while rest:
        if not rest[0].strip():
            rest = rest[1:]
            continue
        part, taken = _part(rest, width)
        found += [*([PageLine(BLANK)] if found else []), *part]
        rest = rest[taken:]
    return found


def _part(rest: Sequence[str], width: int) -> tuple[list[PageLine], int]:
    """Render the part at the beginning of some lines; also return how many of them it takes."""
    if rest[0].startswith("```"):
        code = list(takewhile(lambda text: not text.startswith("```"), rest[1:]))
        return [PageLine(line("  ", say(text, "mark")), 4) for text in code], len(code) + 2
    if rest[0].startswith("#"):
        return [PageLine(line(say(rest[0].lstrip("# "), "head")))], 1
    together = list(takewhile(str.strip, rest))
    if together[0].startswith("|"):
        table = list(takewhile(lambda text: text.startswith("|"), together))
        return list(_table(table, width)), len(table)
    if _ITEM.match(together[0]):
        return list(_items(together)), len(together)
    return [PageLine(inline(" ".join(map(str.strip, together))))], len(together)


def _items(texts: Sequence[str]) -> Iterator[PageLine]:
    """Yield the items of a list; a line that begins no item continues the one before."""
    items: list[tuple[str, list[str]]] = []
    for text in texts:
        if found := _ITEM.match(text):
            items.append((found["number"] or "•", [found["text"]]))
        else:
            items[-1][1].append(text.strip())
    for sign, words in items:
        yield PageLine(line(say(f"{sign} ", "dim"), *inline(" ".join(words))), cells(sign) + 1)


def _table(texts: Sequence[str], width: int) -> Iterator[PageLine]:
    """Yield the rows of a table: two columns where the first is narrow, else the cells one below the other.

    Cells below the first begin with the name of their column.
    """
    head, *rows = [_cells(text) for text in texts if not _ALIGNED.fullmatch(text)]
    first = max(cells(_bare(row[0])) for row in (head, *rows))
    if len(head) == 2 and first <= _WIDEST_FIRST and width >= _NARROW:
        for row, role in ((head, "dim"), *((row, "") for row in rows)):
            key = _padded(inline(row[0]), first) if not role else (say(fit(row[0], first), role),)
            yield PageLine(
                (*key, StyledPiece("  "), *(inline(row[1]) if not role else (say(row[1], role),))), first + 2
            )
        return
    yield PageLine(line(say(" · ".join(filter(None, head)), "dim")))
    for row in rows:
        yield PageLine(tuple(piece._replace(role=piece.role or "head") for piece in inline(row[0])), 2)
        for name, text in zip(head[1:], row[1:], strict=False):
            label = (say(f"{name}: ", "dim"),) if len(head) > 2 else ()
            yield PageLine((StyledPiece("  "), *label, *inline(text)), 4)


def _cells(text: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(text.strip().strip("|"))]


def _padded(pieces: Line, width: int) -> Line:
    used = sum(cells(piece.text) for piece in pieces)
    return (*pieces, StyledPiece(" " * max(0, width - used)))


def _bare(text: str) -> str:
    return "".join(piece.text for piece in inline(text))


def inline(text: str) -> Line:
    """Split a text into pieces: code, strong words, terms, and the words of links, without Markdown's signs.

    >>> inline("**APART**, see [ranking](ranking.md)")
    (StyledPiece(text='APART', role='head'), StyledPiece(text=', see ', role=''), StyledPiece(text='ranking', role='sign'))
    """
    pieces: list[StyledPiece] = []
    at = 0
    for found in _INLINE.finditer(text):
        pieces += [say(text[at : found.start()]), say(found[found.lastgroup or 0], _ROLES[found.lastgroup or "code"])]
        at = found.end()
    return tuple(piece for piece in (*pieces, say(text[at:])) if piece.text)
