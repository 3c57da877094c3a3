"""Recognize phrases too weak to be looked up (just people, who acts, a word for a number, no noun), and words of measures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from workbench.core.claim import Claim
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.change_words import ways
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import lex

_SHORT = 2
_RANGE = 3
"""Words of a range: "15 to 19"."""


@lru_cache(maxsize=4096)  # texts repeat the same few measures
def is_weak(measure: str, language: str) -> bool:
    """Check whether a phrase says too little to be looked up.

    >>> is_weak("citizens", "en"), is_weak("annual total", "en"), is_weak("kräftiges", "de"), is_weak("jobless rate", "en")
    (True, True, True, False)
    """
    first, *rest = measure.lower().split()
    if any(first in phrase_words(language, key) for key in ("anybody", "agents")):
        return True
    if len(rest) < _SHORT and any(
        word in phrase_words(language, key) for word in rest for key in ("anybody", "agents", "bare")
    ):
        return True
    if names_nothing(measure, language):
        return True
    weak = ("anybody", "agents", "empty", "generic", "periodic", "bare", "of", "attaching", "dull")
    compared = ways("behind", language)
    return all(
        lex(word, language).lows[0] in compared or any(word in phrase_words(language, key) for key in weak)
        for word in (first, *rest)
    )


def only_compares(words: Sequence[str], language: str) -> bool:
    """Check whether the words are comparatives alone, which name no measure of their own: "пониска", "lower".

    >>> only_compares(("пониска",), "mk"), only_compares(("lower", "wages"), "en"), only_compares((), "en")
    (True, False, False)
    """
    compared = ways("behind", language)
    return bool(words) and all(lex(word.lower(), language).lows[0] in compared for word in words)


def names_nothing(measure: str, language: str) -> bool:
    """Check whether words hold no noun, in a language that capitalizes nouns: "ein | kräftiges | Plus".

    >>> names_nothing("kräftiges", "de"), names_nothing("kräftiges Plus", "de"), names_nothing("strong", "en")
    (True, False, False)
    """
    return grammar(language).noun == "capital" and not any(word[0].isupper() for word in measure.split())


def ends_measure(words: str, claims: Sequence[Claim]) -> bool:
    """Check whether the last words belong to the measure of a claim, so that a figure in them is none of its own: "women aged | 15 to 19".

    >>> ends_measure("births to women aged 15 to 19", [])
    False
    """
    last = words.split()[-_RANGE:]
    return len(last) == _RANGE and any(" ".join(last) in each.measure for each in claims)


def says_enough(measure: str, words: str, language: str) -> bool:
    """Check whether a measure can be looked up; of a mere number that is counted none can be taken from before.

    >>> says_enough("jobless rate", "", "en"), says_enough("total", "", "en"), says_enough("", "die höchste Zahl", "de")
    (True, False, True)

    Args:
        measure: The measure, without verbs.
        words: The words of the claim.
        language: Two letters.
    """
    if not measure:
        return not phrase_words(language, "countings").isdisjoint(words.casefold().split())
    return not is_weak(measure, language)
