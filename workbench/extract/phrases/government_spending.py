"""The part of a country's spending that its government pays: "health expenditure of | general government |", "the | state | spent 9 percent".

The whole country spends more: what its households and its firms spend is counted too. The System of Health Accounts
tells the two apart (OECD, Eurostat and WHO, *A System of Health Accounts 2011*, revised edition, chapter 7), and so do
the tables of research and development.
"""

from __future__ import annotations

from functools import partial

from workbench.core.document import Span
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    ATTACHING,
    AUXILIARY,
    DETERMINER,
    EITHER,
    MOVE,
    NOUN,
    OF,
    PREPOSITION,
    SAYING,
    VERB,
    phrase_words,
)

_VERBS = frozenset({AUXILIARY, EITHER, SAYING, VERB})
_NAMING = frozenset({ADJECTIVE, MOVE, NOUN})
_LEADING = frozenset({ATTACHING, OF, PREPOSITION})
_NEAR = 5
"""Most words between what is spent and who spends it: "spending on health care by the state"."""


def spenders(sentence: PhrasedSentence, room: Span) -> list[int]:
    """Find the words for a government that pays what a clause tells of.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def found(said):
    ...     words = tagged(said, Span(0, len(said)), [], "en")
    ...     return [words.raws[at] for at in spenders(PhrasedSentence(words), Span(0, len(said)))]
    >>> found("Spending on health by the state rose."), found("This government spent 9 percent on health.")
    (['state'], ['government'])
    >>> found("Under this government health spending rose."), found("The state spent what it had cut.")
    ([], [])

    Args:
        sentence: The sentence.
        room: The clause of the figure.
    """
    named = partial(phrase_words, sentence.words.language)
    inside = range(sentence.word_at(room.start), sentence.word_at(room.end))
    found = [at for at in inside if sentence.low(at) in named("spenders")]
    if not found:
        return []
    verbs = {sentence.low(at) for at in inside if sentence.tag(at) in _VERBS}
    spends = not verbs.isdisjoint(named("spent")) and verbs <= named("spent") | named("holding")
    return [at for at in found if _beside_spending(sentence, at) or (spends and _leads(sentence, at))]


def _beside_spending(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a government stands right before what is spent, or behind it."""
    named = partial(phrase_words, sentence.words.language)
    if sentence.low(at + 1) in named("spending"):
        return True
    begin = _begin(sentence, at)
    spent = [each for each in range(max(0, begin - _NEAR), begin) if sentence.low(each) in named("spending")]
    return bool(spent) and (spent[-1] == begin - 1 or sentence.low(begin - 1) in named("spent_by"))


def _leads(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether a government stands without a preposition."""
    return sentence.tag(_begin(sentence, at) - 1) not in _LEADING


def _begin(sentence: PhrasedSentence, at: int) -> int:
    """Find where the noun phrase of a word begins."""
    while sentence.tag(at - 1) in _NAMING:
        at -= 1
    return at - (sentence.tag(at - 1) == DETERMINER)
