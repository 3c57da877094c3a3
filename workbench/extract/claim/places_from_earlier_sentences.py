"""Take a claim's place from the sentence before, where the claim says "there" or continues about that place.

A speaker names the place once ("I was in Nairobi. There …") and continues, or announces what the next words are about:
"Take Slovenia." Other places named in passing are not carried on; the text's own place is assumed instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.claim import UNREAD_PERIOD, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.place import part_code, place_name
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.place.parts_of_countries import parts_in
from workbench.extract.place.parts_of_own_country import is_part_of, own_part_named, subdivision_alone
from workbench.extract.words.word_patterns import holds_phrase, word_pattern

_LEAD = re.compile(r"[^,;:]{0,40},\s|\w+\s|\W*")
"""What may stand before the subject that a sentence begins with."""
_HALF = _TWICE = 2
EARLIER = 2
"""How many sentences before a claim are searched for a place."""
_REGION, _WORLD = "REGION", "WLD"

ELSEWHERE = Problem(
    "place",
    "The words tell of another place, which nothing before them names.",
    "Say the place by an edit.",
    "unread-place",
)
"""A note for words of a place that is not known."""


@dataclass(frozen=True, slots=True)
class CarriedPlace:
    """The one place that an earlier sentence names.

    Attributes:
        code: The place.
        framed: Whether the sentence announces it as the subject ("Take Slovenia.").
        first: Whether the sentence begins with it, so that "its" may be the place's.
        near: Whether it is named in the sentence right before.
    """

    code: str
    framed: bool = False
    first: bool = False
    near: bool = False


def carried_place(earlier: Sequence[SentenceReading], home: str | None = None) -> CarriedPlace | None:
    """Find the place that a sentence may take: the only one of the sentence before, or of the one before that.

    The earlier sentence counts only where the nearer one names no place. A part of the `home` country may stand alone
    there: "Chiapas!", "And Lower Saxony?".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.place.places import find_places
    >>> def carried(said):
    ...     return carried_place([SentenceReading(said, Sentence(Span(0, len(said)), 0), places=tuple(find_places(said)))])
    >>> carried("Take Slovenia."), carried("Italy met France.")
    (CarriedPlace(code='SVN', framed=True, first=True, near=True), None)
    """
    alone = subdivision_alone(earlier[-1].words, home) if home is not None and earlier else None
    if alone is not None:
        return CarriedPlace(part_code(alone), framed=True, first=True, near=True)
    for reading in reversed(earlier):
        named = {m.value for m in reading.places}
        codes = named - {_WORLD} or named  # "Sweden, the richest country in the world"
        part = _part_named(reading, home) if codes <= {_REGION} else None
        if part is not None or len(codes) == 1:
            code, near = part or next(iter(codes)), reading is earlier[-1]
            return CarriedPlace(code, _is_frame(reading), _is_first(reading), near)
        if codes:
            return None
    return None


def _part_named(reading: SentenceReading, home: str | None) -> str | None:
    """Find the part of a country that a sentence is about, or the one of the home country that it names in any role."""
    whole = reading.sentence.span
    return reading.part_of_country(whole) or (
        None if home is None else own_part_named(reading.text, whole, home, reading.language)
    )


def _is_first(reading: SentenceReading) -> bool:
    places = reading.places
    return bool(places) and _LEAD.fullmatch(reading.text, reading.sentence.span.start, places[0].span.start) is not None


def _is_frame(reading: SentenceReading) -> bool:
    """Check whether a sentence announces or asks what will be spoken of, or is a heading without a verb."""
    return (
        reading.is_heading
        or reading.words.rstrip().endswith("?")
        or holds_phrase(reading.words, "tenses", "frame", reading.language)
    )


def refers_to_other_place(words: str, language: str) -> bool:
    """Check whether words refer to another place ("there"), named before or not.

    >>> refers_to_other_place("unemployment there was 5 percent", "en"), refers_to_other_place("there was unemployment", "en")
    (True, False)
    """
    return holds_phrase(words, "tenses", "there", language)


def is_theirs(reading: SentenceReading, span: Span) -> bool:
    """Check whether a figure belongs to others, next to the speaker's own in one sentence.

    Example: "we had 45 points, they | had 41".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "We had 45 points, they had 41."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> is_theirs(reading, Span(27, 29)), is_theirs(reading, Span(7, 16))
    (True, False)
    """
    pattern = word_pattern("tenses", "they_not_we", reading.language)
    start = reading.sentence.span.start
    found = None if pattern is None else pattern.search(reading.text[start : span.start])
    return found is not None and any(start + found.start() < each.span.start < span.start for each in reading.amounts)


def takes_part(reading: SentenceReading, span: Span, carried: CarriedPlace | None, country: str | None) -> bool:
    """Check whether a claim without a place is about the part of its country named in the sentence right before.

    >>> from workbench.core.document import Sentence
    >>> said = "More than half of them were women."
    >>> reading, part = SentenceReading(said, Sentence(Span(0, len(said)), 0)), CarriedPlace("Cantabria", near=True)
    >>> takes_part(reading, Span(0, 14), part, "ESP"), takes_part(reading, Span(0, 14), part, "FRA")
    (True, False)
    """
    if carried is None or not carried.near or country is None:
        return False
    if not is_part_of(carried.code, country):
        return False
    return not holds_phrase(reading.spoken(span).cut(reading.text), "tenses", "whole_country", reading.language)


def takes_place(reading: SentenceReading, span: Span, carried: CarriedPlace | None) -> bool:
    """Check whether a claim without a place is about the place named before.

    It is where it says "there", refers with "its" to a place named first, or follows an announcement ("Take
    Slovenia.").

    >>> from workbench.core.document import Sentence
    >>> said = "There 72 percent was green."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> takes_place(reading, Span(6, 16), CarriedPlace("KEN")), takes_place(reading, Span(6, 16), None)
    (True, False)
    """
    if carried is None:
        return False
    spoken = reading.spoken(span).cut(reading.text)
    if refers_to_other_place(spoken, reading.language) or (
        carried.first and holds_phrase(spoken, "tenses", "its", reading.language)
    ):
        return True
    return carried.framed and not holds_phrase(spoken, "tenses", "at_home", reading.language)


def place_of_those_who_say_it(reading: SentenceReading, span: Span) -> tuple[str | None, tuple[Problem, ...]]:
    """Assume the country of those who say a claim that names none: "The Estonian Guild notes that …"; None where they have none or two.

    >>> from workbench.extract import read_text
    >>> read_text("The Estonian Guild notes that unemployment was 5 percent in 2000.").claims[0].place
    'EST'
    """
    sources = [
        one.source
        for one in reading.attributions
        if one.source is not None and any(content.covers(span) for content in one.content)
    ]
    codes = {m.value for m in reading.places if any(source.covers(m.span) for source in sources)}
    if len(codes) != 1 or not codes.isdisjoint({_REGION, _WORLD}):
        return None, ()
    (code,) = codes
    message = f"The claim names no place; {place_name(code)}, the country of those who say it, is assumed."
    return code, (Problem("place", message, "Check that they mean it.", "assumed-place"),)


def most_named(text: str, places: Sequence[Mention[str]], language: str) -> str | None:
    """Return the place that a text names more often than all others together.

    Return None where there is none, or where it is named only once.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Italy grew. Italians saved. France did not.", "Italy met France.", "In Scotland it rained. Scotland's roads froze."
    >>> [most_named(text, find_places(text), "en") for text in said]
    ['ITA', None, 'Scotland']
    """
    counted = Counter(m.value for m in places if m.value != _REGION) + Counter(parts_in(text, language))
    if not counted:
        return None
    (code, count), *_ = counted.most_common(1)
    return code if count >= _TWICE and count * _HALF > sum(counted.values()) else None


def inherited_place_message(place: str) -> str:
    """Return the text of the note on a place that was taken from the sentence before.

    >>> inherited_place_message("KEN")
    'The claim names no place; Kenya is that of the sentence before.'
    """
    return f"The claim names no place; {place_name(place)} is that of the sentence before."


def time_of_another_place(
    reading: SentenceReading,
    place: str | None,
    notes: Sequence[Problem],
    inherited: Mention[Period] | None,
    earlier: Sequence[SentenceReading],
) -> tuple[Problem, ...]:
    """Note a claim whose place is assumed and whose time is that of a sentence about other places: it may be about there too.

    >>> from workbench.extract import read_text
    >>> said = "In 2012 Spain was rescued. Unemployment was below twenty percent."
    >>> [note.kind for note in read_text(said, place="DEU").claims[-1].notes][:3]
    ['inherited-period', 'assumed-place', 'unread-period']

    Args:
        reading: The sentence.
        place: The place of the claim.
        notes: What was assumed for its period and its place.
        inherited: The period that it may take from an earlier sentence.
        earlier: The sentences before.
    """
    if inherited is None:
        return ()
    source = next((each for each in earlier if each.sentence.span.covers(inherited.span)), None)
    if source is None or not {"inherited-period", "assumed-place"} <= {note.kind for note in notes}:
        return ()
    codes = {mention.value for mention in source.places} - {_REGION, _WORLD}
    city = source.part_of_country(source.sentence.span) if not codes else None
    named = sorted(map(place_name, codes)) if city is None else [city]
    if (
        not named
        or place in codes
        or any(holds_phrase(words, "tenses", "at_home", reading.language) for words in (reading.words, source.words))
    ):
        return ()
    message = f"The sentence whose time it takes tells of {' and '.join(named)}, and the claim may be about there too."
    return (Problem("period", message, "Say the place by an edit.", UNREAD_PERIOD),)
