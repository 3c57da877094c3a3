"""Read whole numbers in words: "forty-two thousand three hundred and eleven".

A number in words is a sum of groups, each with a smaller scale than the one before. Every other form in words
(fractions, decimals, years) begins with one.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.numbers.multipliers import power, scale_at, whole
from workbench.extract.words.lexer import Tokens, glued, past_hyphen, word_at
from workbench.extract.words.word_tables import number_words

_NO_SCALE_YET = 99
_THOUSAND = 3


def sum_words(tokens: Tokens, i: int, *, one: bool = False) -> tuple[Decimal, int]:
    """Add up groups with falling scales: two million | three hundred thousand | and five.

    Args:
        tokens: The sentence.
        i: Where the number begins.
        one: Whether to assume "one" before the first scale ("[a] hundred").

    >>> from workbench.extract.words.lexer import lex
    >>> sum_words(lex("two million, three hundred thousand and five"), 0)
    (Decimal('2300005'), 8)
    """
    total, last, end = Decimal(0), _NO_SCALE_YET, i
    while last:
        j = _next_group(tokens, end, last) if end > i else i
        value, after = _group(tokens, j, one=one and end == i)
        if value is None or (j > i and _is_fraction(tokens, j, value, after)):
            break
        exponent, behind = scale_at(tokens, after)
        if exponent >= last or (word_at(tokens, j - 1) == "," and end > i and value < 100):
            break
        total += value * power(exponent)
        end, last = behind, exponent
    return whole(total), end


def _next_group(tokens: Tokens, end: int, last: int) -> int:
    """Find the start of the next group: after "and", and after a comma from thousands on ("two thousand, three")."""
    joined = word_at(tokens, end) == "and" or (word_at(tokens, end) == "," and _THOUSAND <= last < _NO_SCALE_YET)
    return end + joined


def _group(tokens: Tokens, i: int, *, one: bool) -> tuple[int | None, int]:
    """Read a number below a thousand, and the index after it; `one` says to assume a missing "one" ("[a] hundred")."""
    value, j = below_hundred(tokens, i)
    hundreds = number_words(tokens.language).hundreds.get(word_at(tokens, i))
    if value is None and one:
        value = 1
    if hundreds is None and (value is None or word_at(tokens, j) != "hundred"):
        return value, j
    value, j = (value or 1) * 100 if hundreds is None else hundreds, max(j, i) + 1
    k = j + (word_at(tokens, j) == "and")
    rest, after = below_hundred(tokens, k)
    if rest is None or _is_fraction(tokens, k, rest, after):
        return value, j
    return value + rest, after


def below_hundred(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """Read a number below a hundred in words, and the index after it; None where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> below_hundred(lex("twenty-five"), 0), below_hundred(lex("thirty-fifths"), 0)
    ((25, 3), (None, 0))
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if low in words.small:
        return words.small[low], i + 1
    if low not in words.tens:
        return None, i
    j = past_hyphen(tokens, i + 1)
    j += word_at(tokens, j) in words.tens_join
    behind = word_at(tokens, j)
    unit = words.small.get(behind, 0)
    if 0 < unit < 10:
        return words.tens[low] + unit, j + 1
    tied = j > i + 1 and glued(tokens, j) and behind in words.fractions and behind.endswith(words.fraction_endings)
    return (None, i) if tied else (words.tens[low], i + 1)


def _is_fraction(tokens: Tokens, first: int, top: int, after: int) -> bool:
    """Check whether words are the numerator of a fraction below one ("… and two thirds", not "… and thirty fifths")."""
    bottom = number_words(tokens.language).fractions.get(word_at(tokens, past_hyphen(tokens, after)), 0)
    return word_at(tokens, first - 1) == "and" and top < bottom
