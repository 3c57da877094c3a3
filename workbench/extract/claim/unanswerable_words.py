"""Find words for which no series answers, whatever its title: a sum without its beginning, a degree, a rank in an order.

Examples: "by 2013 … | in all", "46 percent are | very | poor", "4.8 | second | marriages", "900 dentists | came | to us".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.core.claim import MODIFIED, PREDICATE, SPOKEN_OF, SUM_UNTIL, Claim, Mention, Sort
from workbench.core.document import Span
from workbench.core.quantity import Dimension
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.modified_words import modified_by
from workbench.extract.phrases.predicates_of_counted import predicate_of_counted
from workbench.extract.phrases.word_classes import phrase_words


def unanswerable(
    reading: SentenceReading, claim: Claim, named: Callable[[], Sequence[Span]], room: Span
) -> Iterator[Mention[str]]:
    """Yield the words of a figure's clause for which no series answers.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("In 2014, 46.2 percent of all Mexicans were very poor.").claims
    >>> [mention.value for mention in claim.unread]
    ['very']

    Args:
        reading: Its sentence.
        claim: The claim with all its slots.
        named: Gives the spans that its measure is read from.
        room: The clause.
    """
    if claim.qualifiers:
        yield from _sum_until(reading, claim)
    for span in modified_by(phrased(reading), room, named, claim.measure):
        yield Mention(span, span.cut(reading.text), MODIFIED)
    if reading.qualifying("another_measure"):
        yield from other_measures(reading, room)
        yield from _distances(reading, claim, room)
    yield from _of_counted_or_beyond(reading, claim, named, room)


def _of_counted_or_beyond(
    reading: SentenceReading, claim: Claim, named: Callable[[], Sequence[Span]], room: Span
) -> Iterator[Mention[str]]:
    """Yield what those who are counted did, and the words of places, parts and budgets beyond what is measured."""
    figure = claim.figure
    counted = figure is not None and figure.value.unit.dimension is Dimension.COUNT
    if figure is not None and counted:
        told = predicate_of_counted(phrased(reading), room, figure.span)
        if told is not None and not any(each.overlaps(told) for each in named()):
            yield Mention(told, told.cut(reading.text), PREDICATE)
    for each in reading.qualifying("outside"):
        span = Span(*each.span(each.lastgroup or 0))
        leads = each.lastgroup in _LEADING and _leads(reading, span, room)
        if (room.covers(span) or leads) and (counted or each.lastgroup is not None):
            yield Mention(span, span.cut(reading.text), PREDICATE)


_LEADING = frozenset({"alone", "budget"})
"""Groups of phrases that tell of a figure from the head of its sentence: "on medicines | alone |, 191 dollars"."""


def _leads(reading: SentenceReading, span: Span, room: Span) -> bool:
    """Check whether words stand before a clause, with no other figure between."""
    return span.end <= room.start and not any(span.end <= each.span.start < room.start for each in reading.amounts)


def other_measures(reading: SentenceReading, room: Span) -> Iterator[Mention[str]]:
    """Yield the words of a stretch that make another measure of it: "the | three-month | rate", "| stood | for parliament".

    Args:
        reading: The sentence.
        room: The stretch.
    """
    for each in reading.qualifying("another_measure"):
        span = Span(*each.span())
        if room.covers(span) and each.lastgroup not in _OF_TWO:
            yield Mention(span, each[0], MODIFIED)


_OF_TWO = frozenset({"gap", "dearer"})
"""Groups of phrases that make a figure the distance of two levels, of which one at least was not read."""


def _distances(reading: SentenceReading, claim: Claim, room: Span) -> Iterator[Mention[str]]:
    """Yield the words that make a level a distance: "a 27-point | gap | between the two", "1,200 dollars | dearer"."""
    for each in reading.qualifying("another_measure"):
        if each.lastgroup not in _OF_TWO or not room.covers(span := Span(*each.span(each.lastgroup))):
            continue
        figure = claim.figure
        behind = figure is not None and 0 <= span.start - figure.span.end <= 1
        level = claim.change is None and claim.comparison is None and claim.qualified(Sort.EACH_OR_ALL) is None
        if level and (behind or each.lastgroup == "gap"):
            yield Mention(span, span.cut(reading.text), SPOKEN_OF)


def _sum_until(reading: SentenceReading, claim: Claim) -> Iterator[Mention[str]]:
    """Yield words that sum up everything until a time, without saying since when: "by 2013 … | in all"."""
    summed = claim.qualified(Sort.IN_ALL)
    if summed is None or claim.period is None or claim.period.span is None:
        return
    before = reading.text[reading.sentence.span.start : claim.period.span.start].split()
    if before and before[-1].lower() in phrase_words(reading.language, "until"):
        yield Mention(summed.span, summed.span.cut(reading.text), SUM_UNTIL)
