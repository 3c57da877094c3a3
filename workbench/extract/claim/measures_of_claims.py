"""Measure of a claim: the words of its clause, of the subject before a pause, or of the claim before it.

"rising from 21 to 62 million" measures what the clause before it speaks of, "(29 % of employees)" what the
words around the bracket do, and "which is a 5 % rise" what the claim before it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.claim import Claim, Mention
from workbench.core.quantity import Amount, Dimension
from workbench.core.text import Span
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.kinds import undertaken_from
from workbench.extract.claim.measures import measure_of, subject_of, words_of
from workbench.extract.claim.periods_of_claims import Reach
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.claim.subjects_of_clauses import subject_room, verb_in
from workbench.extract.units.unit_table import FOLD
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.word_files import ENGLISH

_NOTHING = frozenset({"", FOLD.name})
"""Counted things that name no measure: none at all, and "times"."""
_OF_THINGS = frozenset({Dimension.COUNT, Dimension.RATE})
_PAUSE = re.compile(r"[;:.—–]|,(?=\s)")
_GOING_ON = re.compile(r"[\s,]*(?:(?:and\s|also\s|thus\s)?[a-z]+ing\s|with\s)")
_LINK = (
    r"at|against|versus|with|compared\s(?:with|to)|or|reaching|tota?lling|averaging|reporting|recording"
    r"|spending|amounting\sto|equal(?:ling)?\sto"
)
_ARTICLES_OR_HEDGES = r"(?:(?:an?|the|only|just|about|around|nearly|almost|over|under|some|approximately|roughly)\s)*"
_VALUE_OF = r"(?:(?:value|total|level|rate|figure|share|average|score|percentage\schange)\sof\s)?"
_HEDGED = r"(?:(?:about|around|nearly|almost|over|approximately|roughly)\s)?"
_AT = re.compile(rf"[\s,]*(?:{_LINK})\s{_ARTICLES_OR_HEDGES}{_VALUE_OF}{_HEDGED}\Z")
"""Links from the clause before to a level: ", at 12.1 deaths per 1,000", ", against 30 %"."""
_OF_WHOM = re.compile(r"\s*(?:Of|Among|Amongst|Out\sof)\s")
_WHICH = frozenset(
    {
        "change",
        "value",
        "peak",
        "low",
        "high",
        "minimum",
        "maximum",
        "record",
        "level",
        "figure",
        "of",
        "average",
        "total",
    }
)
_ANYBODY = word_class("fillers", "anybody")


def measure_for(passage: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim]) -> str:
    """Gives the words for what a claim measures; "which is a 5 % rise" takes those of the claim before it.

    >>> from workbench.core.text import Sentence
    >>> from workbench.extract.claim.periods_of_claims import reach_of
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "We hired 450 new teachers."
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> draft = Draft(Span(9, 25), passage.amounts[0])
    >>> measure_for(passage, draft, reach_of(passage, draft, [draft]), [])
    'new teachers'
    """
    if draft.amount is None and draft.change is None:
        placed = next((claim for claim in reversed(before) if claim.span.end <= draft.span.start), None)
        if placed is not None and placed.measure:
            return placed.measure
        return words_of(passage, _promised(passage, draft.span))
    skip = () if draft.change is None else (draft.change.span,)
    room = _subject_room(passage, draft, reach, before)
    own = _own(passage, draft, room, skip) or _what_is_moved(passage, draft)
    led = _led_by(passage, draft, reach, before) or _told_earlier(own, before)
    if own or led:
        return _joined(led, own)
    earlier = next((claim.measure for claim in reversed(before) if claim.measure), "")
    said = earlier or words_of(passage, passage.spoken(draft.span), skip)
    return said or words_of(passage, draft.span) or subject_of(passage, draft.span)


def _what_is_moved(passage: SentenceReading, draft: Draft) -> str:
    """Object between a verb of change and its figure: "cut" | "crime" | "by half"."""
    change = draft.change
    if change is None or change.value.amount is None or passage.language != ENGLISH:
        return ""
    begin = change.span.start + len(change.span.cut(passage.text).split(maxsplit=1)[0])
    end = change.value.amount.span.start
    said = words_of(passage, Span(begin, end)).split() if begin < end else []
    return " ".join(word for word in said if not word.endswith("ly"))


def _counted(draft: Draft) -> Mention[Amount] | None:
    """The figure whose noun is measured: its own, or for a change in things counted the one it reaches or starts from."""
    if draft.change is None:
        return draft.amount
    change = draft.change.value
    found = (m for m in (change.amount, change.target, change.origin) if m is not None)
    return next((m for m in found if m.value.unit.dimension in _OF_THINGS and m.value.unit.name not in _NOTHING), None)


def _subject_room(passage: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim]) -> Span:
    if passage.language != ENGLISH:
        return reach.room
    edge = max([claim.span.end for claim in before if claim.span.end <= draft.span.start], default=0)
    return subject_room(passage, reach.room, draft.span.start, edge)


def _own(passage: SentenceReading, draft: Draft, room: Span, skip: Sequence[Span]) -> str:
    """What the clause says; of a change in numbers of anybody ("from 120 to 260 persons") the subject tells more."""
    amount = _counted(draft)
    if amount is None:
        return words_of(passage, room, skip)
    counted = measure_of(passage, amount, room, skip)
    if draft.change is not None and counted.casefold() in _ANYBODY:
        return _joined(words_of(passage, room, skip), counted)
    return counted


def _led_by(passage: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim]) -> str:
    """Measure in the words before a bracket, or before "…, rising" and "…, with values rising"."""
    if passage.language != ENGLISH:
        return ""
    start, text = reach.clause.start, passage.text
    if text[start - 1 : start] == "(":
        start -= 1
    else:
        start = len(text[:start].rstrip(" ,"))
    if start <= passage.sentence.span.start:
        return ""
    stretch = passage.clause(Span(start - 1, start))
    if text[start : start + 1] != "(" and not _goes_on(passage, draft, reach, stretch):
        return ""
    told = next((claim.measure for claim in reversed(before) if stretch.overlaps(claim.span)), "")
    whole = subject_room(passage, stretch, verb_in(text, stretch), 0)
    return told or words_of(passage, Span(whole.start, min(whole.end, start)))


def _told_earlier(own: str, before: Sequence[Claim]) -> str:
    """Measure of the claim before, where this one only adds a figure: "with a peak of 69 million"."""
    if not own or not _WHICH.issuperset(own.casefold().split()):
        return ""
    told = (claim.measure for claim in reversed(before) if claim.measure)
    return next((measure for measure in told if measure.split()[-1] not in _WHICH), "")


def _goes_on(passage: SentenceReading, draft: Draft, reach: Reach, before: Span) -> bool:
    """Whether a clause speaks of what the one before it does."""
    text, start = passage.text, reach.clause.start
    if draft.change is not None:
        return bool(_GOING_ON.match(text, start, draft.change.span.end))
    if _AT.match(text, start, draft.span.start):
        return True
    shared = draft.amount is not None and draft.amount.value.unit.dimension is Dimension.SHARE
    return shared and bool(_OF_WHOM.match(text, before.start, before.end))


def _joined(led: str, own: str) -> str:
    """Two measures as one, without the words of the second that the first has."""
    said = led.split()
    return " ".join([*said, *(word for word in own.split() if word not in said)])


def _promised(passage: SentenceReading, span: Span) -> Span:
    """What is promised, up to the next pause; the whole where nothing is."""
    start = span.start + undertaken_from(span.cut(passage.text))
    if start == span.start or start >= span.end:
        return span
    stop = _PAUSE.search(passage.text, start, span.end)
    return Span(start, stop.start() if stop is not None and stop.start() > start else span.end)
