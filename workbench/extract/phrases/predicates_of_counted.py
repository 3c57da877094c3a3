"""Find what is told of counted people and things behind their number: "900 dentists | came | to us", "were | over 50".

A verb of level or of record ("came to", "left", "became", "took") leaves a measure as it is where the measure or a country
is its subject. Where those who are counted are its subject, it tells what they did, and only those who did it are counted.
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.phrases.plain_words import is_plain
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.word_tables import label_words, number_words

_SUBJECT_AND_VERB = re.compile("[BJDFNOLIT]*(?:(X[XB]*)([VW])?|([VW]))")
"""The classes of words from a counted noun to its verb: "900 dentists | in the whole of Norway have left"."""
_PASSIVE = re.compile("[BJDFNOLIT]*(X[XB]*)[VWY]")
_VERB_BEFORE = re.compile("[VWX]")
_STATES = frozenset("AVW")
_COUNTED = frozenset("AN")
_AGE = re.compile(r"[1-9]\d?")


def predicate_of_counted(sentence: PhrasedSentence, room: Span, figure: Span) -> Span | None:
    """Find the words behind counted people or things that tell which of them are counted; None where they only exist.

    Verbs that no list calls plain are left to the words that nothing reads, since a title may have them ("died").

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def told(said):
    ...     room = Span(0, len(said))
    ...     sentence = PhrasedSentence(tagged(said, room, [], "en"))
    ...     found = predicate_of_counted(sentence, room, Span(0, said.index("s ") + 1))
    ...     return None if found is None else found.cut(said)
    >>> told("900 dentists came to Norway."), told("900 dentists in Norway have left."), told("900 dentists were over 50.")
    ('came', 'left', 'over 50')
    >>> told("900 dentists worked in Norway."), told("900 dentists were counted.")
    (None, None)

    Args:
        sentence: The sentence.
        room: The clause of the figure.
        figure: The number and the noun of what is counted.
    """
    words, at = sentence.words, sentence.word_at(figure.end)
    noun = words.raws[at - 1].lower()
    spelled = words.raws[at + 1 : at + 2]
    if _is_age_limit(words, at) and (noun not in label_words(words.language).persons or not spelled[0].isdigit()):
        return _span(words, at, at + 1)  # "people over 15" is read as an age group
    first, last = sentence.word_at(room.start), sentence.word_at(room.end)
    told = _SUBJECT_AND_VERB.match(words.tags, at, last)
    if told is None or _VERB_BEFORE.search(words.tags, first, at) is not None:
        return None  # "we had | 900 dentists"
    if told[1] and not told[2]:
        return _span(words, told.end(), told.end() + 1) if _is_age_limit(words, told.end()) else None
    verb, auxiliary = told.end() - 1, words.tags.rfind("X", at, told.end())
    if noun in phrase_words(words.language, "comers"):
        return None  # "900 tourists came" are all that there were
    does = not told[1] or words.raws[auxiliary].lower() in phrase_words(words.language, "perfect")
    return _span(words, verb, verb) if does and is_plain(words, verb) and not _exists(words, verb) else None


def undergone_by_counted(sentence: PhrasedSentence, room: Span, figure: Span) -> Span | None:
    """Find what was done with what is counted, where a plain word tells it and it says more than that it was counted.

    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> def told(said):
    ...     room = Span(0, len(said))
    ...     sentence = PhrasedSentence(tagged(said, room, [], "en"))
    ...     found = undergone_by_counted(sentence, room, Span(0, said.index("s ") + 1))
    ...     return None if found is None else found.cut(said)
    >>> told("84 attacks in Norway were planned."), told("84 attacks were recorded.")
    ('planned', None)

    Args:
        sentence: The sentence.
        room: The clause of the figure.
        figure: The number and the noun or the unit of what is counted.
    """
    words, at = sentence.words, sentence.word_at(figure.end)
    told = _PASSIVE.match(words.tags, at, sentence.word_at(room.end))
    if told is None:
        return None
    verb, auxiliary = told.end() - 1, words.tags.rfind("X", at, told.end())
    passive = words.raws[auxiliary].lower() in phrase_words(words.language, "passives")
    counted = words.raws[verb].lower() in phrase_words(words.language, "registering") or _exists(words, verb)
    return _span(words, verb, verb) if passive and is_plain(words, verb) and not counted else None


def _span(words: Tagged, first: int, last: int) -> Span:
    return Span(words.spans[first][0], words.spans[last][1])


def _is_age_limit(words: Tagged, at: int) -> bool:
    """Check whether an age without a word for it stands at a word: "dentists | over 50 | in Norway", but not "over 50 towns"."""
    if at + 1 >= len(words.raws) or words.raws[at] not in phrase_words(words.language, "age_limits"):
        return False
    age = words.raws[at + 1].lower()
    stated = _AGE.fullmatch(age) is not None or age in number_words(words.language).tens
    return stated and words.tags[at + 2 : at + 3] not in _COUNTED


def _exists(words: Tagged, at: int) -> bool:
    """Check whether a verb says no more than that those who are counted are there, or in which state: "worked", "took | place", "went | hungry"."""
    low, behind = words.raws[at].lower(), words.raws[at + 1 : at + 2]
    existing = phrase_words(words.language, "existing")
    becomes = words.tags[at + 1 : at + 2] in _STATES  # which the title has or lacks
    return becomes or low in existing or " ".join([low, *behind]).lower() in existing
