"""Find the measure of a claim without a figure: a rank, a comparison or a promise in words alone.

The words of comparison show which clause of the sentence holds it: "The Chinese, sir, can build at lower cost than we
do here, and therefore the duty must stay" measures a cost, and neither "sir" nor "duty".
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.claim.claim_kinds import relations_in, undertaken_from
from workbench.extract.claim.measure_words import words_of
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.weak_measures import is_weak
from workbench.extract.phrases.headline_indicators import headline_in, official_name
from workbench.extract.phrases.word_classes import (
    ADVERB,
    AUXILIARY,
    SAYING,
    VERB,
    phrase_table,
    phrase_words,
    word_classes,
)
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_files import ENGLISH

_PAUSE = re.compile(r"[;:.—–]|,(?=\s)")
_DOING = frozenset({VERB, SAYING, AUXILIARY})
_RATES, _SIZES = frozenset({"share", "rate"}), frozenset({"money", "duration", "count", "physical", "index"})
"""Kinds of figure tried for something that is only compared: rates first, then everything else."""


def measured_without_figure(reading: SentenceReading, span: Span) -> str:
    """Find the measure of a claim without a figure in the clause of its words of comparison, else in the whole claim.

    >>> from workbench.core.document import Sentence
    >>> said = "They have the bigger purse, friends, and the jobless rate is higher here than in Greece."
    >>> measured_without_figure(SentenceReading(said, Sentence(Span(0, len(said)), 0)), Span(0, len(said)))
    'unemployment rate'

    Args:
        reading: The sentence, with its places.
        span: Where the claim stands.
    """
    said = _said(reading, span)
    return (_official(reading, span, said) if said else "") or said


def _said(reading: SentenceReading, span: Span) -> str:
    """Find the words for the measure as they stand in the text."""
    start = span.start + undertaken_from(span.cut(reading.text))
    if start == span.start or start >= span.end:
        return _of_relation(reading, span) or words_of(reading, span)
    stop = _PAUSE.search(reading.text, start, span.end)
    return words_of(reading, Span(start, stop.start() if stop is not None and stop.start() > start else span.end))


def _official(reading: SentenceReading, span: Span, said: str) -> str:
    """Find the official name of the measure, first as a rate, else as anything; empty where it has none.

    Examples: "spent less per head on health", "lived longer".
    """
    clause, language = reading.clause(span).cut(reading.text), reading.language
    words, of_measure = phrased(reading).words, frozenset(said.split())
    deed = any(raw in of_measure and tag == VERB for raw, tag in zip(words.raws, words.tags, strict=True))
    named = (
        headline_in(clause, kinds, language) if deed else official_name(said, clause, kinds, language)
        for kinds in (_RATES, _SIZES)
    )
    return next((name for name in named if name not in {"", said}), "")


def names_its_measure(reading: SentenceReading, span: Span) -> bool:
    """Check whether a clause without a figure says what it measures.

    It does where it has a verb, and more words than a mere "the highest number".

    >>> from workbench.core.document import Sentence
    >>> said = "The jobless rate was lower than in the spring, which was the lowest since 2010."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> names_its_measure(reading, Span(0, 45)), names_its_measure(reading, Span(47, 78))
    (True, False)

    Args:
        reading: The sentence, with its places.
        span: The clause.
    """
    return tense_of(span.cut(reading.text), reading.language) is not None and bool(_of_relation(reading, span))


def _of_relation(reading: SentenceReading, span: Span) -> str:
    """Find the measure in clauses with words of comparison, those with a place first; empty if it says too little."""
    rooms = [
        _clause(reading, span, found.shift(span.start))
        for found in relations_in(span.cut(reading.text), reading.language)
    ]
    placed = [room for room in rooms if any(room.covers(place.span) for place in reading.places)]
    for room in (*placed, *rooms):
        measure = _naming(reading, words_of(reading, room))
        if measure and not is_weak(without_verbs(measure, reading.language) or measure, reading.language):
            return measure
    return ""


def _clause(reading: SentenceReading, span: Span, at: Span) -> Span:
    clause = reading.clause(at)
    return Span(max(clause.start, span.start), min(clause.end, span.end))


def _naming(reading: SentenceReading, measure: str) -> str:
    """Drop adverbs and general verbs, which name nothing: "putting | a kilowatt of solar panels | cheaply"."""
    if reading.language != ENGLISH:
        return measure
    words = phrased(reading).words
    classes = dict(zip(words.raws, words.tags, strict=True))
    bearing = phrase_table(reading.language, "deeds").keys() | phrase_words(reading.language, "bearing")
    dull = {word for word, tag in classes.items() if tag == ADVERB or (tag in _DOING and _is_general(word.lower()))}
    return " ".join(word for word in measure.split() if word not in dull or word.lower() in bearing)


def _is_general(word: str) -> bool:
    """Check whether a verb is on the closed list of general ones: "put", "gave"."""
    return word_classes(ENGLISH).get(word, "") in _DOING


def without_verbs(measure: str, language: str) -> str:
    """Drop the words that can only be verbs.

    >>> without_verbs("they reached parliament", "en")
    'they parliament'
    """
    classes = word_classes(language)
    return " ".join(word for word in measure.split() if classes.get(word.lower(), "") not in _DOING)
