"""Nouns behind a preposition to which "of" ties a figure: "with debts of 3 billion", "mit Schulden von 3 Milliarden"."""

from __future__ import annotations

from workbench.extract.phrases.chunks import Phrase
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence, names_no_measure, without_move
from workbench.extract.phrases.word_classes import ADVERB, phrase_words
from workbench.extract.words.grammar import grammar


def tied_noun(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """Read the noun to which "of" ties the figure at a word; none for a mere size: "at a pace of 5 percent".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> sentences = ("it ended with debts of 3", "it rose at a pace of 3")
    >>> [tied_noun(PhrasedSentence(tagged(one, Span(0, len(one)), [(len(one) - 1, len(one), "F")], "en")), 5 + ("pace" in one)) for one in sentences]
    [('debts',), ()]
    """
    words, tie = sentence.words, at - 1
    hedges, tying = grammar(words.language).hedges, phrase_words(words.language, "tying")
    while sentence.low(tie) not in tying:
        if sentence.tag(tie) != ADVERB and sentence.low(tie) not in hedges:
            return ()
        tie -= 1  # "of | about"
    one = next((each for each in reversed(sentence.phrases) if each.end <= tie), None)
    begin = None if one is None or one.end != tie else _begin(sentence, one)
    if one is None or begin is None or names_no_measure(words, begin, one.end):
        return ()
    named = without_move(words, begin, one.end)
    sizes = phrase_words(words.language, "generic") | phrase_words(words.language, "mere_sizes")
    return () if all(word.lower() in sizes for word in named) else named


def _begin(sentence: PhrasedSentence, one: Phrase) -> int | None:
    """Find the first word of the last noun of a phrase, behind "with" or its preposition; None where neither stands there."""
    has = phrase_words(sentence.words.language, "having")
    last = next((i for i in range(one.end - 1, one.begin, -1) if sentence.low(i) in has), None)
    if last is not None:
        return last + 1
    return one.begin + 1 if one.kind == "p" else None
