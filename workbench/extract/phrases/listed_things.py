"""Lists behind a preposition, whose commas end no clause.

Examples: "from coal, oil and gas", "for every man, woman and child".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.core.document import Span
from workbench.extract.phrases.word_classes import phrase_words

_THING = r"[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*)?"
"""A noun with at most one word before it: "oil", "heavy oil"."""
_NO_THINGS = (
    "auxiliaries",
    "pronouns",
    "relatives",
    "subordinators",
    "adversatives",
    "prepositions",
    "attaching",
    "of",
    "verbs",
    "past",
)
"""Classes of words that no list of things has: where one stands, the comma may separate two clauses."""


def listed_things(text: str, within: Span, language: str) -> Iterator[Span]:
    """Yield the spans of lists of three or more things behind a preposition.

    >>> said = "6 tonnes of CO2 from coal, oil and gas per head, he said"
    >>> [span.cut(said) for span in listed_things(said, Span(0, len(said)), "en")]
    ['from coal, oil and gas']

    Args:
        text: The whole text.
        within: The sentence.
        language: One with a word file; in others no list is found.
    """
    pattern, never = _lists(language)
    if pattern is None or text.find(",", within.start, within.end) < 0:
        return
    for found in pattern.finditer(text, within.start, within.end):
        if never.isdisjoint(found["things"].casefold().replace(",", " ").split()):
            yield Span(*found.span())


@cache
def _lists(language: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """Build the pattern of a list, and the words that no list has."""
    before = phrase_words(language, "of") | phrase_words(language, "attaching")
    last = phrase_words(language, "conjunctions")
    if not before or not last:
        return None, frozenset()
    behind, joined = _any_of(before), _any_of(last)
    pattern = re.compile(
        rf"\b(?:{behind})\s(?P<things>{_THING}(?:,\s{_THING})+),?\s(?:{joined})\s[^\W\d_]+", re.IGNORECASE
    )
    return pattern, frozenset[str]().union(*(phrase_words(language, key) for key in _NO_THINGS))


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), reverse=True))
