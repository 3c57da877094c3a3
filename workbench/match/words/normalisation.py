"""Normalises words for search: removes case, accents and endings, and drops stop words.

The lists of words, `stop_words` and `frame_words`, are English, the language of titles, into which every query is translated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from workbench.match.words.english_stems import stem
from workbench.match.words.frame_words import FRAME
from workbench.match.words.stop_words import STOP

LONGEST_TEXT = 4_000
"""Maximum number of code points read from a text. More of a title or a pasted page adds nothing about the measure."""

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


_KNOWN_WORDS = 200_000
_LONG_NON, _NO_DENIAL = 9, frozenset({"nonetheless", "nonsense", "nonchalant"})


def fold(word: str) -> str:
    """Normalise a word: no case, accents, compatibility forms or possessive.

    >>> fold("Économique"), fold("CO₂"), fold("Macedonia’s")
    ('economique', 'co2', 'macedonia')
    """
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").removesuffix("'s")


def words(text: str) -> list[str]:
    """Split a text into folded words, in order; figures are words too, punctuation is not."""
    return list(chain.from_iterable(map(_parts, _WORD.findall(text[:LONGEST_TEXT]))))


def keys(text: str) -> list[str]:
    """Stem the words of a text without stop words, in order, as titles are indexed."""
    return list(chain.from_iterable(map(_keys, _WORD.findall(text[:LONGEST_TEXT]))))


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts(word: str) -> tuple[str, ...]:
    """Split a word at its points: initials stay one word ("U.S." is "us"), figures keep their point."""
    word = fold(word)
    if word.startswith("non") and len(word) >= _LONG_NON and word.isalpha() and word not in _NO_DENIAL:
        return ("non", word[3:])  # "noninstitutionalized" is also written "non-institutionalized"
    if word.isalnum():
        return (word,)
    pieces = [piece for piece in re.split(r"[.']", word) if piece]
    if all(len(piece) == 1 and piece.isalpha() for piece in pieces):
        return ("".join(pieces),) if pieces else ()
    return (word,) if all(piece.isdigit() for piece in pieces) else tuple(pieces)


@lru_cache(maxsize=_KNOWN_WORDS)
def _keys(word: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in _parts(word) if part not in STOP)


@lru_cache(maxsize=_KNOWN_WORDS)
def is_frame(key: str) -> bool:
    """Check whether a stem is a frame word; a year and a single letter count as such."""
    return key in FRAME or len(key) == 1 or key.replace(".", "").isdigit()


def naming(stems: Iterable[str]) -> frozenset[str]:
    """Select the stems that name something, without frame words.

    >>> naming(["unemploy", "rate", "2019"])
    frozenset({'unemploy'})
    """
    return frozenset(key for key in stems if not is_frame(key))
