"""Written numbers: digits in every form, number words, fractions, dozens.

Why this room exists: a figure keeps the precision it was written in. Whatever is read here comes with its step, the size of
the last digit that was written, so that "1.2 billion" is not mistaken for a count to the unit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from workbench.core.number import loose_step
from workbench.extract.lexer import Kind, Tokens, glued, is_kind, word_at
from workbench.extract.number_words import read_words
from workbench.extract.scales import Number, dozens, scaled

_SEPARATORS = re.compile(r"[,'’\u00a0\u202f\u2009\u2007 ]")
_LONGEST = 30
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32"})
_THIRD, _TWO_THIRDS = Decimal("0.333333333333"), Decimal("0.666666666667")
_GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": _THIRD, "⅔": _TWO_THIRDS,
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip


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
    kind = tokens[i].kind
    if kind is Kind.NUMBER:
        return _read_digits(tokens, i)
    if kind is Kind.WORD:
        return read_words(tokens, i)
    glyph = _GLYPHS.get(tokens[i].low)
    return None if glyph is None else scaled(tokens, Number(glyph, Decimal("0.1"), i, i + 1, "fraction"))


def digits_value(written: str) -> Decimal | None:
    """The value of written digits with their separators; None where they are too many to mean anything.

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


def _read_digits(tokens: Tokens, i: int) -> Number | None:
    fraction = _slashed(tokens, i)
    if fraction is not None:
        return fraction
    value = digits_value(tokens[i].low)
    if value is None:
        return None
    number = Number(value, loose_step(value), i, i + 1)
    return dozens(tokens, scaled(tokens, _with_fraction(tokens, number)))


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """A fraction behind a whole number: "2½", "10 1/2"."""
    glyph = _GLYPHS.get(word_at(tokens, number.end))
    if glyph is not None:
        return replace(number, value=number.value + glyph, step=Decimal("0.1"), end=number.end + 1)
    part = _slashed(tokens, number.end) if not glued(tokens, number.end) else None
    if part is None or number.value > 10_000:  # noqa: PLR2004
        return number
    return replace(number, value=number.value + part.value, step=Decimal("0.1"), end=part.end)


def _slashed(tokens: Tokens, i: int) -> Number | None:
    """A fraction in digits below one, with a usual denominator: "1/2", "3/4"; no date, no "9/11", no "24/7"."""
    if not (is_kind(tokens, i, Kind.NUMBER) and word_at(tokens, i + 1) in {"/", "⁄"} and glued(tokens, i + 1)):
        return None
    top, bottom = tokens[i].low, word_at(tokens, i + 2)
    if bottom not in _DENOMINATORS or not top.isdigit() or not glued(tokens, i + 2) or len(top) > 2:  # noqa: PLR2004
        return None
    if not 0 < int(top) < int(bottom) or (word_at(tokens, i + 3) == "/" and glued(tokens, i + 3)):
        return None
    value = round(Decimal(top) / Decimal(bottom), 12)
    return scaled(tokens, Number(value, Decimal("0.1"), i, i + 3, "fraction"))
