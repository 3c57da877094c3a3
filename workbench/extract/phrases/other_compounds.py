"""German compounds that begin like a headline measure and mean another thing: "Masern|impfungen", "Terror|warnungen"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workbench.extract.phrases.word_classes import phrase_words

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ROOT, _SHORTEST_KIND = 6, 4
_SHARED, _SHORTEST_HEAD = 4, 5
"""Fewest letters that a compound and a measure begin with, and fewest letters of a head of its own."""


@lru_cache(maxsize=4_096)
def has_another_head(word: str, name: str, language: str) -> bool:
    """Check whether a compound begins like a measure and has another head than figures of it have.

    >>> [has_another_head(word, "masernfälle", "de") for word in ("masernerkrankungen", "masernimpfungen", "masern")]
    [False, True, False]

    Args:
        word: The word, in small letters.
        name: The official name of the measure, in small letters.
        language: One whose nouns have capital letters.
    """
    shared = max((_alike(word, own) for own in _WORD.findall(name)), default=0)
    return shared >= _SHARED and (_has_head_apart(word, name, language) or _has_own_head(word, shared, language))


def is_kind(word: str, name: str, language: str) -> bool:
    """Check whether a compound is a kind of a measure: "langzeit|arbeitslosenquote" for "arbeitslosenquote"."""
    at = word.find(name[:_ROOT])
    return at >= _SHORTEST_KIND and word[:at] not in phrase_words(language, "of_all")


def _has_head_apart(word: str, name: str, language: str) -> bool:
    """Check whether a compound ends with a head that another thing has: "arbeitslosengeld" for "arbeitslosenquote"."""
    heads = phrase_words(language, "heads_apart")
    return any(word.endswith(head) and head not in name and len(word) > len(head) for head in heads)


def _has_own_head(word: str, shared: int, language: str) -> bool:
    """Check whether a compound ends behind the letters that it shares with a measure, and with no head that figures of it may have."""
    return len(word) - shared >= _SHORTEST_HEAD and _heads(language).search(word, _SHARED) is None


def _alike(word: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    pairs = zip(word, other, strict=False)
    return next((at for at, (one, two) in enumerate(pairs) if one != two), min(len(word), len(other)))


@cache
def _heads(language: str) -> re.Pattern[str]:
    """Join the beginnings of heads that compounds for one measure may have."""
    return re.compile(rf"(?:{'|'.join(sorted(phrase_words(language, 'heads_alike')))})\w{{0,9}}\Z")
