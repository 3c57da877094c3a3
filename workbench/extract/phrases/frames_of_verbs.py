"""Frames: what a sum or a share measures by its verb and by the words right behind it, before any subject is looked for.

"Asked for 50 billion | in annual purchases", "faces 45 percent | poverty", "added 5 billion | to the debt", "owe the
banks | 3 billion": the subject asks, faces, adds and owes, and is not measured.
"""

from __future__ import annotations

import re

from workbench.extract.phrases.chunks import head_of, said_of
from workbench.extract.phrases.subjects_and_objects import MeasuredWords, PhrasedSentence, phrase_at, phrase_end
from workbench.extract.phrases.word_classes import phrase_table, phrase_words
from workbench.extract.words.word_files import ENGLISH

_BETWEEN = frozenset("BD")
_RECEIVERS = frozenset("NKLQ")
_VERBS = frozenset("XVWB")
_NEAR = 8
_NO_DEEDS = ("levels", "holding", "thinking", "foretelling")
_STAND_FOR = ("empty", "generic", "countings", "bare")
"""Nouns that stand for what was named before: "the country | lost 5 percent", "the rate"."""
_SIZES = ("idioms", "generic", "periodic", "coins", "no_contents")
"""Nouns that name no thing of which there is so much: "7 dollars | weekly"."""
_DONE = re.compile(r"\w{4,}ed\Z")
"""A participle that tells how a figure was reached: "70,000 dollars | adjusted for prices"."""


def framed(sentence: PhrasedSentence, at: int, behind: int, *, money: bool, subject: bool) -> MeasuredWords | None:
    """Read what a sum or a share measures from its verb and the words right behind it; None where neither tells.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "They asked the bank for 3 in annual loans"
    >>> framed(PhrasedSentence(tagged(said, Span(0, len(said)), [(24, 25, "F")], "en")), 5, 6, money=True, subject=True).words
    ('annual', 'loans')

    Args:
        sentence: The sentence.
        at: The first word of the figure.
        behind: The word behind it.
        money: Whether it is a sum of money.
        subject: Whether a noun phrase stands to the left, which a verb that says how high something is would measure.
    """
    words = _by_verb(sentence, _before(sentence, at), behind) if money else ()
    if not words:
        beside = (_content(sentence, behind) if money else ()) or _right_behind(sentence, behind)
        level = beside and subject and last_verb(sentence, at) in phrase_words(sentence.words.language, "levels")
        words = () if level else beside
    return MeasuredWords(words) if words else None


def acts(sentence: PhrasedSentence, at: int) -> bool:
    """Check whether the verb close before a word tells a deed, and not how high something is.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> [acts(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 2) for said in ("they face it", "they reached it")]
    [True, False]
    """
    return last_verb(sentence, at) not in {"", *phrase_words(sentence.words.language, "levels")}


def last_verb(sentence: PhrasedSentence, at: int) -> str:
    """Find the verb close before a word; empty where there is none.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> last_verb(PhrasedSentence(tagged("they face it", Span(0, 12), [], "en")), 2)
    'face'
    """
    return next(
        (sentence.low(i) for i in range(at - 1, max(at - _NEAR, -1), -1) if sentence.tag(i) in {"V", "X", "W"}), ""
    )


def who_acts(sentence: PhrasedSentence, at: int) -> tuple[str, ...]:
    """Read the noun phrase left of the verb before a word, where it does something: then nothing said before is measured.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> [who_acts(PhrasedSentence(tagged(said, Span(0, len(said)), [], "en")), 3) for said in ("the party got 40", "the party was 40")]
    [('party',), ()]
    """
    language, k, does = sentence.words.language, _before(sentence, at), False
    while k >= 0 and sentence.tag(k) in _VERBS:
        does = does or (sentence.tag(k) in "VW" and _does(sentence.low(k), language))
        k -= 1
    one = next((each for each in sentence.phrases if each.end == k + 1 and each.kind == "n"), None) if does else None
    if one is None:
        return ()
    head = sentence.low(head_of(sentence.words, one.begin, one.end))
    stands_for = any(head in phrase_words(language, key) for key in _STAND_FOR)
    if stands_for and head not in phrase_words(language, "agents"):
        return ()
    return tuple(said_of(sentence.words, one.begin, one.end))


def _does(verb: str, language: str) -> bool:
    """Check whether a verb tells a deed: "got", "costs", but not "reached", "owns" or "predicted"."""
    level = any(verb in phrase_words(language, key) for key in _NO_DEEDS)
    return not level or verb in phrase_words(language, "costing")


def _by_verb(sentence: PhrasedSentence, verb: int, behind: int) -> tuple[str, ...]:
    """Read what a sum is added to or owed: "add" | "5 billion" | "to the debt", "owe" | "foreign lenders" | "12 billion"."""
    language = sentence.words.language
    if (leads := phrase_table(language, "transfers").get(sentence.low(verb), "")) and sentence.low(behind) == leads:
        return phrase_at(sentence, behind + 1)
    if sentence.tag(verb) in _RECEIVERS:
        receiver = next((one for one in sentence.phrases if one.end == verb + 1 and one.kind in "nq"), None)
        verb = verb if receiver is None else _before(sentence, receiver.begin)
    noun = phrase_table(language, "debts").get(sentence.low(verb), "") if sentence.tag(verb) in {"V", "W"} else ""
    return (noun,) if noun else ()


def _content(sentence: PhrasedSentence, behind: int) -> tuple[str, ...]:
    """Read what a sum consists of: "50 billion" | "in annual purchases"; a noun with an article is where it lies."""
    language, begin = sentence.words.language, behind + 1
    if sentence.low(behind) not in phrase_words(language, "consisting") or sentence.tag(begin) == "D":
        return ()
    return () if _names_nothing(sentence, begin) else phrase_at(sentence, begin)


def _right_behind(sentence: PhrasedSentence, behind: int) -> tuple[str, ...]:
    """Read the noun phrase right behind a figure, whose size it tells: "45 percent" | "poverty in the cities"."""
    if sentence.tag(behind) not in {"N", "A", "K"} or _names_nothing(sentence, behind):
        return ()
    clause = sentence.tag(phrase_end(sentence, behind)) in {"V", "X", "Y"}  # "with 5 percent | prices are high"
    return () if clause else phrase_at(sentence, behind)


def _names_nothing(sentence: PhrasedSentence, begin: int) -> bool:
    """Check whether what begins at a word is no noun phrase, a name ("the Middle East") or a turn of phrase ("in total")."""
    language, words, end = sentence.words.language, sentence.words, phrase_end(sentence, begin)
    if end == begin:
        return True
    head = sentence.low(head_of(words, begin, end))
    if any(head in phrase_words(language, key) for key in _SIZES) or (language == ENGLISH and _DONE.search(head)):
        return True
    return language == ENGLISH and all(words.raws[k].istitle() for k in range(begin, end) if words.tags[k] in "NK")


def _before(sentence: PhrasedSentence, at: int) -> int:
    """Find the word before a word, past adverbs and articles."""
    at -= 1
    while sentence.tag(at) in _BETWEEN and at >= 0:
        at -= 1
    return at
