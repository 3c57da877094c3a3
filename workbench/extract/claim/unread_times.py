"""Note the times in a claim that no slot holds, such as lengths of a change: "over two decades", "in zwanzig Jahren".

A change over ten years cannot be checked with a change over one year. Nor does a year's figure decide a claim about the
time before, after or up to that year: "26 percent after 2013", "it averaged 26 percent up to 2013". "4,708 more cases
in 2013" gives a difference, which the number of all cases in 2013 does not confirm.
"""

from __future__ import annotations

import re

from workbench.core.claim import NOT_SAID_SO, UNREAD_PERIOD, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.relations.comparators import speaks_of_own
from workbench.extract.time.periods import find_phrases
from workbench.extract.words.lexer import lex
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_patterns import group, holds_phrase, numbered_pattern, possible_classes, word_pattern

_A_YEAR = 12
_BOTH = 2
_PAUSE = re.compile(r"[,;:()–—]")
_BACK = 40
_NEAR = 200
"""Characters before and behind a figure in which another length of time is looked for."""


def unread_times(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note the times in a claim that no slot holds: lengths, times besides its period, times that need an unknown day.

    >>> from workbench.extract import read_text
    >>> [note.kind for note in read_text("Unemployment was 26 percent after 2013.").claims[0].notes]
    ['unread-period']
    """
    return (
        *unread_length(reading, draft, period),
        *note_of_second_time(reading, draft, period),
        *note_of_another_length(reading, draft, period),
        *note_without_day(reading, draft, period),
        *note_of_two_times_compared(reading),
        *note_of_a_sources_time(reading, draft, period),
    )


def note_of_a_sources_time(
    reading: SentenceReading, draft: Draft, period: Mention[Period] | None
) -> tuple[Problem, ...]:
    """Note a period that dates what tells of the figure, and not the figure: "the 2018 report put it at …", "in 2018 he said that …".

    >>> from workbench.extract import read_text
    >>> said = "The 2018 report put unemployment at 5 percent.", "The 2018 rate of unemployment was 5 percent."
    >>> [[note.kind for note in read_text(each).claims[0].notes] for each in said]
    [['unread-period'], []]
    """
    if period is None or not reading.sentence.span.covers(period.span):
        return ()
    if not _dates_source(reading, period.span) and not _dates_saying(reading, draft, period.span):
        return ()
    message = f"“{period.span.cut(reading.text)}” dates what tells of the figure, which may be of another time."
    return (Problem("period", message, "Say the period of the claim by an edit.", UNREAD_PERIOD),)


def _dates_source(reading: SentenceReading, at: Span) -> bool:
    """Check whether a period stands in the name of a source: "the | 2018 | report", "his speech of | 2018"."""
    if not holds_phrase(reading.words, "tenses", "source", reading.language):
        return False
    before, behind = (word_pattern("tenses", key, reading.language) for key in ("source_before", "source_behind"))
    start = reading.sentence.span.start
    led = before is not None and before.search(reading.text, start, at.start) is not None
    return led or (behind is not None and behind.match(reading.text, at.end) is not None)


def _dates_saying(reading: SentenceReading, draft: Draft, at: Span) -> bool:
    """Check whether a period stands before the verb of saying of what somebody said: "in | 2018 | he said that …"."""
    said = reading.attribution(draft.span) if reading.attributions else None
    if said is None or said.cue is None or not at.end <= said.cue.start:
        return False
    if any(content.covers(at) for content in said.content):
        return False
    between = reading.text[at.end : said.cue.start]
    return len(between) <= _BACK and _PAUSE.search(between) is None


def unread_length(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note a change over several years that are neither its base nor its period.

    >>> from workbench.core.claim import Change, ChangeMode, Direction
    >>> from workbench.core.document import Sentence
    >>> said = "Over two decades it fell by 5 percent."
    >>> fell = Mention(Span(20, 37), Change(Direction.DOWN, ChangeMode.RELATIVE), "made")
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> [note.message for note in unread_length(reading, Draft(fell.span, None, fell), None)]
    ['The change is “Over two decades”, and the words do not say since when.']
    """
    change = None if draft.change is None else draft.change.value
    if change is None or change.base is not None or reading.standings or not _is_short(period):
        return ()
    pattern = numbered_pattern("relations", "over_length", reading.language)
    room = reading.spoken(draft.span)
    for found in () if pattern is None else pattern.finditer(reading.text, room.start, room.end):
        span = Span(*found.span())
        count = small_number(group(found, "count") or "", reading.language)
        own = period is not None and period.span.overlaps(span)
        if count != 1 and not own and not _is_of_another(reading, draft, span):
            message = f"The change is “{found[0]}”, and the words do not say since when."
            return (Problem("period", message, "Say the base of the change by an edit.", "unread-period"),)
    return ()


def _is_short(period: Mention[Period] | None) -> bool:
    """Check that a period is no stretch of several years that holds both ends of a change."""
    return period is None or (period.value.months or 0) <= _A_YEAR


def _is_of_another(reading: SentenceReading, draft: Draft, span: Span) -> bool:
    """Check whether another change stands between a length and the claim.

    Example: "over ten years it fell by 20 percent, in 2020 by 5".
    """
    first, last = sorted((span, draft.span))
    others = (each.span for each in reading.changes if each is not draft.change)
    return any(first.end <= each.start and each.end <= last.start for each in others)


def note_of_second_time(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note a level that has a second time besides its period, or that is a difference and no level.

    >>> from datetime import date
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Unemployment was 26 percent after 2013.", said=date(2020, 1, 1)).claims
    >>> [note.kind for note in claim.notes]
    ['unread-period']
    """
    amount, text, language = draft.amount, reading.text, reading.language
    if draft.change is not None or amount is None:
        return ()
    more, ahead = word_pattern("tenses", "so_many_more", language), word_pattern("tenses", "more_ahead", language)
    at = amount.span.start
    if (more and more.match(text, at)) or (
        ahead and ahead.search(text, max(reading.sentence.span.start, at - _BACK), at)
    ):
        message = "The words say by how many more or fewer, and no change was read."
        return (Problem("amount", message, "Look what the speaker says instead.", NOT_SAID_SO),)
    if period is None or period.span.start < reading.sentence.span.start:
        return ()
    before = text[max(reading.sentence.span.start, period.span.start - _BACK) : period.span.start]
    of_time, up_to = (word_pattern("tenses", key, language) for key in ("beside_time", "up_to"))
    if (of_time is None or not of_time.search(before)) and not (
        up_to is not None and up_to.search(before) and _averaged(reading, draft)
    ):
        return ()
    message = f"The figure is of a time next to {period.value.label}, and not of {period.value.label} itself."
    return (Problem("period", message, "Say the period of the claim by an edit.", UNREAD_PERIOD),)


def note_of_another_length(
    reading: SentenceReading, draft: Draft, period: Mention[Period] | None
) -> tuple[Problem, ...]:
    """Note a level of a year in a sentence of a shorter or a longer time: "in the worst month of 2013", "on average over ten years".

    >>> from datetime import date
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("In the worst month of 2013 unemployment was 26 percent.", said=date(2020, 1, 1)).claims
    >>> [note.message for note in claim.notes]
    ['“worst month” is a shorter time than 2013.']
    """
    if period is None or (period.value.months or 0) != _A_YEAR or draft.amount is None:
        return ()
    whole = reading.sentence.span
    start, end = max(whole.start, draft.span.start - _NEAR), min(whole.end, draft.span.end + _NEAR)
    possible = possible_classes(reading.words, "tenses", ("shorter_time", "averaged_years"), reading.language)
    shorter, longer = possible.get("shorter_time"), possible.get("averaged_years")
    for found in shorter.finditer(reading.text, start, end) if shorter else ():
        span = Span(*found.span())
        if not any(span.overlaps(each.span) for every in (reading.periods, reading.changes) for each in every):
            return (_another_length(found[0], "shorter", period),)
    said = longer.search(reading.text, start, end) if longer else None
    return () if said is None else (_another_length(said[0], "longer", period),)


def _another_length(said: str, than: str, period: Mention[Period]) -> Problem:
    message = f"“{said}” is a {than} time than {period.value.label}."
    return Problem("period", message, "Say the period of the claim by an edit.", UNREAD_PERIOD)


def note_of_two_times_compared(reading: SentenceReading) -> tuple[Problem, ...]:
    """Note a comparison of two places at two times: "lower in Germany in 2015 than in France in 2014".

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Unemployment was lower in Germany in 2015 than in France in 2014.").claims
    >>> [note.kind for note in claim.notes]
    ['unread-period']
    """
    links = word_pattern("relations", "place_link", reading.language)
    if len(reading.periods) < _BOTH or not reading.places or links is None:
        return ()
    start, end = reading.sentence.span.start, reading.sentence.span.end
    for link in links.finditer(reading.text, start, end):
        pause = _PAUSE.search(reading.text, link.end(), end)
        behind = Span(link.end(), pause.start() if pause else end)
        then = {each.value for each in reading.periods if behind.covers(each.span)}
        there = {each.value for each in reading.places if behind.covers(each.span)}
        others = {each.value for each in reading.places if each.span.end <= link.start()} - there
        times = [each for each in reading.periods if each.span.end <= link.start() and each.value not in then]
        own = others or speaks_of_own(reading.text[start : link.start()], reading.language)
        if then and there and times and own:
            message = f"The words compare a place in {times[-1].value.label} with another place at another time."
            return (Problem("period", message, "Compare the two figures by a formula.", UNREAD_PERIOD),)
    return ()


def note_without_day(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note a time nearer to the figure than the claim's period that needs the day of the speech, which is not known.

    >>> from workbench.extract import read_text
    >>> claims = read_text("In 2005 unemployment was 11 percent, and today it is 7 percent.").claims
    >>> [[note.kind for note in claim.notes] for claim in claims]
    [[], ['unread-period']]
    """
    if reading.said is not None or period is None or period.span.start < reading.sentence.span.start:
        return ()
    by, tokens, known = reading.sentence.span.start, lex(reading.words, reading.language), reading.periods
    phrases = find_phrases(reading.words, reading.language)
    found = [Span(tokens[each.first].start + by, tokens[each.end - 1].end + by) for each in phrases]
    untold = [span for span in found if not any(each.span.overlaps(span) for each in known)]
    one, other = sorted((period.span, draft.span))
    clause = reading.clause(draft.span)
    nearer = [
        span
        for span in untold
        if one.end <= span.start < other.start or (clause.covers(span) and not clause.covers(period.span))
    ]
    if not nearer:
        return ()
    message = f"“{nearer[0].cut(reading.text)}” cannot be told without the day on which it was said."
    return (Problem("period", message, "Give the document its date.", UNREAD_PERIOD),)


def _averaged(reading: SentenceReading, draft: Draft) -> bool:
    return holds_phrase(reading.clause(draft.span).cut(reading.text), "relations", "average", reading.language)
