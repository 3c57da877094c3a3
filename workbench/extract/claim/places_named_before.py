"""Take a claim's place from places named before: that of the measure, or one of two.

The sentence before gives the measure: "In Malta there were 40 in 2018. Since 2008 they have halved". The claim keeps its
own place where it returns to the speaker's own country: "bei uns", "our own".

Two countries are compared, and both figures follow without their names: "16 percent in the one and 15 in the other",
"im einen 16 Prozent, im anderen 15". Where it is not clear which two are meant, the place is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, ClaimKind, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.measures.measures_from_earlier_sentences import Prior
from workbench.extract.claim.places_from_earlier_sentences import carried_place, inherited_place_message
from workbench.extract.claim.places_of_claims import place_for
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.place.parts_of_countries import parts_in
from workbench.extract.relations.beside_ranks import with_unread_beside
from workbench.extract.relations.comparators import speaks_of_own
from workbench.extract.relations.lists_of_named_places import PlacesSaid
from workbench.extract.relations.place_comparisons import place_comparison_of
from workbench.extract.relations.ranks_by_comparison import beside_each
from workbench.extract.relations.records_by_denial import denied_record
from workbench.extract.relations.rows_named_before import with_row_named
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_patterns import holds_phrase, phrases_in, word_pattern

_ASSUMED = "assumed-place"
_LABEL = re.compile(r"[:;]\s|\s[–—-]\s")
"""What stands between figures and the words that say what and where they are of."""

_POINTING = frozenset({"this", "that", "these", "those", "such"})


def with_place_of_measure(claim: Claim, reading: SentenceReading, prior: Prior) -> Claim:
    """Give a claim with an assumed place the one place for which the sentence before gives the same measure.

    >>> from workbench.extract import read_text
    >>> said = "In Malta wurden 2016 noch 40 Fälle von Tuberkulose gezählt. Gegenüber 2008 hat sich die Zahl halbiert."
    >>> read_text(said, place="DEU", language="de").claims[-1].place
    'MLT'

    Args:
        claim: The claim.
        reading: Its sentence.
        prior: What was said before the sentence.
    """
    if not prior.claims or not prior.sentences or all(note.kind != _ASSUMED for note in claim.notes):
        return claim
    before = [each for each in prior.claims if each.sentence == prior.sentences[0].sentence.span and each.measure]
    places = {each.place for each in before}
    if len(places) != 1 or None in places or not _goes_on(claim, reading, before[0]):
        return claim
    (place,) = places
    if place is None or place == claim.place or turns_home(claim, reading):
        return claim
    note = Problem(
        "place", inherited_place_message(place), "Check that the speaker still speaks of it.", "inherited-place"
    )
    kept = (each for each in claim.notes if each.kind != _ASSUMED)
    moved = replace(claim, place=place, notes=(*kept, note))
    # the comparator may be the country that was assumed
    return replace(moved, comparison=place_comparison_of(moved))


def _goes_on(claim: Claim, reading: SentenceReading, before: Claim) -> bool:
    """Check whether a claim has the measure of the claim before: taken from there, or pointed at ("diese Quote")."""
    if claim.measure_from_before and claim.measure == before.measure:
        return True
    tokens, words = lex(reading.words, reading.language), set(claim.measure.casefold().split())
    return any(one.low in _POINTING and other.raw.casefold() in words for one, other in pairwise(tokens))


def turns_home(claim: Claim, reading: SentenceReading) -> bool:
    """Check whether a claim is about the speaker's own country.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract import read_text
    >>> said = "Our rate is 5 percent."
    >>> (claim,) = read_text(said).claims
    >>> turns_home(claim, SentenceReading(said, Sentence(claim.sentence, 0)))
    True

    Args:
        claim: The claim.
        reading: Its sentence.
    """
    spoken, language = reading.spoken(claim.span).cut(reading.text), reading.language
    return speaks_of_own(spoken, language) or any(
        holds_phrase(spoken, "tenses", key, language) for key in ("at_home", "whole_country")
    )


def in_named_row(claim: Claim, reading: SentenceReading, before: SentenceReading | None) -> Claim:
    """Rank a claim among the places that its sentence or the one before names, and note what stands beside it.

    >>> from workbench.extract import read_text
    >>> said = "We compared Malta, Italy and Spain. In 2018 unemployment was lowest in Malta."
    >>> read_text(said).claims[0].rank.among
    ('MLT', 'ITA', 'ESP')

    Args:
        claim: The claim, with its relations.
        reading: Its sentence.
        before: The sentence before it.
    """
    ranked = claim
    if claim.rank is not None or claim.kind is ClaimKind.RANK:
        ranked = with_row_named(claim, *(_places_said(each) for each in (reading, before) if each is not None))
    return with_unread_beside(ranked, reading.places)


def _places_said(reading: SentenceReading) -> PlacesSaid:
    return PlacesSaid(reading.text, reading.sentence.span, reading.places, reading.language)


_TWO = 2
_FAR = 40
"""Characters between a figure and the words behind it that say which of the two places it is of."""
_PAUSE = re.compile(r"[;:!?–—]|,\s")
_UNCLEAR = Problem(
    "place",
    "The words tell of one of two places, and it is not clear which two are meant.",
    "Say the place by an edit.",
    "unread-place",
)
_NOT_A_COUNTRY = frozenset({"WLD", "REGION"})

PlaceRead = tuple[str | None, tuple[Problem, ...]]


def place_read(
    reading: SentenceReading,
    draft: Draft,
    places: Sequence[Mention[str]],
    assumed: str | None,
    earlier: Sequence[SentenceReading],
) -> PlaceRead:
    """Find the place that a claim is about: one of the two named before, or the place that its own words name.

    >>> from workbench.core.document import Sentence
    >>> said = "It was 16 percent."
    >>> place_read(SentenceReading(said, Sentence(Span(0, len(said)), 0)), Draft(Span(7, 17)), (), "MKD", ())[0]
    'MKD'

    Args:
        reading: The sentence.
        draft: The claim.
        places: The places near the claim.
        assumed: The text's own place.
        earlier: The sentences before.
    """
    if draft.amount is None and reading.places and (own := _of_comparison(reading, draft)) is not None:
        return own, ()
    other = word_pattern("tenses", "in_the_other", reading.language) if len(reading.amounts) >= _TWO else None
    if other is not None and other.search(reading.words) and (told := one_of_two(reading, draft.span, earlier)):
        return told
    return place_for(reading, draft, places, assumed, carried_place(earlier, assumed) if earlier else None)


def _of_comparison(reading: SentenceReading, draft: Draft) -> str | None:
    """Find the place that a claim without a figure sets beside each of several others, or beside its own years.

    Examples: "higher in Malta than in Italy or in Spain", "not since 1998 was it as low in Malta as in 2009".
    """
    named = {m.value for m in reading.places}
    if len(named) == 1:
        return next(iter(named)) if denied_record(reading.words, reading.language) is not None else None
    found = beside_each(_places_said(reading)) if len(named) > _TWO and draft.change is None else None
    return None if found is None else found.own.value


def one_of_two(reading: SentenceReading, span: Span, earlier: Sequence[SentenceReading] = ()) -> PlaceRead | None:
    """Find the place of a figure "in the one" or "in the other"; None for a figure that no such words belong to.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.place.places import find_places
    >>> said = "Italy is ahead of France: 16 percent in the one, 15 percent in the other."
    >>> amounts, places = tuple(find_amounts(said)), tuple(find_places(said))
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), amounts, places=places)
    >>> [one_of_two(reading, each.span)[0] for each in amounts]
    ['ITA', 'FRA']
    """
    figures = _figures(reading)
    which = next((k for k, each in enumerate(figures) if each.overlaps(span)), None)
    if which is None:
        return None
    before = _named_before(reading, figures[0].start, earlier)
    if len(before) == _TWO:
        return before[which], ()
    of_times = len(before) < _TWO and len({each.value for each in reading.periods}) >= _TWO  # "in the one" year
    named = before or any(parts_in(reading.words, reading.language))
    return (None, (_UNCLEAR,)) if named and not of_times else None


def _figures(reading: SentenceReading) -> tuple[Span, ...]:
    """Find the figures that "in the one" and "in the other" belong to, in this order; empty where they are not said."""
    said, whole = reading.text, reading.sentence.span
    found = [
        [Span(*each.span()) for each in phrases_in(said, (whole.start, whole.end), "tenses", key, reading.language)]
        for key in ("in_the_one", "in_the_other")
    ]
    for one in found[0]:
        other = next((each for each in found[1] if each.start >= one.end), None)
        if other is not None:
            return _before_words(reading, one, other) or _behind_words(reading, one, other)
    return ()


def _before_words(reading: SentenceReading, *words: Span) -> tuple[Span, ...]:
    """Find the figures right before the words: "16 percent of GDP | in the one | and 15 percent | in the other"."""
    found = [next((m.span for m in reversed(reading.amounts) if m.span.end <= each.start), None) for each in words]
    near = [
        figure
        for figure, each in zip(found, words, strict=True)
        if figure is not None
        and each.start - figure.end <= _FAR
        and not _PAUSE.search(reading.text, figure.end, each.start)
    ]
    return tuple(near) if len(near) == _TWO and near[1].start >= words[0].end else ()


def _behind_words(reading: SentenceReading, *words: Span) -> tuple[Span, ...]:
    """Find the first figure behind each of the words: "im einen | 16 Prozent des BIP | und im anderen | 15"."""
    ends = (*(each.start for each in words), reading.sentence.span.end)
    rooms = [(each.end, end) for each, (_, end) in zip(words, pairwise(ends), strict=True)]
    found = [next((m.span for m in reading.amounts if a <= m.span.start and m.span.end <= b), None) for a, b in rooms]
    near = [each for each in found if each is not None]
    return tuple(near) if len(near) == _TWO else ()


def _named_before(reading: SentenceReading, start: int, earlier: Sequence[SentenceReading]) -> list[str]:
    """Collect the countries named before a place of the text, in order; those of earlier sentences where one is missing."""
    here = [m for m in reading.places if m.span.end <= start]
    named = _codes(here)
    for each in reversed(earlier):
        if len(named) >= _TWO:
            break
        here = [*each.places, *here]
        named = _codes(here)
    return named


def _codes(places: Sequence[Mention[str]]) -> list[str]:
    return list(dict.fromkeys(m.value for m in places if m.rule != "group" and m.value not in _NOT_A_COUNTRY))


def with_shared_place(claims: Sequence[Claim], reading: SentenceReading) -> list[Claim]:
    """Give figures without a place the only one that their sentence names behind them and a colon or the like.

    It must be that of another claim with their measure, and the speaker must not speak of the own country.

    >>> from workbench.extract import read_text
    >>> said = "3 percent in 2010, 5 percent in 2015: that is how far the jobless rate in Malta has come."
    >>> [claim.place for claim in read_text(said).claims]
    ['MLT', 'MLT']

    Args:
        claims: The claims of the sentence.
        reading: The sentence.
    """
    named, last = {mention.value for mention in reading.places}, max((m.span.end for m in reading.amounts), default=0)
    if len(named) != 1 or not last or all(claim.place is not None for claim in claims):
        return list(claims)
    first = reading.places[0]
    parted = first.span.start >= last and _LABEL.search(reading.text, last, first.span.start) is not None
    measures = {claim.measure for claim in claims if claim.place in named and claim.measure}
    if not parted or not measures or speaks_of_own(reading.words, reading.language):
        return list(claims)
    return [
        changed_copy(claim, place=first.value, places=(*claim.places, first))
        if claim.place is None and claim.measure in measures
        else claim
        for claim in claims
    ]
