"""Words that narrow a measure and that its official name lacks.

Examples: "41.5 percent of | first | births", "| church | weddings".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.claim import NARROWED, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.extract.phrases.headline_indicators import spans_of
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    ATTACHING,
    DETERMINER,
    NOUN,
    PAUSE,
    PREPOSITION,
    STOP,
    phrase_words,
)
from workbench.extract.words.grammar import grammar

_NOUN_PHRASE = frozenset({NOUN, ADJECTIVE})
_SPARE = ("dull", "generic", "determiners", "periodic", "anybody", "empty", "conjunctions", "relatives", "spare")
"""Classes of words that do not narrow a measure."""


def narrowed_by(sentence: PhrasedSentence, text: str, room: Span, measure: str) -> Iterator[Mention[Qualifier]]:
    """Yield the words right before those that gave the measure its official name, in the same noun phrase.

    The search is in `room`, the claim's part of its sentence; `text` is the whole text.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "41 percent of first births were outside marriage."
    >>> room = Span(0, len(said))
    >>> sentence = PhrasedSentence(tagged(said, room, [(0, 2, "F")], "en"))
    >>> [mention.value.what for mention in narrowed_by(sentence, said, room, "births outside marriage")]
    ['first']
    """
    said = room.cut(text)
    if measure.lower() in said.lower():
        return
    named = tuple(each.shift(room.start) for each in spans_of(measure, said, sentence.words.language))
    for one in named:
        if sentence.tag(sentence.word_at(one.start)) in _NOUN_PHRASE:
            yield from _before(text, sentence, one, named, measure.lower().split())


def _before(
    text: str, sentence: PhrasedSentence, one: Span, named: tuple[Span, ...], name: Sequence[str]
) -> Iterator[Mention[Qualifier]]:
    """Yield the words of a noun phrase before one that the official name covers."""
    end = at = sentence.word_at(one.start)
    while _is_of_phrase(sentence, at - 1) and not any(each.overlaps(_span(sentence, at - 1)) for each in named):
        at -= 1
    if _leads_in(sentence, at):
        return
    for k in range(at, end):
        if _parts(sentence, k) and sentence.low(k) not in name:
            span = _span(sentence, k)
            yield Mention(span, Qualifier(sort=Sort.AMONG, what=span.cut(text)), NARROWED)


def _span(sentence: PhrasedSentence, at: int) -> Span:
    return Span(*sentence.words.spans[at])


def _leads_in(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether the phrase before a measure is a separate one at the start of its sentence.

    Example: "After the crisis | unemployment was 26 percent".
    """
    at -= sentence.tag(at - 1) == DETERMINER
    return sentence.tag(at - 1) in {ATTACHING, PREPOSITION} and sentence.tag(at - 2) in {"", PAUSE, STOP}


def _is_of_phrase(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word is a noun, an adjective or an ordinal."""
    ordinals = phrase_words(sentence.words.language, "firsts")
    return bool(sentence.tag(at)) and (sentence.tag(at) in _NOUN_PHRASE or sentence.low(at) in ordinals)


def _parts(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word narrows the measure: fillers do not, "first" does except in "the first"."""
    word, language = sentence.low(at), sentence.words.language
    if word in phrase_words(language, "firsts"):
        return sentence.tag(at - 1) != DETERMINER
    hedges = grammar(language).hedges
    return word not in hedges and not any(word in phrase_words(language, key) for key in _SPARE)
