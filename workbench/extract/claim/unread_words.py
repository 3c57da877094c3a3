"""Find words near a figure that nothing reads: "59 suspects were | handcuffed", "measles cases | bei Erwachsenen".

With such words a speaker may say that something else was counted, or only a part of it. They are stored with the claim.
Whether a series covers them is judged by its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, ClaimKind, Mention, Sort
from workbench.core.document import Attribution, Span
from workbench.core.quantity import Dimension
from workbench.extract.claim.cities_and_regions_of_claims import UNREAD, other_places
from workbench.extract.claim.phrases_of_sentences import is_number_word, phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.unanswerable_words import other_measures, unanswerable
from workbench.extract.phrases.bodies_as_owners import bodies, owners, told_of_themselves
from workbench.extract.phrases.headline_indicators import spans_of
from workbench.extract.phrases.opening_clauses import behind_opening_clause, of_those_counted, opens_with_clause
from workbench.extract.phrases.set_off_scopes import set_off_scopes
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    CONJUNCTION,
    EITHER,
    NOUN,
    SAYING,
    VERB,
    phrase_words,
)
from workbench.extract.phrases.words_to_read import words_to_read
from workbench.extract.relations.left_out_or_taken_in import words_around
from workbench.extract.segment.brackets import other_brackets

_CONTENT = frozenset({NOUN, ADJECTIVE, VERB})
_DOING = frozenset({EITHER, VERB})
_VERBS = _DOING | {AUXILIARY}
_PARTICIPLES = f"{ADJECTIVE}{CONJUNCTION}{SAYING}{VERB}"
"""What a label may begin with before its noun: "| suspected and probable | cases: 59"."""
_IN_WORDS = frozenset({ClaimKind.RANK, ClaimKind.COMPARISON, ClaimKind.CHANGE})
"""Kinds that a claim without a figure may have; all of its words are then read."""
_LONGEST = 300
"""Most characters of a subject and its aside: longer ones are not looked for, so that no sentence takes long."""
_SUBJECT_AND_ASIDE = re.compile(r"(?<![^,;:–—()])([^,;:–—()]+)[,–—(]\s?[^,;:–—()]+[,–—)]\s*\Z")
_BEFORE_PAUSE = re.compile(r"(?<![^,;:–—()\s-])((?:[^,;:–—()\s-]|(?<=\w)-|-(?=\w)|\s(?!-\s))+)\s?[,;:–—()-]\s*\Z")
"""The words before a pause. Both begin where nothing of theirs stands before: no other beginning need be tried."""


def with_unread_words(reading: SentenceReading, claim: Claim, before: SentenceReading | None = None) -> Claim:
    """Add to a claim the words in its figure's clause that no slot reads.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Police put handcuffs on 59 suspects in 2009.").claims
    >>> [mention.value for mention in claim.unread]
    ['handcuffs', 'suspects']

    Args:
        reading: Its sentence.
        claim: The claim with all its slots.
        before: The sentence before it in its paragraph.
    """
    figure = claim.figure
    if figure is None:
        return _with_words_beside_measure(reading, claim) if claim.kind in _IN_WORDS else claim
    room, sentence = reading.clause(claim.span), phrased(reading)
    found = [at for at in words_to_read(sentence, room, claim.span.start) if not _is_number(reading, sentence, at)]
    counted = figure.value.unit.dimension is Dimension.COUNT
    if room.start > reading.sentence.span.start:
        whom = claim.measure.lower() if counted else ""
        found = [*of_those_counted(sentence, reading.text, room, whom), *found]
    for scope in set_off_scopes(sentence, reading.text, reading.sentence.span, room, reading.amounts):
        beside = words_to_read(sentence, scope, scope.start)
        found = [*(at for at in beside if sentence.low(at) not in claim.measure.lower()), *found]
    subject = _subject_before_aside(reading, sentence, room, claim.span.start) or _label(reading, sentence, room, claim)
    if subject is not None:
        found = [*words_to_read(sentence, subject, claim.span.start), *found]
    if not bodies(reading.language).isdisjoint(map(str.lower, sentence.words.raws)):
        found += owners(sentence, room, figure.value.unit.dimension)
    own = told_of_themselves(sentence, reading.attributions, claim.span) if counted and reading.attributions else ()
    for source in (each.source for each in own if each.source is not None):
        found += [*words_to_read(sentence, source, source.end), *owners(sentence, source, Dimension.COUNT)]
    found = sorted(set(found))
    words = _runs(sentence, reading.text, found, _read_spans(reading, claim, room, subject, own)) if found else ()
    named = reading.places
    others = other_places(reading, claim, room) if len(named) > 1 or (named and named[0].value != claim.place) else ()
    unread = (
        *words,
        *others,
        *_antecedent_words(reading, room, claim, before),
        *unanswerable(reading, claim, partial(_read_by_name, reading, claim.measure, room), room, subject),
    )
    return changed_copy(claim, unread=unread) if unread else claim


def _in_words(reading: SentenceReading, claim: Claim) -> Span:
    """Find the part of a claim without a figure that its comparison, its rank or its change stands in, between semicolons."""
    compared = claim.qualified(Sort.BESIDE)
    told = next(
        (each.span for each in (claim.rank, compared, claim.change) if each is not None and each.span is not None),
        claim.span,
    )
    start = reading.text.rfind(";", claim.span.start, max(told.start, claim.span.start)) + 1
    return Span(max(start, claim.span.start), claim.span.end)


def _with_words_beside_measure(reading: SentenceReading, claim: Claim) -> Claim:
    """Add to a claim without a figure the words right beside those of its measure: "| planted | forest area", but not "Spain | leans | on coal"."""
    found = words_to_read(sentence := phrased(reading), room := _in_words(reading, claim), claim.span.start)
    if not found and not reading.qualifying("another_measure"):
        return claim
    words, said, names = sentence.words, claim.words, _read_by_name(reading, claim.measure, room)
    named = {at for at, raw in enumerate(words.raws) if raw.lower() in said}
    named |= {at for each in names for at in range(sentence.word_at(each.start), sentence.word_at(each.end))}
    ahead, behind = set[int](), set[int]()
    for at in reversed(found):
        ahead.update([at] if at + 1 in ahead or at + 1 in named else ())
    for at in found:
        behind.update([at] if at - 1 in behind or at - 1 in named else ())
    beside = [at for at in found if at in ahead | behind]
    words_beside = _runs(sentence, reading.text, beside, _read_spans(reading, claim, room, None, ())) if beside else ()
    unread = (*words_beside, *other_measures(reading, reading.sentence.span))
    return changed_copy(claim, unread=unread) if unread else claim


def _subject_before_aside(reading: SentenceReading, sentence: PhrasedSentence, room: Span, figure: int) -> Span | None:
    """Find the stretch with the subject of a verb that follows an aside: "The firms' laboratories, not the state's, spent 4 percent".

    None where a noun stands in the figure's clause before its verb or the figure, or no two pauses before the clause.
    """
    begin = reading.sentence.span.start
    ahead = sentence.words.tags[sentence.word_at(room.start) : sentence.word_at(figure)]
    if room.start <= begin or (ahead[:1] not in _VERBS and not _CONTENT.isdisjoint(ahead)):
        return None
    near = max(begin, room.start - _LONGEST)
    found = _SUBJECT_AND_ASIDE.search(reading.text[near : room.start])
    subject = None if found is None else Span(*found.span(1)).shift(near)
    return None if subject is None or opens_with_clause(sentence, subject) else subject


def _label(reading: SentenceReading, sentence: PhrasedSentence, room: Span, claim: Claim) -> Span | None:
    """Find the words that a figure stands behind as their value: "Denmark, 2010: | public health spending | – 10.4 percent".

    None where its clause has a word of its own before the figure, or no words before a pause name the measure without another figure.
    """
    begin, end = reading.sentence.span.start, room.start
    ahead = sentence.words.tags[sentence.word_at(end) : sentence.word_at(claim.span.start)]
    if not (_CONTENT | _VERBS).isdisjoint(ahead):
        return None
    while (found := _BEFORE_PAUSE.search(reading.text[max(begin, end - _LONGEST) : end])) is not None:
        label = Span(*found.span(1)).shift(max(begin, end - _LONGEST))
        if any(label.covers(each.span) for each in reading.amounts):
            return None
        tags = sentence.words.tags[sentence.word_at(label.start) : sentence.word_at(label.end)]
        if not _VERBS.isdisjoint(tags.lstrip(_PARTICIPLES)):
            return None
        if words_to_read(sentence, label, label.end):
            return label if _names_measure(reading, claim.measure, label) else None
        end = label.start
    return None


def _names_measure(reading: SentenceReading, measure: str, stretch: Span) -> bool:
    """Check whether a stretch has a word of the measure, or one that its official name is read from."""
    said = set(stretch.cut(reading.text).lower().split())
    read = _read_by_name(reading, measure, stretch)
    return not said.isdisjoint(measure.lower().split()) or any(stretch.covers(each) for each in read)


def _antecedent_words(
    reading: SentenceReading, room: Span, claim: Claim, before: SentenceReading | None
) -> Iterator[Mention[str]]:
    """Yield whom a pronoun before the figure stands for: "The private sector does its share. In 2016 it spent 3 percent".

    It is looked for earlier in the sentence, else in the sentence before.
    """
    sentence = phrased(reading)
    first, last = sentence.word_at(room.start), sentence.word_at(room.end)
    ahead = [word.lower() for word in sentence.words.raws[first : sentence.word_at(claim.span.start)]]
    does = _DOING.intersection(sentence.words.tags[first:last])  # "it was 5 percent" is about the measure
    if not does or claim.measure_from_before or phrase_words(reading.language, "referring").isdisjoint(ahead):
        return
    begin = reading.sentence.span.start
    here = Span(begin, room.start) if begin < room.start else None
    if here is not None and words_to_read(sentence, here, here.end):
        yield from _subject_of(reading, here, claim)
    elif before is not None:
        yield from _subject_of(before, before.sentence.span, claim)


def _subject_of(reading: SentenceReading, stretch: Span, claim: Claim) -> Iterator[Mention[str]]:
    """Yield the words before the verb of a stretch, or all where it begins with a verb or has none.

    Nothing where it names the claim's place or what it measures: a pronoun behind it may stand for that.
    """
    named = any(each.value == claim.place for each in reading.places if stretch.covers(each.span))
    if named or _read_by_name(reading, claim.measure, stretch):
        return
    stretch = behind_opening_clause(sentence := phrased(reading), reading.text, stretch)
    first, last = sentence.word_at(stretch.start), sentence.word_at(stretch.end)
    verb = next((at for at in range(first, last) if sentence.words.tags[at] in _VERBS), last)
    whole = not first < verb < last or opens_with_clause(sentence, stretch)
    until = stretch.end if whole else sentence.words.spans[verb][0]
    found = words_to_read(sentence, Span(stretch.start, until), stretch.end)
    found = [at for at in found if sentence.low(at) not in claim.measure.lower()]
    yield from _runs(sentence, reading.text, found, [each.span for each in reading.periods])


def _runs(sentence: PhrasedSentence, text: str, found: Sequence[int], read: Sequence[Span]) -> Iterator[Mention[str]]:
    """Yield the words that nothing reads, each run of adjacent words as one.

    Args:
        sentence: The sentence.
        text: The whole text.
        found: Words of the sentence, by their indices.
        read: The spans of the words that slots or an official name hold.
    """
    run: list[int] = []
    taken = [(one.start, one.end) for one in read]
    for at in found:
        start, end = sentence.words.spans[at]
        if [first for first, last in taken if first < end and start < last]:
            continue
        if run and at != run[-1] + 1:
            yield _mention(sentence, text, run)
            run = []
        run.append(at)
    if run:
        yield _mention(sentence, text, run)


def _mention(sentence: PhrasedSentence, text: str, run: Sequence[int]) -> Mention[str]:
    span = Span(sentence.words.spans[run[0]][0], sentence.words.spans[run[-1]][1])
    return Mention(span, span.cut(text), UNREAD)


def _is_number(reading: SentenceReading, sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word is part of a number that was read: "seven to | eight thousand | tourists"."""
    start, end = sentence.words.spans[at]
    inside = [m for m in reading.amounts if m.span.start <= start and end <= m.span.end]
    return bool(inside) and is_number_word(sentence.words.raws[at], reading.language)


