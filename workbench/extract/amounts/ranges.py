"""Read ranges: "3 to 4 percent", "between 3 and 4", "3–4 %", "two or three", "tens of thousands".

A range is one claim with two ends, not two claims.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.amounts.range_ends import RangeEnds, ends_of, may_share_thousands, same_scale
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount
from workbench.extract.numbers.multipliers import ScaledNumber, power, whole
from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.year_figures import is_thing, year_at
from workbench.extract.units.currencies import money_before
from workbench.extract.units.unit_words import units
from workbench.extract.units.units_beside_figures import named_unit, unit_at, with_rate
from workbench.extract.words.change_words import all_change_words, is_change_word, word_set
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_tables import number_words

_WIDEST, _THOUSAND = 100, 1000
"""Largest ratio of the upper to the lower end where only the lower has a unit; and a thousand."""


def between(tokens: Tokens, number: ScaledNumber) -> UnhedgedAmount | None:
    """Read a range: "three to four percent", "between 3 and 4", "3–4 %", "two or three".

    >>> from workbench.extract.words.lexer import lex
    >>> r = between(lex("3 to 4 percent"), read_number(lex("3 to 4 percent"), 0)); r.low, r.high
    (Decimal('3'), Decimal('4'))
    """
    money = money_before(tokens, number.first)
    first = money[1] if money else number.first
    inner = None if money else named_unit(tokens, number.end)
    j = inner[1] if inner else number.end
    if not _joins(tokens, first, j):
        return None
    other = _other_end(tokens, j + 1)
    if other is None:
        return None
    return _range(tokens, (number, other), (first, j), money[0] if money else None, inner[0] if inner else None)


def _range(
    tokens: Tokens, ends: tuple[ScaledNumber, ScaledNumber], at: tuple[int, int], money: Unit | None, inner: Unit | None
) -> UnhedgedAmount | None:
    """Read the range from one figure to another; None where there is none.

    `at` holds the indices of the first token and of the word between the figures.
    """
    number, other = ends
    down, up = same_scale(tokens, number, other)
    low, high, step = whole(number.value * down), whole(other.value * up), min(number.step * down, other.step * up)
    unit, end = _shared_unit(tokens, other, money, inner)
    if unit is None or low >= high or (inner is not None and high > low * _WIDEST and unit is inner):
        return None
    joiner = word_at(tokens, at[1])
    if joiner == "or" and not _is_guess(low, high, step):
        return None
    own = inner is not None or (money is not None and down == 1)
    kind = ends_of(tokens, at[0], (low, high), unit, shared=down != 1, own=own) if joiner == "to" else RangeEnds.RANGE
    if kind is RangeEnds.CHANGE:
        return None
    found = UnhedgedAmount(low, high, step, unit, at[0], end, "range")
    if may_share_thousands(low, high):
        return replace(found, low=low * _THOUSAND, instead=found)
    return found if kind is RangeEnds.RANGE else replace(found, instead=replace(found, high=None))


def _joins(tokens: Tokens, first: int, j: int) -> bool:
    joiner = word_at(tokens, j)
    if joiner == "and":
        return word_at(tokens, first - 1) == "between"
    if joiner in HYPHENS:
        return True
    joins = joiner == "or" or (joiner == "to" and number_words(tokens.language).is_between(tokens[j].raw.lower()))
    return joins and not _is_origin(tokens, first)


def _is_origin(tokens: Tokens, i: int) -> bool:
    """Check whether a figure is where a change starts ("went from 27 to 16") and not the lower end of a range.

    After "from", only some words introduce a range ("ranging from 5 to 10", "anywhere from"); otherwise the first
    figure changes to the second.
    """
    hedge = hedge_before(tokens, i)
    i = i if hedge is None else hedge[1]
    if word_at(tokens, i - 1) != "from":
        return False
    separate = i == 1 or bool(number_words(tokens.language).range_joins)
    if separate and not _moves(tokens):  # "From 3 to 4 million people are poor"
        return False
    near = [word_at(tokens, k) for k in range(max(0, i - 9), i - 1)]
    if any(is_change_word(word, tokens.language) for word in near):
        return True
    return number_words(tokens.language).spreads.isdisjoint(near[-4:])


def _moves(tokens: Tokens) -> bool:
    """Check whether a sentence mentions a change or a move anywhere."""
    words = all_change_words(tokens.language) | word_set("spans", "moves", tokens.language)
    return not words.isdisjoint(tokens.words)


def _other_end(tokens: Tokens, j: int) -> ScaledNumber | None:
    """Read the upper end, past a currency sign or a hyphen before it ("200,000-to-260,000")."""
    j += word_at(tokens, j) in {"to", "-"}
    j += word_at(tokens, j) == "-"
    if word_at(tokens, j) in units(tokens.language).dollars and word_at(tokens, j + 1) == "$":
        j += 1
    if word_at(tokens, j) in units(tokens.language).signs or word_at(tokens, j) in units(tokens.language).codes:
        j += 1
    other = read_number(tokens, j)
    named = other is not None and year_at(tokens, j) is not None and not is_thing(tokens, other.end)
    return None if named else other


def _shared_unit(
    tokens: Tokens, other: ScaledNumber, money: Unit | None, inner: Unit | None
) -> tuple[Unit | None, int]:
    """Return the unit of both ends; None where they have different units and so are two amounts."""
    if money is not None:
        return with_rate(tokens, money, other.end)
    if money_before(tokens, other.first) is not None:
        return None, other.end
    unit, end = unit_at(tokens, other.end)
    if inner is None:
        return unit, end
    if unit is UNKNOWN_UNIT:
        return inner, other.end
    return (unit, end) if replace(unit, per="") == inner else (None, end)


def _is_guess(low: Decimal, high: Decimal, step: Decimal) -> bool:
    """Check whether two figures are one guess: "two or three", but not "5 or 500"."""
    return high - low <= max(2 * step, low / 2) and low > 1


def _counts_at_once(tokens: Tokens, i: int) -> bool:
    """Check whether a counted thing may follow without "of" ("Dutzende Menschen").

    It may not where a number comes before ("три милиони луѓе").
    """
    alone = word_at(tokens, i - 1) not in number_words(tokens.language).starts
    return alone and grammar(tokens.language).noun != "plural"


def _couple(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read "a couple of thousand people" as about two thousand."""
    j = i + 1 + (word_at(tokens, i + 1) == "of")
    exponent = number_words(tokens.language).scales.get(word_at(tokens, j))
    if exponent is None:
        return None
    unit, end = unit_at(tokens, j + 1)
    return UnhedgedAmount(2 * power(exponent), None, power(exponent), unit, i - 1, end, "couple")


