"""Years that only name the prices of a figure: "16.5 billion in constant 2018 dollars" says nothing of 2,018 dollars."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.mention import Mention
from workbench.core.quantity import Amount
from workbench.extract.words.word_patterns import prefiltered


def without_price_years(words: str, amounts: Sequence[Mention[Amount]], language: str) -> list[Mention[Amount]]:
    """Drop the amounts that are read from such a year.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Aid was 16.5 billion pounds in constant 2018 dollars."
    >>> [each.span.cut(said) for each in without_price_years(said, find_amounts(said), "en")]
    ['16.5 billion pounds']

    Args:
        words: The sentence.
        amounts: Its amounts.
        language: One with a word file, or ``und``.
    """
    pattern = prefiltered("tenses", "price_year", language) if amounts else None
    years = [] if pattern is None else [found.span("year") for found in pattern.finditer(words)]
    if not years:
        return list(amounts)
    return [
        each for each in amounts if not any(each.span.start <= first and last <= each.span.end for first, last in years)
    ]
