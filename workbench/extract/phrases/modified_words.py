"""Words that say how much, how long or that something only nearly is so, right before the words that a measure is read from.

They are listed, save English adverbs in "-ly": of these every one counts that is not known to part nothing ("officially").

Examples: "46 percent are | very | poor", "31,000 | nearly | died", "4,8 | zweite | Ehen". Elsewhere such words part nothing
("a very high rate", "nearly 31,000 died"), so that they are spare words; here they make another measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import ATTACHING, DETERMINER, FIGURE, OF, PREPOSITION, phrase_words
from workbench.extract.words.word_files import ENGLISH

_LEADS = frozenset({ATTACHING, PREPOSITION})
_NUMBERED = frozenset({FIGURE, OF})


def modified_by(
    sentence: PhrasedSentence, room: Span, named: Callable[[], Sequence[Span]], measure: str
) -> Iterator[Span]:
    """Yield the words of degree and of order in a stretch that stand right before a word which the measure is read from.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "46 percent were very poor."
    >>> room = Span(0, len(said))
    >>> sentence = PhrasedSentence(tagged(said, room, [(0, 10, "F")], "en"))
    >>> [span.cut(said) for span in modified_by(sentence, room, lambda: [Span(21, 25)], "poverty")]
    ['very']

    Args:
        sentence: The sentence.
        room: The stretch.
        named: Gives the spans that the measure is read from; it is asked only where there is such a word.
        measure: The measure.
    """
    words = sentence.words
    first, last = sentence.word_at(room.start), sentence.word_at(room.end)
    degrees, order, plain = _lists(words.language)
    ly = words.language == ENGLISH
    # words in small letters alone, as a word that begins a sentence modifies nothing
    found = [
        at
        for at in range(first, last)
        if (raw := words.raws[at]) in degrees or raw in order or (ly and raw[-2:] == "ly" and raw not in plain)
    ]
    if not found:
        return
    own, spans = measure.lower().split(), named()
    for at in found:
        numbers = words.raws[at] in order
        behind = at + 1 + (not numbers and sentence.tag(at + 1) in _LEADS)  # "fast | an | Tuberkulose gestorben"
        parts = _counts_some(sentence, at) if numbers else sentence.tag(behind) != FIGURE
        if parts and (sentence.low(behind) in own or _overlaps(sentence, behind, spans)):
            yield Span(*words.spans[at])


@cache
def _lists(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Look up the words of degree, those of order, and the adverbs that part nothing."""
    degrees, order, plain, adverbs = (phrase_words(language, key) for key in ("degrees", "firsts", "plain", "adverbs"))
    return degrees, order, plain | adverbs


def _counts_some(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word of order says which of those that are counted: "of the | second | children", but not "the first marriages"."""
    if sentence.tag(at - 1) != DETERMINER:
        return True
    return sentence.tag(at - 2) in _NUMBERED


def _overlaps(sentence: PhrasedSentence, at: int, spans: Sequence[Span]) -> bool:
    if not spans or at >= len(sentence.words.spans):
        return False
    own = Span(*sentence.words.spans[at])
    return any(each.overlaps(own) for each in spans)
