"""Find the words for what is measured, without the figure; a statistical series is looked up by them.

"16,000 attempts of illegal migration have been halted" is looked up as "attempts of illegal migration". The noun that a
figure counts runs to the next verb or pause. The measure of a percentage or a sum of money is in the words around it,
without fillers, periods and places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.content_words import TOKEN, content_words, trimmed
from workbench.extract.claim.end_of_counted_noun import SIGNS, ends_noun, is_figure
from workbench.extract.claim.measure_words_other_languages import noun_end_elsewhere, words_elsewhere
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.fillers import CONNECTORS, DETERMINERS
from workbench.extract.words.word_files import ENGLISH

T = TypeVar("T")

_MOST, _MOST_AROUND = 12, 20
_LINK = 40
_FARTHEST = 700
_ACTION_NOUN = r"([a-z]{4,}(?:ing|tion|sion|ment|al|ance|ence|ure)|export|import|sale|transfer)s?"
_ARTICLE_OR_HEDGE = r"(?:the\s|some\s|around\s|about\s|nearly\s|over\s|more\sthan\s)?"
_INVOLVES = r"(?:involving|comprising|affecting|carrying|concerning)"
_LED_BY = re.compile(rf"(?:\A|\s){_ACTION_NOUN}\sof\s{_ARTICLE_OR_HEDGE}\Z")
_LED_BY_VERB = re.compile(rf"\bto\s([a-z]{{4,}})\s{_ARTICLE_OR_HEDGE}\Z")
_INVOLVING = re.compile(rf",?\s{_INVOLVES}\s{_ARTICLE_OR_HEDGE}\Z")
_ACTS = re.compile(r"[\d.,]+\s((?:[a-z]+\s){1,3}to\s[a-z]{4,})\s")
_THROUGH_WHICH = re.compile(r"\b(through|via|by|from|with|on|in|under|at)\s(?:which|whom)\s(?:\w+\s){0,2}\Z")
_RELATIVE = re.compile(r",?\s(?:\w+\s)?(?:which|who|whom)\b")
_PROPER = re.compile(r"(?<=[\w,] )(?:[A-Z][\w’'&-]*(?:\s(?=[A-Z]))?)+")
_AUXILIARIES = r"(?:(?:was|were|is|are|has|have|had|been|being)\s+){1,3}"
_PARTICIPLE = r"\w+ed|sent|sold|built|made|taken|given|born|paid|held|won|lost|spent|found|shot"
_PASSIVE = re.compile(rf"\s*{_AUXILIARIES}(?:\w+ly\s+)?({_PARTICIPLE})\b")
_OF_NAME = r"\sof\s(?:[A-Z][\w’'-]*\s?)+"
_HOME = re.compile(
    rf"(?<=\bcity|\btown){_OF_NAME}|(?<=\bregion|\bcounty){_OF_NAME}"
    rf"|(?<=\bprovince){_OF_NAME}|(?<=\bmunicipality){_OF_NAME}"
)
"""Places that no list of places holds: "the city of Izmir"."""
_NTH_TIME = re.compile(r"\bfor\sthe\s(?:very\s)?(?:first|second|third|last)\stime\b")
_IN_A_ROW = re.compile(r"\bin\sa\srow\b")
_COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN, Dimension.RATE})


def around_counted(
    reading: SentenceReading, amount: Mention[Amount], nouns: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Find what stands before and after a counted thing: "smuggling of" | "migrants", "alerts" | "sent through SHIELD".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "35 cases of smuggling of 420 migrants"
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> around_counted(reading, reading.amounts[1], ["migrants"])
    (['smuggling', 'of'], [])
    """
    text, spoken = reading.text, reading.spoken(amount.span)
    before = text[max(spoken.start, amount.span.start - 60) : amount.span.start]
    inside = _inside(reading, amount)
    through = [word for word in _through(reading, spoken.start, amount) if word not in nouns]
    return ([] if inside else _lead(before)), [*inside, *through]


def words_of(reading: SentenceReading, span: Span, skip: Sequence[Span] = ()) -> str:
    """Collect the content words of a stretch, without its figures, periods and places.

    >>> from workbench.core.document import Sentence
    >>> said = "Today the average net wage is still low."
    >>> words_of(SentenceReading(said, Sentence(Span(0, len(said)), 0)), Span(0, len(said)))
    'average net wage low'
    """
    if reading.language != ENGLISH:
        return words_elsewhere(reading, span)
    return _around(reading, span, skip)


def subject_of(reading: SentenceReading, span: Span) -> str:
    """Find the subject of a change that has no other words, which may be a place: "Germany" grew by 2 percent.

    >>> from workbench.core.document import Sentence
    >>> said = "Last of all, Germany grew by 2 percent."
    >>> subject_of(SentenceReading(said, Sentence(Span(0, len(said)), 0)), Span(21, 38))
    'Germany'
    """
    if reading.language != ENGLISH:
        return ""
    before = Span(reading.clause(span).start, span.start) if reading.clause(span).start < span.start else None
    periods = () if before is None else tuple(_within(reading.periods, before))
    return (
        "" if before is None else " ".join(trimmed(list(islice(content_words(reading.text, before, periods), _MOST))))
    )


def noun_end(reading: SentenceReading, amount: Mention[Amount]) -> int:
    """Find the end of the noun that an amount counts; the amount's own end where it counts none.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "They built 20 new schools in 2021 for 9 million euros."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> [said[m.span.start : noun_end(reading, m)] for m in reading.amounts]
    ['20 new schools', '9 million euros']
    """
    if reading.language != ENGLISH:
        return noun_end_elsewhere(reading, amount)
    if amount.value.unit.dimension not in _COUNTED | {Dimension.SHARE}:
        return amount.span.end
    phrase = _phrase(reading, amount.span.end, reading.spoken(amount.span).end)
    return phrase[-1].end() if phrase else amount.span.end


