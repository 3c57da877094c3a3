"""Find a figure's unit in the words around it: "the number of births fell from 23,075", "wages in euros rose to".

What is counted may stand in the subject, far from the figure. A change of percentages is counted in percentage points.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.quantity import PERCENT, POINTS, Dimension, Unit
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount
from workbench.extract.units.counted_nouns import counted, is_plural, singular
from workbench.extract.units.units_beside_figures import named_unit, with_rate
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH

_PERSON = Unit(Dimension.COUNT, "person")
_MOST_POINTS = 50
_RATES = frozenset({"inflation", "unemployment", "employment", "turnout", "rate"})
"""Measures in percent, whose changes are in percentage points."""

_NEAR, _FAR, _SUBJECT = 12, 18, 30
_FEW = 6
_PAUSES = frozenset({",", ";", ":", ".", "(", "–", "—"})
_COUNTING = frozenset({"numbered", "numbers", "totalled", "totaled"})
_PERCENT = frozenset({"percentage", "percent"})
_MONEY_OR_PHYSICAL = frozenset({Dimension.MONEY, Dimension.PHYSICAL})


def population(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Count "a population of 1.8 million" in persons.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(said)] for said in ("a population of 1.8 million", "1.8 million, whatever the population")]
    [['1800000 person'], ['1800000']]
    """
    first = found[k].first
    near = range(max(0, first - 6), first)
    return _PERSON if any(word_at(tokens, j) == "population" for j in near) and found[k].low >= 100 else None


def number_of(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Find the thing whose number is spoken of: "the number of births fell from 23,075".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(f"{what} fell from 23,075.")] for what in ("The number of births", "The index")]
    [['23075 birth'], ['23075']]
    """
    one = found[k]
    edge = found[k - 1].end if k else 0
    last = one.first - 1 - (tokens.lows[one.first - 1] == ":")  # "The number of births: 23,075"
    for j in range(last, max(edge, one.first - _FAR) - 1, -1):
        if word_at(tokens, j) in {";", ".", ":"}:
            break
        if (start := _of_number(tokens, j)) is not None:
            things = counted(tokens, start)
            if things is None or things[1] > one.first:
                return None
            unit, end = with_rate(tokens, *things)
            return unit if unit.per else _rated_further(tokens, unit, end, one.first)
    return _numbered(tokens, one.first, edge) or (_number_ahead(tokens, one.end) if len(found) == 1 else None)


def _rated_further(tokens: Tokens, unit: Unit, start: int, end: int) -> Unit:
    """Add the rate that stands behind more words for the counted thing: "nurses | and midwives | per 1,000 people"."""
    for j in range(start, end):
        if word_at(tokens, j) in _PAUSES:
            return unit
        if word_at(tokens, j) == "per" and is_kind(tokens, j + 1, TokenKind.NUMBER):
            return with_rate(tokens, unit, j)[0]
    return unit


def _numbered(tokens: Tokens, i: int, edge: int) -> Unit | None:
    """Find the plural noun before a verb of counting: "Refugees in Turkey numbered 2.87 million"."""
    k = i - 1
    while k > edge and word_at(tokens, k) not in _COUNTING and i - k < _FEW:
        k -= 1
    if word_at(tokens, k) not in _COUNTING:
        return None
    heads = (j for j in range(max(edge, k - _FEW), k) if is_plural(word_at(tokens, j), tokens.language))
    j = next(heads, None)
    return None if j is None else Unit(Dimension.COUNT, singular(word_at(tokens, j), tokens.language))


def _number_ahead(tokens: Tokens, end: int) -> Unit | None:
    """Find a thing named after the figure: "At 14.83 million, the number of women in work was a record"."""
    for j in range(end, min(end + _SUBJECT, len(tokens))):
        if word_at(tokens, j) in {";", ".", ":"}:
            return None
        if (start := _of_number(tokens, j)) is not None:
            things = counted(tokens, start)
            return None if things is None else things[0]
    return None


def _of_number(tokens: Tokens, j: int) -> int | None:
    """Find where the thing whose number is given begins: after "number of", "Zahl der", "Zahl"."""
    if word_at(tokens, j) not in {"number", "numbers"}:
        return None
    if tokens.language == ENGLISH:
        return j + 2 if word_at(tokens, j + 1) == "of" else None
    return j + 1 + (word_at(tokens, j + 1) in {"of", "on", "the"})


def rate_said(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Find the rate that the subject names: "deaths per 1,000 live births fell to 5".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("Deaths per 1,000 live births fell from 6 to 5.")]
    ['6 death per 1,000 live births', '5 death per 1,000 live births']
    """
    edge = found[k - 1].end if k else 0
    for j in range(found[k].first - 1, max(edge, found[k].first - _SUBJECT) - 1, -1):
        if word_at(tokens, j) == "per" and is_kind(tokens, j + 1, TokenKind.NUMBER):
            things = word_at(tokens, j - 1)
            name = singular(things) if is_plural(things) else ""
            return with_rate(tokens, Unit(Dimension.COUNT, name), j)[0]
    return None


def said_in(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Find the unit that the subject names, unless it is a scale: "Wages in euros rose from 39,000 to 57,000".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [[str(m.value) for m in find_amounts(f"Wages in {what} rose to 57,000.")] for what in ("euros", "spring")]
    [['57000 euro'], ['57000']]
    """
    first = found[k].first
    if (
        word_at(tokens, first - 1) == "of"
        and word_at(tokens, first - 2) == "change"
        and word_at(tokens, first - 3) in _PERCENT
    ):
        return PERCENT
    for j in range(max(0, first - _SUBJECT), first - 2):
        if word_at(tokens, j) not in {"in", "("}:
            continue
        named = named_unit(tokens, j + 1)
        if (
            named is not None
            and named[0].dimension in _MONEY_OR_PHYSICAL
            and not any(one.first <= j < one.end for one in found)
        ):
            return named[0]
    return None


def points(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Count "points" in percentage points where the words around speak of percent.

    Examples: "46.4 percent, 5 points lower than in 2016", "inflation eased by 0.3 points".

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("46.4 percent, 5 points lower than in 2016")], [str(m.value) for m in find_amounts("They won by 5 points.")]
    (['46.4 percentage', '5 percentage point'], ['5 point'])
    """
    one = found[k]
    if one.low <= _MOST_POINTS and any(
        word_at(tokens, j) in _RATES for j in range(max(0, one.first - _NEAR), one.first)
    ):
        return POINTS
    share = any(other.unit.dimension is Dimension.SHARE for other in found[max(0, k - _NEAR) : k])
    compares = word_at(tokens, one.end) in {"lower", "higher", "more", "less", "up", "down", "above", "below"}
    return POINTS if share and compares and one.low <= _MOST_POINTS else None
