"""Numbers that a language writes as one word: "fünfundzwanzig", "zweihundertfünfzig".

German (and Dutch) put the units before the tens and write no space. The numbers below a thousand are few enough for a
list; the lexer splits longer ones at "tausend".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.extract.words.word_files import raw_tables

_WITHOUT_DOTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""Spellings without umlauts: "fuenfzig"."""


@cache
def joined_numbers(language: str) -> dict[str, int]:
    """List every number below a thousand as a language writes it in one word; empty where it does not.

    >>> numbers = joined_numbers("de")
    >>> numbers["fünfundzwanzig"], numbers["zweihundertfünfzig"], numbers["hunderteins"], joined_numbers("en")
    (25, 250, 101, {})
    """
    table = raw_tables(language)["numbers"]
    if not table["joined"]:
        return {}
    joint, hundred, _, one = table["joined"]
    small, tens = {word: n for word, n in table["small"].items() if n}, table["tens"]
    below = {**small, **tens, **dict(_with_units(small, tens, joint, one))}
    found = {**below, **dict(_with_hundreds(small, below, joint, (hundred, one)))}
    return {way: n for word, n in found.items() for way in {word, word.translate(_WITHOUT_DOTS)}}


def _with_units(small: dict[str, int], tens: dict[str, int], joint: str, one: str) -> Iterator[tuple[str, int]]:
    units = {one: 1, **{word: n for word, n in small.items() if 1 < n < 10}}
    for ten, value in tens.items():
        yield from ((f"{unit}{joint}{ten}", value + n) for unit, n in units.items())


def _with_hundreds(
    small: dict[str, int], below: dict[str, int], joint: str, words: tuple[str, str]
) -> Iterator[tuple[str, int]]:
    hundred, one = words
    heads = {"": 1, one: 1, **{word: n for word, n in small.items() if 1 < n < 10}}
    for head, n in heads.items():
        yield f"{head}{hundred}", n * 100
        for rest, value in below.items():
            yield f"{head}{hundred}{rest}", n * 100 + value
            yield f"{head}{hundred}{joint}{rest}", n * 100 + value
