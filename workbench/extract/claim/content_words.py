"""Pick the words that name what is measured, without fillers, figures and what other slots hold.

A series is looked up by the words that name it; "today", "rose" and "40" would find the wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.core.document import Span
from workbench.core.quantity import Dimension
from workbench.extract.claim.end_of_counted_noun import SIGNS, is_figure
from workbench.extract.units.unit_words import units
from workbench.extract.words.fillers import CONNECTORS, DETERMINERS, FIGURE_WORDS, FILLERS, HELPERS

TOKEN = re.compile(r"[^\W_][\w&’'/.-]*[^\W_]|[^\W_]|[.,;:()“”\"!?—–%]|(?<=\s)--?(?=\s)")
"""A word, a figure or a sign; a hyphen between blanks is a dash."""

_PRONOUN = re.compile(r"(?:i|you|we|they|he|she|it|that|there|who|what|here)['’](?:re|ve|ll|d|s|m)")
"""A pronoun with the verb that is shortened behind it: "we're"."""
_NAMED = re.compile(r"\d+(?:/\d+)?")
_CURRENCIES = frozenset(
    word
    for word in FIGURE_WORDS
    if (unit := units().phrases.get((word,))) is not None
    and unit.dimension is Dimension.MONEY
    and unit.code
    and word in unit.name.split()
)


def content_words(text: str, span: Span, gone: Sequence[Span], kept: Sequence[Span] = ()) -> Iterator[str]:
    """Yield the words of a stretch that lie outside the excluded spans.

    Punctuation and fillers are left out, and so are figures unless they are in `kept`.

    >>> said = "In all, 40 new schools were built in 2020."
    >>> list(content_words(said, Span(0, len(said)), [Span(37, 41)]))
    ['all', 'new', 'schools', 'built']

    Args:
        text: The whole text.
        span: The stretch.
        gone: The excluded spans, in order of the text.
        kept: Stretches whose figures are kept.
    """
    at = span.start
    for hole in [*gone, Span(span.end, span.end + 1)]:
        if hole.start - at > 1:
            yield from _measure_words(text, at, min(hole.start, span.end), kept)
        at = max(at, _past_word(text, hole.end, span.end))


def _measure_words(text: str, start: int, end: int, kept: Sequence[Span]) -> Iterator[str]:
    """Yield the words of a stretch that name what is measured."""
    name = -1
    for found in TOKEN.finditer(text, start, end):
        word = found[0]
        if kept and any(one.start <= found.start() < one.end for one in kept):
            yield word
            continue
        if found.start() == name + 1 and _NAMED.fullmatch(word):  # "the FTSE 100", "the Decile 9/1"
            yield word
        elif _may_name_measure(word) or (word == "not" and text.startswith(" in ", found.end())):
            yield word
            name = found.end() if word[0].isupper() else -1


@lru_cache(maxsize=8192)  # the same words recur
def _may_name_measure(word: str) -> bool:
    """Check whether a word may name what is measured, as "US" does and "us" does not."""
    low = word.casefold()
    dull = low in FILLERS or low in HELPERS or low in DETERMINERS
    return (
        word not in SIGNS
        and _PRONOUN.fullmatch(low) is None
        and (not dull or (len(word) == 2 and word.isupper()))
        and not _is_unnamed(word)
    )


def _is_unnamed(word: str) -> bool:
    """Check whether a word is part of a figure; a currency that itself moves ("the dollar fell") is not."""
    return is_figure(word) and word.casefold() not in _CURRENCIES


def _past_word(text: str, at: int, end: int) -> int:
    """Find the end of the word in which a span ends: the "-year-old" of "20-year-old" is no word of its own."""
    inside = 0 < at < end and text[at - 1].isalnum()
    while inside and at < end and (text[at].isalnum() or text[at] in "&’'/-"):
        at += 1
    return at


def trimmed(said: list[str]) -> list[str]:
    """Drop connectors at either end, and all but the last of several in a row.

    >>> trimmed(["of", "the", "price", "of", "in", "bread", "with"])
    ['price', 'in', 'bread']
    """
    kept: list[str] = []
    for word in said:
        if word.casefold() in CONNECTORS and (not kept or kept[-1].casefold() in CONNECTORS):
            kept[-1:] = [word] if kept else []
            continue
        kept.append(word)
    while kept and (kept[-1].casefold() in CONNECTORS or kept[-1].casefold() in DETERMINERS):
        kept.pop()
    return kept
