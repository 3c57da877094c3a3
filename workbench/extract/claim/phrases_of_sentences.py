"""Sentence as words and phrases, with the figures, periods and places that were read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.core.changed import changed
from workbench.core.claim import SUM_UNTIL, Claim, Mention, Sort
from workbench.core.place import known_place
from workbench.core.quantity import Amount, Dimension
from workbench.core.text import Span
from workbench.extract.amounts.bases_of_rates import bases_in
from workbench.extract.claim.noun_ends import is_figure
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.phrases.headlines import is_headline
from workbench.extract.phrases.roles import PhrasedSentence
from workbench.extract.phrases.tagging import TOKEN, tagged
from workbench.extract.phrases.unread_words import read_by_name, unread_mention, unread_words, words_to_read
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.lexer import lex
from workbench.extract.words.lexicon import number_words
from workbench.extract.words.plain_words import plain_words
from workbench.extract.words.word_files import ENGLISH

COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN, Dimension.RATE})
_OF_PLACES = frozenset({Sort.BESIDE, Sort.EACH_OR_ALL})
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST = 2000
_PARTS = frozenset({"of", "from"})
"""English words before a base that figures are parts of."""


def phrased(passage: SentenceReading) -> PhrasedSentence:
    """Gives a sentence's words and phrases; the same for all its claims.

    >>> from workbench.core.text import Sentence, Span
    >>> said = "The jobless rate fell."
    >>> phrased(SentenceReading(said, Sentence(Span(0, len(said)), 0))).words.tags
    'DNNVZ'
    """
    if not passage.phrases:
        span = passage.sentence.span
        near = span if len(span) <= _LONGEST else type(span)(span.start, span.start + _LONGEST)
        passage.phrases.append(PhrasedSentence(tagged(passage.text, near, tuple(_marks(passage)), passage.language)))
    return passage.phrases[0]


def with_unread_words(passage: SentenceReading, claim: Claim) -> Claim:
    """Gives a claim with the words in the clause of its figure that no slot reads.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Police put handcuffs on 59 suspects in 2009.").claims
    >>> [mention.value for mention in claim.unread]
    ['handcuffs', 'suspects']

    Args:
        passage: Its sentence.
        claim: The claim with all its slots.
    """
    if claim.figure is None:
        return claim
    room, sentence = passage.clause(claim.span), phrased(passage)
    found = [at for at in words_to_read(sentence, room, claim.span.start) if not _is_number(passage, sentence, at)]
    words = unread_words(sentence, passage.text, found, _read_spans(passage, claim, room)) if found else ()
    others = _other_places(passage, claim, room) if len(passage.places) > 1 else ()
    told = (*words, *others, *(_sum_until(passage, claim) if claim.qualifiers else ()))
    return changed(claim, unread=told) if told else claim


def _is_number(passage: SentenceReading, sentence: PhrasedSentence, at: int) -> bool:
    """Whether a word is part of a number that was read: "seven to | eight thousand | tourists"."""
    start, end = sentence.words.spans[at]
    inside = [m for m in passage.amounts if m.span.start <= start and end <= m.span.end]
    return bool(inside) and _is_figure(sentence.words.raws[at], passage.language)


def _read_spans(passage: SentenceReading, claim: Claim, room: Span) -> list[Span]:
    """Where the words stand that slots read, an official name, or who says it; and what brackets hold."""
    read = [each.span for every in (passage.periods, passage.changes, claim.qualifiers) for each in every]
    read += [one.span for one in (claim.rank, claim.first_time) if one is not None]
    read += [one.span for one in claim.trends if one.span is not None]
    read += [part for each in passage.attributions for part in (each.source, each.cue) if part is not None]
    read += [Span(*each.span()) for each in passage.qualifying("manner")]  # which is weighed for itself
    if "(" in passage.text[room.start : room.end]:
        read += [Span(*each.span()) for each in _BRACKETED.finditer(passage.text, room.start, room.end)]
    return read + read_by_name(claim.measure, passage.words, room, passage.sentence.span, passage.language)


def _other_places(passage: SentenceReading, claim: Claim, room: Span) -> Iterator[Mention[str]]:
    """Other places than the claim's own beside a figure that stands alone: "aid | to Ukraine".

    Only of measures with an official name: accounts of trade and travel list their partners beside titles that name none.
    """
    set_beside = claim.comparison is not None or any(each.value.sort in _OF_PLACES for each in claim.qualifiers)
    alone = sum(room.covers(each.span) for each in passage.amounts) <= 1
    official = is_headline(claim.measure, passage.language)
    if claim.place is None or claim.rank is not None or set_beside or not (alone and official):
        return
    if not any(each.value == claim.place for each in passage.places):
        return
    for each in passage.places:
        if room.covers(each.span) and each.value != claim.place and not _holds(each.value, claim.place):
            yield unread_mention(passage.text, each.span)


def _holds(group: str, country: str) -> bool:
    """Whether a country is a member of a group: "in the EU, | Germany"."""
    found = known_place(group)
    return found is not None and any(code == country for code, *_ in found.members)


def _sum_until(passage: SentenceReading, claim: Claim) -> Iterator[Mention[str]]:
    """That all up to a time are meant, and nobody says since when: "by 2013 … | in all"."""
    summed = claim.qualified(Sort.IN_ALL)
    if summed is None or claim.period is None or claim.period.span is None:
        return
    before = passage.text[passage.sentence.span.start : claim.period.span.start].split()
    if before and before[-1].lower() in phrase_words(passage.language, "until"):
        yield unread_mention(passage.text, summed.span, SUM_UNTIL)


def _marks(passage: SentenceReading) -> Iterator[tuple[int, int, str]]:
    """What was read in the sentence, in order and apart."""
    found = [(m.span.start, _figure_end(passage, m), "F") for m in passage.amounts if not passage.describes(m.span)]
    found += [(span.start, span.end, "B") for span in passage.standings]
    found += [(m.span.start, m.span.end, "T") for m in passage.periods]
    found += [(m.span.start, m.span.end, "L") for m in passage.places]
    found += [(one.start, one.end, "N") for one in passage.describing]
    found += [(one.start, one.end, "T") for one in _bases(passage)]
    at = 0
    for mark in sorted(found, key=_order):
        if mark[0] >= at and mark[0] < mark[1]:
            yield mark
            at = mark[1]


def _bases(passage: SentenceReading) -> Iterator[Span]:
    """What figures are counted against, which is no part of what is measured: "for every hundred thousand births"."""
    told = {m.value.unit.per for m in passage.amounts}
    if told <= {""} and passage.language == ENGLISH and _PARTS.isdisjoint(plain_words(passage.words).used):
        return
    tokens, by = lex(passage.words, passage.language), passage.sentence.span.start
    for base in bases_in(tokens):
        if base.part or base.per in told:
            end = base.noun if base.part else base.end
            yield Span(tokens[base.first].start, tokens[end - 1].end).shift(by)


def _order(mark: tuple[int, int, str]) -> tuple[int, int]:
    return mark[0], -mark[1]


def _figure_end(passage: SentenceReading, mention: Mention[Amount]) -> int:
    """End of the figure itself, without the noun that it counts."""
    if mention.value.unit.dimension not in COUNTED:
        return mention.span.end
    end = mention.span.start
    for found in TOKEN.finditer(passage.text, mention.span.start, mention.span.end):
        if _is_figure(found[0], passage.language):
            end = found.end()
        elif not _joins(found[0], passage.language):  # "a million | and six hundred thousand | souls"
            break
    return end if end > mention.span.start else mention.span.end


@lru_cache(maxsize=4096)
def _joins(word: str, language: str) -> bool:
    return lex(word, language).lows[0] == "and"


@lru_cache(maxsize=4096)
def _is_figure(word: str, language: str) -> bool:
    if language == ENGLISH and (is_figure(word) or word == "of"):
        return True
    low, numbers = lex(word, language).lows[0], number_words(language)
    return not word[0].isalpha() or low in numbers.starts or low in numbers.short_scales
