"""Stocks that are lost or gained: "lost 54 million hectares of forest", "verlor zwischen 2000 und 2020 54 Hektar Wald".

The verb may stand anywhere in the clause of the figure. Only what is counted at a time is lost or gained so: areas, jobs
and residents, people over a stretch of years, but no money and no games.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from workbench.core.claim import Direction
from workbench.core.quantity import Dimension, Unit
from workbench.core.units import measured_in
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_tables import label_words

_FURTHEST = 14
_SPAN, _LED = 5, 3
"""Most words between the two years of a stretch, and before the first of them to the word that begins it."""
_BEGINS, _JOINS = frozenset({"between", "from"}), frozenset({"and", "to", "until", "till"})
_ENDS = frozenset(",;:.?!()–—")
_AREA = "area"


def lost_or_gained(tokens: Tokens, unit: Unit, at: tuple[int, int]) -> tuple[Direction, int] | None:
    """Find the verb that says that a stock of such a size was lost or gained: its direction, and its index.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "They lost 5 hectares."
    >>> lost_or_gained(lex(said), find_amounts(said)[0].value.unit, (2, 4))
    (<Direction.DOWN: 'down'>, 1)

    Args:
        tokens: The sentence.
        unit: The unit of the figure.
        at: The index of the figure's first token and the index behind its last.
    """
    language = tokens.language
    lost, gained = word_set("links", "lost", language), word_set("links", "gained", language)
    if (lost | gained).isdisjoint(tokens.words) or not (is_stock(unit, language) or _are_people(tokens, unit)):
        return None
    ahead, behind = range(at[0] - 1, max(-1, at[0] - _FURTHEST), -1), range(at[1], min(len(tokens), at[1] + _FURTHEST))
    for reach in (ahead, behind):
        for k in _of_clause(tokens, reach):
            if tokens[k].low in lost:
                return Direction.DOWN, k
            if tokens[k].low in gained:
                return Direction.UP, k
    return None


def is_stock(unit: Unit, language: str) -> bool:
    """Check whether a unit is of an area, or counts what the word file calls a stock: jobs, residents."""
    measured = measured_in(unit)
    if measured is not None:
        return measured.measure.kind == _AREA
    return unit.name.rpartition(" ")[2] in word_set("links", "stocks", language)


def _are_people(tokens: Tokens, unit: Unit) -> bool:
    """Check whether people are lost or gained over a stretch of years: elsewhere those who were lost are dead."""
    counted = unit.name.rpartition(" ")[2] if unit.dimension is Dimension.COUNT else ""
    people = (
        counted in label_words(tokens.language).persons
        or counted in raw_tables(tokens.language)["population"]["persons"]
    )
    return people and names_stretch(tokens)


def names_stretch(tokens: Tokens) -> bool:
    """Check whether a sentence says from when to when: "between 2010 and 2016", "von 2010 bis Ende 2016".

    >>> from workbench.extract.words.lexer import lex
    >>> [names_stretch(lex(said)) for said in ("between 2010 and 2016", "in 2016, from 40 to 50")]
    [True, False]
    """
    years = [k for k in range(len(tokens)) if year_at(tokens, k) is not None]
    return any(
        last - first <= _SPAN
        and not _JOINS.isdisjoint(tokens.lows[first + 1 : last])
        and not _BEGINS.isdisjoint(tokens.lows[max(0, first - _LED) : first])
        for first, last in pairwise(years)
    )


def _of_clause(tokens: Tokens, reach: Iterable[int]) -> Iterable[int]:
    """Yield the tokens of a clause up to its end or to another figure; years do not end it."""
    for k in reach:
        figure = is_kind(tokens, k, TokenKind.NUMBER) and year_at(tokens, k) is None
        joined = tokens[k].low == "and" and year_at(tokens, k + 1) is None
        if figure or joined or word_at(tokens, k) in _ENDS:
            return
        yield k
