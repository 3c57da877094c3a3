"""Recognize hours after a weekday, as British and German posters write them: "Thursday, 7.30"."""

from __future__ import annotations

import re
from functools import cache

from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_tables import period_words

_HOUR = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


@cache
def _weekdays(language: str) -> frozenset[str]:
    words = period_words(language)
    return frozenset({*words.weekdays, *words.short_weekdays})


def is_hour(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is an hour right after a weekday; an hour counts nothing.

    >>> from workbench.extract.numbers.numbers import read_number
    >>> from workbench.extract.words.lexer import lex
    >>> said = (("Thursday, 7.30", 2), ("Thursday 7.30 percent", 1), ("Donnerstag 19.30 Uhr", 1))
    >>> [is_hour(t := lex(each, "de" if "Uhr" in each else "en"), read_number(t, i)) for each, i in said]
    [True, False, True]
    """
    if number.end != number.first + 1 or _HOUR.fullmatch(tokens[number.first].raw) is None:
        return False
    before = number.first - 1 - (word_at(tokens, number.first - 1) == ",")
    return word_at(tokens, before) in _weekdays(tokens.language) and named_unit(tokens, number.end) is None
