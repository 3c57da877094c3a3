"""Adjectives that set apart a stage or a sort of what is measured: "| approved | investment", "84 | further | attacks", "900 | new | dentists".

Elsewhere in a clause such words part nothing ("the government has approved …", "a new record"), so that they are plain words.
What is planned or approved is another measure wherever it stands right before it. Which of several are meant (the further,
the larger ones) is told only between a figure and what it counts. New ones are all that there were of what happens
("new cases"), and came in a year of what lasts ("new dentists").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import AUXILIARY, FIGURE, NOUN, PLACE, PRONOUN, phrase_words

_SUBJECTS = frozenset({NOUN, PLACE, PRONOUN, AUXILIARY})
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def stages_of_measured(
    sentence: PhrasedSentence, room: Span, named: Callable[[], Sequence[Span]], measure: str
) -> Iterator[Span]:
    """Yield the words in a stretch that set apart a stage or a sort, right before a word which the measure is read from.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def told(said, measure):
    ...     room = Span(0, len(said))
    ...     sentence = PhrasedSentence(tagged(said, room, [(0, 3, "F")], "en"))
    ...     return [span.cut(said) for span in stages_of_measured(sentence, room, lambda: [], measure)]
    >>> told("900 new dentists came.", "dentists"), told("900 new cases came.", "cases"), told("900 planned attacks.", "attacks")
    (['new'], [], ['planned'])

    Args:
        sentence: The sentence.
        room: The stretch.
        named: Gives the spans that the measure is read from; it is asked only where there is such a word.
        measure: The measure.
    """
    words = sentence.words
    listed = _listed(words.language)
    if listed.isdisjoint(words.raws):
        return
    # "Norway's approved | aid was …" may be taken for a saying, behind which the stretch begins
    first, last = max(0, sentence.word_at(room.start) - 1), sentence.word_at(room.end)
    found = [at for at in range(first, last) if words.raws[at] in listed]
    if not found:
        return
    stages, sorts, news, lasting = _kinds(words.language)
    own = measure.lower().split()
    for at in found:
        low = sentence.low(at)
        behind_figure = sentence.tag(at - 1) == FIGURE
        new = low in news and behind_figure and sentence.low(at + 1) in lasting
        apart = (low in stages and not _has_subject(sentence, at)) or (low in sorts and behind_figure)
        if new or (apart and _is_measured(sentence, at + 1, own, named)):
            yield Span(*words.spans[at])


@cache
def _kinds(language: str) -> tuple[frozenset[str], ...]:
    """Look up the words of a stage, those of a sort, those for what is new, and what lasts."""
    return tuple(frozenset(phrase_words(language, key)) for key in ("stages", "sorts", "news", "lasting"))


@cache
def _listed(language: str) -> frozenset[str]:
    """Collect the words that set something apart, as they stand inside a sentence and at its head."""
    words = frozenset[str]().union(*_kinds(language)[:3])
    return words | {word.capitalize() for word in words}


def _has_subject(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word does something, and describes nothing: "the office | announced | aid of 5 billion", but not "Norway's | announced | aid"."""
    return sentence.tag(at - 1) in _SUBJECTS and not sentence.low(at - 1).endswith(_POSSESSIVE)


def _is_measured(sentence: PhrasedSentence, at: int, own: Sequence[str], named: Callable[[], Sequence[Span]]) -> bool:
    """Check whether the measure is read from a word."""
    if at >= len(sentence.words.spans):
        return False
    if sentence.low(at) in own:
        return True
    word = Span(*sentence.words.spans[at])
    return any(each.overlaps(word) for each in named())
