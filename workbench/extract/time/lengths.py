"""Lengths of time: "nine months", "a year and a half", "half a century", "48 hours".

Counted times are made of lengths, and a length need not be a whole number of its unit.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.parts_of_year import count_at
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.lexer import Tokens, past_hyphen, word_at
from workbench.extract.words.word_tables import period_words

_HALVED = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
_HOURS_A_DAY = 24
_HALF_OF_TWO = 2


@dataclass(frozen=True, slots=True)
class Length:
    """A number of calendar units, and the index behind its words."""

    count: int
    unit: str
    end: int


def length_at(tokens: Tokens, i: int) -> Length | None:
    """Read the length of time at a token.

    >>> from workbench.extract.words.lexer import lex
    >>> found = [length_at(lex(t), 0) for t in ("nine months", "a year and a half", "half a century", "48 hours")]
    >>> [(length.count, length.unit) for length in found]
    [(9, 'month'), (18, 'month'), (50, 'year'), (2, 'day')]
    """
    if year_at(tokens, i) is not None and word_at(tokens, i + 1) in period_words(tokens.language).year_nouns:
        return None  # a year and no length: "во 2019 година"
    counted = count_at(tokens, i)
    if counted is None:
        return _half(tokens, i) or _mixed(tokens, i)
    count, j = counted
    j = past_hyphen(tokens, j)
    if word_at(tokens, j) == "hours":
        days, rest = divmod(count, _HOURS_A_DAY)
        return None if rest else Length(days, "day", j + 1)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j), "")
    if not unit:
        return None
    if _and_half(tokens, j + 1) and unit in _HALVED:
        return _of_halves(count * 2 + 1, unit, j + 4)
    return _with_months(tokens, Length(count, unit, j + 1))


def _with_months(tokens: Tokens, length: Length) -> Length:
    """Read "two years and three months" as one length in months."""
    more = count_at(tokens, length.end + 1) if word_at(tokens, length.end) == "and" else None
    unit = "" if more is None else period_words(tokens.language).spans.get(word_at(tokens, more[1]), "")
    if length.unit != "year" or more is None or unit != "month":
        return length
    return Length(length.count * 12 + more[0], unit, more[1] + 1)


def year_and_half(tokens: Tokens, i: int) -> Length | None:
    """Read "year and a half", behind "last" or "next".

    >>> from workbench.extract.words.lexer import lex
    >>> year_and_half(lex("year and a half"), 0).count
    18
    """
    unit = word_at(tokens, i)
    return _of_halves(3, unit, i + 4) if unit in _HALVED and _and_half(tokens, i + 1) else None


def _and_half(tokens: Tokens, i: int) -> bool:
    return tuple(word_at(tokens, k) for k in range(i, i + 3)) == ("and", "a", "half")


def _half(tokens: Tokens, i: int) -> Length | None:
    """Read "half a year", "a half-century"."""
    j = i + (word_at(tokens, i) == "a")
    if word_at(tokens, j) != "half":
        return None
    k = past_hyphen(tokens, j + 1)
    k += j == i and word_at(tokens, k) in {"a", "an"}
    unit = period_words(tokens.language).spans.get(word_at(tokens, k), "")
    return _of_halves(1, unit, k + 1) if unit in _HALVED else None


def _mixed(tokens: Tokens, i: int) -> Length | None:
    """Read "two and a half years", "1.5 years"."""
    number = read_number(tokens, i)
    if number is None or number.value * _HALF_OF_TWO != int(number.value * _HALF_OF_TWO) or number.value < 1:
        return None
    j = past_hyphen(tokens, number.end)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j), "")
    return _of_halves(int(number.value * _HALF_OF_TWO), unit, j + 1) if unit in _HALVED else None


def _of_halves(halves: int, unit: str, end: int) -> Length:
    """Convert halves of years, decades or centuries to the next smaller unit."""
    smaller, count = _HALVED[unit]
    return Length(halves * count, smaller, end)
