"""Words in the clause of a figure that nothing reads: "59 suspects were | handcuffed", "measles cases | bei Erwachsenen".

A speaker may say with them that something else was counted, or a part of it. They are told with the claim; whether a series answers for
them is weighed beside its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from workbench.core.claim import Mention
from workbench.core.text import Span
from workbench.extract.phrases.headlines import spans_of
from workbench.extract.phrases.roles import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    NOUN,
    SUBORDINATOR,
    THAT,
    VERB,
    phrase_words,
)
from workbench.extract.words.grammar import grammar

UNREAD = "unread"
_CONTENT = frozenset({NOUN, ADJECTIVE, VERB})
_THAT = frozenset({SUBORDINATOR, THAT})
_READ = (
    "levels", "saying", "thinking", "holding", "recording", "dull", "generic", "determiners", "periodic", "empty",
    "conjunctions", "relatives", "spare", "firsts", "denying", "pronouns", "countings", "plain",
)  # fmt: skip
"""Classes of words that part nothing of what is measured, or that another rule reads."""


def words_to_read(sentence: PhrasedSentence, room: Span, figure: int) -> list[int]:
    """Gives the words of a stretch that name or do something and are not known to part nothing: those that something must read.

    >>> from workbench.extract.phrases.tagging import tagged
    >>> said = "In our country 59 suspects were handcuffed."
    >>> sentence = PhrasedSentence(tagged(said, Span(0, len(said)), [(15, 17, "F")], "en"))
    >>> [sentence.words.raws[at] for at in words_to_read(sentence, Span(0, len(said)), 15)]
    ['suspects', 'handcuffed']

    Args:
        sentence: The sentence.
        room: The stretch.
        figure: Where the claim begins; what is said begins behind the last "that" before it.
    """
    words, spare = sentence.words, _spare(sentence.words.language)
    begin, end = sentence.word_at(room.start), sentence.word_at(room.end)
    tags, raws = words.tags, words.raws
    thats = [at for at in range(begin, min(end, sentence.word_at(figure))) if tags[at] in _THAT and at > begin]
    first = thats[-1] + 1 if thats else begin  # "the chamber says | that"
    named = [at for at in range(first, end) if tags[at] in _CONTENT and raws[at].lower() not in spare]
    return [at for at in named if raws[at][0].isalpha()] if named else named


def unread_words(
    sentence: PhrasedSentence, text: str, found: Sequence[int], read: Sequence[Span]
) -> Iterator[Mention[str]]:
    """Gives those of some words that nothing reads, each run by itself.

    >>> from workbench.extract.phrases.tagging import tagged
    >>> said = "59 suspects were handcuffed by detectives."
    >>> sentence = PhrasedSentence(tagged(said, Span(0, len(said)), [(0, 2, "F")], "en"))
    >>> [mention.value for mention in unread_words(sentence, said, [1, 3, 5], [Span(3, 11)])]
    ['handcuffed', 'detectives']

    Args:
        sentence: The sentence.
        text: The whole text.
        found: Words of it, by their places in the sentence.
        read: Where the words stand that slots or an official name hold.
    """
    run: list[int] = []
    told = [(one.start, one.end) for one in read]
    for at in found:
        start, end = sentence.words.spans[at]
        if [first for first, last in told if first < end and start < last]:
            continue
        if run and at != run[-1] + 1:
            yield _mention(sentence, text, run)
            run = []
        run.append(at)
    if run:
        yield _mention(sentence, text, run)


def _mention(sentence: PhrasedSentence, text: str, run: Sequence[int]) -> Mention[str]:
    spans = sentence.words.spans
    return unread_mention(text, Span(spans[run[0]][0], spans[run[-1]][1]))


def read_by_name(measure: str, passage: str, room: Span, whole: Span, language: str) -> list[Span]:
    """Gives where the words stand that a headline measure takes its name from, in its clause, and those beside it that part nothing of it.

    Args:
        measure: The words for what is measured.
        passage: The words of the sentence.
        room: The clause of the figure, in the whole text.
        whole: The sentence, in the whole text.
        language: One with a word file.

    >>> said = "Firms threw out 5 tonnes of electronic waste."
    >>> [span.cut(said) for span in read_by_name("electronic waste", said, Span(0, 45), Span(0, 45), "en")]
    ['electronic waste']
    """
    said = room.shift(-whole.start).cut(passage)
    named = [
        each.shift(room.start) for table in ("measures", "alone") for each in spans_of(measure, said, language, table)
    ]
    return named + [each.shift(whole.start) for each in spans_of(measure, passage, language, "beside")]


def unread_mention(text: str, span: Span, rule: str = UNREAD) -> Mention[str]:
    """Gives words as ones that no slot reads.

    >>> unread_mention("aid to Ukraine", Span(7, 14)).value
    'Ukraine'
    """
    return Mention(span, span.cut(text), rule)


@cache
def _spare(language: str) -> frozenset[str]:
    """The words that part nothing, in small letters."""
    words = {word.lower() for key in _READ for word in phrase_words(language, key)}
    return frozenset(words) | {word.lower() for word in grammar(language).hedges}
