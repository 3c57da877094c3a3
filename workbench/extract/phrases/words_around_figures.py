"""Words around a figure that several readers look for: the word it depends on, the edge of its clause, an infinitive."""

from __future__ import annotations

from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import phrase_words

_ENDS = frozenset("PZSER")
_BEFORE_FIGURE = frozenset("BD")


def word_ahead(sentence: PhrasedSentence, figure: int, passed: frozenset[str] = _BEFORE_FIGURE) -> int:
    """Find the word before a figure, past articles, hedges and particles: "threw | out | some | 40 files"; -1 where there is none.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> word_ahead(PhrasedSentence(tagged("threw out some files", Span(0, 20), [], "en")), 3)
    0

    Args:
        sentence: The sentence.
        figure: The first word of the figure.
        passed: The classes of the words that are passed.
    """
    particles = phrase_words(sentence.words.language, "particles")
    k = figure - 1
    while k >= 0 and (sentence.tag(k) in passed or sentence.low(k) in particles):
        k -= 1
    return k


def edge_of_clause(sentence: PhrasedSentence, at: int, step: int) -> int:
    """Find the first word outside the clause of a word: behind it for a step of 1, before it for -1.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> sentence = PhrasedSentence(tagged("It rose, they said", Span(0, 18), [], "en"))
    >>> edge_of_clause(sentence, 0, 1), edge_of_clause(sentence, 1, -1)
    (2, -1)
    """
    while sentence.tag(at) and sentence.tag(at) not in _ENDS:
        at += step
    return at


def is_infinitive(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether an infinitive begins at a word: "help" | "to pay".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> sentence = PhrasedSentence(tagged("hope to reach", Span(0, 13), [], "en"))
    >>> is_infinitive(sentence, 1), is_infinitive(sentence, 0)
    (True, False)
    """
    return sentence.low(at) in phrase_words(sentence.words.language, "infinitives") and sentence.tag(at + 1) == "V"
