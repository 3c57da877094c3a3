r"""Tells in a plain term what everyday words describe in a clause of their own: "of all that we earn" is "of GDP".

The word files list them as ``pattern => term``. A blank of the pattern stands in square brackets in the term, with the words that
join it, and is left out where nothing was said: ``(?P<who>[A-Z]\w+) => des BIP[ von {who}]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter

from workbench.extract.retelling.retold_text import Passage, Piece
from workbench.extract.words.letter_prefilter import NeedsOfMany, needed
from workbench.extract.words.word_files import raw_tables

_PART = re.compile(r"\[(?P<joins>[^{\]]*)\{(?P<blank>\w+)\}\]")


@dataclass(frozen=True)  # no slots, for cached properties
class _Term:
    """One way to describe something, and the plain term for it."""

    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.written.partition(" => ")[0], re.IGNORECASE)

    def pieces(self, found: re.Match[str]) -> Iterator[Piece]:
        """Fill the term: what stands in a blank was said, and the term itself stands for the first word."""
        term, at = self.written.partition(" => ")[2], 0
        for part in _PART.finditer(term):
            if at < part.start():
                yield Piece(term[at : part.start()], found.start() if at == 0 else None)
            at = part.end()
            if found[part["blank"]]:
                yield Piece(part["joins"])
                yield Piece(found[part["blank"]], found.start(part["blank"]))
        if at < len(term):
            yield Piece(term[at:], found.start() if at == 0 else None)


def plain_terms(text: str, language: str) -> Iterator[Passage]:
    """Find what is described in everyday words, in order, each with its plain term.

    >>> said = "Drei Prozent von dem, was wir erwirtschaften, fließen in die Forschung."
    >>> [(said[start:end], "".join(piece.words for piece in told)) for start, end, told in plain_terms(said, "de")]
    [('von dem, was wir erwirtschaften,', 'des BIP')]
    """
    at = 0
    terms = _terms(language)
    possible = [terms[place] for place in sorted(_needs_of_terms(language).met_in(text))]
    found = [(*each.span(), term, each) for term in possible for each in term.pattern.finditer(text)]
    for start, end, term, each in sorted(found, key=itemgetter(0, 1)):
        if start >= at:
            at = end
            yield start, end, tuple(term.pieces(each))


@cache
def _terms(language: str) -> tuple[_Term, ...]:
    return tuple(_Term(each) for each in raw_tables(language)["retelling"]["terms"])


@cache
def _needs_of_terms(language: str) -> NeedsOfMany:
    return NeedsOfMany({place: needed(term.pattern) for place, term in enumerate(_terms(language))})
