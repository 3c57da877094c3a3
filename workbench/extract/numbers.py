"""Written numbers: digits in every form, number words, fractions, dozens.

Why this room exists: a figure keeps the precision it was written in. Whatever is read here comes with its step, the size of
the last digit that was written, so that "1.2 billion" is not mistaken for a count to the unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.core.number import loose_step, step_of
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, past_hyphen, word_at
from workbench.extract.lexicon import lexicon

_SEPARATORS = re.compile(r"[,'’\u00a0\u202f\u2009\u2007 ]")
_LONGEST = 30
_GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_THIRDS = Decimal("0.333333333333"), Decimal("0.666666666667")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        value: Its value, scale spelt out.
        step: The size of its last written digit.
        first: The index of its first token.
        end: The index behind its last token.
        form: ``digits``, ``words``, ``fraction`` or ``dozen``.
    """

    value: Decimal
    step: Decimal
    first: int
    end: int
    form: str = "digits"


def read_number(tokens: Tokens, i: int) -> Number | None:
    """Gives the number that begins at a token, or None.

    >>> from workbench.extract.lexer import lex
    >>> n = read_number(lex("1.2 billion"), 0); n.value, n.step
    (Decimal('1200000000'), Decimal('1E+8'))
    >>> read_number(lex("two hundred and five"), 0).value
    Decimal('205')
    """
    if i >= len(tokens):
        return None
    kind, low = tokens[i].kind, tokens[i].low
    if kind is Kind.NUMBER:
        return _digits(tokens, i)
    if kind is Kind.SIGN:
        return _glyph(tokens, i) if low in _GLYPHS else None
    return _half(tokens, i) or _words(tokens, i)


def digits_value(written: str) -> Decimal | None:
    """The value of written digits with their separators; None where they are too many.

    >>> digits_value("16,000"), digits_value("1.234.567"), digits_value("36,5")
    (Decimal('16000'), Decimal('1234567'), Decimal('36.5'))
    """
    if len(written) > _LONGEST:
        return None
    if written.count(".") > 1:
        written = written.replace(".", "")
    head, comma, tail = written.rpartition(",")
    if comma and len(tail) < 3:  # noqa: PLR2004  (a decimal comma: "36,5 %")
        return Decimal(f"{head}.{tail}")
    return Decimal(_SEPARATORS.sub("", written))


