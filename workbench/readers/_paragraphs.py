"""Join printed lines to paragraphs, and words divided at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from workbench.readers._pdf_pages import PdfLine
from workbench.readers._reading_order import BETWEEN_CELLS
from workbench.readers._speech_turns import opens_turn

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
_ENDS = re.compile(r"(?:(?<!\d)[.!?:;…][\"'”’»)\]\d]*|[.!?:;…][\"'”’»)\]⁰¹²³⁴-⁹]*)\Z")
_ITEM = re.compile(r"[•·●▪■◦►–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LOOSE, _FAR, _LARGER, _SHORT = 1.35, 3.0, 1.2, 0.88
"""A paragraph ends before a gap of so many line steps (something stands in between from so many on), where letters are so much
larger or smaller, and after a sentence on a line that fills no more than this share of the width."""


@dataclass(frozen=True, slots=True)
class _Print:
    """Typography of a document: the usual distance of its lines, and its hyphenated compounds."""

    step: float
    compounds: frozenset[str]


def paragraphs(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """Yield the paragraphs of some pages; one may continue on the next page or column."""
    lines = [line for page in pages for line in page]
    edges = _right_edges(pages)
    if not lines:
        return
    setting = _Print(_step(lines), frozenset(c.casefold() for line in lines for c in _COMPOUND.findall(line.text)))
    parts = [lines[0].text]
    for (line, following), edge in zip(pairwise(lines), edges, strict=False):
        if _breaks(line, following, edge, setting):
            yield "".join(parts)
            parts = [following.text]
        else:
            parts[-1] = _before(parts[-1], following.text, setting)
            parts.append(following.text)
    yield "".join(parts)


def _right_edges(pages: Sequence[Sequence[PdfLine]]) -> list[float]:
    """Return for each line the right edge of lines with a similar left edge, so that short lines are recognised."""
    edges: list[float] = []
    for page in pages:
        reach: dict[int, float] = {}
        for line in page:
            near = round(line.left / 40)
            reach[near] = max(reach.get(near, 0.0), line.right)
        edges += [max(reach.get(round(line.left / 40) + d, line.right) for d in (0, -1)) for line in page]
    return edges


def _step(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance from line to line."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 3 * a.height]
    return median(steps) if steps else lines[0].height


def _breaks(line: PdfLine, following: PdfLine, edge: float, setting: _Print) -> bool:
    """Check whether a paragraph ends with a line."""
    if _HYPHEN.search(line.text[-2:]) and following.text[:1].islower():
        return False
    if BETWEEN_CELLS in line.text or BETWEEN_CELLS in following.text or _ITEM.match(following.text):
        return True
    if opens_turn(following.text):
        return True
    if max(line.height, following.height) > _LARGER * min(line.height, following.height):
        return True
    ended = bool(_ENDS.search(line.text[-12:]))
    short = line.right - line.left < _SHORT * (edge - line.left)
    step = line.bottom - following.bottom
    if step <= 0:  # continued in the next column or page
        return ended or (short and _is_heading(line, following))
    if step > _FAR * setting.step:
        return ended or not following.text[:1].islower()
    if step > _LOOSE * setting.step:
        return True
    indented = following.left - line.left > line.height
    return (ended and (short or indented)) or (short and step >= setting.step and _is_heading(line, following))


def _is_heading(line: PdfLine, following: PdfLine) -> bool:
    """Check whether a short line without a full stop is a heading over the next line."""
    return not line.text.endswith(",") and line.text[:1].isupper() and following.text[:1].isupper()


def _before(line: str, following: str, setting: _Print) -> str:
    """Return a line's end as joined to the next line.

    A hyphen that only divided a word is removed; one before a capital or a digit, or in a compound of the document, is
    kept.
    """
    if not _HYPHEN.search(line[-2:]):
        return f"{line} "
    bare = line[:-1]
    if not following[:1].islower():
        return f"{bare}-"
    first, second = _LAST_WORD.search(bare[-40:]), _FIRST_WORD.match(following)
    compound = first and second and f"{first[0]}-{second[0]}".casefold() in setting.compounds
    return f"{bare}-" if compound else bare
