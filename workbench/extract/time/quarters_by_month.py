"""Quarters named by the month in which they end, as in Australia and New Zealand: "the June quarter", "the March quarter of 2021".

The Australian Bureau of Statistics and Stats NZ name them so: the June quarter is April to June.
"""

from __future__ import annotations

from workbench.extract.time.named_periods import month_at, year_behind
from workbench.extract.time.parts_of_year import named_year
from workbench.extract.time.period_resolution import part_of_year, within
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import TimePhrase

_LENGTH = 3


def quarter_to_month(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a month before "quarter", with the year behind it; without one, the last such quarter.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> said = TimeContext(date(2023, 8, 17))
    >>> texts = ("June quarter", "March quarter of 2021", "December quarter last year", "September quarter, 2019")
    >>> [str(quarter_to_month(lex(text), 0).resolve(said)[0]) for text in texts]
    ['2023-Q2', '2021-Q1', '2022-Q4', '2019-Q3']
    >>> quarter_to_month(lex("June quarters"), 0), quarter_to_month(lex("June 2019"), 0)
    (None, None)
    """
    found = month_at(tokens, i)
    if found is None or word_at(tokens, found[1]) != "quarter" or found[0] < _LENGTH:
        return None  # a quarter to January or February began in another year, and no office names one so
    first, j = found[0] - _LENGTH, found[1] + 1
    owner = named_year(tokens, j)
    if owner is not None:
        return TimePhrase(i, owner.end, "quarter", within(first, _LENGTH, owner.resolve), dependent=owner.dependent)
    year, j = year_behind(tokens, j)
    return TimePhrase(i, j, "quarter", part_of_year(year, first + 1, _LENGTH), yearless=year is None)
