"""Bodies of a country whose own a figure is: "the | police | had 4,000 dentists", "the median age of the | party".

A police, a parliament or a government that tells of a figure ("the police counted …") leaves what is measured as it is. What it has or
is itself is no figure of its country.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from workbench.core.document import Attribution, Span
from workbench.core.quantity import Dimension
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
    PLACE,
    PREPOSITION,
    SAYING,
    SUBORDINATOR,
    THAT,
    VERB,
    phrase_words,
)

_THINGS = frozenset({Dimension.COUNT, Dimension.PHYSICAL, Dimension.DURATION, Dimension.RATE})
"""What a government has of its own. Money that it takes or spends is the country's."""
_VERBS = frozenset({AUXILIARY, EITHER, SAYING, VERB})
_OF_PHRASE = frozenset({ADJECTIVE, MOVE, NOUN, PLACE})
_LEADING = frozenset({ATTACHING, OF, PREPOSITION})


@cache
def bodies(language: str) -> frozenset[str]:
    """Collect the words for bodies that may have a figure of their own, in lower case.

    >>> {"police", "government"} <= bodies("en")
    True
    """
    return phrase_words(language, "tellers") | phrase_words(language, "governments")


def owners(sentence: PhrasedSentence, room: Span, dimension: Dimension) -> list[int]:
    """Find the words for bodies that a clause tells a figure of, where nobody in it tells or counts.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def found(said):
    ...     words = tagged(said, Span(0, len(said)), [], "en")
    ...     at = owners(PhrasedSentence(words), Span(0, len(said)), Dimension.COUNT)
    ...     return [words.raws[each] for each in at]
    >>> found("The police had 59 dentists."), found("There were 59 dentists in the government.")
    (['police'], ['government'])
    >>> found("The police counted 59 attacks."), found("Under this government there were 59 attacks.")
    ([], [])

    Args:
        sentence: The sentence.
        room: The clause of the figure.
        dimension: The dimension of the figure.
    """
    words, things = sentence.words, dimension in _THINGS
    first, last = _words_of(sentence, room)
    said = frozenset(map(str.lower, words.raws[first:last]))
    if not said.isdisjoint(phrase_words(words.language, "telling")):
        return []
    has = things and _only_has(sentence, first, last)
    named = [at for at in range(first, last) if sentence.low(at) in bodies(words.language)]
    return [at for at in named if _owns(sentence, at, has=has, things=things)]


def _words_of(sentence: PhrasedSentence, room: Span) -> tuple[int, int]:
    return sentence.word_at(room.start), sentence.word_at(room.end)


def _owns(sentence: PhrasedSentence, at: int, *, has: bool, things: bool) -> bool:
    """Check whether a body is what a figure is of: behind "in" or "of", or without a preposition the one that has it."""
    rules = sentence.low(at) in phrase_words(sentence.words.language, "governments")
    begin = _begin_of_phrase(sentence, at)
    if sentence.tag(begin - 1) in _LEADING:
        return sentence.low(begin - 1) in phrase_words(sentence.words.language, "inside") and (things or not rules)
    return has if rules else True


def _begin_of_phrase(sentence: PhrasedSentence, at: int) -> int:
    """Find where the noun phrase of a word begins."""
    while sentence.tag(at - 1) in _OF_PHRASE:
        at -= 1
    return at - (sentence.tag(at - 1) == DETERMINER)


def _only_has(sentence: PhrasedSentence, first: int, last: int) -> bool:
    """Check whether a clause has no verb but those of having: a government that "had built 300 homes" has none of its own."""
    return _verbs(sentence, first, last) <= phrase_words(sentence.words.language, "holding")


def _verbs(sentence: PhrasedSentence, first: int, last: int) -> frozenset[str]:
    return frozenset(sentence.low(at) for at in range(first, last) if sentence.tag(at) in _VERBS)


def people_counted(sentence: PhrasedSentence, room: Span, figure: Span) -> Span | None:
    """Find people who else only tell or are addressed, where they are counted: "59 | readers |", "59 cases among | readers |".

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def found(said):
    ...     whole, at = Span(0, len(said)), said.index("59")
    ...     span = people_counted(PhrasedSentence(tagged(said, whole, [], "en")), whole, Span(at, at + 2))
    ...     return None if span is None else span.cut(said)
    >>> found("59 readers had mumps."), found("There were 59 cases among the readers."), found("The readers had 59 cases.")
    ('readers', 'readers', None)

    Args:
        sentence: The sentence.
        room: The clause of the figure.
        figure: The number, and the noun of what is counted where it was read.
    """
    words, people = sentence.words, phrase_words(sentence.words.language, "people_who_tell")
    amid = phrase_words(words.language, "amid")
    counted = range(sentence.word_at(figure.start), sentence.word_at(figure.end) + 1)
    for at in range(*_words_of(sentence, room)):
        if sentence.low(at) in people and (at in counted or sentence.low(_begin_of_phrase(sentence, at) - 1) in amid):
            return Span(*words.spans[at])
    return None


def told_of_themselves(sentence: PhrasedSentence, said: Sequence[Attribution], figure: Span) -> tuple[Attribution, ...]:
    """Find the sayings in which a figure is of those who tell it: "the clinic | said it had 59 cases", "| wrote down | 59 cases".

    >>> from workbench.core.document import How
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def own(told):
    ...     whole = Span(0, len(told))
    ...     said = Attribution((whole,), None, None, None, How.REPORTED)
    ...     figure = Span(told.index("59"), told.index("59") + 2)
    ...     return bool(told_of_themselves(PhrasedSentence(tagged(told, whole, [], "en")), [said], figure))
    >>> own("that it had 59 cases"), own("59 cases in 2015"), own("it looked after 59 patients")
    (True, True, True)
    >>> own("there were 59 cases"), own("it had risen to 59"), own("it was 59")
    (False, False, False)

    Args:
        sentence: The sentence.
        said: Who says what in it.
        figure: Where the claim stands.
    """
    return tuple(
        each for each in said if any(one.covers(figure) and _is_own(sentence, one, figure) for one in each.content)
    )


def _is_own(sentence: PhrasedSentence, told: Span, figure: Span) -> bool:
    """Check whether what is told has no verb, or one of having, counting or a deed behind a pronoun: "it | looked after | 59 patients"."""
    first, last = _words_of(sentence, told)
    first += sentence.tag(first) in {THAT, SUBORDINATOR}
    verbs, named = _verbs(sentence, first, last), partial(phrase_words, sentence.words.language)
    if not verbs or sentence.low(first) not in named("referring"):
        return not verbs
    return verbs <= named("holding") | named("telling") or _is_done_to(sentence, range(first, last), figure)


def _is_done_to(sentence: PhrasedSentence, told: range, figure: Span) -> bool:
    """Check whether something is done to what is counted: no verb of levels or of moves, and no preposition before its figure."""
    named = partial(phrase_words, sentence.words.language)
    before = sentence.word_at(figure.start) - 1
    led = sentence.tag(before) in _LEADING and sentence.low(before) not in named("particles_of_deeds")
    moves = any(sentence.tag(at) == MOVE for at in told)
    return not led and not moves and _verbs(sentence, told.start, told.stop).isdisjoint(named("levels"))
