"""Hold a number as written, and read the words that scale it: thousand, million, bn.

"1.2 billion" is written to the nearest hundred million: scaling multiplies the step (the size of the last written
digit) along with the value.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from workbench.core.changed_copy import changed_copy
from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.word_tables import number_words

_LARGEST = 24
_NEAR = 4
_MONEY_SIGNS = frozenset({"$", "€", "£", "¥"})
_TALL = frozenset(
    [
        "tall",
        "high",
        "long",
        "wide",
        "deep",
        "away",
        "apart",
        "underground",
        "race",
        "sprint",
        "hurdles",
        "freestyle",
        "backstroke",
        "breaststroke",
    ]
)
_LENGTHS = frozenset(
    ["distance", "distances", "height", "depth", "length", "width", "altitude", "elevation", "radius", "diameter"]
)
"""Nouns measured in metres: "a height of 48m" is not 48 million."""


@dataclass(frozen=True, slots=True)
class ScaledNumber:
    """A number as written.

    Attributes:
        value: Its full value, scale applied.
        step: The value of one unit in its last written digit.
        first: The index of its first token.
        end: The index after its last token.
        form: ``digits``, ``words``, ``fraction`` or ``dozen``.
    """

    value: Decimal
    step: Decimal
    first: int
    end: int
    form: str = "digits"


@cache
def power(exponent: int) -> Decimal:
    """Return ten to a power.

    >>> power(3) == 1000, power(-2)
    (True, Decimal('0.01'))
    """
    return Decimal((0, (1,), exponent))


def whole(value: Decimal) -> Decimal:
    """Return the value without exponent and trailing zeros, where it is a whole number.

    >>> whole(Decimal("1.2E+9")), whole(Decimal("2.50"))
    (Decimal('1200000000'), Decimal('2.50'))
    """
    return Decimal(int(value)) if value == value.to_integral_value() else value


def scale_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Return the power of ten of a scale word and the index after it; ``(0, i)`` where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> scale_at(lex("2.1m"), 1), scale_at(lex("2.1 m"), 1), scale_at(lex("5-million"), 1)
    ((6, 2), (0, 1), (6, 3))
    """
    words = number_words(tokens.language)
    total, end = 0, i
    while True:
        j = past_hyphen(tokens, end)
        exponent = words.scales.get(word_at(tokens, j))
        if exponent is None or total + exponent > _LARGEST:
            break
        total, end = total + exponent, j + 1
    return (total, end) if total else _short_scale(tokens, i)


def _short_scale(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read a scale in short form: "2.1m", "2.1 bn", "8 B"."""
    words, low = number_words(tokens.language), word_at(tokens, i)
    exponent = words.short_scales.get(low)
    if (
        not glued(tokens, i)
        and word_at(tokens, i + 1) == "-"
        and glued(tokens, i + 1)
        and is_kind(tokens, i + 2, TokenKind.NUMBER)
    ):
        return 0, i  # "90,000 K-1 visas"
    if exponent is not None and (glued(tokens, i) or low in words.spaced_scales):
        return (0, i) if _is_measure(tokens, i) else (exponent, i + 1)
    if not is_kind(tokens, i, TokenKind.WORD) or tokens[i].raw not in words.capital_scales:
        return 0, i
    sure = is_kind(tokens, i + 1, TokenKind.WORD) or (len(low) > 1 and glued(tokens, i))  # "8 B people", "$12MM"
    return (words.capital_scales[tokens[i].raw], i + 1) if sure else (0, i)


def _is_measure(tokens: Tokens, i: int) -> bool:
    """Check whether "m" means metres ("1.8m tall") or "t" tonnes, rather than million or trillion."""
    if word_at(tokens, i) == "t":
        return word_at(tokens, i - 2) not in _MONEY_SIGNS
    if word_at(tokens, i) != "m" or word_at(tokens, i - 2) in _MONEY_SIGNS:
        return False
    return word_at(tokens, i + 1) in _TALL or any(word_at(tokens, k) in _LENGTHS for k in range(i - 2 - _NEAR, i - 1))


def scaled(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Multiply the number by the scale word after it, if there is one.

    >>> from workbench.extract.words.lexer import lex
    >>> scaled(lex("25 thousand"), ScaledNumber(Decimal(25), Decimal(1), 0, 1)).value
    Decimal('25000')
    """
    exponent, end = scale_at(tokens, number.end)
    if not exponent:
        return number
    factor = power(exponent)
    return changed_copy(number, value=whole(number.value * factor), step=number.step * factor, end=end)


def dozens(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Multiply the number by twelve where "dozen" follows.

    >>> from workbench.extract.words.lexer import lex
    >>> dozens(lex("2 dozen"), ScaledNumber(Decimal(2), Decimal(1), 0, 1)).value
    Decimal('24')
    """
    if word_at(tokens, number.end) not in {"dozen", "dozens"}:
        return number
    return ScaledNumber(number.value * 12, Decimal(1), number.first, number.end + 1, "dozen")
