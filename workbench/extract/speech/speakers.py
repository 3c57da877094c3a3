"""Who says what: direct quotes, reported speech, turns of a transcript.

Every claim has a speaker. All reported words are found with the words that name the speaker and the cue;
`workbench.extract.speech.speaker_resolution` resolves which person those words name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.core.document import Attribution, How, Sentence, Span, Speaker
from workbench.extract.speech.quotes import Quote, find_quotes
from workbench.extract.speech.reported import read_unit
from workbench.extract.speech.reporting_cues import may_hold_cue
from workbench.extract.speech.speaker_resolution import People, note_people, resolve
from workbench.extract.speech.spoken_words import SpokenStretch, SpokenWords
from workbench.extract.speech.turns import find_turns

_FILL = "\x01"
_FULL_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*\s)*[A-ZÀ-ÞĀ-Ž][\w'’-]*"
_APPOSITION = r"(?:,\s(?:the|an?|its|his|her)\s[\w ’'-]{3,40})?"
_NOUN_PHRASE = r"\b(?:[Tt]he|[Aa]n?)\s(?:\w+\s){0,2}\w+"
_BEFORE_WHO = re.compile(rf"(?P<name>{_FULL_NAME}{_APPOSITION}|{_NOUN_PHRASE}),?\s(?:also\s)?\Z")
_NAME_LENGTH = 80
_FEWEST_WORDS = 4
_LONGEST = 10_000


def find_attributions(
    text: str, sentences: Sequence[Sentence], speaker: Speaker | None = None
) -> tuple[Attribution, ...]:
    """Find all words of speakers in a text, in order, each with the person who says them.

    A sentence may belong to several: a turn of a transcript, and a quote within it.

    >>> from workbench.extract.segment.sentences import split_sentences
    >>> said = "Finance Minister Fatmir Besimi said that wages rose. Prices fell."
    >>> [(one.speaker.name, one.content[0].cut(said)) for one in find_attributions(said, split_sentences(said))]
    [('Fatmir Besimi', 'that wages rose')]

    Args:
        text: The text.
        sentences: Its sentences.
        speaker: The known speaker of the text; a bare surname or "he" may mean this person.
    """
    if ":" not in text and not may_hold_cue(text):
        return ()  # neither a turn nor a verb of saying
    people = People()
    if speaker is not None:
        people.spoken.append(people.note(speaker))
    note_people(text, people)
    found: list[Attribution] = list(find_turns(text, people))
    quotes = find_quotes(text)
    masked = _mask(text, quotes)
    left: Attribution | None = None
    for unit in _units(sentences, quotes):
        inside = _inside(quotes, unit)
        read = [
            _attribute(text, said, people) for said in read_unit(SpokenStretch(masked, unit.start, unit.end, inside))
        ]
        if not read and left is not None and _all_quoted(unit, inside):
            del found[next(k for k in reversed(range(len(found))) if found[k] is left)]  # only the last few
            read = [replace(left, content=(*left.content, Span(inside[0].start, inside[-1].end)))]
        found += read
        left = next((one for one in reversed(read) if one.how is How.DIRECT), None)
    return tuple(sorted(found, key=lambda one: one.content[0]))


def _attribute(text: str, said: SpokenWords, people: People) -> Attribution:
    speaker = None if said.source is None else resolve(_named(text, said.source), people)
    return Attribution(said.content, speaker, said.source, said.cue, said.how)


def _named(text: str, source: Span) -> str:
    """Find the words that name a speaker: in "Jane Roe, who said" those before the pronoun."""
    words = source.cut(text)
    if words.casefold() != "who":
        return words
    before = _BEFORE_WHO.search(text, max(0, source.start - _NAME_LENGTH), source.start)
    return before["name"] if before else words


def _mask(text: str, quotes: Sequence[Quote]) -> str:
    """Mask the words of longer quotes with filler, so that nothing is read in them; the text keeps its length."""
    pieces: list[str] = []
    at = 0
    for quote in quotes:
        for part in quote.parts:
            inside = Span(part.start, part.end).cut(text)
            if len(inside.split()) >= _FEWEST_WORDS:
                keep = inside[-_closing(inside) :] if part is quote.parts[-1] else ""
                pieces += [text[at : part.start], inside[0], _FILL * (len(inside) - 1 - len(keep)), keep]
                at = part.end
    pieces.append(text[at:])
    return "".join(pieces)


def _closing(inside: str) -> int:
    """Count the characters at the end of a quote that stay: its closing mark and the comma or full stop before it."""
    return 3 if inside.endswith("''") else 2


def _units(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> Iterator[Span]:
    """Join the sentences that one quote runs through; the others stay alone."""
    cut = 0
    start: int | None = None
    for sentence in sentences:
        start = sentence.span.start if start is None else start
        while cut < len(quotes) and quotes[cut].end <= sentence.span.end:
            cut += 1
        within = sentence.span.end - start < _LONGEST
        if within and cut < len(quotes) and quotes[cut].start < sentence.span.end:
            continue
        yield Span(start, sentence.span.end)
        start = None
    if start is not None:
        yield Span(start, sentences[-1].span.end)


def _inside(quotes: Sequence[Quote], unit: Span) -> list[Quote]:
    first = end = bisect_left(quotes, unit.start, key=lambda quote: quote.start)
    while end < len(quotes) and quotes[end].start < unit.end:
        end += 1
    return list(quotes[first:end])


def _all_quoted(unit: Span, inside: Sequence[Quote]) -> bool:
    """Check whether a unit is only a quote, so that its speaker goes on."""
    return bool(inside) and inside[0].start <= unit.start + 1 and inside[-1].end >= unit.end - 1
