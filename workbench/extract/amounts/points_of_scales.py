"""Read points on a scale with a maximum: "88 out of 100 points", "88 points out of a hundred", "scored 55 out of 100".

The maximum counts nothing itself, and 88 points of 100 are not a share of anything.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from workbench.core.quantity import Dimension, Unit
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount, rule_for
from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.numbers.numbers import read_number
from workbench.extract.units.unit_words import units
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_files import tables

_TOPS = frozenset({Decimal(10), Decimal(100), Decimal(1000)})
_LEADS = frozenset({"of", "from"})
_SCORED = 3
"""Most words between the verb and its figure: "scored | a mere | 55 out of 100"."""


@cache
def _scored(language: str) -> frozenset[str]:
    return frozenset(tables(language)["shares"]["scored"])


@cache
def _point(language: str) -> Unit:
    """Return the language's word for a point."""
    return next(unit for unit in units(language).phrases.values() if unit.dimension is Dimension.INDEX)


def points_of_scale(tokens: Tokens, part: ScaledNumber) -> UnhedgedAmount | None:
    """Read a figure before the maximum of its scale as points; None where it is no such figure.

    >>> from workbench.extract.words.lexer import lex
    >>> def read(said, i, language="en"):
    ...     tokens = lex(said, language)
    ...     found = points_of_scale(tokens, read_number(tokens, i))
    ...     return found and (found.low, found.unit.name)
    >>> read("88 out of 100 points", 0), read("scored 55 out of 100", 1), read("55 out of 100 came", 0)
    ((Decimal('88'), 'point'), (Decimal('55'), 'point'), None)
    """
    top = _top_behind(tokens, part.end)
    if top is None or not 0 <= part.value <= top.value:
        return None
    point = _points_at(tokens, top.end)
    if point is None and not any(
        word_at(tokens, part.first - k) in _scored(tokens.language) for k in range(1, _SCORED + 1)
    ):
        return None
    unit, end = point or (_point(tokens.language), top.end)
    return UnhedgedAmount(part.value, None, part.step, unit, part.first, end, rule_for(unit))


def is_top_of_scale(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is only the maximum of the scale of the points before it: "88 points out of | a hundred".

    >>> from workbench.extract.words.lexer import lex
    >>> tokens = lex("88 points out of a hundred")
    >>> is_top_of_scale(tokens, read_number(tokens, 4)), is_top_of_scale(tokens, read_number(tokens, 0))
    (True, False)
    """
    i = number.first - 1
    if number.value not in _TOPS or word_at(tokens, i) not in _LEADS:
        return False
    i -= word_at(tokens, i - 1) == "out"
    return _points_at(tokens, i - 1) is not None


def _top_behind(tokens: Tokens, i: int) -> ScaledNumber | None:
    """Read the maximum of a scale after a figure: "out of 100", "von 100", "од 100"."""
    i += word_at(tokens, i) == "out"
    top = read_number(tokens, i + 1) if word_at(tokens, i) in _LEADS else None
    return top if top is not None and top.value in _TOPS else None


def _points_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Find the word for points at a token, past "possible"."""
    for k in (i, i + 1):
        found = named_unit(tokens, k)
        if found is not None and found[0].dimension is Dimension.INDEX:
            return found
    return None