def _noun_phrase(reading: SentenceReading, amount: Mention[Amount]) -> str:
    text, spoken = reading.text, reading.spoken(amount.span)
    own = [t for t in TOKEN.findall(amount.span.cut(text)) if t not in SIGNS and not is_figure(t)]
    found = _phrase(reading, amount.span.end, spoken.end)
    phrase = [t[0] for t in found if not is_figure(t[0]) or reading.describes(Span(*t.span()))]
    nouns = [*own, *phrase]
    if not nouns:
        return ""
    before = text[max(spoken.start, amount.span.start - 60) : amount.span.start]
    through = _through(reading, spoken.start, amount)
    inside = _inside(reading, amount)
    return " ".join([*([] if inside else _lead(before)), *trimmed(nouns[:_MOST]), *inside, *through])


def _lead(before: str) -> list[str]:
    """Find words that the counted thing depends on: "smuggling of" 420 migrants, "build" 500 homes."""
    if led := _LED_BY.search(before):
        return [led[0].split()[0], "of"]
    if (led := _LED_BY_VERB.search(before)) and not is_figure(led[1]) and led[1] not in CONNECTORS:
        return [led[1]]
    return []


def _inside(reading: SentenceReading, amount: Mention[Amount]) -> list[str]:
    """Find the measure that a second count belongs to, and put "in" before it.

    For 420 migrants in "35 cases of smuggling, involving 420 migrants" it is "in cases of smuggling"; for 734 migrants
    in "74 attempts to smuggle 734 migrants" it is "in attempts to smuggle".
    """
    for other in reading.amounts:
        if other.span.end < amount.span.start and other.value.unit.dimension in _COUNTED:
            if acts := _ACTS.fullmatch(reading.text, other.span.start, amount.span.start):
                return ["in", *acts[1].split()]
            between = reading.text[noun_end(reading, other) : amount.span.start]
            if len(between) <= _LINK and _INVOLVING.match(between):
                return ["in", *_noun_phrase(reading, other).split()]
    return []


def _phrase(reading: SentenceReading, start: int, end: int) -> list[re.Match[str]]:
    """Collect the words after a figure that belong to its noun: up to a verb, a pause, a period or a place."""
    text = reading.text
    kept: list[re.Match[str]] = []
    walls = {m.span.start for m in reading.periods} | {m.span.start for m in reading.places}
    tokens = list(TOKEN.finditer(text, start, min(end, start + 160)))
    said = [*(t[0] for t in tokens), "", ""]
    for k, found in enumerate(tokens):
        if reading.describing and reading.describes(Span(*found.span())):
            kept.append(found)
            continue
        if found.start() in walls or ends_noun(found[0], said[k + 1], said[k + 2]) or len(kept) >= _MOST:
            break
        kept.append(found)
    while kept and _ends_badly(reading, kept[-1]):
        kept.pop()
    return kept


def _ends_badly(reading: SentenceReading, last: re.Match[str]) -> bool:
    """Check whether a phrase cannot end with a word.

    Such words are connectors, articles, and figures that do not describe who is counted.
    """
    low = last[0].casefold()
    bad = low in CONNECTORS or low in DETERMINERS or is_figure(last[0])
    return bad and not reading.describes(Span(*last.span()))


def _through(reading: SentenceReading, start: int, amount: Mention[Amount]) -> list[str]:
    """Resolve "through which": "800 messages were exchanged" becomes "exchanged through SIENNA"."""
    text, span = reading.text, amount.span
    led = _THROUGH_WHICH.search(text, max(start, span.start - 60), span.start)
    if led is None:
        return []
    first = _RELATIVE.search(text, start, span.start)
    until = first.start() if first else led.start()
    owners = _PROPER.findall(text, max(start, until - 80), until)
    after = noun_end(reading, amount)
    passive = _PASSIVE.match(text, after, after + 60)
    if not owners or passive is None:
        return []
    return [passive[1], led[1], owners[-1].strip()]


def _around(reading: SentenceReading, span: Span, skip: Sequence[Span]) -> str:
    """Collect the content words of a stretch, in order, outside the spans to skip."""
    near = Span(span.start, min(span.end, span.start + _FARTHEST))
    kept = [one for one in reading.describing if reading.text[one.start - 1 : one.start] != "("]
    gone = [*skip, *(span for span in reading.standings if span.overlaps(near))]
    gone += (one for one in _within(reading.amounts, near) if not any(each.covers(one) for each in kept))
    gone += [*_within(reading.periods, near), *_within(reading.places, near)]
    for odd, held in ((_NTH_TIME, "time"), (_HOME, "of"), (_IN_A_ROW, "row")):
        if reading.text.find(held, near.start, near.end) < 0:
            continue
        gone += (Span(*found.span()) for found in odd.finditer(reading.text, near.start, near.end))
    return " ".join(
        trimmed(list(islice(content_words(reading.text, near, sorted(gone, key=_order), kept), _MOST_AROUND)))
    )


def _within(mentions: Sequence[Mention[T]], span: Span) -> Iterator[Span]:
    """Yield the spans of mentions, the last first, that overlap the end of a stretch or lie in it."""
    for k in range(bisect_left(mentions, span.end, key=_start) - 1, -1, -1):
        if mentions[k].span.end <= span.start:
            return
        yield mentions[k].span


def _order(span: Span) -> tuple[int, int]:
    """Return a sort key for spans; comparing it is faster than comparing spans."""
    return span.start, span.end


def _start(mention: Mention[T]) -> int:
    return mention.span.start
