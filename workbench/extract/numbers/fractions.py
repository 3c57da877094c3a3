"""Read fractions in words: "half a million", "two and a half", "twenty-three fifths".

A fraction of a scale or of a unit ("two tenths of a percentage point") is a plain amount. A fraction of things is a
share, which `amounts.shares_in_words` reads in percent. Central banks speak of "a quarter point" and statisticians of "a tenth of a
percent".
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.core.number import loose_step
from workbench.core.quantity import Dimension
from workbench.extract.numbers.multipliers import ScaledNumber, power, scale_at, scaled, whole
from workbench.extract.numbers.whole_numbers_in_words import below_hundred
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import Tokens, past_hyphen, word_at
from workbench.extract.words.word_tables import number_words

_TENTH = Decimal("0.1")
_ONE_MILLIONTH = Decimal("0.000001")
_BARE = frozenset({"half", "quarter"})
_OFTEN_TIME = frozenset({"quarter", "quarters", "half", "halves"})
_OF_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.INDEX})
_LARGEST_TOP = 20


def fraction_at(tokens: Tokens, i: int) -> tuple[int, int, int] | None:
    """Read the numerator and denominator of a fraction in words, and the index after it.

    >>> from workbench.extract.words.lexer import lex
    >>> fraction_at(lex("fifty-four hundredths"), 0), fraction_at(lex("a half"), 0), fraction_at(lex("two third"), 0)
    ((54, 100, 4), (1, 2, 2), None)
    """
    top, j = (1, i + 1) if word_at(tokens, i) in {"a", "an"} else below_hundred(tokens, i)
    if not top:
        return None
    j = past_hyphen(tokens, j)
    bottom, end = denominator_at(tokens, j)
    fits = bottom and number_words(tokens.language).is_part_name(word_at(tokens, end - 1), top)
    return (top, bottom, end) if fits or (top > 1 and word_at(tokens, j) == "quarter") else None


def denominator_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read a denominator ("fifths", "twenty-fifths"), 0 where there is none, and the index after it.

    >>> from workbench.extract.words.lexer import lex
    >>> denominator_at(lex("fifths"), 0), denominator_at(lex("twenty-fifths"), 0)
    ((5, 1), (25, 3))
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if low in words.fractions:
        return words.fractions[low], i + 1
    j = past_hyphen(tokens, i + 1)
    unit = words.fractions.get(word_at(tokens, j), 10)
    tied = low in words.tens and j > i + 1 and unit < 10 and word_at(tokens, j).endswith(words.fraction_endings)
    return (words.tens[low] + unit, j + 1) if tied else (0, i)


def part_of(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read a fraction of a scale or of a unit.

    Examples: "half a million", "half a dozen", "two tenths of a percent", "a quarter-point".

    >>> from workbench.extract.words.lexer import lex
    >>> [part_of(lex(t), 0).value for t in ("half a million", "three tenths of a percent", "a quarter-point cut")]
    [Decimal('500000'), Decimal('0.3'), Decimal('0.25')]
    """
    found = fraction_at(tokens, i) or _bare_fraction(tokens, i)
    if found is None or found[0] >= found[1]:
        return None
    top, bottom, j = found
    share = round(Decimal(top) / Decimal(bottom), 12).normalize()
    k = past_hyphen(tokens, j)
    k += word_at(tokens, k) == "of"
    owned = word_at(tokens, k) in {"a", "an", "one"}
    k += owned
    if word_at(tokens, k) == "dozen":
        return ScaledNumber(share * 12, Decimal(1), i, k + 1, "dozen")
    exponent, end = scale_at(tokens, k)
    if exponent:
        return _of_scale(Decimal(top) * power(exponent) / bottom, i, end) if owned or bottom in {2, 4} else None
    unit = named_unit(tokens, k)
    if unit is None or not (owned or (unit[0].dimension in _OF_SHARES and word_at(tokens, j) != "of")):
        return None
    return ScaledNumber(share, _TENTH, i, k, "fraction")


def _of_scale(value: Decimal, first: int, end: int) -> ScaledNumber:
    rounded = Decimal(round(value))
    return ScaledNumber(rounded, loose_step(rounded), first, end, "words")


def _bare_fraction(tokens: Tokens, i: int) -> tuple[int, int, int] | None:
    """Read "half" or "quarter" without a numerator, unless it is a part of a match or year ("the second half")."""
    low, before = word_at(tokens, i), word_at(tokens, i - 1)
    words = number_words(tokens.language)
    if (
        low not in _BARE
        or low not in words.fractions
        or before in words.ordinals
        or before in {"last", "this", "other", "next", "final"}
    ):
        return None
    return 1, words.fractions[low], i + 1


def _without_article(tokens: Tokens, i: int) -> tuple[int, int, int] | None:
    """Read a fraction in a language that leaves out "a" ("два и пол")."""
    words, low = number_words(tokens.language), word_at(tokens, i)
    return (1, words.fractions[low], i + 1) if low in words.bare_fractions else None


def improper(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Divide a number by the plural denominator after it, where no share is meant: "twenty-three fifths".

    A numerator below the denominator makes a share ("two fifths"); "quarters" and "halves" mostly mean parts of a year
    or match.

    >>> from workbench.extract.words.lexer import lex
    >>> improper(lex("23 fifths"), ScaledNumber(Decimal(23), Decimal(1), 0, 1)).value
    Decimal('4.6')
    """
    j = past_hyphen(tokens, number.end)
    bottom, end = denominator_at(tokens, j)
    name = word_at(tokens, end - 1)
    if not bottom or not name.endswith(number_words(tokens.language).fraction_endings) or name in _OFTEN_TIME:
        return number
    if number.value <= bottom and number.value < _LARGEST_TOP and end == j + 1:
        return number
    value = round(number.value / Decimal(bottom), 12).normalize()
    return replace(number, value=whole(value), step=_TENTH, end=end, form="fraction")


def and_part(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Add a fraction joined by "and".

    Examples: "two and a half million", "a million and a half", "twenty and three fifths", "one billion and a half
    million".

    >>> from workbench.extract.words.lexer import lex
    >>> five = ScaledNumber(Decimal(5), Decimal(1), 0, 1)
    >>> [and_part(lex(t), five).value for t in ("five and a fifth", "five and a half million", "five and two hundredths")]
    [Decimal('5.2'), Decimal('5500000'), Decimal('5.02')]
    """
    if word_at(tokens, number.end) != "and" or number.value != number.value.to_integral_value():
        return number
    found = fraction_at(tokens, number.end + 1) or _without_article(tokens, number.end + 1)
    if found is None or found[0] >= found[1] or word_at(tokens, found[2]) == "of":
        return number
    top, bottom, j = found
    part = round(Decimal(top) / Decimal(bottom), 12).normalize()
    own, behind = scale_at(tokens, j)
    scale = number_words(tokens.language).scales.get(word_at(tokens, number.end - 1), 0)
    if scale > 2:
        factor, end = (power(own), behind) if 0 < own < scale else (power(scale), j)
        value = whole(number.value + (part * factor).quantize(_ONE_MILLIONTH))
        return replace(number, value=value, step=factor / 10, end=end)
    return scaled(tokens, replace(number, value=number.value + part, step=_TENTH, end=j))
