"""Words that say how much, how long or that something only nearly is so, right before the words that a measure is read from.

Examples: "46 percent are | very | poor", "31,000 | nearly | died", "4,8 | zweite | Ehen". Elsewhere such words part nothing
("a very high rate", "nearly 31,000 died"), so that they are spare words; here they make another measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import ATTACHING, DETERMINER, FIGURE, OF, PREPOSITION, phrase_words

_LEADS = frozenset({ATTACHING, PREPOSITION})
_NUMBERED = frozenset({FIGURE, OF})


def modified_by(sentence: PhrasedSentence, room: Span, named: Sequence[Span]) -> Iterator[Span]:
    """Yield the words of degree and of order in a stretch that stand right before a word which the measure is read from.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "46 percent were very poor."
    >>> room = Span(0, len(said))
    >>> sentence = PhrasedSentence(tagged(said, room, [(0, 10, "F")], "en"))
    >>> [span.cut(said) for span in modified_by(sentence, room, [Span(21, 25)])]
    ['very']

    Args:
        sentence: The sentence.
        room: The stretch.
        named: The spans that the measure is read from.
    """
    degrees, order = (phrase_words(sentence.words.language, key) for key in ("degrees", "firsts"))
    for at in range(sentence.word_at(room.start), sentence.word_at(room.end)):
        low = sentence.low(at)
        if low in degrees:
            behind = at + 1 + (sentence.tag(at + 1) in _LEADS)  # "fast | an | Tuberkulose gestorben"
            parts = sentence.tag(behind) != FIGURE
        else:
            behind, parts = at + 1, low in order and _counts_some(sentence, at)
        if parts and behind < len(sentence.words.spans) and _begins(sentence, behind, named):
            yield Span(*sentence.words.spans[at])


def _counts_some(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a word of order says which of those that are counted: "of the | second | children", but not "the first marriages"."""
    if sentence.tag(at - 1) != DETERMINER:
        return True
    return sentence.tag(at - 2) in _NUMBERED


def _begins(sentence: PhrasedSentence, at: int, named: Sequence[Span]) -> bool:
    start, end = sentence.words.spans[at]
    return any(each.start < end and start < each.end for each in named)