def vague(tokens: Tokens, i: int) -> UnhedgedAmount | None:
    """Read an order of magnitude as a range: "tens of thousands of people", "hundreds of jobs".

    >>> from workbench.extract.words.lexer import lex
    >>> v = vague(lex("tens of thousands of people"), 0); v.low, v.high, v.unit.name
    (Decimal('10000'), Decimal('100000'), 'person')
    """
    table = number_words(tokens.language).vague
    exponent = table.get(tokens.lows[i])
    if exponent is None:
        return _couple(tokens, i + 1) if tokens.lows[i] == "a" and word_at(tokens, i + 1) == "couple" else None
    of = word_at(tokens, i + 1) == "of"
    if is_kind(tokens, i - 1, TokenKind.NUMBER) or not (of or _counts_at_once(tokens, i)):
        return None
    j, low = i + 1 + of, Decimal(12) if word_at(tokens, i) == "dozens" else power(exponent)
    more = table.get(word_at(tokens, j)) if word_at(tokens, j) != "dozens" else None
    if more is not None:
        low, j = low * power(more), j + 1 + (word_at(tokens, j + 1) == "of")
    unit, end = unit_at(tokens, j)
    if unit is UNKNOWN_UNIT or unit.dimension not in {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}:
        return None
    low = Decimal(int(low))
    return UnhedgedAmount(low, low * 10, low, unit, i, end, "order-of-magnitude")
