"""Decide what the two ends of a range share, and whether they are two ends at all.

"Four to five thousand" gives its scale once. "Rose by 2,200 to 35,000" is no range but a change and the level it led
to; a range from 2,200 to 35,000 would confirm almost anything.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from workbench.core.quantity import Dimension, Unit
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.numbers.multipliers import ScaledNumber, power
from workbench.extract.words.change_words import is_change_word, ways
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_tables import noun_words, number_words

_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})
_NEAR, _OBJECT = 10, 6
_CLOSE, _FAR = 3, 10
"""Ratios of the upper to the lower end: up to 3 the figures may be a range, above 10 they are none."""
_THOUSAND = 3
_ENDS = frozenset({";", ":", ".", "?", "!"})
_INSIDE = frozenset({"the", "its", "their", "our", "his", "her", "of"})
_PASSED = frozenset({"a", "an", "another", "further", "the", "only", "just", "some", "record"})


class RangeEnds(Enum):
    """What two figures with "to" between them are."""

    RANGE = "range"
    EITHER = "either"
    CHANGE = "change"


def ends_of(
    tokens: Tokens, first: int, pair: tuple[Decimal, Decimal], unit: Unit, *, shared: bool, own: bool
) -> RangeEnds:
    """Decide what two figures with "to" between them are, by the word before them and by how they are written.

    After a word of change the second figure may be the level that the change led to ("raised by 2,200 denars to
    35,000"). One unit after both makes them a range ("fell by 2 to 3 percent"); a wide range of counted things may be
    read both ways.

    >>> from workbench.core.quantity import PERCENT, UNKNOWN_UNIT
    >>> from workbench.extract.words.lexer import lex
    >>> words, two, far = lex("It rose by 2 to 3"), (Decimal(2), Decimal(3)), (Decimal(22), Decimal(350))
    >>> ends_of(words, 3, two, PERCENT, shared=False, own=False), ends_of(words, 3, far, UNKNOWN_UNIT, shared=False, own=False)
    (<RangeEnds.RANGE: 'range'>, <RangeEnds.CHANGE: 'change'>)

    Args:
        tokens: The sentence.
        first: The index of the first figure's first token.
        pair: Both figures in full, each with its scale applied.
        unit: The unit behind the second.
        shared: Whether the first takes its scale from the second.
        own: Whether the first has a unit of its own.
    """
    if number_words(tokens.language).range_joins:
        return RangeEnds.RANGE  # such a language has one word for "to" in ranges and another for "to" after a change
    low, high = pair
    if not is_size(tokens, first):  # "was lifted by 500 denars to 15,000": the verb need not be known
        return RangeEnds.CHANGE if own and word_at(tokens, _before(tokens, first)) == "by" else RangeEnds.RANGE
    if own or high > low * _FAR or (unit.dimension is Dimension.UNKNOWN and not shared):
        return RangeEnds.CHANGE
    if high <= low * _CLOSE and (shared or unit.dimension in _SHARES):
        return RangeEnds.RANGE
    return RangeEnds.EITHER if high <= low * _CLOSE or unit.dimension in _SHARES else RangeEnds.CHANGE


def is_size(tokens: Tokens, first: int) -> bool:
    """Check whether a figure is the size of a change: "rose by 3", "a fall of 3", "fell 3", "cut its staff 3".

    >>> from workbench.extract.words.lexer import lex
    >>> [is_size(lex(said), 3) for said in ("It rose by 3", "It has about 3", "A fall of 3", "They cut taxes 3")]
    [True, False, True, True]
    """
    k = _before(tokens, first)
    word = word_at(tokens, k)
    if word in {"by", "of"}:
        return _changes_before(tokens, k)
    return k >= 0 and (is_change_word(word, tokens.language) or _over_object(tokens, k))


def _before(tokens: Tokens, first: int) -> int:
    """Return the index of the word before a figure, past its hedge, articles and adverbs."""
    hedge = hedge_before(tokens, first)
    k = (first if hedge is None else hedge[1]) - 1
    while word_at(tokens, k) in _PASSED or word_at(tokens, k).endswith("ly"):
        k -= 1
    return k


def _changes_before(tokens: Tokens, k: int) -> bool:
    for back in range(k - 1, max(-1, k - 1 - _NEAR), -1):
        if word_at(tokens, back) in _ENDS:
            return False
        if is_change_word(word_at(tokens, back), tokens.language):
            return True
    return False


def _over_object(tokens: Tokens, k: int) -> bool:
    """Check whether a verb of change stands before its object: "raised the wages of teachers | 3 percent"."""
    for back in range(k, max(-1, k - _OBJECT), -1):
        word = word_at(tokens, back)
        if not is_kind(tokens, back, TokenKind.WORD) or word in noun_words(tokens.language).stops - _INSIDE:
            return False
        if word in ways("verbs", tokens.language):
            return True
    return False


def same_scale(tokens: Tokens, number: ScaledNumber, other: ScaledNumber) -> tuple[Decimal, Decimal]:
    """Return the two factors that bring the lower and the upper end of a range to one scale.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.numbers.numbers import read_number
    >>> def factors(said):
    ...     words = lex(said)
    ...     low = read_number(words, 0)
    ...     return [int(f) for f in same_scale(words, low, read_number(words, low.end + 1))]
    >>> factors("four to five thousand"), factors("3 million to 5"), factors("900 to 1.2 million"), factors("5 to 6")
    ([1000, 1], [1, 1000000], [1000, 1], [1, 1])
    """
    one, own, others = Decimal(1), _scales(tokens, number), _scales(tokens, other)
    if others and (not own or _is_hundred(own)):
        for exponent in [sum(others[k:]) for k in range(len(others))]:
            if number.value * power(exponent) < other.value:
                return power(exponent), one
        below = power(max(0, others[-1] - _THOUSAND))  # "900 to 1.2 million"
        if not own and number.value * below < other.value <= number.value * below * _FAR:
            return below, one
    if own and not others and other.value < number.value < other.value * power(own[-1]):
        return one, power(own[-1])
    return one, one


def may_share_thousands(low: Decimal, high: Decimal) -> bool:
    """Check whether the lower end may be in thousands although no word says so.

    Example: "10 to 12,000 people", but not "5 to 5,000".

    >>> may_share_thousands(Decimal(10), Decimal(12000)), may_share_thousands(Decimal(5), Decimal(5000))
    (True, False)
    """
    thousand = power(_THOUSAND)
    return high % thousand == 0 and low < thousand and low * thousand < high <= low * thousand * _FAR


def _is_hundred(scales: tuple[int, ...]) -> bool:
    return scales == (2,)


def _scales(tokens: Tokens, number: ScaledNumber) -> tuple[int, ...]:
    """List the powers of ten of the scale words that end a number: 2 and 3 for "two hundred thousand"."""
    words = number_words(tokens.language)
    known = {**words.short_scales, **{k.lower(): v for k, v in words.capital_scales.items()}, **words.scales}
    found: list[int] = []
    for k in range(number.end - 1, number.first - 1, -1):
        low = word_at(tokens, k)
        if low in HYPHENS and found:
            continue
        if low not in known:
            break
        found.insert(0, known[low])
    return tuple(found)
