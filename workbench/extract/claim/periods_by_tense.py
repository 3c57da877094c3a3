"""Choose a period by the tense of its clause: a month without a year, or "the next year" in a report of the past.

"We will raise pensions in March" means the coming March; in "the next year it was 24", the year is counted from the one
named before. "Now" is the day of the speech; "that year", named nowhere, is a time without a date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.core.claim import UNREAD_PERIOD, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period, day
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.time.relative_to_period import after_main
from workbench.extract.words.tenses import Tense, tense_of
from workbench.extract.words.time_phrases import DEPENDENT_RULES, TimeContext
from workbench.extract.words.word_patterns import prefiltered, word_pattern

_YEARLESS = frozenset({"month", "date", "weekday", "season"})
COUNTED_ON = frozenset({"later-than", "following-unit"})
"""Rules of periods that are counted from one named before."""
_NEXT = frozenset({"relative-year", "next-week", "next-month", "next-quarter", "next-year"})


def in_its_tense(reading: SentenceReading, draft: Draft, found: Mention[Period]) -> Mention[Period]:
    """Return the reading of a period that fits the tense of its clause.

    Examples: "we will raise pensions in March", "the next year it was 24".

    >>> from datetime import date
    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.time.periods import find_periods
    >>> said, day = "In 2014 it was 30; the next year it was 24.", date(2019, 6, 20)
    >>> periods = tuple(find_periods(said, day))
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=periods, said=day)
    >>> str(periods[1].value), str(in_its_tense(reading, Draft(Span(40, 42)), periods[1]).value)
    ('2020', '2015')
    """
    said, language = reading.said, reading.language
    if said is not None and found.rule in _NEXT and found.value.start > said:
        return _next_in_the_past(reading, draft, found)
    if said is None or not found.alternatives or found.rule not in _YEARLESS:
        return found
    ahead = tense_of(reading.clause(draft.span).cut(reading.text), language) is Tense.FUTURE
    if not ahead or found.value.end > said:
        return found
    after = [p for p in found.alternatives if p.end > said]
    others = tuple(p for p in (found.value, *found.alternatives) if p != after[0]) if after else ()
    return replace(found, value=after[0], alternatives=others) if after else found


def _next_in_the_past(reading: SentenceReading, draft: Draft, found: Mention[Period]) -> Mention[Period]:
    """Count "the next year" from the time named before, where it is in the past: "the next year it was 24"."""
    tense = tense_of(reading.clause(draft.span).cut(reading.text), reading.language)
    before = named_before(reading, found)
    if tense not in {Tense.PAST, None} or before is None:
        return found
    (value, *_) = after_main(str(found.value.frequency))(TimeContext(main=before))
    if tense is None:
        return replace(found, alternatives=(value,))
    return replace(found, value=value, rule="following-unit", alternatives=(found.value,))


def of_today(reading: SentenceReading, draft: Draft) -> Mention[Period] | None:
    """Return the day of the speech for a claim about "now": "the rent is now 2,000 euros".

    >>> from datetime import date
    >>> from workbench.core.document import Sentence, Span
    >>> said = "The rent is now 2,000 euros."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), said=date(2019, 6, 20))
    >>> of_today(reading, Draft(Span(16, 27))).value.label
    '20 Jun 2019'
    """
    pattern, clause = word_pattern("tenses", "now", reading.language), reading.clause(draft.span)
    found = None if pattern is None else pattern.search(reading.text, clause.start, clause.end)
    said, future = reading.said, tense_of(clause.cut(reading.text), reading.language) is Tense.FUTURE
    if found is None or said is None or said == date.max or future:
        return None
    return Mention(Span(*found.span()), day(said), "now")


def undated_time(reading: SentenceReading) -> tuple[Problem, ...]:
    """Note words of a sentence for a time other than today's, which nothing dates: "that year it was 5 percent".

    Without the note the latest figure would be compared. It is for claims that have no period.

    >>> from workbench.core.document import Sentence, Span
    >>> said = "That year unemployment was 5 percent."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> [note.message for note in undated_time(reading)]
    ['“That year” names a time without a date.']
    """
    patterns = (prefiltered("tenses", key, reading.language) for key in ("that_time", "undated"))
    found = next((at for each in patterns if each is not None and (at := each.search(reading.words))), None)
    whole = reading.sentence.span.start
    if found is None or any(m.span.covers(Span(*found.span()).shift(whole)) for m in reading.periods):
        return ()
    message = f"“{found.group()}” names a time without a date."
    return (Problem("period", message, "Say the period of the claim by an edit.", UNREAD_PERIOD),)


def named_before(reading: SentenceReading, mention: Mention[Period]) -> Period | None:
    """Find the time that a phrase counts from: the last before it in the sentence, else that of the sentence before.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2014 it was 5, and a year later 6."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(named_before(reading, reading.periods[1]))
    '2014'
    """
    here = [m.value for m in reading.periods if m.span.end <= mention.span.start and m.rule not in DEPENDENT_RULES]
    return here[-1] if here else reading.before
