"""Nouns and pronouns that are part of a figure's hedge and name no measure: "a shade" | "under 5", "etwas" | "unter 5"."""

from __future__ import annotations

from functools import cache

from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import FIGURE
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_tables import phrase

_MOST = 3
"""Most words of a hedge before its noun, and behind it."""


def is_of_hedge(words: Tagged, begin: int, end: int) -> bool:
    """Check whether a phrase is part of the hedge of the figure behind it.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> [is_of_hedge(tagged(said, Span(0, 15), [(14, 15, "F")], "en"), 0, 2) for said in ("a shade under 5", "a chair below 5")]
    [True, False]
    """
    if words.raws[end - 1].lower() not in _words(words.language):
        return False
    figure = words.tags.find(FIGURE, end, end + _MOST + 1)
    first = max(begin - _MOST, 0)
    lows = [raw.lower() for raw in words.raws[first:figure]] if figure > 0 else []
    known = hedges(words.language).before
    return any(phrase(" ".join(lows[k:]), words.language) in known for k in range(min(begin - first + 1, len(lows))))


@cache
def _words(language: str) -> frozenset[str]:
    """List the words that hedges before a figure consist of, as written."""
    listed = raw_tables(language)["hedges"]["before"].values()
    return frozenset(word for entries in listed for words in entries for word in words.split())
