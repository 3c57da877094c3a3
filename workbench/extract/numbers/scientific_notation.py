"""Read scientific notation: "1.3 x 10^6", "6.23×10⁻⁴", "10^9".

Laboratories and astronomers use it. Read as three separate figures, each would be wrong.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.extract.numbers.multipliers import ScaledNumber, power, whole
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, word_at

TIMES = frozenset({"x", "×", "·", "*", "⋅"})
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LARGEST = 24
_TEN = 10


def times_power(tokens: Tokens, number: ScaledNumber) -> ScaledNumber:
    """Multiply the number by the power of ten after it; where the number is itself that power's ten, return the power.

    >>> from decimal import Decimal
    >>> from workbench.extract.words.lexer import lex
    >>> [times_power(lex(t), ScaledNumber(Decimal(v), Decimal(1), 0, 1)).value for t, v in (("2 x 10^3", 2), ("10⁶", 10))]
    [Decimal('2000'), Decimal('1000000')]
    """
    behind = word_at(tokens, number.end)
    if behind == "^" or behind[:1] in RAISED:
        exponent, end = _exponent(tokens, number.end) if behind and number.value == _TEN else (None, 0)
        return (
            number if exponent is None else replace(number, value=whole(power(exponent)), step=power(exponent), end=end)
        )
    ten = number.end + (behind != "x10")
    if not (behind == "x10" or (behind in TIMES and word_at(tokens, ten) == "10")):
        return number
    exponent, end = _exponent(tokens, ten + 1)
    if exponent is None:
        return number
    factor = power(exponent)
    return replace(number, value=whole(number.value * factor), step=number.step * factor, end=end)


def _exponent(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """Read the exponent after "^" or in raised digits, and the index after it; None where none directly follows."""
    caret = word_at(tokens, i) == "^"
    j = i + caret
    sign = -1 if word_at(tokens, j) in HYPHENS | {"⁻"} else 1
    j += sign < 0 or word_at(tokens, j) == "+"
    raised = word_at(tokens, j)
    fits = is_kind(tokens, j, TokenKind.NUMBER) if caret else is_kind(tokens, j, TokenKind.WORD)
    digits = raised if caret else raised.translate(_RAISED)
    if not (fits and glued(tokens, i) and glued(tokens, j) and digits.isascii() and digits.isdigit()):
        return None, i
    exponent = sign * int(digits[:3])
    return (exponent, j + 1) if abs(exponent) <= _LARGEST else (None, i)
