"""Find the period of a claim and the stretches where its slots may stand, with notes on what is assumed.

What a claim does not say itself is taken from its clause, then from all that its speaker says in the sentence, then
from the sentence before. Each thing assumed is recorded as a note for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from workbench.core.claim import Mention, unread_period
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.change.compared_with_own_level import OWN_LEVEL
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.periods_beside_figures import (
    at_head,
    dates_the_start,
    heads_another,
    in_closing_brackets,
    in_that_time,
    is_set_against,
    own_label,
)
from workbench.extract.claim.periods_by_tense import COUNTED_ON, in_its_tense, of_today, undated_time
from workbench.extract.claim.periods_from_earlier_sentences import ends_a_rank
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.times_of_statements import time_of_statement
from workbench.extract.words.tenses import is_of_prices
from workbench.extract.words.word_patterns import holds_phrase, word_pattern

T = TypeVar("T")
_DASH = re.compile(r"\s[–—]\s")


class Reach(NamedTuple):
    """Stretches in which a claim's measure, period and place may stand, the nearest first.

    Attributes:
        room: Its clause, without what belongs to the other claims there.
        clause: Its clause.
        rest: All that its speaker says in the sentence before the next claim.
    """

    room: Span
    clause: Span
    rest: Span


def reach_of(reading: SentenceReading, draft: Draft, drafts: Sequence[Draft]) -> Reach:
    """Return the stretches in which the measure, the period and the places of a claim are looked for.

    >>> from workbench.core.document import Sentence
    >>> said = "Exports grew by 5 percent in May and imports fell, she said."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> drafts = Draft(Span(8, 25)), Draft(Span(45, 49))
    >>> [stretch.cut(said) for stretch in reach_of(reading, drafts[0], drafts)]
    ['Exports grew by 5 percent in May', 'Exports grew by 5 percent in May and imports fell', 'Exports grew by 5 percent in May and imports ']
    """
    span, spoken = draft.span, reading.spoken(draft.span)
    until = min([d.span.start for d in drafts if d.span.start >= span.end], default=spoken.end)
    clause = reading.clause(span)
    until = _first_break(reading.text, span.end, until) if until < spoken.end else until
    return Reach(_room(reading, span, clause, drafts), clause, Span(spoken.start, max(until, span.end)))


def _first_break(text: str, start: int, end: int) -> int:
    """Find where a claim's statement ends before the next one: at a semicolon, or at a dash that opens no aside."""
    dashes = [found.start() for found in _DASH.finditer(text, start, end)]
    alone = dashes[-1:] if len(dashes) % 2 else []
    return min([at for at in (text.find(";", start, end), *alone) if at >= 0], default=end)


def _room(reading: SentenceReading, span: Span, clause: Span, drafts: Sequence[Draft]) -> Span:
    """Return the clause without what belongs to its other claims: up to the "and" between them."""
    text, between = reading.text, _between_statements(reading.language)
    start, end = clause.start, max(clause.end, span.end)
    earlier = max([d.span.end for d in drafts if start < d.span.end <= span.start], default=None)
    if earlier is not None:
        joined = between.search(text, earlier, span.start)
        start = joined.end() if joined else earlier
    next_start = min([d.span.start for d in drafts if span.end <= d.span.start < end], default=None)
    if next_start is not None:
        joined = between.search(text, span.end, next_start)
        end = joined.start() if joined else next_start
    return Span(min(start, span.start), max(end, span.end))


@cache
def _between_statements(language: str) -> re.Pattern[str]:
    """Match the signs and words between two coordinate statements."""
    words = word_pattern("sentences", "joined", language)
    return re.compile(r"[,;]\s" if words is None else rf"[,;]\s|{words.pattern}", re.IGNORECASE)


