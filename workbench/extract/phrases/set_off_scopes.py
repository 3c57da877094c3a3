"""Find phrases set off from a figure's clause that may say of whom, where or how it was measured.

They begin with a preposition ("in our branch", "among those who came here as adults"), count otherwise ("add the
refugees"), tell what alone is meant ("which covers only the coast"), or are a few words without a verb ("native-born").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount
from workbench.extract.phrases.opening_clauses import opens_with_clause
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_classes import (
    ADVERB,
    ADVERSATIVE,
    ATTACHING,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    EITHER,
    OF,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
    phrase_words,
)

_PAUSE = re.compile(r"(?:(?<!\d),|,(?!\d)|[;:()–—]|\s-\s)")
_VERBS = frozenset({AUXILIARY, EITHER, VERB})
_REACH = 200
"""Characters on each side of a clause that are searched, so that no sentence takes long."""

_STATING = frozenset({SUBORDINATOR, THAT})
"""Behind a preposition, what begins a statement: "ohne | dass"."""

_OTHERS = frozenset({ATTACHING, PREPOSITION})
_LONGEST = 6
"""Most words of a stretch without a verb that names a part: "native-born, 2014"."""

_SUBJECT = 4
"""Words from "if" on among which its subject stands."""

_OF_THEM = frozenset({AUXILIARY, OF, PRONOUN, RELATIVE})
_LEADING = frozenset({ADVERB, ADVERSATIVE, CONJUNCTION})


def set_off_scopes(
    sentence: PhrasedSentence, text: str, whole: Span, clause: Span, figures: Sequence[Mention[Amount]]
) -> Iterator[Span]:
    """Yield the stretches between pauses beside a clause that begin with a word such as "in" or "among".

    Only those near the clause are searched that no other figure parts from it.

    Args:
        sentence: The sentence.
        text: The whole text.
        whole: The span of the sentence.
        clause: The clause of the figure.
        figures: The figures of the sentence, in order.
    """
    if clause.covers(whole):
        return
    before, behind = max(whole.start, clause.start - _REACH), min(whole.end, clause.end + _REACH)
    inside = figures[bisect_left(figures, before, key=_start) : bisect_left(figures, behind, key=_start)]
    spans = [each.span for each in inside]
    for start, end in ((before, clause.start), (clause.end, behind)):
        near = _near(start, end, clause, spans)
        for part in _parts(text, *near) if near[0] < near[1] else ():
            at = _lead(sentence, part)
            if at is not None:
                yield Span(sentence.words.spans[at][0], part.end)


def _lead(sentence: PhrasedSentence, part: Span) -> int | None:
    """Find the word that leads a stretch to a part or another way of counting; None where none does."""
    language = sentence.words.language
    leads, only = phrase_words(language, "scoping"), phrase_words(language, "only")
    first = at = sentence.word_at(part.start)
    last = sentence.word_at(part.end)
    if first >= last or sentence.low(first) in phrase_words(language, "addressing"):
        return None
    while at < last and sentence.tag(at) in _LEADING and sentence.low(at) not in leads:
        at += 1
    if (
        at < last
        and sentence.tag(at + 1) not in _STATING
        and (sentence.low(at) in leads or _counts_anew(sentence, at, last))
    ):
        return at
    if (of_all := _told_of_all(sentence, first, last)) is not None:
        return of_all
    alone = next((k for k in range(first, last) if sentence.low(k) in only and sentence.tag(k - 1) != DETERMINER), None)
    name = alone is None and _is_name(sentence.words.tags[first:last]) and not opens_with_clause(sentence, part)
    return first if name else alone


def _told_of_all(sentence: PhrasedSentence, first: int, last: int) -> int | None:
    """Find what a stretch tells of all who were counted: "all of them | in schools", "and every one was | a miner"; None where it does not."""
    wholly = phrase_words(sentence.words.language, "wholly")
    at = first + (sentence.tag(first) == CONJUNCTION)
    if sentence.low(at) not in wholly:
        return None
    begin = at = at + 1
    while at < last and sentence.tag(at) in _OF_THEM:
        at += 1
    return at if begin < at < last else None


def _is_name(tags: str) -> bool:
    """Check whether a stretch is a few words without a verb that no other preposition leads: not "thanks to the reforms"."""
    led = tags[0] in _OTHERS or tags[1:2] == OF  # "ahead of the summer"
    return len(tags) <= _LONGEST and _VERBS.isdisjoint(tags) and not led


def _counts_anew(sentence: PhrasedSentence, at: int, last: int) -> bool:
    """Check whether a stretch begins by counting otherwise: "add the refugees", "if you leave out …", "zählt man …"."""
    language = sentence.words.language
    if sentence.low(at) in phrase_words(language, "counting_anew"):
        return True
    behind = [sentence.low(k) for k in range(at + 1, min(at + _SUBJECT, last))]
    if sentence.low(at) in phrase_words(language, "conditional"):
        return not phrase_words(language, "whoever_counts").isdisjoint(behind)
    return sentence.tag(at) in _VERBS and not phrase_words(language, "impersonal").isdisjoint(behind[:1])


def _start(mention: Mention[Amount]) -> int:
    return mention.span.start


def _near(start: int, end: int, clause: Span, figures: Sequence[Span]) -> tuple[int, int]:
    """Cut a stretch beside a clause at the nearest other figure."""
    inside = [each for each in figures if start <= each.start and each.end <= end]
    if not inside:
        return start, end
    if end <= clause.start:
        return max(each.end for each in inside), end
    return start, min(each.start for each in inside)


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Split a stretch at its pauses."""
    for pause in _PAUSE.finditer(text, start, end):
        if start < pause.start():
            yield Span(start, pause.start())
        start = pause.end()
    if start < end:
        yield Span(start, end)
