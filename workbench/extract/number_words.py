"""Numbers written in words: "twenty-five thousand", "a hundred and three", "half a million".

Why this room exists: people say most small numbers and many round ones in words; a checker needs their value.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.core.number import loose_step
from workbench.extract.lexer import Tokens, past_hyphen, word_at
from workbench.extract.lexicon import number_words
from workbench.extract.scales import Number, dozens, power, scale_at, scaled, whole
from workbench.extract.units import named_unit

_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal("0.333333333333")}


def read_words(tokens: Tokens, i: int) -> Number | None:
    """Gives the number in words that begins at a token, or None.

    >>> from workbench.extract.lexer import lex
    >>> [read_words(lex(t), 0).value for t in ("twenty-five thousand", "two and a half million", "a dozen")]
    [Decimal('25000'), Decimal('2500000'), Decimal('12')]
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if low not in words.starts:
        return None
    part = _part_of_scale(tokens, i)
    if part is not None:
        return part
    if low in {"a", "an"}:
        return _after_article(tokens, i)
    if low in words.scales and low not in {"lakhs", "crores"}:
        return _bare_scale(tokens, i)
    if low not in words.small and low not in words.tens:
        return None
    value, end = _sum(tokens, i)
    if end == i:
        return None
    number = Number(value, loose_step(value), i, end, "words")
    return dozens(tokens, and_part(tokens, _spoken_decimals(tokens, number)))


def _after_article(tokens: Tokens, i: int) -> Number | None:
    """A hundred and three, a million and a half, a dozen."""
    if word_at(tokens, i + 1) == "dozen":
        return Number(Decimal(12), Decimal(1), i, i + 2, "dozen")
    if word_at(tokens, i + 1) not in number_words(tokens.language).scales:
        return None
    value, end = _sum(tokens, i + 1, one=True)
    return and_part(tokens, Number(value, loose_step(value), i, end, "words"))


def _bare_scale(tokens: Tokens, i: int) -> Number | None:
    """Hundred thousand: the missing "a" is understood before two scale words."""
    if word_at(tokens, i + 1) not in number_words(tokens.language).scales or word_at(tokens, i - 1) in {
        "several",
        "few",
        "many",
        "some",
    }:
        return None
    value, end = _sum(tokens, i, one=True)
    return Number(value, loose_step(value), i, end, "words")


def _part_of_scale(tokens: Tokens, i: int) -> Number | None:
    """Half a million, a quarter of a million, three quarters of a billion, half a dozen."""
    top, j = number_words(tokens.language).small.get(word_at(tokens, i), 0), i
    if top or word_at(tokens, i) in {"a", "an"}:
        j = past_hyphen(tokens, i + 1)
    share = _PARTS.get(word_at(tokens, j).rstrip("s"))
    if share is None:
        return None
    j = past_hyphen(tokens, j + 1)
    j += word_at(tokens, j) == "of"
    j += word_at(tokens, j) in {"a", "an"}
    share *= max(top, 1)
    if word_at(tokens, j) == "dozen":
        return Number(share * 12, Decimal(1), i, j + 1, "dozen")
    exponent, end = scale_at(tokens, j)
    if not exponent and share < 1 and word_at(tokens, j - 1) in {"a", "an"} and named_unit(tokens, j) is not None:
        return Number(share, Decimal("0.1"), i, j, "fraction")  # "half a percentage point"
    if not exponent or share >= 1:
        return None
    value = Decimal(round(share * power(exponent)))
    return Number(value, loose_step(value), i, end, "words")


def _sum(tokens: Tokens, i: int, *, one: bool = False) -> tuple[Decimal, int]:
    """Groups with falling scales, added up: two million | three hundred thousand | and five."""
    total, last, end = Decimal(0), 99, i
    while last:
        j = end + (end > i and word_at(tokens, end) == "and")
        value, after = _group(tokens, j, one=one and end == i)
        if value is None or (j > i and _is_fraction(tokens, j, after)):
            break
        exponent, behind = scale_at(tokens, after)
        if exponent >= last:
            break
        total += value * power(exponent)
        end, last = behind, exponent
    return whole(total), end


