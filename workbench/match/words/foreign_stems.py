"""Stems of words of other languages, so that a glossary finds a word in all its cases, articles and plurals."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer
from snowballstemmer.german_stemmer import GermanStemmer

from workbench.match.words.english_stems import LONGEST_WORD, stem

_SHORTEST = 4
_ARTICLE = re.compile(r"(?<=а)(?:та|ва|на)$|(?<=[оеи])то$|(?<=[иео])те$|(?<=[^аеиоу])от$|(?<=и)от$|(?<=ст)а$")
_ENDING = re.compile(r"(?:овци|евци|ови|еви|ија)$|[аеио]+$")
_FLEETING = re.compile(r"(?<=[а-џ]{3}[бвгдѓжзѕјкќлљмнњпрстфхцчџш])ен$")
"""The ending of an adjective whose vowel its other forms lack: "животен", "животниот"."""


@lru_cache(maxsize=50_000)
def german_stem(word: str) -> str:
    """Stem a folded German word.

    >>> german_stem("arbeitslosen") == german_stem("arbeitslosigkeit"), german_stem("preise") == german_stem("preisen")
    (True, True)
    """
    if len(word) > LONGEST_WORD:
        return word
    found: str = GermanStemmer().stemWord(word)
    return found


@lru_cache(maxsize=50_000)
def macedonian_stem(word: str) -> str:
    """Stem a folded Macedonian word: without the article at its end and without the ending of gender and number.

    >>> {macedonian_stem(word) for word in ("плата", "плати", "платата", "платите")}
    {'плат'}
    >>> macedonian_stem("невработеноста") == macedonian_stem("невработеност")
    True
    >>> macedonian_stem("животниот") == macedonian_stem("животен")
    True
    """
    bare = word
    while len(shorter := _ARTICLE.sub("", bare)) >= _SHORTEST and shorter != bare:
        bare = shorter
    ending = _ENDING.sub("", bare)
    return _FLEETING.sub("н", ending if len(ending) >= _SHORTEST - 1 else bare)


STEMS = {"de": german_stem, "en": stem, "mk": macedonian_stem}
"""The stemmer of each language."""


@cache
def snowball(algorithm: str) -> Callable[[str], str]:
    """Make a stemmer from one of Snowball's algorithms.

    >>> {snowball("french")(word) for word in ("national", "nationale", "nationaux")}
    {'national'}

    Args:
        algorithm: Its English name, such as "french".

    Raises:
        KeyError: Snowball has none of that name.
    """
    stemmer = snowballstemmer.stemmer(algorithm)

    @lru_cache(maxsize=50_000)
    def stemmed(word: str) -> str:
        return str(stemmer.stemWord(word)) if len(word) <= LONGEST_WORD else word

    return stemmed