def period_for(
    reading: SentenceReading, draft: Draft, reach: Reach, inherited: Mention[Period] | None
) -> tuple[Mention[Period] | None, tuple[Problem, ...]]:
    """Find the period in the clause, else in what is said, else in the sentence before, with notes on what is assumed.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2021 we hired 450 teachers."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> draft = Draft(Span(17, 29))
    >>> str(period_for(reading, draft, reach_of(reading, draft, [draft]), None)[0].value)
    '2021'
    """
    if not reading.periods and inherited is None:
        return _of_today_or_undated(reading, draft)
    if (that_time := in_that_time(reading, draft)) is not None:
        return that_time, _doubts(reading, that_time)
    if (label := own_label(reading, draft)) is not None and not _begins_a_row(reading, label):
        return label, _doubts(reading, label)
    bases = {change.value.base for change in reading.changes}
    then = [change.span for change in reading.changes if change.rule == OWN_LEVEL]
    stated = time_of_statement(reading, draft.span)
    there = [
        m
        for m in reading.periods
        if (m.value not in bases or (draft.change is None and _right_behind(reading, draft, [m]) is not None))
        and not any(span.covers(m.span) for span in then)
        and not is_of_prices(reading.text, m.span, reading.language)
        and not (m.rule in COUNTED_ON and ";" in reading.text[draft.span.end : m.span.start])
        and not heads_another(reading, draft, m)
        and not dates_the_start(reading, draft, m)
        and not _stands_outside(reading, reach, m)
        and m is not stated
    ]
    usable = _without_rows(reading, there)
    reached = draft.change is not None and draft.change.value.target is not None
    found = _right_behind(reading, draft, usable) or _nearest(near(draft, reach, usable), draft.span, ahead=reached)
    found = None if found is None else in_its_tense(reading, draft, found)
    if found is not None and inherited is not None and found.rule == "since" and ends_a_rank(reading, found):
        return inherited, (_inherited(inherited), *_dependence(reading, draft, inherited))
    if found is not None and found.span.end <= draft.span.start and is_set_against(reading, draft):
        return None, (unread_period(found.value),)
    if found is not None:
        return found, (*_doubts(reading, found), *_dependence(reading, draft, found))
    if (head := at_head(reading, usable) or in_closing_brackets(reading, usable)) is not None:
        return head, (*_doubts(reading, head), *_dependence(reading, draft, head))
    if inherited is not None and inherited.value not in bases:
        return inherited, (_inherited(inherited), *_dependence(reading, draft, inherited))
    today, undated = _of_today_or_undated(reading, draft)
    named = tuple(unread_period(m.value) for m in usable[:1] if today is None)
    return today, (*_dependence(reading, draft, None), *(named or undated))


def _of_today_or_undated(reading: SentenceReading, draft: Draft) -> tuple[Mention[Period] | None, tuple[Problem, ...]]:
    today = of_today(reading, draft)
    return today, undated_time(reading) if today is None else ()


def _without_rows(reading: SentenceReading, there: list[Mention[Period]]) -> list[Mention[Period]]:
    """Drop periods that begin a ranking, if others are left: "compared with 2017 the lowest since 2016"."""
    found = [m for m in there if not _begins_a_row(reading, m)]
    others = len(found) < len(there) and {m.value for m in found}.difference(one.period for one in reading.comparators)
    return found if others else there


def _begins_a_row(reading: SentenceReading, period: Mention[Period]) -> bool:
    """Check whether a period only says since when a ranking runs: "more in 2016 than in any year | since 2000"."""
    return len(reading.periods) > 1 and ends_a_rank(reading, period)


def _stands_outside(reading: SentenceReading, reach: Reach, period: Mention[Period]) -> bool:
    """Check whether a period is outside the figure's relative clause: "where women hold six in ten seats, | men have been few since 2009"."""
    clause = reach.clause
    closed = period.span.start >= clause.end and reading.text.startswith(",", clause.end)
    inside = closed and clause != reading.sentence.span
    return inside and holds_phrase(clause.cut(reading.text), "tenses", "relative", reading.language)


