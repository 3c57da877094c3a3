"""Guess the language of a text: English by its function words, any other by a classifier.

A text of a few words is English unless it has more words of another language's closed classes (determiners, prepositions,
auxiliaries). These stand in the word files, so that this holds for each language that has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any, Final

from workbench.extract.words.word_files import ENGLISH, file_for, languages, raw_tables

_FUNCTION_WORDS = (
    r"the|of|and|to|in|a|that|is|was|for|on|with|as|by|at|from|it|be|has|have|are|were|this|which|had|not|but|or|an|said"
    r"|their|they|we|will|he|she|its|our|been|more|than|who|would|about|i|you"
)
_SMALL_WORD = re.compile(rf"\b(?:{_FUNCTION_WORDS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u2c00-\ua6ff\uac00-\ud7ff]{2}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2}")
_LOOKED_AT = 3_000
_FEW = 12
_ENGLISH = 0.22
_SURE: Final = 2
LANGUAGES = "ar bg bs ca cs da de el en es et fi fr ga he hi hr hu is it ja ko lt lv mk mt nl no pl pt ro ru sk sl sq sr sv tr uk zh"
"""Languages that are recognised. A text in another is taken for the nearest of these."""


_CLOSED: Final = (
    "determiners",
    "prepositions",
    "attaching",
    "of",
    "auxiliaries",
    "pronouns",
    "conjunctions",
    "subordinators",
)
"""Classes of a word file to which no new words are added: a text without any of them is a rare one."""


def guess_language(text: str) -> str:
    """Return a language's two letters; ``en`` for texts in Latin letters that are too short to decide.

    >>> [guess_language(said) for said in ("Prices rose.", "Die Preise sind im Mai gestiegen.", "Извозот порасна")]
    ['en', 'de', 'mk']
    """
    head = text[:_LOOKED_AT]
    words = _WORD.findall(head)
    if _OTHER_SCRIPT.search(head) and not _LATIN.search(head):  # "Извозот порасна" is short, and surely not English
        return str(_classifier().classify(head)[0])
    small = len(_SMALL_WORD.findall(head)) >= _ENGLISH * len(words)
    if small if len(words) >= _FEW else not _is_of_another(words):
        return ENGLISH
    return str(_classifier().classify(head)[0])


def guess_reading_language(text: str) -> str:
    """Guess which language's rules read a text; ``en`` where there are none for its language."""
    language = guess_language(text)
    return language if file_for(language) == language else ENGLISH


def _is_of_another(words: Sequence[str]) -> bool:
    """Check whether a few words have more of another language than of English, two at least.

    Those of closed classes tell most; where they do not, those of numbers, units and places and all words of the file do.
    """
    said = [word.casefold() for word in words]
    closed, known = (_counts(said, vocabulary) for vocabulary in (_closed, _known))
    most = max(known.values())
    sure = any(max(each.values()) >= _SURE and max(each.values()) > each[ENGLISH] for each in (closed, known))
    return sure or (most > 0 and known[ENGLISH] == 0)


def _counts(said: Sequence[str], vocabulary: Callable[[str], frozenset[str]]) -> dict[str, int]:
    """Count the words that each language has."""
    return {language: sum(word in vocabulary(language) for word in said) for language in languages()}


@cache
def _closed(language: str) -> frozenset[str]:
    table = raw_tables(language)["phrases"]
    return frozenset(word for name in _CLOSED for word in table[name])


@cache
def _known(language: str) -> frozenset[str]:
    """Collect the words of a language's file: its classes of words, and the names of numbers, units and countries."""
    tables = raw_tables(language)
    numbers = (tables["numbers"][key] for key in ("small", "tens", "scales"))
    units = (name for kind in tables["units"].values() if isinstance(kind, dict) for name in kind.values())
    names = chain(*(each for each in tables["phrases"].values() if isinstance(each, list)), *numbers, *units)
    return frozenset(str(name).casefold() for name in names) | _closed(language)


@cache
def _classifier() -> Any:
    import py3langid  # noqa: PLC0415  (0.2 s that English never needs)

    py3langid.set_languages(LANGUAGES.split())
    return py3langid
