"""Take a claim's place from the sentence before, where that gives its measure.

Example: "In Malta there were 40 in 2018. Since 2008 they have halved". The claim keeps its own place where it returns
to the speaker's own country: "bei uns", "our own".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.extract.claim.measures_from_earlier_sentences import Prior
from workbench.extract.claim.places_from_earlier_sentences import inherited_place_message
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.relations.comparators import speaks_of_own
from workbench.extract.relations.place_comparisons import place_comparison_of
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_patterns import holds_phrase

_ASSUMED = "assumed-place"
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
