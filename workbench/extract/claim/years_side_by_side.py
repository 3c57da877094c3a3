"""Join adjacent years: "in 2015, 2016 and 2017 in all", "in the years 2025 and 2026"."""

from __future__ import annotations

from itertools import pairwise

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_patterns import word_pattern

_LEAD = 12
"""Characters before the first of some years that may announce several, and most characters between two of them."""

_SEVERAL = 2
_NEXT, _LAST = (",",), frozenset({("and",), (",", "and")})
"""What stands before a further period of a list, and before the last."""


def taken_together(reading: SentenceReading, period: Mention[Period] | None) -> Mention[Period] | None:
    """Join adjacent years into one stretch where something is said of all of them: "in 2015, 2016 and 2017 in all".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2015, 2016 and 2017 taken together there were 60."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(taken_together(reading, reading.periods[0]).value)
    '2015–2017'
    """
    listed = next((run for run in _listed(reading) if period in run), [])
    if len(listed) < 2:
        return period
    both = Period(listed[0].value.start, listed[-1].value.end)
    return Mention(Span(listed[0].span.start, listed[-1].span.end), both, "taken-together")


def _listed(reading: SentenceReading) -> list[list[Mention[Period]]]:
    """Group periods that are separated only by commas and "and"; each group ends with "and"."""
    runs: list[list[Mention[Period]]] = [[mention] for mention in reading.periods[:1]]
    closed = False
    for one, other in pairwise(reading.periods):
        link = _link(reading, one, other)
        last = link in _LAST
        if (last or link == _NEXT) and not closed and one.value.end == other.value.start:
            runs[-1].append(other)
        else:
            runs.append([other])
        closed = last
    return [run for run in runs if len(run) == 1 or _link(reading, *run[-2:]) in _LAST]


def _link(reading: SentenceReading, one: Mention[Period], other: Mention[Period]) -> tuple[str, ...]:
    """Return the words and signs between two periods, by the roles that they play."""
    between = reading.text[one.span.end : other.span.start]
    return tuple(token.low for token in lex(between, reading.language)) if len(between) <= _LEAD else ()


def names_years(reading: SentenceReading, period: Mention[Period] | None) -> bool:
    """Check whether a period is one of years that are named together.

    Examples: "in the years 2025 and 2026", "in 2017, 2018 and 2019" of one figure.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In the years 2025 and 2026 we spend 60."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> names_years(reading, reading.periods[0])
    True
    """
    if period is None or not reading.sentence.span.covers(period.span):
        return False
    if len(reading.amounts) == 1 and any(period in run and len(run) >= _SEVERAL for run in _listed(reading)):
        return True
    first = min([period.span.start, *(m.span.start for m in reading.periods)])
    years = word_pattern("tenses", "several_years", reading.language)
    return years is not None and bool(years.search(reading.text, max(0, first - _LEAD), first))
