"""Clauses before the subject that say when or with what a statement was made: "Opening the fair, the mayor said", "When I was a boy, …".

They name nothing that is measured and nobody that is counted, and none of their nouns is the subject of what follows. But a
participle is of the subject behind it: "Trained abroad, 300 nurses came" counts those alone.
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADVERB,
    ATTACHING,
    DETERMINER,
    FIGURE,
    NOUN,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB,
    phrase_words,
)
from workbench.extract.words.word_files import ENGLISH

_PAUSE = re.compile(r"(?<!\d),|,(?!\d)|[;:–—]")
_EXISTS = "there"
_BEHIND_DOING = frozenset({ADVERB, ATTACHING, DETERMINER, PREPOSITION, PRONOUN})
_BEHIND_DONE = frozenset({ATTACHING, PREPOSITION})
_DOING, _DONE = re.compile(r"..[a-z]*ing\Z"), re.compile(r"..[a-z]*ed\Z")


def opens_with_clause(sentence: PhrasedSentence, stretch: Span) -> bool:
    """Check whether a stretch is or begins with a participle that has an object, or a clause of time: "Cutting | the ribbon"."""
    at = sentence.word_at(stretch.start)
    tag, following, word = sentence.tag(at), sentence.tag(at + 1), sentence.low(at)
    if tag == SUBORDINATOR:
        return True
    if sentence.words.language != ENGLISH or tag not in {NOUN, VERB}:
        return False
    done = following in _BEHIND_DONE and _DONE.match(word) is not None
    return done or (following in _BEHIND_DOING and _DOING.match(word) is not None)


def behind_opening_clause(sentence: PhrasedSentence, text: str, stretch: Span) -> Span:
    """Cut off a clause that a stretch begins with; where no noun is left, a pronoun behind it may stand for what it names."""
    pause = _PAUSE.search(text, stretch.start, stretch.end) if opens_with_clause(sentence, stretch) else None
    if pause is None:
        return stretch
    left = sentence.words.tags[sentence.word_at(pause.end()) : sentence.word_at(stretch.end)]
    return Span(pause.end(), stretch.end) if NOUN in left else stretch


def of_those_counted(sentence: PhrasedSentence, text: str, room: Span, measure: str) -> range:
    """Find the words of a participle before a clause that tells of those whom the clause counts: "| Trained abroad |, 300 nurses came".

    They are counted where the clause begins with the figure or with "there were", or where its subject is what is measured.

    Args:
        sentence: The sentence.
        text: The whole text.
        room: The clause of the figure.
        measure: What is measured, in small letters, where somebody is counted.
    """
    begin = sentence.words.spans[0][0] if _is_participle(sentence) else room.start
    pause = _PAUSE.search(text, begin, room.start)
    if pause is None or text[pause.end() : room.start].strip():
        return range(0)
    at = sentence.word_at(room.start)
    at += sentence.tag(at) in {ADVERB, DETERMINER}
    counted = sentence.tag(at) == FIGURE or sentence.low(at) == _EXISTS
    counted = counted or (sentence.tag(at) == NOUN and sentence.low(at) in measure.split())
    return range(sentence.word_at(pause.start()) if counted else 0)


def _is_participle(sentence: PhrasedSentence) -> bool:
    """Check whether a sentence begins with a participle: "Trained", "Born", "Working"."""
    word, tag = sentence.low(0), sentence.tag(0)
    if sentence.words.language != ENGLISH or tag not in {ATTACHING, NOUN, VERB}:  # "Aged" leads to a noun
        return False
    return (
        tag == VERB
        or word in phrase_words(ENGLISH, "bearing")
        or _DOING.match(word) is not None
        or _DONE.match(word) is not None
    )
