"""Give a unit to a figure of another time that leaves it out: "In 2005 unemployment was 11 percent, and today still 7".

Without a unit the second figure measures nothing, and the first alone would decide the verdict on the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.amounts.unhedged_amounts import HUNDRED, UnhedgedAmount
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_tables import noun_words, number_words, period_words

_FURTHEST = 14
_JOINTS = frozenset({",", "and", "but", ";", "–", "—", ":"})


@cache
def _small(language: str) -> frozenset[str]:
    """Collect words that may stand between a time and its figure: "and today, | thirteen years later, | still 7"."""
    numbers, still = number_words(language), word_set("bare", "still", language)
    lengths = {*period_words(language).spans, *numbers.small, *numbers.tens}
    return frozenset(noun_words(language).stops | still | lengths)


def at_another_time(tokens: Tokens, found: Sequence[UnhedgedAmount], k: int) -> Unit | None:
    """Return the unit of the figure before, for one that stands alone at the end of its clause after another time.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "It was 11 percent in 2005, and today still 7.", "It was 11 percent in 2005, and today the ministers are 7."
    >>> [str(find_amounts(text)[1].value) for text in said]
    ['7 percentage', '7']

    Args:
        tokens: The sentence.
        found: Its figures.
        k: The index of the figure that has no unit.
    """
    if k == 0 or found[k - 1].unit is UNKNOWN_UNIT or is_kind(tokens, found[k].end, TokenKind.WORD):
        return None
    one, other = found[k], found[k - 1]
    if other.unit.dimension is Dimension.SHARE and one.low > HUNDRED:
        return None
    hedge = hedge_before(tokens, one.first)
    first = one.first if hedge is None else hedge[1]
    between = range(other.end, first)
    joint = next((j for j in between if word_at(tokens, j) in _JOINTS), None)
    if joint is None or one.first - other.end > _FURTHEST:
        return None
    small = _small(tokens.language)
    behind = range(joint, first)
    timed = any(word_at(tokens, j) == "today" or year_at(tokens, j) is not None for j in behind)
    plain = all(word_at(tokens, j) in small or not is_kind(tokens, j, TokenKind.WORD) for j in behind)
    return other.unit if timed and plain else None
