"""Small numbers and ordinals of the word files, as regular expressions and by value: "ten", "third", "42nd"."""

from __future__ import annotations

import re
from functools import cache

from workbench.extract.words.word_files import raw_tables

_HUNDRED = 2


@cache
def numbers(language: str) -> dict[str, int]:
    """Map the words for numbers up to a hundred to their values.

    >>> numbers("en")["eleven"], numbers("de")["zwanzig"]
    (11, 20)
    """
    table = raw_tables(language)["numbers"]
    hundreds = {word: 100 for word, power in table["scales"].items() if power == _HUNDRED}
    return {**table["small"], **table["tens"], **hundreds, **table["round"]}


@cache
def ordinals(language: str) -> dict[str, int]:
    """Map the words for ordinals to their values.

    >>> ordinals("en")["third"], ordinals("de")["dritten"]
    (3, 3)
    """
    tables = raw_tables(language)
    return {**tables["numbers"]["ordinals"], **tables["relations"]["stems"]}


@cache
def number_pattern(language: str) -> str:
    """Build the regular expression of a small number in digits or as a word, without groups.

    >>> bool(re.fullmatch(number_pattern("en"), "a hundred")), bool(re.fullmatch(number_pattern("de"), "zwanzig"))
    (True, True)
    """
    return rf"(?:\d{{1,3}}{_or(numbers(language))})"


@cache
def ordinal_pattern(language: str) -> str:
    """Build the regular expression of an ordinal in digits or as a word, without groups.

    >>> bool(re.fullmatch(ordinal_pattern("en"), "42nd")), bool(re.fullmatch(ordinal_pattern("de"), "dritten"))
    (True, True)
    """
    suffixes = raw_tables(language)["numbers"]["ordinal_suffixes"]
    digits = rf"\d{{1,3}}(?:{'|'.join(map(re.escape, suffixes))})" if suffixes else r"\d{1,3}\."
    return rf"(?:{digits}{_or(ordinals(language))})"


def _or(words: dict[str, int]) -> str:
    """Join alternatives, the longest first, so that a longer one is not cut off by its own beginning."""
    return "".join(f"|{re.escape(word)}" for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def whole_number_pattern(language: str) -> str:
    """Build the regular expression of a number in digits or in words, of any size, without groups.

    >>> bool(re.fullmatch(whole_number_pattern("en"), "two thousand and forty-eight")), bool(re.fullmatch(whole_number_pattern("de"), "vierundzwanzig"))
    (True, True)
    """
    table = raw_tables(language)["numbers"]
    parts = {word: 0 for key in ("small", "tens", "scales", "round", "hundreds") for word in table[key]}
    joined = dict.fromkeys(table["joined"], 0)
    word = rf"(?:(?!){_or(parts | joined)}){'+' if joined else ''}"
    joint = "|".join(map(re.escape, raw_tables(language)["grammar"]["roles"]["and"]))
    scales = rf"(?:\s(?:(?!){_or(dict.fromkeys(table['scales'], 0))})\b\.?)?"
    return rf"(?:\d+(?:[.,\u202f\u00a0]\d+)*{scales}|{word}(?:(?:\s(?:{joint})\s|[\s-]){word}){{0,8}})"


def small_number(words: str, language: str) -> int:
    """Find the value of a small number or ordinal, in digits or as a word; 0 for anything else.

    >>> [small_number(said, "en") for said in ("third", "42nd", "ten", "a hundred", "20", "many")]
    [3, 42, 10, 100, 20, 0]
    """
    said = words.lower()
    return ordinals(language).get(said) or numbers(language).get(said) or int(re.sub(r"\D", "", said) or 0)