def _digits(tokens: Tokens, i: int) -> Number | None:
    value = digits_value(tokens[i].low)
    if value is None:
        return None
    step, end = loose_step(value), i + 1
    mixed = _mixed(tokens, end)
    if mixed is not None:
        extra, end = mixed
        value, step = value + extra, Decimal("0.1")
    exponent, after = scale_at(tokens, end)
    if exponent:
        unit_step = step_of(value) if value.as_tuple().exponent else loose_step(value)
        power = Decimal((0, (1,), exponent))
        return Number(_whole(value * power), unit_step * power, i, after)
    return _dozen(tokens, Number(value, step, i, end))


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _mixed(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """A glyph or "and a half" behind a whole number: "2½", "two and a half"."""
    if word_at(tokens, i) in _GLYPHS:
        return _glyph_value(tokens[i].low), i + 1
    if word_at(tokens, i) == "and" and word_at(tokens, i + 1) in {"a", "one"}:
        part = {"half": "0.5", "quarter": "0.25"}.get(word_at(tokens, i + 2))
        return (Decimal(part), i + 3) if part else None
    return None


def scale_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """The power of ten of a scale word and the index behind it; ``(0, i)`` where none stands.

    >>> from workbench.extract.lexer import lex
    >>> scale_at(lex("2.1m"), 1), scale_at(lex("2.1 m"), 1), scale_at(lex("5-million"), 1)
    ((6, 2), (0, 1), (6, 3))
    """
    lex_ = lexicon()
    j = past_hyphen(tokens, i)
    word = word_at(tokens, j)
    if word in lex_.scales:
        more, after = scale_at(tokens, j + 1)
        return lex_.scales[word] + more, after
    if word in lex_.short_scales and j == i and (glued(tokens, i) or word in lex_.spaced_scales):
        return lex_.short_scales[word], i + 1
    return 0, i


def _glyph_value(glyph: str) -> Decimal:
    written = _GLYPHS[glyph]
    return _THIRDS[written == "2/3"] if "/" in written else Decimal(written)


def _glyph(tokens: Tokens, i: int) -> Number:
    value, (exponent, end) = _glyph_value(tokens[i].low), scale_at(tokens, i + 1)
    power = Decimal((0, (1,), exponent))
    return Number(_whole(value * power), Decimal("0.1") * power, i, end, "fraction")


def _half(tokens: Tokens, i: int) -> Number | None:
    """Half a million, a quarter of a million, half a dozen."""
    if word_at(tokens, i) in {"a", "one"}:
        begin = i + 1
    else:
        begin = i
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(word_at(tokens, begin))
    if part is None:
        return None
    j = past_hyphen(tokens, begin + 1)
    j += word_at(tokens, j) == "of"
    j += word_at(tokens, j) in {"a", "an"}
    exponent, end = scale_at(tokens, j)
    if exponent:
        value = _whole(part * Decimal((0, (1,), exponent)))
        return Number(value, loose_step(value), i, end, "words")
    if word_at(tokens, j) == "dozen":
        return Number(Decimal(6), Decimal(1), i, j + 1, "dozen")
    return None


def _words(tokens: Tokens, i: int) -> Number | None:
    """Number words: "twenty-five thousand", "a hundred and three", "two and a half million"."""
    lex_ = lexicon()
    begin = i
    if word_at(tokens, i) in {"a", "an"}:
        if word_at(tokens, i + 1) not in {"hundred", "dozen", *lex_.scales}:
            return None
        begin = i + 1
    elif word_at(tokens, i) not in lex_.small and word_at(tokens, i) not in lex_.tens:
        return None
    total, end = _sum(tokens, begin, article=begin > i)
    if total is None:
        return None
    number = Number(total, loose_step(total), i, end, "words")
    return _dozen(tokens, _and_a_half(tokens, _point(tokens, number)))


def _group(tokens: Tokens, i: int, *, article: bool) -> tuple[int | None, int]:
    """A number below a thousand in words, and the index behind it."""
    lex_ = lexicon()
    value, j = _below_hundred(tokens, i)
    if word_at(tokens, j) == "hundred" and (value is not None or article):
        value = (1 if value is None else value) * 100
        j += 1
        k = j + (word_at(tokens, j) == "and")
        rest, after = _below_hundred(tokens, k)
        if rest is not None and (after > k) and not _starts_fraction(tokens, k):
            return value + rest, after
    elif value is None and article and word_at(tokens, j) in {*lex_.scales, "dozen"}:
        return 1, j
    return value, j


def _starts_fraction(tokens: Tokens, i: int) -> bool:
    return word_at(tokens, past_hyphen(tokens, i + 1)) in lexicon().fractions


def _below_hundred(tokens: Tokens, i: int) -> tuple[int | None, int]:
    lex_ = lexicon()
    word = word_at(tokens, i)
    if word in lex_.small:
        return lex_.small[word], i + 1
    if word not in lex_.tens:
        return None, i
    j = past_hyphen(tokens, i + 1)
    unit = lex_.small.get(word_at(tokens, j), 0)
    if 0 < unit < 10:  # noqa: PLR2004
        return lex_.tens[word] + unit, j + 1
    return lex_.tens[word], i + 1


def _sum(tokens: Tokens, i: int, *, article: bool) -> tuple[Decimal | None, int]:
    """Groups with falling scales, added up."""
    total, last = Decimal(0), 99
    end, seen = i, False
    while True:
        j = end + (seen and word_at(tokens, end) == "and")
        value, after = _group(tokens, j, article=article and not seen)
        if value is None:
            break
        exponent, behind = scale_at(tokens, after)
        if exponent >= last or (seen and last == 0):
            break
        total += Decimal(value) * Decimal((0, (1,), exponent))
        end, last, seen = behind, exponent, True
        if exponent == 0:
            break
    return (_whole(total), end) if seen else (None, i)


def _point(tokens: Tokens, number: Number) -> Number:
    """Decimals said aloud: "three point five million"."""
    lex_ = lexicon()
    if word_at(tokens, number.end) != "point":
        return number
    digits, j = "", number.end + 1
    while lex_.small.get(word_at(tokens, j), 10) < 10 and len(digits) < _LONGEST:  # noqa: PLR2004
        digits += str(lex_.small[tokens[j].low])
        j += 1
    if not digits:
        return number
    value = number.value + Decimal((0, tuple(map(int, digits)), -len(digits)))
    exponent, end = scale_at(tokens, j)
    power = Decimal((0, (1,), exponent))
    return Number(_whole(value * power), Decimal((0, (1,), exponent - len(digits))), number.first, end, "words")


def _and_a_half(tokens: Tokens, number: Number) -> Number:
    """Two and a half million; a million and a half."""
    mixed = _mixed(tokens, number.end)
    if mixed is None:
        return number
    extra, end = mixed
    scaled = lexicon().scales.get(word_at(tokens, number.end - 1), 0)
    exponent, end = (scaled, end) if scaled else scale_at(tokens, end)
    power = Decimal((0, (1,), exponent))
    value = number.value + extra * power if scaled else (number.value + extra) * power
    return Number(_whole(value), Decimal("0.1") * power, number.first, end, "words")


def _dozen(tokens: Tokens, number: Number) -> Number:
    if word_at(tokens, number.end) not in lexicon().dozens:
        return number
    value = number.value * 12
    return Number(value, Decimal(1), number.first, number.end + 1, "dozen")


def is_hyphen(tokens: Tokens, i: int) -> bool:
    """Whether a token is a hyphen, dash or minus."""
    return word_at(tokens, i) in HYPHENS
