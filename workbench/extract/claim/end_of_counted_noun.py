"""Find where the noun that a figure counts ends: at a sign, a verb, another figure or another event.

"450 teachers and built 20 schools" counts teachers, "450 teachers and nurses" both. The next word or two show whether
the phrase ends.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.extract.words.fillers import CONNECTORS, DETERMINERS, FIGURE_WORDS, HELPERS, STOPS
from workbench.extract.words.stated_or_wished import HEAD_WORDS, Head

SIGNS = frozenset([*'.,;:()“”"!?—–-', "--"])
"""Punctuation that ends a phrase or divides it."""

_ORDINALS = frozenset({"first", "second", "third", "last"})
_LIMITS = frozenset({"least", "most", "very"})


def ends_noun(word: str, following: str, next_but_one: str) -> bool:
    """Check whether the noun that a figure counts has ended at a word, given the two words after it.

    >>> ends_noun("at", "the", "very"), ends_noun("and", "built", "20"), ends_noun("and", "nurses", "in")
    (True, True, False)
    """
    low = word.casefold()
    if word in SIGNS or low in HELPERS or low in STOPS:
        return True
    if low in {"and", "or", "to"} and (
        following.casefold() in DETERMINERS or is_figure(following) or following.casefold() in STOPS
    ):
        return True
    if low == "at" and not _LIMITS.isdisjoint({following, next_but_one}):  # "500 people at the very least"
        return True
    if low == "for" and following == "the" and next_but_one in _ORDINALS:  # "fell below 2 million for the first time"
        return True
    if low in {"and", "but"} and (is_figure(next_but_one) or next_but_one.casefold() in DETERMINERS):
        return _is_past(following.casefold())  # "450 teachers and built 20 schools"
    return low.endswith("ed") and following.casefold() in DETERMINERS


def _is_past(low: str) -> bool:
    """Check whether a word is a past participle or past tense: "hired", "built"."""
    return low.endswith("ed") or HEAD_WORDS.get(low) is Head.TOLD


@lru_cache(maxsize=8192)  # the same words recur
def is_figure(word: str) -> bool:
    """Check whether a word is part of a figure, its hedge or its unit.

    >>> is_figure("20-year"), is_figure("percent"), is_figure("teachers")
    (True, True, False)
    """
    low = word.casefold()
    if low in CONNECTORS:
        return False
    return (
        (any(c.isdigit() for c in word[:3]) and not word[0].isalpha())  # "SF6" and "CO2" are names
        or low in FIGURE_WORDS
        or low.partition("-")[0] in FIGURE_WORDS
        or word == "%"
    )
