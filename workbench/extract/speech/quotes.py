"""Quotations: text between quotation marks, over several paragraphs where a speaker goes on.

A quote has the speaker's own words, so quotes are found first, and the speaker of everything else is read around them.
As newspapers do it, a quote of several paragraphs opens anew at each of them and closes once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.document import Span

_MARK = re.compile(r"[“”„«»\"]|'''?|\n[ \t\r]*\n\s*|\n(?=[“\"])")
_CLOSES = {"'": "'", "“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks, ``parts`` being its paragraphs."""

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The offset of its first mark."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """The offset behind its last mark."""
        return self.parts[-1].end


def find_quotes(text: str) -> list[Quote]:
    """Find the quotations of a text in order; a mark that never closes begins none.

    >>> said = "“Prices fell,” she said of the 5' plank."
    >>> [Span(quote.start, quote.end).cut(said) for quote in find_quotes(said)]
    ['“Prices fell,”']
    """
    quotes: list[Quote] = []
    parts: list[Span] = []
    opened: int | None = None
    mark = ""
    for found in _MARK.finditer(text):
        sign = found[0][0]
        if sign == "\n":
            if opened is not None and _goes_on(text, found.end(), mark):
                parts.append(Span(opened, found.start()))
            else:
                parts = []
            opened = None
        elif opened is None:
            if sign in "“„«" or (sign in "\"'" and _may_open(text, found.end())):
                opened, mark = found.start(), sign
            elif not parts:
                continue
        elif sign in _CLOSES[mark]:
            if found.end() - opened <= _LONGEST:
                quotes.append(Quote((*parts, Span(opened, found.end()))))
            opened, parts = None, []
    return quotes


def _goes_on(text: str, at: int, mark: str) -> bool:
    """Check whether the next paragraph begins with the mark of the quote that is still open."""
    return text[at : at + 1] == mark


def _may_open(text: str, at: int) -> bool:
    """Check whether a mark may open a quote: a straight mark only before a word."""
    return not text[at : at + 1].isspace()