def _group(tokens: Tokens, i: int, *, one: bool) -> tuple[int | None, int]:
    """A number below a thousand, and the index behind it; `one` stands for a missing "one" ("[a] hundred")."""
    value, j = below_hundred(tokens, i)
    if value is None and one:
        value = 1
    if value is None or word_at(tokens, j) != "hundred":
        return value, j
    value, j = value * 100, j + 1
    k = j + (word_at(tokens, j) == "and")
    rest, after = below_hundred(tokens, k)
    if rest is None or _is_fraction(tokens, k, after):
        return value, j
    return value + rest, after


def below_hundred(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A number below a hundred in words, and the index behind it; None where none stands.

    >>> from workbench.extract.lexer import lex
    >>> below_hundred(lex("twenty-five"), 0)
    (25, 3)
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if low in words.small:
        return words.small[low], i + 1
    if low not in words.tens:
        return None, i
    j = past_hyphen(tokens, i + 1)
    unit = words.small.get(word_at(tokens, j), 0)
    return (words.tens[low] + unit, j + 1) if 0 < unit < 10 else (words.tens[low], i + 1)


def _is_fraction(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the words are the numerator of a fraction ("… and two thirds")."""
    return (
        word_at(tokens, first - 1) == "and"
        and word_at(tokens, past_hyphen(tokens, after)) in number_words(tokens.language).fractions
    )


def _spoken_decimals(tokens: Tokens, number: Number) -> Number:
    """Decimals said aloud: "three point five million"."""
    if word_at(tokens, number.end) != "point":
        return number
    digits: list[int] = []
    j = number.end + 1
    while len(digits) < 9 and (digit := number_words(tokens.language).small.get(word_at(tokens, j), 10)) < 10:
        digits.append(digit)
        j += 1
    if not digits:
        pair, j = below_hundred(tokens, j)
        digits = [] if pair is None else [pair // 10, pair % 10]
    if not digits:
        return number
    value = number.value + Decimal((0, tuple(digits), -len(digits)))
    return scaled(tokens, replace(number, value=value, step=power(-len(digits)), end=j))


def and_part(tokens: Tokens, number: Number) -> Number:
    """Two and a half million; a million and a half; twenty and three fifths; one billion and a half million.

    >>> from workbench.extract.lexer import lex
    >>> [read_words(lex(t), 0).value for t in ("three and a fifth", "a million and a half", "one billion and a half million")]
    [Decimal('3.2'), Decimal('1500000'), Decimal('1000500000')]
    """
    if word_at(tokens, number.end) != "and" or number.value != number.value.to_integral_value():
        return number
    found = _fraction_at(tokens, number.end + 1)
    if found is None or word_at(tokens, found[1]) == "of":
        return number
    part, j = found
    own, behind = scale_at(tokens, j)
    scale = number_words(tokens.language).scales.get(word_at(tokens, number.end - 1), 0)
    if scale > 2:
        factor, end = (power(own), behind) if 0 < own < scale else (power(scale), j)
        value = whole(number.value + (part * factor).quantize(Decimal("0.000001")))
        return replace(number, value=value, step=factor / 10, end=end)
    return scaled(tokens, replace(number, value=number.value + part, step=Decimal("0.1"), end=j))


def _fraction_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """A fraction below one in words ("a half", "three fifths"), and the index behind it."""
    words, low = number_words(tokens.language), word_at(tokens, i)
    top = 1 if low in {"a", "an"} else words.small.get(low, 0)
    j = past_hyphen(tokens, i + 1)
    bottom = words.fractions.get(word_at(tokens, j), 0)
    if not 0 < top < bottom or (top > 1) != word_at(tokens, j).endswith("s"):
        return None
    return round(Decimal(top) / Decimal(bottom), 12).normalize(), j + 1
