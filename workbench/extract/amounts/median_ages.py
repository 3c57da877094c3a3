"""Read a median age in everyday words: "half of us are over forty-six", "half of us had not yet turned eighteen".

The age that separates the two halves is the figure; the half is not an amount of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from workbench.core.claim import MEDIAN_AGE, Mention
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.extract.words.word_patterns import holds_phrase, prefiltered

_HALF = Decimal(50)
_OLDEST = 100
_AGE = Unit(Dimension.DURATION, "year of age", "yr")
_SIDES = {"older": Relation.MORE_THAN, "turned": Relation.AT_LEAST, "younger": Relation.LESS_THAN}
"""Classes of phrases between the half and the age, each with the relation of the median to that age."""


def with_median_ages(words: str, amounts: Sequence[Mention[Amount]], language: str) -> list[Mention[Amount]]:
    """Merge a half of the people and the age that separates the halves into one amount, a median age.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Half of all Japanese were over forty-six in 2015."
    >>> [str(mention.value) for mention in with_median_ages(said, find_amounts(said), "en")]
    ['more than 46 year of age']

    Args:
        words: The sentence.
        amounts: Its amounts, in order.
        language: Two letters. Without a word file for it the amounts stay unchanged.
    """
    if not holds_phrase(words, "ages", "halved", language):
        return list(amounts)
    ages = {age.span: _median(words, half, age, language) for half, age in pairwise(amounts)}
    halves = {half.span for half, age in pairwise(amounts) if ages[age.span] is not None}
    return [ages.get(mention.span) or mention for mention in amounts if mention.span not in halves]


def _median(words: str, half: Mention[Amount], age: Mention[Amount], language: str) -> Mention[Amount] | None:
    """Read the age as the median; None where the words between do not say that it separates the two halves."""
    if not _is_half(half.value) or not _is_age(age.value):
        return None
    for side, relation in _SIDES.items():
        between = prefiltered("ages", side, language)
        found = between.on(words) and between.pattern.match(words, half.span.end) if between else None
        if found and age.span.start <= found.end() + 1 and found.end() <= age.span.end:
            amount = replace(age.value, relation=relation, high=None, unit=_AGE)
            return replace(age, value=amount, rule=MEDIAN_AGE, alternatives=())
    return None


def _is_half(amount: Amount) -> bool:
    return amount.unit.dimension is Dimension.SHARE and amount.low == _HALF and amount.relation is not Relation.BETWEEN


def _is_age(amount: Amount) -> bool:
    """Check whether an amount may be an age: years, or a figure without a unit of its own.

    A figure without a unit after a half may have been given the half's unit, percent.
    """
    unit = amount.unit
    bare = unit.dimension in {Dimension.UNKNOWN, Dimension.SHARE} and unit.name in {"", "percentage"}
    return (
        (bare or unit.name in {"year", _AGE.name})
        and 0 < amount.low <= _OLDEST
        and amount.relation is not Relation.BETWEEN
    )
