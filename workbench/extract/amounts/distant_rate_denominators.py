"""Attach figures to a base that stands apart from them: "forty mothers died for every 100,000 births"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.extract.amounts.rate_denominators import Base
from workbench.extract.amounts.unhedged_amounts import UnhedgedAmount, rule_for
from workbench.extract.numbers.numbers import read_number
from workbench.extract.words.lexer import Tokens, word_at

_HUNDRED = 100
_AHEAD, _BEHIND = 30, 9
_HEDGED = 3
"""Most tokens from the colon of a label to its figure, hedges counted."""
_PAUSES = frozenset({";", ":", ".", "!", "?"})
_COUNTS = frozenset({Dimension.COUNT, Dimension.UNKNOWN})


def with_bases(
    tokens: Tokens, found: Sequence[UnhedgedAmount], bases: Sequence[Base]
) -> tuple[list[UnhedgedAmount], list[Base]]:
    """Attach each base of a sentence to its figures; also return the bases that belong to no figure.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> [str(m.value) for m in find_amounts("Of every hundred children, 56.7 left.")]
    ['56.7 percentage']
    >>> [str(m.value) for m in find_amounts("Forty mothers died for every hundred thousand births.")]
    ['40 mother per 100,000 births']
    """
    rated, left = list(found), []
    for base in bases:
        k = _figure_of(tokens, rated, base)
        if k is None:
            left.append(base)
        else:
            rated[k] = _against(tokens, rated[k], base)
            for other in _others_of(tokens, rated, base, k):
                rated[other] = _against(tokens, rated[other], base)
    return rated, left


def _others_of(tokens: Tokens, found: Sequence[UnhedgedAmount], base: Base, k: int) -> list[int]:
    """Find the later figures without a unit that share a base standing before them all.

    Example: "Of 1,000 children 2.2 died in 2012 and 2.7 in 2019".
    """
    if not (base.front and base.part):
        return []
    behind = range(k + 1, len(found))
    bare = (
        j for j in behind if found[j].unit.dimension is Dimension.UNKNOWN and not _is_parted(tokens, found[j], base)
    )
    return [j for j in bare if _fits(found[j], base)]


def _figure_of(tokens: Tokens, found: Sequence[UnhedgedAmount], base: Base) -> int | None:
    """Find the figure that a base belongs to: the next one where the base stands first, else the last one before it."""
    ahead = (k for k, one in enumerate(found) if base.end <= one.first <= base.end + _AHEAD)
    behind = (k for k in reversed(range(len(found))) if 0 <= base.first - found[k].end <= _BEHIND)
    order = (ahead, behind) if base.front or base.part else (behind, ahead)
    for candidates in order:
        k = next(candidates, None)
        if k is not None and _fits(found[k], base) and not _is_parted(tokens, found[k], base):
            return k
    return None


def _fits(one: UnhedgedAmount, base: Base) -> bool:
    """Check whether a figure may be counted against a base: it has none yet, and a part is smaller than its whole."""
    if one.unit.per or one.unit.dimension in {Dimension.SHARE, Dimension.POINTS, Dimension.DURATION}:
        return False
    return not base.part or one.low < base.size


def _is_parted(tokens: Tokens, one: UnhedgedAmount, base: Base) -> bool:
    """Check for a pause between a figure and a base, but the colon of a label: "Births per 1,000 women, 2018: about | 40"."""
    low, high = sorted(((one.first, one.end), (base.first, base.end)))
    pauses = [k for k in range(low[1], high[0]) if word_at(tokens, k) in _PAUSES]
    labels = low[0] == base.first and len(pauses) == 1 and word_at(tokens, pauses[0]) == ":"
    return bool(pauses) and not (labels and high[0] - pauses[0] <= _HEDGED)


def _against(tokens: Tokens, one: UnhedgedAmount, base: Base) -> UnhedgedAmount:
    """Return the figure as counted against its base.

    A part of a hundred becomes percent and loses its noun, which says what is measured.
    """
    if base.part and base.size == _HUNDRED:
        number = read_number(tokens, one.first)
        return replace(one, unit=PERCENT, end=one.end if number is None else number.end, rule="share")
    end = base.end if base.first == one.end else one.end
    dimension = Dimension.RATE if one.unit.dimension in _COUNTS else one.unit.dimension
    unit: Unit = replace(one.unit, per=base.per, dimension=dimension)
    return replace(one, unit=unit, end=end, rule=rule_for(unit))
