"""Words of a stretch of a sentence that must be read: all but those that are known to leave what is measured as it is."""

from __future__ import annotations

from workbench.core.document import Span
from workbench.extract.phrases.embedded_statements import describes_measure
from workbench.extract.phrases.plain_words import always_plain, is_plain
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    DETERMINER,
    EITHER,
    NOUN,
    SUBORDINATOR,
    THAT,
    VERB,
    phrase_words,
)

_CONTENT = frozenset({NOUN, ADJECTIVE, VERB})
_THAT = frozenset({SUBORDINATOR, THAT})
_PEOPLE = frozenset(f"{DETERMINER}{NOUN}{verb}" for verb in (AUXILIARY, EITHER, VERB))
"""An adjective that stands for people: "the | rich | paid"."""


def words_to_read(sentence: PhrasedSentence, room: Span, figure: int) -> list[int]:
    """Collect the words of a stretch that name or do something and are not known to leave the measure unchanged.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def found(said):
    ...     whole = Span(0, len(said))
    ...     sentence = PhrasedSentence(tagged(said, whole, [], "en"))
    ...     return [sentence.words.raws[at] for at in words_to_read(sentence, whole, len(said))]
    >>> found("Police put handcuffs on them."), found("The rich paid."), found("This rich country paid.")
    (['handcuffs'], ['rich'], [])

    Args:
        sentence: The sentence.
        room: The stretch.
        figure: Where the claim begins; only words after the last "that" before it are collected.
    """
    words = sentence.words
    begin, end = sentence.word_at(room.start), sentence.word_at(room.end)
    tags, raws = words.tags, words.raws
    before = range(begin + 1, min(end, sentence.word_at(figure)))
    thats = [at for at in before if tags[at] in _THAT and not _describes(sentence, begin, at)]
    first = thats[-1] + 1 if thats else begin  # "the chamber says | that"
    named = [at for at in range(first, end) if tags[at] in _CONTENT and raws[at][0].isalpha()]
    plain = always_plain(words.language)  # looked up here for most words, since this runs for every claim
    return [
        at
        for at in named
        if (raws[at].lower() not in plain and not is_plain(words, at))
        or (
            tags[max(0, at - 1) : at + 2] in _PEOPLE
            and sentence.low(at) in phrase_words(words.language, "well_or_badly_off")
        )
    ]


def _describes(sentence: PhrasedSentence, begin: int, at: int) -> bool:
    """Check whether a "that" describes what is measured: "the share of dental spending | that patients pay"."""
    words = sentence.words
    return describes_measure(" ".join([*words.raws[begin:at], ""]), words.language)
