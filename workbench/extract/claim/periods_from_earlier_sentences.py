"""Carry a period from one sentence to the next: which periods, how far, and for which claims.

"In 2019 the rate was 5 percent. A year later …" still refers to 2019; "… Unemployment is 4 percent now" does not. A
period is carried on as long as claims take it, and no claim takes one that does not fit its own tense.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from workbench.core.claim import Claim, Mention
from workbench.core.document import Span
from workbench.core.period import Frequency, Period
from workbench.core.quantity import Amount, Relation
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.time_told_alone import tells_only_time
from workbench.extract.words.tenses import Tense, has_own_time, is_aside, is_of_now, is_of_that_time, tense_of
from workbench.extract.words.word_patterns import holds_phrase, may_hold_phrase

_SILENT = 1
"""Most sentences without a claim that a period is carried over."""
_OPEN = frozenset({"since"})
_HEDGE = 2
"""Most words before the figure at the beginning of a sentence: "mehr als"."""
_ANSWER = 3
"""Most words before the figure of an answer: "the answer is"."""
_ASKS, _BEFORE_ANSWER = "?", ' \n\t–—-"„“”'
_Figure = tuple[Relation, Decimal, Decimal | None]


@dataclass(frozen=True, slots=True)
class CarriedPeriod:
    """The period that the previous sentences speak of.

    Attributes:
        mention: The period, where it was named.
        tense: The tense in which it was spoken of.
        silent: How many sentences without a claim have followed.
        figures: The figures given for it, without their units; a figure that is only repeated belongs to it too.
        alone: Whether the sentence before told nothing but this time: "Take 2009."
    """

    mention: Mention[Period]
    tense: Tense | None = None
    silent: int = 0
    figures: frozenset[_Figure] = frozenset()
    alone: bool = False


def carried_on(reading: SentenceReading, claims: list[Claim], before: CarriedPeriod | None) -> CarriedPeriod | None:
    """Choose the period that the next sentence may take: this sentence's own, else the carried one where it takes that.

    A sentence with two periods of its own leaves open which is carried on, unless one contains the other.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "In 2021 we hired 450 teachers."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=tuple(find_periods(said, None)))
    >>> str(carried_on(reading, [], None).mention.value)
    '2021'
    """
    own = _own(reading, claims)
    if own:
        return _first_of_one(reading, own)
    if before is None or reading.periods:
        return None
    if claims:
        return replace(before, silent=0) if any(claim.period is before.mention for claim in claims) else None
    return replace(before, silent=before.silent + 1) if before.silent < _SILENT else None


def _own(reading: SentenceReading, claims: list[Claim]) -> list[Mention[Period]]:
    """Find the periods that the main clauses of a sentence speak of.

    Bases and periods mentioned in passing are left out, and so are days unless a figure is of that day.
    """
    with_figures = {claim.period for claim in claims if claim.amount is not None}
    bases = {change.value.base for change in reading.changes}
    aside = may_hold_phrase(reading.words, "tenses", "aside", reading.language)
    return [
        m
        for m in reading.periods
        if m.value not in bases
        and (m.value.frequency is not Frequency.DAY or m in with_figures)
        and not (aside and is_aside(reading.clause(m.span).cut(reading.text), reading.language))
    ]


def _first_of_one(reading: SentenceReading, own: list[Mention[Period]]) -> CarriedPeriod | None:
    widest = [m for m in own if all(m.value.contains(other.value) for other in own)]
    figures = frozenset(_figure(mention.value) for mention in reading.amounts)
    alone = not reading.amounts and len(own) == 1 == len(reading.periods) and names_time_alone(reading)
    return CarriedPeriod(widest[-1], _tense(reading, widest[-1].span), figures=figures, alone=alone) if widest else None


def names_time_alone(reading: SentenceReading) -> bool:
    """Check whether a sentence tells nothing but a time, a place or both, as in "The year was 1987".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "The year was 1987."
    >>> periods = tuple(find_periods(said, None))
    >>> names_time_alone(SentenceReading(said, Sentence(Span(0, len(said)), 0), periods=periods))
    True
    """
    start = reading.sentence.span.start
    spans = [each.span for each in reading.periods] + [each.span for each in reading.places]
    return tells_only_time(reading.words, [span.shift(-start) for span in spans], reading.language)


def _figure(amount: Amount) -> _Figure:
    return amount.relation, amount.low, amount.high


def takes(reading: SentenceReading, span: Span, carried: CarriedPeriod) -> bool:
    """Check whether a claim may take the period of the sentence before.

    It may not where it is tied to now, has a time of its own, or is in a tense that does not fit.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> (year,) = find_periods("In 2019", None)
    >>> def may(said):
    ...     reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), said=date(2021, 12, 2))
    ...     return takes(reading, Span(len(said) - 1, len(said)), CarriedPeriod(year, Tense.PAST))
    >>> may("It was 5"), may("It is 5"), may("It was 5 when I came"), may("It has since been 5")
    (True, False, False, False)
    """
    spoken = _up_to_aside(reading, span)
    for period in reading.periods:
        if period.rule in _OPEN and ends_a_rank(reading, period):
            spoken = spoken.replace(period.span.cut(reading.text), " ")  # no time of the claim's own
    if is_of_that_time(spoken, reading.language):
        return True
    if carried.alone and not reading.periods and not is_of_now(spoken, reading.language):
        return True
    if is_of_now(spoken, reading.language) or has_own_time(spoken, reading.language):
        return False
    if _only_repeats(reading, span, carried) or _answers(reading, span):
        return True
    tense = _tense(reading, span)
    return tense is None or (tense is carried.tense and tense is not Tense.PAST) or _fits(tense, carried, reading.said)


def ends_a_rank(reading: SentenceReading, period: Mention[Period]) -> bool:
    """Check whether a period only says since when a ranking runs: "the lowest | since 2003".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "It was the lowest since 2003."
    >>> (since,) = find_periods(said, date(2010, 1, 1))
    >>> ends_a_rank(SentenceReading(said, Sentence(Span(0, len(said)), 0)), since)
    True
    """
    if not may_hold_phrase(reading.words, "tenses", "row_of_times", reading.language):
        return False
    before = reading.text[reading.sentence.span.start : period.span.start]
    return holds_phrase(before, "tenses", "row_of_times", reading.language)


def _answers(reading: SentenceReading, span: Span) -> bool:
    """Check whether a sentence begins with its figure, as the answer to the question before it.

    Example: "And the rate in 2012? | 7 percent, and that is an official figure."
    """
    start = reading.sentence.span.start
    asked = reading.text[:start].rstrip(_BEFORE_ANSWER).endswith(_ASKS)
    return asked and len(reading.text[start : span.start].split()) <= _ANSWER


def _only_repeats(reading: SentenceReading, span: Span, carried: CarriedPeriod) -> bool:
    """Check whether a sentence begins by repeating the figure of the one before.

    Example: "Over thirty-seven percent! | Over thirty-seven, sir, that is your legacy!".
    """
    first = next(iter(reading.amounts), None)
    begins = len(reading.text[reading.sentence.span.start : span.start].split()) <= _HEDGE
    again = first is not None and span.covers(first.span) and _figure(first.value) in carried.figures
    return begins and again and not reading.periods


def _up_to_aside(reading: SentenceReading, span: Span) -> str:
    """Return what the speaker says in the sentence, up to a clause after the claim about something else.

    Such a clause begins like ", where before …".
    """
    spoken = reading.spoken(span)
    behind = reading.text[span.end : spoken.end]
    if not may_hold_phrase(reading.words, "tenses", "aside", reading.language):
        return reading.text[spoken.start : span.end] + behind
    pauses = (k for k, sign in enumerate(behind) if sign in ",;" and is_aside(behind[k + 1 :], reading.language))
    return reading.text[spoken.start : span.end] + behind[: next(pauses, len(behind))]


def _tense(reading: SentenceReading, span: Span) -> Tense | None:
    """Find the tense of a clause, else that of all that its speaker says in the sentence."""
    clause, language = reading.clause(span).cut(reading.text), reading.language
    return tense_of(clause, language) or tense_of(reading.spoken(span).cut(reading.text), language)


def _fits(tense: Tense, carried: CarriedPeriod, said: date | None) -> bool:
    """Check whether a tense fits a period, seen from the day of the speech."""
    period = carried.mention.value
    if said is None:
        return tense is Tense.PAST
    match tense:
        case Tense.PAST:
            return period.end <= said or (period.start <= said and carried.tense in {Tense.PAST, Tense.PERFECT})
        case Tense.PRESENT:
            return period.start <= said <= period.end and carried.mention.rule not in _OPEN
        case Tense.PERFECT:
            return period.start <= said and (said - period.end).days <= 1
    return period.end > said
