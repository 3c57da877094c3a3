"""Further times and places with the same figure: "26 percent in 2013, and in 2018 too", "26 percent, as in Germany".

The official figure of the first time or place supports the claim only for that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import UNREAD_STANDING, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.extract.words.word_patterns import word_pattern

_BEFORE = 24


def also_said(
    text: str, behind: Span, times: Sequence[Mention[Period]], places: Sequence[Mention[str]], language: str
) -> tuple[Problem, ...]:
    """Note that a sentence states the same of a further time or place behind a claim.

    >>> from datetime import date
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "It was 26 percent in 2013, and in 2018 too."
    >>> also_said(said, Span(17, len(said)), find_periods(said, date(2020, 1, 1)), (), "en")[0].message
    'The sentence also says the same of “2018”, and it was not read.'

    Args:
        text: The whole text.
        behind: The rest of the sentence behind the claimed figure.
        times: The times named in the sentence, except the claim's own.
        places: The places named in the sentence, except the claim's own.
        language: The language whose word file the text is read by.
    """
    others = [each for each in places if each.span.cut(text)[:1].isupper()]  # only names: not "as our member says"
    for key, named in (("also_then", times), ("also_there", others)):
        pattern = word_pattern("tenses", key, language)
        for each in named if pattern is not None else ():
            if behind.covers(each.span) and pattern is not None:
                before = text[max(behind.start, each.span.start - _BEFORE) : each.span.start]
                if pattern.search(f"{before}@{text[each.span.end : min(behind.end, each.span.end + _BEFORE)]}"):
                    return (_also(each.span.cut(text)),)
    return ()


def _also(words: str) -> Problem:
    message = f"The sentence also says the same of “{words}”, and it was not read."
    return Problem("rank", message, "Look whether that holds too.", UNREAD_STANDING)