def _read_spans(
    reading: SentenceReading, claim: Claim, room: Span, subject: Span | None, own: Sequence[Attribution]
) -> list[Span]:
    """Collect the spans that slots, an official name or an attribution hold, and brackets next to the figure."""
    read = [each.span for every in (reading.periods, reading.changes, claim.qualifiers) for each in every]
    told = (claim.rank, claim.first_time, *claim.trends)
    read += [one.span for one in told if one is not None and one.span is not None]
    read += [part for each in reading.attributions for part in (each.source, each.cue) if part and each not in own]
    said = reading.qualified
    read += [
        Span(*each.span()) for key in ("manner", "told_by", "narrows_nothing") if key in said for each in said[key]
    ]
    read += [part for key in ("left_out", "taken_in") if key in said for part in words_around(said[key])]
    read += other_brackets(reading.text, room, claim.span)
    names = _read_by_name(reading, claim.measure, room)
    return [*read, *names, *(_read_by_name(reading, claim.measure, subject) if subject else ())]


def _read_by_name(reading: SentenceReading, measure: str, room: Span) -> list[Span]:
    """Collect the spans that an official name is read from in the figure's clause, and words that do not narrow it."""
    named = partial(spans_of, measure, language=reading.language)
    said, start = room.cut(reading.text), reading.sentence.span.start
    inside = (each.shift(room.start) for table in ("measures", "alone") for each in named(said, table=table))
    return [*inside, *(each.shift(start) for each in named(reading.words, table="beside"))]
