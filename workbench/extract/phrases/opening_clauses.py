"""Clauses before the subject that say when or with what a statement was made: "Opening the fair, the mayor said", "When I was a boy, …".

They name nothing that is measured and nobody that is counted, and none of their nouns is the subject of what follows.
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADVERB,
    ATTACHING,
    DETERMINER,
    NOUN,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB,
)
from workbench.extract.words.word_files import ENGLISH

_PAUSE = re.compile(r"(?<!\d),|,(?!\d)|[;:–—]")
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
    """Cut off a clause that a stretch begins with; where the stretch has nothing else, a pronoun behind it may stand for what it names."""
    pause = _PAUSE.search(text, stretch.start, stretch.end) if opens_with_clause(sentence, stretch) else None
    left = "" if pause is None else text[pause.end() : stretch.end].strip(" ,;:–—")
    return Span(pause.end(), stretch.end) if pause is not None and left else stretch
