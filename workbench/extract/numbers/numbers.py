"""Read written numbers: digits in every form, number words, fractions, dozens.

A figure keeps the precision it was written in. Each number has a step, the size of its last written digit, so that "1.2
billion" is not mistaken for an exact count.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from workbench.core.number import loose_step
from workbench.extract.numbers.fractions import and_part
from workbench.extract.numbers.multipliers import ScaledNumber, dozens, power, scaled
from workbench.extract.numbers.number_words import read_words
from workbench.extract.numbers.scientific_notation import RAISED, TIMES, times_power
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, word_at
from workbench.extract.words.word_tables import number_words

_SEPARATORS = re.compile(r"[,'’\u00a0\u202f\u2009\u2007 ]")
_LONGEST = 30
_LARGEST_AND = 3
_NO_SUM = frozenset({"between", "from", "-", "–"})
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32"})
_THIRD, _TWO_THIRDS = Decimal("0.333333333333"), Decimal("0.666666666667")
_GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": _THIRD, "⅔": _TWO_THIRDS,
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
    "⅙": Decimal("0.166666666667"), "⅚": Decimal("0.833333333333"), "⅐": Decimal("0.142857142857"),
    "⅑": Decimal("0.111111111111"), "⅒": Decimal("0.1"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip


def read_number(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read the number that begins at a token; None where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> n = read_number(lex("1.2 billion"), 0); n.value, n.step
    (Decimal('1200000000'), Decimal('1E+8'))
    >>> read_number(lex("two hundred and five"), 0).value
    Decimal('205')
    """
    if i not in tokens.numbers:  # cached: every reader of amounts, times and changes asks
        tokens.numbers[i] = _number_at(tokens, i)
    found: ScaledNumber | None = tokens.numbers[i]
    return found


def _number_at(tokens: Tokens, i: int) -> ScaledNumber | None:
    if i >= len(tokens):
        return None
    kind = tokens[i].kind
    if kind is TokenKind.NUMBER:
        return _read_digits(tokens, i)
    if kind is TokenKind.WORD:
        return read_words(tokens, i)
    glyph = _GLYPHS.get(tokens[i].low)
    return None if glyph is None else scaled(tokens, ScaledNumber(glyph, Decimal("0.1"), i, i + 1, "fraction"))


def digits_value(written: str) -> Decimal | None:
    """Return the value of written digits with their separators; None where they are too many to be a meaningful number.

    >>> digits_value("16,000"), digits_value("1.234.567"), digits_value("36,5")
    (Decimal('16000'), Decimal('1234567'), Decimal('36.5'))
    """
    if len(written) > _LONGEST:
        return None
    if written.count(".") > 1 and "," not in written:
        written = written.replace(".", "")
    head, comma, tail = written.rpartition(",")
    if comma and len(tail) < 3:
        return Decimal(f"{head.replace('.', '')}.{tail}")
    return Decimal(_SEPARATORS.sub("", written))


@cache
def _goes_on(language: str) -> frozenset[str]:
    """List what can continue a figure after its digits: a scale, a fraction, a power, a sum."""
    words = number_words(language)
    scales = {*words.scales, *words.short_scales, *(scale.lower() for scale in words.capital_scales)}
    return frozenset({*scales, *_GLYPHS, *HYPHENS, *TIMES, "/", "⁄", ".", "^", "x10", "and", "dozen", "dozens"})


def _is_plain(tokens: Tokens, i: int) -> bool:
    """Check whether nothing around some digits can belong to the number; a quick check that settles most figures."""
    after = tokens.lows[i + 1]
    if after == ".":  # a full stop, unless the figure continues an address or a section number
        return tokens.lows[i - 1] != "." and not is_kind(tokens, i + 2, TokenKind.NUMBER)
    carried = after in _goes_on(tokens.language) or after[:1] in RAISED or is_kind(tokens, i + 1, TokenKind.NUMBER)
    return tokens.lows[i - 1] != "." and (not carried or not after)