def other_period(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note a change that may be measured from another period of the sentence, which is not said to be its base.

    >>> from workbench.core.claim import Change, ChangeMode, Direction
    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "Dear in 2010, panels were 88 percent cheaper in 2019."
    >>> periods = tuple(find_periods(said, None))
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=periods)
    >>> cheaper = Mention(Span(26, 44), Change(Direction.DOWN, ChangeMode.RELATIVE), "made")
    >>> [note.message for note in other_period(reading, Draft(cheaper.span, None, cheaper), periods[1])]
    ['The sentence speaks of 2010 too; the change may be measured from then.']
    """
    if draft.change is None or draft.change.value.base is not None or period is None or len(reading.changes) > 1:
        return ()
    others = [m.value for m in reading.periods if m.value.end <= period.value.start]
    if len(others) != 1:
        return ()
    message = f"The sentence speaks of {others[0].label} too; the change may be measured from then."
    return (Problem("period", message, "Compare with each where it matters.", "other-period"),)


def _right_behind(reading: SentenceReading, draft: Draft, usable: Sequence[Mention[Period]]) -> Mention[Period] | None:
    """Find the period of a level in the words right after it, whatever stands before: "0.4 percent in 2016"."""
    end = draft.span.end
    target = None if draft.change is None else draft.change.value.target
    if draft.change is not None and (target is None or target.span.end != end):
        return None
    after = next((m for m in usable if m.span.start >= end), None)
    links = word_pattern("tenses", "told_of", reading.language)
    if after is None or links is None or not links.search(reading.text[end : after.span.start]):
        return None
    return after


def _dependence(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note where the claim's period or base is counted from the period of the sentence before."""
    base = None if draft.change is None else draft.change.value.base
    if reading.before is None:
        return ()
    used = (m for m in reading.periods if m is period or m.value == base)
    found = next((m for m in used if reading.counts_from_before(m)), None)
    if found is None:
        return ()
    said, before = found.span.cut(reading.text), reading.before.label
    message = f"“{said}” is counted from {before}, the period of the sentence before."
    return (Problem("period", message, "Check that the speaker still speaks of it.", "inherited-period"),)


def _nearest(mentions: Sequence[Mention[Period]], span: Span, *, ahead: bool) -> Mention[Period] | None:
    """Choose the period inside the words of the claim, else the last before them, else the first after.

    A change that says what level it reached takes the period after it: the one inside is that of its start.
    """
    inside = [m for m in mentions if m.span.overlaps(span)]
    before = [m for m in mentions if m.span.end <= span.start]
    after = [m for m in mentions if m.span.start >= span.end]
    if ahead and after and len(inside) == 1:
        return after[0]
    return next(iter([*inside[-1:], *before[-1:], *after[:1]]), None)


def near(draft: Draft, reach: Reach, mentions: Sequence[Mention[T]]) -> tuple[Mention[T], ...]:
    """Return the mentions next to a claim, else in its clause, else in its speaker's words before the next claim.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "Imports grew by 5 percent in 2020, exports by 7 percent in 2021."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> drafts = Draft(Span(13, 25)), Draft(Span(43, 55))
    >>> reaches = [reach_of(reading, draft, drafts) for draft in drafts]
    >>> [[str(m.value) for m in near(*where, reading.periods)] for where in zip(drafts, reaches)]
    [['2020'], ['2021']]
    """
    span = draft.span
    for stretch in reach if mentions else ():
        found = [m for m in mentions if stretch.covers(m.span) or span.covers(m.span)]
        if found:
            return tuple(found)
    return ()


def _inherited(period: Mention[Period]) -> Problem:
    return Problem(
        "period",
        f"The claim names no period; {period.value.label} is that of the sentence before.",
        "Check that the speaker still speaks of it.",
        "inherited-period",
    )


def _doubts(reading: SentenceReading, period: Mention[Period]) -> tuple[Problem, ...]:
    if not period.alternatives:
        return ()
    others = ", ".join(other.label for other in period.alternatives[:3])
    said = period.span.cut(reading.text)
    message = f"“{said}” is read as {period.value.label}; it may also mean {others}."
    return (Problem("period", message, "Compare with each where it matters.", "ambiguous-period"),)


def figure_doubts(reading: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Note each figure of a claim that has another reading.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "The rate is up to 20 percent."
    >>> (amount,) = find_amounts(said)
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), (amount,))
    >>> [note.kind for note in figure_doubts(reading, Draft(amount.span, amount))]
    ['ambiguous-number']
    """
    ends = () if draft.change is None else draft.change.value.figures
    figures = {m.span: m for m in (draft.amount, *ends) if m is not None and m.alternatives}
    return tuple(_two_readings(reading, mention) for mention in figures.values())


def _two_readings(reading: SentenceReading, figure: Mention[Amount]) -> Problem:
    said, others = figure.span.cut(reading.text), " or ".join(map(str, figure.alternatives))
    message = f"“{said}” is read as {figure.value}; it may also mean {others}."
    hint = "Find out which is meant; nothing is decided that holds for one reading alone."
    return Problem("amount", message, hint, "ambiguous-number")
