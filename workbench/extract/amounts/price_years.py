"""Years that only name the prices of a figure: "16.5 billion in constant 2018 dollars" says nothing of 2,018 dollars."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.mention import Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.words.tenses import is_of_prices
from workbench.extract.words.word_patterns import prefiltered


def without_price_periods(words: str, periods: list[Mention[Period]], language: str) -> list[Mention[Period]]:
    """Drop such years from the periods of a sentence that names other times too.

    >>> from workbench.extract.time.periods import find_periods
    >>> said = "It rose from 2 billion at 2018 prices in 2011 to 3 billion at 2018 prices in 2016."
    >>> [each.span.cut(said) for each in without_price_periods(said, find_periods(said, None), "en")]
    ['2011', '2016']

    Args:
        words: The sentence.
        periods: Its periods, in order.
        language: One with a word file, or ``und``.
    """
    if len(periods) <= 1:
        return periods
    kept = [each for each in periods if not is_of_prices(words, each.span, language)]
    return kept or periods


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
