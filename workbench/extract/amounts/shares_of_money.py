"""Read shares given in money: "17 cents of every dollar", "seven naira of every ten", "von jedem Euro 43 Cent"."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.quantity import Dimension
from workbench.extract.amounts.unhedged_amounts import HUNDRED, UnhedgedAmount, percent
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.numbers.numbers import read_number
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import Tokens, word_at

_COINS = frozenset({"cent", "penny"})
"""Coins of which a hundred make one unit of the currency, as the word files name their units."""
_FROM = frozenset({"of", "in", "from", "on"})
_EVERY = frozenset({"every", "each"})
_FAR = 40
"""Most words between the money and its coins: "Of every euro that was earned here in 2019 the state took 43 cents"."""
_ENDS = frozenset({".", "!", "?", ";", ":"})


def part_of_money(tokens: Tokens, part: ScaledNumber) -> UnhedgedAmount | None:
    """Read part of a sum of money as a share in percent; None where the figure is no such part.

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("Of every euro spent 18 cents were theirs; seven naira of every ten")
    >>> [part_of_money(words, read_number(words, i)).low for i in (4, 9)]
    [Decimal('18'), Decimal('70')]
    """
    money = named_unit(tokens, part.end)
    if money is None or part.value <= 0:
        return None
    if money[0].name in _COINS:
        return _coins(tokens, part, money[1])
    return _of_a_round_sum(tokens, part, money[1]) if money[0].dimension is Dimension.MONEY else None


def _coins(tokens: Tokens, part: ScaledNumber, end: int) -> UnhedgedAmount | None:
    """Read coins, a hundred of which make the money, as a share; what follows the money is the whole."""
    k = end + (word_at(tokens, end) == "out")
    if part.value >= HUNDRED or not (_is_of_each(tokens, k) or _each_before(tokens, part.first)):
        return None
    return percent(part.value, HUNDRED, (part.first, end), "share")


def _is_of_each(tokens: Tokens, k: int) -> bool:
    """Check whether "of every euro" stands at a token."""
    if word_at(tokens, k) not in _FROM or word_at(tokens, k + 1) not in _EVERY:
        return False
    money = named_unit(tokens, k + 2)
    return money is not None and money[0].dimension is Dimension.MONEY and money[0].name not in _COINS


def _each_before(tokens: Tokens, i: int) -> bool:
    """Check whether "of every euro" stands before a token, in the same sentence."""
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if word_at(tokens, k) in _ENDS:
            return False
        if word_at(tokens, k) in _EVERY and _is_of_each(tokens, k - 1):
            return True
    return False


def _of_a_round_sum(tokens: Tokens, part: ScaledNumber, end: int) -> UnhedgedAmount | None:
    """Read "seven naira of every ten" or "one dollar in six" as a share in percent."""
    k = end + (word_at(tokens, end) == "out")
    if word_at(tokens, k) not in _FROM or word_at(tokens, k + 1) not in _EVERY:
        return None
    whole = read_number(tokens, k + 2)
    if whole is None or not part.value < whole.value <= Decimal(1000):
        return None
    return percent(part.value, whole.value, (part.first, whole.end), "share")
