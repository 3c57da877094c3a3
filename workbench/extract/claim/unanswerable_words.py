"""Find words for which no series answers, whatever its title: a sum without its beginning, a degree, a rank in an order.

Examples: "by 2013 … | in all", "46 percent are | very | poor", "4.8 | second | marriages", "900 dentists | came | to us".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from workbench.core.claim import MODIFIED, PREDICATE, SPENDER, SPOKEN_OF, SUM_UNTIL, Claim, Mention, Sort
from workbench.core.document import Span
from workbench.core.quantity import Dimension
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.bodies_as_owners import people_counted
from workbench.extract.phrases.government_spending import spenders
from workbench.extract.phrases.modified_words import modified_by
from workbench.extract.phrases.predicates_of_counted import predicate_of_counted, undergone_by_counted
from workbench.extract.phrases.stages_of_measured import stages_of_measured
from workbench.extract.phrases.word_classes import phrase_words

_AMOUNTS = frozenset({Dimension.COUNT, Dimension.PHYSICAL, Dimension.MONEY})
"""Dimensions of what something may be done with: 84 attacks, 7 tonnes of waste, 5 billion of aid."""

_DONE = re.compile("X[XB]*[VWY]")
"""The classes of words by which something is done: most sentences have none."""


def unanswerable(
    reading: SentenceReading, claim: Claim, named: Callable[[], Sequence[Span]], room: Span, label: Span | None
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
        label: The subject or the label of the figure outside of it.
    """
    yield from _sum_until(reading, claim) if claim.qualifiers else ()
    sentence = phrased(reading)
    for span in modified_by(sentence, room, named, claim.measure):
        yield Mention(span, span.cut(reading.text), MODIFIED)
    for span in stages_of_measured(sentence, room, named, claim.measure):
        yield _mention(reading, span)
    if reading.qualifying("another_measure"):
        yield from other_measures(reading, room)
    held, figure = reading.qualified, claim.figure  # most sentences have no such phrase
    if "gap" in held or "dearer" in held:
        yield from _distances(reading, claim, room)
    if figure is not None and figure.value.unit.dimension is Dimension.COUNT:
        yield from _of_counted(reading, figure.span, named, room)
    if figure is not None and figure.value.unit.dimension in _AMOUNTS and _DONE.search(sentence.words.tags):
        yield from _undergone(reading, claim, named, room)
    if "alone_or_of_budget" in held:
        yield from _alone_or_of_budget(reading, room)
    if not phrase_words(reading.language, "spenders").isdisjoint(map(str.lower, sentence.words.raws)):
        yield from _spenders(reading, (room,) if label is None else (label, room))
    if "and_beyond" in held:
        yield from (_mention(reading, each) for each in _inside(reading, "and_beyond", room))


def _mention(reading: SentenceReading, span: Span, rule: str = PREDICATE) -> Mention[str]:
    return Mention(span, span.cut(reading.text), rule)


def _spenders(reading: SentenceReading, stretches: Sequence[Span]) -> Iterator[Mention[str]]:
    """Yield the government that pays what a clause, or a figure's label, tells of."""
    sentence = phrased(reading)
    for at in (at for stretch in stretches for at in spenders(sentence, stretch)):
        yield _mention(reading, Span(*sentence.words.spans[at]), SPENDER)


def _inside(reading: SentenceReading, key: str, room: Span) -> Iterator[Span]:
    """Yield where a class of phrases stands in a stretch."""
    return (span for each in reading.qualifying(key) if room.covers(span := Span(*each.span())))


def _undergone(
    reading: SentenceReading, claim: Claim, named: Callable[[], Sequence[Span]], room: Span
) -> Iterator[Mention[str]]:
    """Yield what was done with what is counted, weighed or paid: "84 attacks were | planned"."""
    if claim.figure is None or claim.change is not None:
        return
    done = undergone_by_counted(phrased(reading), room, claim.figure.span)
    if done is not None and not any(each.overlaps(done) for each in named()):  # "were | covered | by forest"
        yield _mention(reading, done)


def _of_counted(
    reading: SentenceReading, figure: Span, named: Callable[[], Sequence[Span]], room: Span
) -> Iterator[Mention[str]]:
    """Yield what those who are counted did, who and where they are: "900 dentists | came | to us", "| abroad |"."""
    sentence = phrased(reading)
    told = predicate_of_counted(sentence, room, figure)
    if told is not None and not any(each.overlaps(told) for each in named()):
        yield _mention(reading, told)
    if not phrase_words(reading.language, "people_who_tell").isdisjoint(map(str.lower, sentence.words.raws)):
        people = people_counted(sentence, room, figure)  # most sentences name none
        yield from () if people is None else (_mention(reading, people),)
    if "elsewhere" in reading.qualified:
        yield from (_mention(reading, each) for each in _inside(reading, "elsewhere", room))


def _alone_or_of_budget(reading: SentenceReading, room: Span) -> Iterator[Mention[str]]:
    """Yield the part or the other whole that a figure is of, in its clause or at the head of its sentence: "on | medicines | alone, 191 dollars"."""
    for each in reading.qualifying("alone_or_of_budget"):
        span = Span(*next(each.span(n) for n in range(1, len(each.groups()) + 1) if each[n]))
        between = (one for one in reading.amounts if span.end <= one.span.start < room.start)
        if room.covers(span) or (span.end <= room.start and next(between, None) is None):
            yield _mention(reading, span)


def other_measures(reading: SentenceReading, room: Span) -> Iterator[Mention[str]]:
    """Yield the words of a stretch that make another measure of it: "the | three-month | rate", "| stood | for parliament".

    Args:
        reading: The sentence.
        room: The stretch.
    """
    for each in reading.qualifying("another_measure"):
        span = Span(*each.span())
        if room.covers(span):
            yield Mention(span, each[0], MODIFIED)


def _distances(reading: SentenceReading, claim: Claim, room: Span) -> Iterator[Mention[str]]:
    """Yield the words that make a level a distance: "a 27-point | gap between | the two", "1,200 dollars | dearer"."""
    figure = claim.figure
    known = claim.change is not None or claim.comparison is not None or claim.qualified(Sort.EACH_OR_ALL) is not None
    if figure is None or known:
        return
    behind = (each for each in _inside(reading, "dearer", room) if 0 <= each.start - figure.span.end <= 1)
    yield from (_mention(reading, each, SPOKEN_OF) for each in (*_inside(reading, "gap", room), *behind))


def _sum_until(reading: SentenceReading, claim: Claim) -> Iterator[Mention[str]]:
    """Yield words that sum up everything until a time, without saying since when: "by 2013 … | in all"."""
    summed = claim.qualified(Sort.IN_ALL)
    if summed is None or claim.period is None or claim.period.span is None:
        return
    before = reading.text[reading.sentence.span.start : claim.period.span.start].split()
    if before and before[-1].lower() in phrase_words(reading.language, "until"):
        yield Mention(summed.span, summed.span.cut(reading.text), SUM_UNTIL)
