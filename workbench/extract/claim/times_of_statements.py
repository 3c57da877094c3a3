"""The time at which somebody else said what is claimed: "…, a columnist wrote in the summer of 2020", "told reporters in May that".

It dates the statement and is no period of the figure: what is claimed is read as if it had been said then.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.claim import Mention
from workbench.core.document import How, Span
from workbench.core.period import Period
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.speech.reporting_cues import has_no_verb
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import word_pattern

_BREAKS = frozenset(',;:–—()"“”')


def time_of_statement(reading: SentenceReading, span: Span) -> Mention[Period] | None:
    """Find the only time in the words that say who said a stretch of the sentence; None where there is none, or several.

    >>> from workbench.extract import read_text
    >>> said = "Unemployment was 17 percent, a columnist wrote in the summer of 2019."
    >>> (claim,) = read_text(said, said=date(2020, 8, 11)).claims
    >>> claim.period, str(claim.said)
    (None, '2019-08-31')

    Args:
        reading: The sentence.
        span: The claim.
    """
    if not reading.periods or (reading.language == ENGLISH and not reading.attributions):
        return None
    if reading.language == ENGLISH:
        stretches = _attributed(reading, span)
    else:  # by the word file; written out, since it is asked for each claim
        whole, text = reading.sentence.span, reading.text
        behind = word_pattern("sentences", "said_behind", reading.language)
        ahead = word_pattern("sentences", "said_ahead", reading.language)
        told = None if behind is None else behind.search(text, span.end, whole.end)
        led = None if ahead is None else ahead.match(text, whole.start, span.start)
        stretches = tuple([Span(*each.span()) for each in (told, led) if each is not None]) if told or led else ()
    if not stretches:
        return None
    found = [(m, each) for m in reading.periods for each in stretches if each.covers(m.span)]
    if len(found) != 1 or _is_told_of(reading, *found[0]):
        return None
    reading.stated[span.start, span.end] = found[0][0]
    return found[0][0]


def _is_told_of(reading: SentenceReading, time: Mention[Period], stretch: Span) -> bool:
    """Check whether a time in the words of saying is the one that is told of: "the office said | of 2019"."""
    told_of = word_pattern("sentences", "said_of", reading.language)
    before = reading.text[stretch.start : time.span.start]
    is_day = (time.value.months or 0) < 1
    return told_of is not None and not is_day and told_of.search(before) is not None


def said_at(reading: SentenceReading, span: Span) -> date | None:
    """Find the day on which a stretch of the sentence was said: the last of the time that its words name for it."""
    when = reading.stated.get((span.start, span.end))  # found once for a claim, with its period
    last = None if when is None else when.value.end - timedelta(days=1)
    return reading.said if last is None or (reading.said is not None and reading.said < last) else last


def _attributed(reading: SentenceReading, span: Span) -> tuple[Span, ...]:
    """Find the words behind the verb of saying, up to the next pause or to what was said: "wrote | in the summer of 2020"."""
    told = reading.attribution(span)
    if (
        told is None
        or told.cue is None
        or has_no_verb(told.cue.cut(reading.text))
        or told.how is not How.REPORTED
        or any(each.overlaps(told.cue) for each in told.content)
    ):
        return ()
    starts = [each.start for each in told.content if each.start >= told.cue.end]
    end = min([*starts, reading.sentence.span.end])
    stop = next((k for k in range(told.cue.end, end) if reading.text[k] in _BREAKS), end)
    return (Span(told.cue.end, stop),) if stop > told.cue.end else ()
