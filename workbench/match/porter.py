"""Stems of English words, so that "migrants" meets "migrant" and "applied" meets "applies".

The algorithm is M. F. Porter's "An algorithm for suffix stripping" (Program 14, 1980), the same that SQLite's full-text
index uses: what is found there and what is ranked here then agree on what counts as one word.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
    "ion", "al", "er", "ic", "ou",
)  # fmt: skip
_LONGEST_2 = tuple(sorted(_STEP_2, key=len, reverse=True))
_LONGEST_3 = tuple(sorted(_STEP_3, key=len, reverse=True))
_VOWEL_THEN_CONSONANT = re.compile("v+c+")
_SHORTEST = 3


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case word; words shorter than three letters, or not of a to z alone, stay as they are.

    >>> stem("applications"), stem("unemployed"), stem("2021")
    ('applic', 'unemploi', '2021')
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    for step in (_plurals, _past, _final_y, _double_suffixes, _suffixes, _endings, _final_e):
        word = step(word)
    return word


def _shape(part: str) -> str:
    """The letters as ``v`` and ``c``; y is a vowel after a consonant."""
    shape = ""
    for letter in part:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(part: str) -> int:
    return len(_VOWEL_THEN_CONSONANT.findall(_shape(part)))


def _has_vowel(part: str) -> bool:
    return "v" in _shape(part)


def _ends_short(part: str) -> bool:
    """Ends consonant, vowel, consonant, the last not w, x or y ("hop", not "snow")."""
    return _shape(part).endswith("cvc") and part[-1] not in "wxy"


def _plurals(word: str) -> str:
    if word.endswith("sses") or word.endswith("ies"):  # noqa: PIE810  (the two rules of step 1a that drop "es")
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            part = word.removesuffix(ending)
            return _mended(part) if _has_vowel(part) else word
    return word


def _mended(part: str) -> str:
    """Gives back the e that "rated" lost, takes the second p off "hopping"."""
    if part.endswith(("at", "bl", "iz")):
        return part + "e"
    if len(part) > 1 and part[-1] == part[-2] and _shape(part)[-1] == "c" and part[-1] not in "lsz":
        return part[:-1]
    return part + "e" if _measure(part) == 1 and _ends_short(part) else part


def _final_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _double_suffixes(word: str) -> str:
    return _replaced(word, _LONGEST_2, _STEP_2)


def _suffixes(word: str) -> str:
    return _replaced(word, _LONGEST_3, _STEP_3)


def _replaced(word: str, longest_first: tuple[str, ...], table: dict[str, str]) -> str:
    for suffix in longest_first:
        if word.endswith(suffix):
            part = word.removesuffix(suffix)
            return part + table[suffix] if _measure(part) > 0 else word
    return word


def _endings(word: str) -> str:
    for suffix in _STEP_4:
        if word.endswith(suffix):
            part = word.removesuffix(suffix)
            kept = _measure(part) <= 1 or (suffix == "ion" and not part.endswith(("s", "t")))
            return word if kept else part
    return word


def _final_e(word: str) -> str:
    if word.endswith("e"):
        part = word[:-1]
        if _measure(part) > 1 or (_measure(part) == 1 and not _ends_short(part)):
            word = part
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
