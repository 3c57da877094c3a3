"""Read numbers written in words: "twenty-five thousand", "a hundred and three", "half a million".

Most small numbers and many round ones are spoken as words.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.core.number import loose_step
from workbench.core.quantity import Dimension
from workbench.extract.numbers.fractions import and_part, improper, part_of
from workbench.extract.numbers.multipliers import ScaledNumber, dozens, power, scaled
from workbench.extract.numbers.whole_numbers_in_words import below_hundred, sum_words
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_tables import number_words

_ROUND = frozenset({Decimal(100), Decimal(1000)})
_VAGUE_BEFORE = frozenset({"several", "few", "many", "some"})
_THIS = frozenset({"this", "that", "the", "a", "each", "every", "some", "one", "to", "same"})
_IN_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})
_MOST_DECIMALS = 9
_SPOKEN_ZERO = {"oh": 0, "o": 0}


def read_words(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read the number in words that begins at a token; None where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> [read_words(lex(t), 0).value for t in ("twenty-five thousand", "two and a half million", "a dozen")]
    [Decimal('25000'), Decimal('2500000'), Decimal('12')]
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if low not in words.starts:
        return None
    part = part_of(tokens, i)
    if part is not None:
        return part
    if low in {"a", "an"}:
        return _after_article(tokens, i)
    if low in words.mixed:
        return _mixed(tokens, i)
    if low in words.scales and low not in {"lakhs", "crores"}:
        return _bare_scale(tokens, i)
    if low == "point":
        return _bare_point(tokens, i)
    if low not in words.small and low not in words.tens and low not in words.hundreds:
        return None
    value, end = sum_words(tokens, i)
    if end == i or (value in _ROUND and end == i + 1 and word_at(tokens, i - 1) in _VAGUE_BEFORE):
        return None  # "mehrere hundert Menschen": too vague for a figure
    number = improper(tokens, ScaledNumber(value, loose_step(value), i, end, "words"))
    return dozens(tokens, and_part(tokens, _spoken_decimals(tokens, number)))


def _mixed(tokens: Tokens, i: int) -> ScaledNumber:
    """Read a whole number and a half in one word: "anderthalb Millionen"."""
    value = Decimal(number_words(tokens.language).mixed[word_at(tokens, i)])
    return scaled(tokens, ScaledNumber(value, power(_exponent(value)), i, i + 1, "words"))


def _after_article(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read a number after "a": "a hundred and three", "a million and a half", "a dozen"."""
    if word_at(tokens, i + 1) == "dozen":
        return ScaledNumber(Decimal(12), Decimal(1), i, i + 2, "dozen")
    if word_at(tokens, i + 1) not in number_words(tokens.language).scales:
        return None
    value, end = sum_words(tokens, i + 1, one=True)
    return and_part(tokens, improper(tokens, ScaledNumber(value, loose_step(value), i, end, "words")))


def _bare_scale(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read a number that leaves out "a": "hundred thousand", "hundred and twenty".

    Only a second scale word or an "and" shows that "a" is left out.
    """
    after = word_at(tokens, i + 1)
    words = number_words(tokens.language)
    larger = after in words.scales or word_at(tokens, i) in words.alone
    if not (larger or after == "and") or word_at(tokens, i - 1) in _VAGUE_BEFORE:
        return None
    value, end = sum_words(tokens, i, one=True)
    return ScaledNumber(value, loose_step(value), i, end, "words") if larger or end > i + 2 else None


def _spoken_decimals(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Read decimals in words: "three point five million"."""
    if word_at(tokens, number.end) != "point":
        return number
    found = _decimals_at(tokens, number.end + 1)
    if found is None:
        return number
    part, end = found
    step = power(_exponent(part))
    return scaled(tokens, replace(number, value=number.value + part, step=step, end=end))


def _bare_point(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read a percentage that leaves out its zero: "point five percent"."""
    if word_at(tokens, i - 1) in _THIS:
        return None
    found = _decimals_at(tokens, i + 1)
    unit = named_unit(tokens, found[1]) if found else None
    if found is None or unit is None or unit[0].dimension not in _IN_SHARES:
        return None
    return ScaledNumber(found[0], power(_exponent(found[0])), i, found[1], "words")


def _decimals_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """Read decimals after "point", digit by digit ("one four") or as a pair ("seventy-one"), and the index after them."""
    small = number_words(tokens.language).small | _SPOKEN_ZERO
    digits: list[int] = []
    j = i
    while len(digits) < _MOST_DECIMALS and (digit := small.get(word_at(tokens, j), 10)) < 10:
        digits.append(digit)
        j += 1
    if not digits:
        pair, j = below_hundred(tokens, i)
        digits = [] if pair is None else [pair // 10, pair % 10]
    return (Decimal((0, tuple(digits), -len(digits))), j) if digits else None


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
