"""Words cut to their first letters, to compare those of a claim with those of a series."""

from __future__ import annotations

import re

from workbench.core.series import Series

_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset(
    {
        "in",
        "of",
        "to",
        "on",
        "at",
        "by",
        "the",
        "and",
        "for",
        "all",
        "die",
        "der",
        "das",
        "des",
        "den",
        "im",
        "und",
        "во",
        "на",
        "од",
        "за",
        "со",
    }
)
_LETTERS = 5


def all_words(series: Series) -> str:
    """Join the words of a series about its measure: title, unit and description."""
    return f"{series.title} {series.unit} {series.description}"


def content_words(words: str) -> list[str]:
    """List the words that name something, in small letters, in order.

    >>> content_words("the share of women in work")
    ['share', 'women', 'work']
    """
    return [word for word in _WORD.findall(words.casefold()) if word not in _SMALL]


def stem(word: str) -> str:
    """Cut a word to its first letters.

    >>> stem("households")
    'house'
    """
    return word[:_LETTERS]


def stems(words: str) -> frozenset[str]:
    """Cut each word that names something to its first letters.

    >>> sorted(stems("households of two"))
    ['house', 'two']
    """
    return frozenset(stem(word) for word in content_words(words))
