"""Quotations: stretches between quotation marks, over several paragraphs where a speaker goes on.

A quote is what somebody really said, so it is found first, and everything else about who says what
is read around it. By the custom of the press a quote that runs on opens anew at each paragraph and closes once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.text import Span

_MARK = re.compile(r"[“”„«»\"]|'''?|\n[ \t\r]*\n\s*|\n(?=[“\"])")
_CLOSES = {"'": "'", "“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks, ``parts`` being its paragraphs."""

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends, after its last mark."""
        return self.parts[-1].end


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of a text in order; a mark that never closes opens nothing.

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
    """Return whether the next paragraph opens with the mark of the quote that is still open."""
    return text[at : at + 1] == mark


def _may_open(text: str, at: int) -> bool:
    """Return a straight mark opens only before a word."""
    return not text[at : at + 1].isspace()