def _read_digits(tokens: Tokens, i: int) -> ScaledNumber | None:
    if _is_plain(tokens, i):
        plain = _plain_value(tokens[i].low)
        return None if plain is None else ScaledNumber(*plain, i, i + 1)
    fraction = _slashed(tokens, i)
    if fraction is not None:
        return fraction
    value = None if _is_dotted(tokens, i) else digits_value(tokens[i].low)
    if value is None:
        return None
    number = times_power(tokens, ScaledNumber(value, loose_step(value), i, i + 1))
    scaled_up = dozens(tokens, scaled(tokens, _with_fraction(tokens, number)))
    if scaled_up.end == number.end:
        return number if word_at(tokens, number.end) != "and" else and_part(tokens, number)
    return and_part(tokens, _and_smaller(tokens, scaled_up))


@lru_cache(maxsize=4096)  # a sentence's figures are read many times
def _plain_value(written: str) -> tuple[Decimal, Decimal] | None:
    """Return the value and the step of digits that stand alone."""
    plain = digits_value(written)
    return None if plain is None else (plain, loose_step(plain))


def _is_dotted(tokens: Tokens, i: int) -> bool:
    """Check whether a figure is part of a dotted address or section number: "192.168.1.2", "2.1.3"."""
    before = (
        glued(tokens, i)
        and word_at(tokens, i - 1) == "."
        and glued(tokens, i - 1)
        and is_kind(tokens, i - 2, TokenKind.NUMBER)
    )
    behind = word_at(tokens, i + 1) == "." and glued(tokens, i + 1) and glued(tokens, i + 2)
    return before or (behind and is_kind(tokens, i + 2, TokenKind.NUMBER))


def _and_smaller(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Add up figures with falling scales: "3 hundred and 21", "5 million 300 thousand"."""
    exponent = number_words(tokens.language).scales.get(word_at(tokens, number.end - 1), 0)
    j = number.end + (word_at(tokens, number.end) == "and" and exponent <= _LARGEST_AND)
    if not exponent or not is_kind(tokens, j, TokenKind.NUMBER) or word_at(tokens, number.first - 1) in _NO_SUM:
        return number
    value = digits_value(tokens[j].low)
    if value is None or value != value.to_integral_value():
        return number
    rest = scaled(tokens, ScaledNumber(value, loose_step(value), j, j + 1))
    tight = rest.end > j + 1 or j > number.end
    if not tight or not 0 < rest.value < power(exponent) or year_like(tokens[j].low):
        return number
    return _and_smaller(tokens, replace(number, value=number.value + rest.value, step=rest.step, end=rest.end))


def year_like(low: str) -> bool:
    """Check whether a figure may as well be a year, as in "5 thousand and 2021".

    >>> year_like("2021"), year_like("321")
    (True, False)
    """
    return len(low) == 4 and low[:2] in {"19", "20"}


def _with_fraction(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Add the fraction after a whole number: "2½", "10 1/2"."""
    glyph = _GLYPHS.get(word_at(tokens, number.end))
    if glyph is not None:
        return replace(number, value=number.value + glyph, step=Decimal("0.1"), end=number.end + 1)
    part = _slashed(tokens, number.end) if not glued(tokens, number.end) else None
    if part is None or number.value > 10_000:
        return number
    return replace(number, value=number.value + part.value, step=Decimal("0.1"), end=part.end)


def _slashed(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read a fraction in digits below one, with a usual denominator: "1/2", "3/4"; not dates, "9/11" or "24/7"."""
    if not (is_kind(tokens, i, TokenKind.NUMBER) and word_at(tokens, i + 1) in {"/", "⁄"} and glued(tokens, i + 1)):
        return None
    top, bottom = tokens[i].low, word_at(tokens, i + 2)
    usual = bottom in _DENOMINATORS or (word_at(tokens, i + 1) == "⁄" and bottom.isdigit() and len(bottom) < _LONGEST)
    if not usual or not top.isdigit() or not glued(tokens, i + 2) or len(top) > 2:
        return None
    if not 0 < int(top) < int(bottom) or (word_at(tokens, i + 3) == "/" and glued(tokens, i + 3)):
        return None
    value = round(Decimal(top) / Decimal(bottom), 12)
    return scaled(tokens, ScaledNumber(value, Decimal("0.1"), i, i + 3, "fraction"))
