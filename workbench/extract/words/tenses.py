"""The tense of a clause: past, perfect (until now), present or future.

A figure in the present tense is not that of a year long past, even if the sentence before named that year. The word
file's first finite verb decides; without one, an ending does.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from workbench.core.document import Span
from workbench.extract.words.word_patterns import holds_phrase, prefiltered, word_pattern


class Tense(StrEnum):
    """The tense of a verb."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"


@lru_cache(maxsize=32)  # asked again for the claims of a clause
def tense_of(words: str, language: str) -> Tense | None:
    """Find the tense of the first finite verb; None where no known verb stands.

    >>> said = "The rate was 5 percent", "The rate has fallen", "It stands at 5", "Taxes will rise", "Exports, 5 percent"
    >>> [tense and tense.value for tense in (tense_of(each, "en") for each in said)]
    ['past', 'perfect', 'present', 'future', None]
    """
    found: tuple[int, Tense] | None = None
    for tense in Tense:
        pattern = prefiltered("tenses", tense.value, language)
        match = pattern.search(words) if pattern is not None else None
        if match is not None and (found is None or match.start() < found[0]):
            found = match.start(), tense
    if found is not None:
        return found[1]
    ending = word_pattern("tenses", "participle", language)
    return Tense.PAST if ending is not None and ending.search(words) else None


def is_of_now(words: str, language: str) -> bool:
    """Check whether words refer to the day they are said: "now", "currently", "so far".

    >>> is_of_now("The rate is now 5 percent", "en"), is_of_now("The rate was 5 percent", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "now", language)


def has_own_time(words: str, language: str) -> bool:
    """Check whether words name a time without a date: "since it was launched", "for twelve months".

    >>> has_own_time("Since it was launched, 5 million have it", "en"), has_own_time("5 million have it", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "own_time", language)


def is_of_that_time(words: str, language: str) -> bool:
    """Check whether words refer to a time named before: "in that time", "back then".

    >>> is_of_that_time("In that time it doubled", "en"), is_of_that_time("It doubled", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "that_time", language)


def is_aside(words: str, language: str) -> bool:
    """Check whether a clause is an aside in its sentence: "which opened in 1990".

    >>> is_aside("which opened in 1990", "en"), is_aside("It opened in 1990", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "aside", language)


@lru_cache(maxsize=256)  # asked again for the later claims about the same years
def is_of_prices(text: str, span: Span, language: str) -> bool:
    """Check whether a year only names the prices of a figure: "in 2018 prices".

    >>> from workbench.core.document import Span
    >>> is_of_prices("It gave 5 in 2018 prices.", Span(13, 17), "en"), is_of_prices("It gave 5 in 2018.", Span(13, 17), "en")
    (True, False)
    """
    before = word_pattern("tenses", "prices_before", language)
    behind = word_pattern("tenses", "prices_behind", language)
    around = prefiltered("tenses", "prices_around", language)
    if before is None or behind is None:
        return False
    start, end = max(0, span.start - _NEAR), span.end + _NEAR
    if behind.match(text[span.end : end]):
        return True
    if len(_YEAR.findall(span.cut(text))) > 1:  # a time from one year to another: "exports in euros from 2015 to 2019"
        return False
    possible = around is not None and around.needs().may_be_in(text[start:end])
    said = around.pattern.finditer(text, start, end) if around is not None and possible else ()
    held = any(found.start() <= span.start and span.end <= found.end() for found in said)
    return held or bool(before.search(text[start : span.start]))


_NEAR = 40
_YEAR = re.compile(r"\b\d{4}\b")


def is_of_each_year(words: str, language: str) -> bool:
    """Check whether a size is stated for each year: "by 5 percent a year".

    >>> is_of_each_year("It grew by 5 percent a year", "en"), is_of_each_year("It grew by 5 percent", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "each", language)
