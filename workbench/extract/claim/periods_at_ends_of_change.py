"""Read the two ends of a change: "from 2010 to 2019 it fell by 88 percent" is measured in 2019, from 2010.

A period is kept whole where it counts what happened in it ("20,000 homes between 2010 and 2019"), where it is that of a
trend ("rose each year from 2010 to 2019"), and where growth is given per year.
"""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import NO_BASE, Change, ChangeMode, Claim, Mention
from workbench.core.errors import Problem
from workbench.core.period import Period, add_months, span
from workbench.extract.claim.change_base import measured_from
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.time.periods import find_periods
from workbench.extract.words.tenses import is_of_each_year
from workbench.extract.words.word_patterns import word_pattern

_SPAN_RULES = frozenset({"from-to", "years"})
_UNITS = frozenset({1, 3, 6, 12})
"""Lengths in months of a calendar month, quarter, half-year and year."""
_END = "end-of-stretch"


def with_ends(claim: Claim) -> Claim:
    """Make the end of a change's stretch of time its period, and the beginning its base.

    >>> from datetime import date
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("From 2010 to 2019 prices fell by 88 percent.", said=date(2020, 2, 1)).claims
    >>> str(claim.period.value), str(claim.change.value.base)
    ('2019', '2010')
    """
    change, period = claim.change, claim.period
    if change is None or period is None or claim.trends:
        return claim
    if (period.value.months or _YEAR + 1) > _YEAR and is_of_each_year(claim.context, claim.language):
        return claim
    if period.rule == "since" and change.value.base is None and claim.sentence.covers(period.span):
        began = _named_after_since(claim, period)
        return claim if began is None else measured_from(claim, change, began)
    ends = _ends(period, change.value) or _ends_of_length(claim, period)
    if ends is None or change.value.base not in {None, ends[0]}:
        return _with_note_of_no_base(claim, change.value, period)
    last = Mention(period.span, ends[1], _END)
    rest = tuple(m for m in claim.periods if m is not period)
    notes = tuple(note for note in claim.notes if note.kind != "ambiguous-period")  # the words say which year is last
    return measured_from(changed_copy(claim, period=last, periods=(last, *rest), notes=notes), change, ends[0])


def _with_note_of_no_base(claim: Claim, change: Change, period: Mention[Period]) -> Claim:
    """Note that a size "by 2015" is told without its beginning."""
    if (
        change.amount is None
        or change.base is not None
        or claim.step is not None
        or not claim.sentence.covers(period.span)
    ):
        return claim
    before = claim.context[: period.span.start - claim.sentence.start].split()
    if not before or before[-1].lower() not in phrase_words(claim.language, "by_then"):
        return claim
    message = f"The words tell what changed until {period.value.label}, and not since when."
    return changed_copy(
        claim, notes=(*claim.notes, Problem("change", message, "Say the base of the change by an edit.", NO_BASE))
    )


def _ends(period: Mention[Period], change: Change) -> tuple[Period, Period] | None:
    """Return the first and the last unit of a stretch whose two ends are units of one size; None for any other.

    A stretch inside one year has no such ends, because it may mean the sum, compared with the year before ("from
    January to June exports rose by 5 percent"). It has them where its two units are adjacent, or where the change is
    given in points or from one figure to another.
    """
    if period.rule not in _SPAN_RULES or not period.alternatives:
        return None
    whole, before_last = period.value, period.alternatives[0]
    if before_last.start != whole.start or not before_last.end < whole.end:
        return None
    last = span(before_last.end, whole.end)
    if last.months not in _UNITS or whole.months is None or whole.months % last.months:
        return None
    first = span(whole.start, add_months(whole.start, last.months))
    at_ends = first.end == last.start or change.mode is ChangeMode.POINTS or change.origin is not None
    return (first, last) if at_ends or first.start.year < last.start.year else None


def _ends_of_length(claim: Claim, period: Mention[Period]) -> tuple[Period, Period] | None:
    """Find the ends of a stretch given by its length and its end.

    Examples: "in the five years to 2015", "in the twelve months to October". A measure of what happens in the course of
    a year (crimes, births) is counted over the whole stretch and has no such ends.
    """
    months = period.value.months
    if period.rule != "year-to" or months is None or months % _YEAR:
        return None
    at_once = word_pattern("tenses", "at_a_time", claim.language)
    if months == _YEAR and (at_once is None or not at_once.search(claim.measure)):
        return None
    start, end = period.value.start, period.value.end
    unit = _YEAR if (start.month, start.day) == (1, 1) and months > _YEAR else 1
    return span(add_months(start, -unit), start), span(add_months(end, -unit), end)


_YEAR = 12


def _named_after_since(claim: Claim, period: Mention[Period]) -> Period | None:
    """Find the calendar unit that a stretch up to now begins with: 2007 of "since 2007"."""
    said = period.span.shift(-claim.sentence.start).cut(claim.context)
    found = find_periods(said.partition(" ")[2], claim.said, claim.language)
    named = found[0].value if len(found) == 1 else None
    return named if named is not None and named.start == period.value.start and named.months in _UNITS else None
