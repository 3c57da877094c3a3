"""Give a figure the scale of its neighbour: "from 5 to 4 million", "4.3 and 6 billion dollars"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.extract.amounts.range_ends import is_size
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount
from workbench.extract.numbers.multipliers import power, whole
from workbench.extract.numbers.numbers import digits_value
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at

_SCALES = frozenset(power(exponent) for exponent in (3, 6, 9, 12))


def same_scale(
    tokens: Tokens, found: Sequence[UnhedgedAmount], k: int, listed: UnhedgedAmount | None
) -> UnhedgedAmount:
    """Scale a figure like the one it changes to, or like the last one of its list.

    "From 5 to 4 million" means millions twice.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("It fell from 5 to 4 million dollars.")]
    ['5000000 dollar', '4000000 dollar']

    Args:
        tokens: The sentence.
        found: Its figures.
        k: The index of the figure to scale.
        listed: The last figure of its list; None where it is in no list.
    """
    one = found[k]
    if listed is not None:
        return _scaled_as(tokens, one, listed)
    if k + 1 >= len(found) or one.high is not None or word_at(tokens, one.end) != "to":
        return one
    other, starts = found[k + 1], word_at(tokens, one.first - 1) == "from"
    digits = _digits_of(tokens, other)
    if _digits_of(tokens, one) != one.end - 1 or digits == other.end or not (starts or is_size(tokens, one.first)):
        return one
    written = digits_value(word_at(tokens, digits))
    factor = other.low / written if written else Decimal(1)
    moved = one.low * factor
    near = other.low <= moved * 10 <= other.low * 100 if starts else moved <= other.low
    return replace(one, low=whole(moved), step=one.step * factor) if near and factor in _SCALES else one


def _scaled_as(tokens: Tokens, one: UnhedgedAmount, last: UnhedgedAmount) -> UnhedgedAmount:
    """Scale a figure of a list like the last one.

    "4.3 and 6 billion dollars" means billions twice; "300 and 2 million" does not mean millions twice.
    """
    digits = _digits_of(tokens, last)
    written = digits_value(word_at(tokens, digits)) if digits != last.end and last.high is None else None
    factor = last.low / written if written else Decimal(1)
    alike = written is not None and one.low <= written * 10 <= one.low * 100
    if not alike or factor not in _SCALES or _digits_of(tokens, one) != one.end - 1:
        return one
    return replace(one, low=whole(one.low * factor), step=one.step * factor)


def _digits_of(tokens: Tokens, one: UnhedgedAmount) -> int:
    """Find the index of a figure's digits, past a currency before them; the index after a figure without digits."""
    return next((i for i in range(one.first, one.end) if is_kind(tokens, i, TokenKind.NUMBER)), one.end)
