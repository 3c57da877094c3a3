"""Finds figures that their speaker corrects or sharpens at once: "they were seven, no, hang on, 8.7 percent", "46, yes, 46.2 percent".

Only the last one is told. Without the first and the words of the correction, the sentence measures what it measures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.core.quantity import Relation
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.numbers.numbers import read_number
from workbench.extract.retelling.retold_text import Passage
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.lexer import HYPHENS, LONGEST, Tokens, lex, word_at
from workbench.extract.words.word_files import raw_tables

_PAUSES = HYPHENS | {",", ";", "…"}
_LOOSE = frozenset({Relation.ABOUT, Relation.NEARLY, Relation.JUST_OVER})
_MOST = 12
"""Most words and signs of a correction."""


def figures_taken_back(text: str, language: str) -> Iterator[Passage]:
    """Find each such figure with the words of its correction, with nothing in its place.

    >>> said = "They were seven, no hang on, 8.7 percent; then 46, yes, 46.2."
    >>> [said[start:end] for start, end, _ in figures_taken_back(said, "en")]
    ['seven, no hang on, ', '46, yes, ']
    >>> list(figures_taken_back("Of 46, no fewer than 30 left; 7, yes, 9 more.", "en"))
    []
    """
    words = _words(language, "correcting") | _words(language, "confirming")
    if len(text) > LONGEST or words.isdisjoint(text.lower().replace(",", " ").split()):
        return
    tokens, at = lex(text, language), 0
    for i in range(len(tokens)):
        number = read_number(tokens, i) if i >= at and word_at(tokens, i + 1) not in {"/", "."} else None
        if number is None or year_at(tokens, i) is not None or word_at(tokens, number.end) not in _PAUSES:
            continue
        at = _corrected_by(tokens, number.end)
        if at and (not _only_confirms(tokens, number.end, at) or _sharpens(tokens, i, at)):
            hedge = hedge_before(tokens, at)
            yield tokens[i].start, tokens[at if hedge is None else hedge[1]].start, ()


def _corrected_by(tokens: Tokens, first: int) -> int:
    """Find the index of the figure behind the words of a correction; 0 where other words stand there, or none."""
    confirming = _words(tokens.language, "confirming")
    correcting, beside = _words(tokens.language, "correcting"), _words(tokens.language, "beside_correction")
    alone = _words(tokens.language, "correcting_alone")
    found = False
    for k in range(first, min(len(tokens), first + _MOST)):
        raw = tokens[k].raw.lower()
        if raw not in alone or {word_at(tokens, k - 1), word_at(tokens, k + 1)} <= _PAUSES:
            found = found or raw in correcting or raw in confirming
        if found and word_at(tokens, k - 1) not in {"than", "the"} and read_number(tokens, k) is not None:
            return k if year_at(tokens, k) is None else 0
        if raw not in _PAUSES | correcting | confirming | beside and not (
            found and tokens[k].low in _hedging(tokens.language)
        ):
            return 0
    return 0


def _only_confirms(tokens: Tokens, first: int, last: int) -> bool:
    said = {tokens[k].raw.lower() for k in range(first, last)}
    return said.isdisjoint(_words(tokens.language, "correcting"))


def _sharpens(tokens: Tokens, i: int, k: int) -> bool:
    """Check whether a figure is the same as another with decimals: "46, yes, 46.2"."""
    first, last = read_number(tokens, i), read_number(tokens, k)
    return first is not None and last is not None and first.value == int(last.value) and first.value != last.value


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(raw_tables(language)["numbers"][key])


@cache
def _hedging(language: str) -> frozenset[str]:
    """Collect the words of hedges that a corrected figure may have: "seven, no, | almost | nine"."""
    return frozenset(word for words, told in hedges(language).before.items() if told in _LOOSE for word in words)
