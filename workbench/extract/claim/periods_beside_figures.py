"""Assign a period by the words between it and a figure: "in 2015, when there were 156,330", "against 31,859"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.claim import Mention
from workbench.core.period import Period
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.word_patterns import word_pattern

_FAR_BACK = 40
_BEFORE_TIME = 24
"""Most characters between a figure and its time: " per cent of GDP in "."""
_CLOSES = re.compile(r"\)[\s.!?]*")
_LED_BY = re.compile(r"\W*(?:\w+\s)?")
_LABELLED = re.compile(r":\s+")
"""What stands between a period and the figure that it labels."""
_BRACKET = re.compile(r"\s\(")
"""What stands between a period and the figure of it in brackets."""


def in_that_time(reading: SentenceReading, draft: Draft) -> Mention[Period] | None:
    """Find the time of a level whose own clause refers back to that time; None where there is none.

    It may also be the base of a change.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "It was 86 percent less than in 2015, when there were 156,330."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(in_that_time(reading, Draft(Span(53, 60))).value)
    '2015'
    """
    between = word_pattern("tenses", "in_that_time", reading.language)
    before = [m for m in reading.periods if m.span.end <= draft.span.start] if draft.change is None else []
    if between is None or not before or not between.search(reading.text[before[-1].span.end : draft.span.start]):
        return None
    return before[-1]


def is_set_against(reading: SentenceReading, draft: Draft) -> bool:
    """Check whether a level without a place of its own is only compared with: "36,614 in 2023, against 31,859".

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "It was 36,614 euros in 2023, against 31,859 euros."
    >>> amounts = tuple(find_amounts(said))
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), amounts)
    >>> [is_set_against(reading, Draft(each.span, each)) for each in amounts]
    [False, True]
    """
    before = word_pattern("tenses", "set_against", reading.language)
    if before is None or draft.change is not None:
        return False
    clause = reading.clause(draft.span)
    placed = any(m.span.start >= draft.span.end and clause.covers(m.span) for m in reading.places)
    figures = any(m.span.end <= draft.span.start for m in reading.amounts)
    led = reading.text[max(reading.sentence.span.start, draft.span.start - _FAR_BACK) : draft.span.start]
    return figures and not placed and before.search(led) is not None


def at_head(reading: SentenceReading, usable: Sequence[Mention[Period]]) -> Mention[Period] | None:
    """Find the period at the head of a sentence, which holds for all of it, whoever speaks.

    Example: "In 2012, which they keep calling a good year, …".

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2012, which they like, it was 5 percent."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(at_head(reading, reading.periods).value)
    '2012'
    """
    start = reading.sentence.span.start
    found = (m for m in usable[:1] if _LED_BY.fullmatch(reading.text, start, m.span.start))
    return next((m for m in found if reading.text[m.span.end : m.span.end + 1] == ","), None)


def in_closing_brackets(reading: SentenceReading, usable: Sequence[Mention[Period]]) -> Mention[Period] | None:
    """Find the only period of a sentence where it stands in brackets at the end; it holds for all figures.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "Denmark takes 46.7 percent in taxes, Germany 39 percent (2019)."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(in_closing_brackets(reading, reading.periods).value)
    '2019'
    """
    if len(reading.periods) != 1 or len(usable) != 1:
        return None
    span, end = usable[0].span, reading.sentence.span.end
    bracketed = reading.text[span.start - 1 : span.start] == "(" and _CLOSES.fullmatch(reading.text, span.end, end)
    return usable[0] if bracketed else None


def own_label(reading: SentenceReading, draft: Draft) -> Mention[Period] | None:
    """Find the period that labels a level itself, whatever else is measured from it.

    Examples: "(| 2014: | 4,4)", "than in | 2014 | (4.4)". A day is no label but a dateline ("TOKYO, March 11: …").
    """
    span = draft.span
    longer = (each for each in reading.periods if each.value.months) if draft.change is None else ()
    for period in longer:
        colon, bracket = (each.match(reading.text, period.span.end) for each in (_LABELLED, _BRACKET))
        if colon is not None and span.start <= colon.end() <= span.end:
            return period
        if bracket is not None and bracket.end() == span.start and reading.text[span.end : span.end + 1] == ")":
            return period
    return None


def heads_another(reading: SentenceReading, draft: Draft, period: Mention[Period]) -> bool:
    """Check whether a period labels another figure: "2016: 53,000 (| 2000: | 77,000)"."""
    labelled = _LABELLED.match(reading.text, period.span.end)
    if labelled is None or draft.span.start <= labelled.end() <= draft.span.end:
        return False
    return any(m.span.start == labelled.end() for m in reading.amounts)


def dates_the_start(reading: SentenceReading, draft: Draft, period: Mention[Period]) -> bool:
    """Check whether a period is that of the figure a change started from: "from 15 percent in 2012 it is down to 5.7".

    >>> from workbench.extract import read_text
    >>> *_, claim = read_text("From 15.4 percent in 2012 unemployment is down to 5.7.").claims
    >>> claim.quote, claim.period
    ('down to 5.7', None)
    """
    change = None if draft.change is None else draft.change.value
    if change is None or change.target is None or change.origin is not None or period.span.end > draft.span.start:
        return False
    figure = next((a.span for a in reversed(reading.amounts) if a.span.end <= period.span.start), None)
    led = word_pattern("tenses", "started_from", reading.language)
    if figure is None or led is None or period.span.start - figure.end > _BEFORE_TIME:
        return False
    return led.search(reading.text[reading.sentence.span.start : figure.start]) is not None
