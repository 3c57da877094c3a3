"""Find the part of a country that a claim is about, a city, province or municipality named near it, and other places beside its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.core.claim import Claim, Mention, Sort
from workbench.core.document import Span
from workbench.core.place import country_of_city, known_place, part_code, parts
from workbench.core.quantity import Dimension
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.headline_indicators import is_headline
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.place.parts_of_own_country import own_part_beside, subdivision_in

UNREAD = "unread"
"""Rule of the words near a figure that nothing reads."""

_BACK = 16
"""Characters before a place in which it is said that something comes from there."""

_POSSESSIVE = re.compile(r"['’]s?\Z")

_OF_PLACES = frozenset({Sort.BESIDE, Sort.EACH_OR_ALL})


def part_of_country(reading: SentenceReading, rooms: Sequence[Span]) -> str | None:
    """Find the city or region that a claim's clause names, or the words at the beginning: "In Skopje, …".

    `rooms` are the stretches to search, as `rooms_of` gives them.
    """
    for room in rooms:
        name = reading.part_of_country(room)
        if name is not None:
            return name
    return None


def part_named(
    reading: SentenceReading, draft: Draft, rooms: Sequence[Span], country: str | None, named: Mapping[str, str]
) -> str | None:
    """Find the part of a country that a claim is about; None where a country that the claim names is another than its own.

    Args:
        reading: The sentence.
        draft: The claim.
        rooms: The stretches to search.
        country: The speaker's own country.
        named: The places that the claim names, with their codes.
    """
    part = part_of_country(reading, rooms) or (part_called_as(reading, draft, country) if named else None)
    if part is None or not all(_is_of(part, name, code, reading.text) for name, code in named.items()):
        return None
    return part


def _is_of(part: str, name: str, country: str, text: str) -> bool:
    """Check whether a part belongs to a country by its name, by the table, or as a city before it: "Paris, France"."""
    behind = country_of_city(part) == country and f"{part}, {name}" in text
    return name in part or parts().get(part) == country or behind


def part_called_as(reading: SentenceReading, draft: Draft, country: str | None) -> str | None:
    """Find a subdivision of the speaker's own country, whose name may contain the country's: "in Ciudad de México"."""
    if country is None:
        return None
    return subdivision_in(reading.text, reading.spoken(draft.span), country, reading.language)


def part_of_own(reading: SentenceReading, draft: Draft, country: str) -> str | None:
    """Find the part of the speaker's own country named anywhere around a claim, in any role.

    Examples: "who want a job in the Eastern Cape", "Eastern Cape, 2018: …". What those of a town or of an office there count, and
    all that those of a foreign town say, is told of that town: "Leeds's health office said there were 900 cases".
    """
    room = reading.spoken(draft.span)
    part = reading.part_of_country(room) or part_called_as(reading, draft, country)
    part = part or own_part_beside(reading.text, room, country)
    if part is None and reading.attributions:
        part = _town_of_source(reading, draft, country)
    return None if part is None else part_code(part)


def _town_of_source(reading: SentenceReading, draft: Draft, own: str) -> str | None:
    """Find the town of those who say a claim, by the table of cities: "the mayor of | Leeds |", "| Rome |'s clinics"."""
    said = reading.attribution(draft.span)
    if said is None or said.source is None:
        return None
    counts = draft.amount is not None and draft.amount.value.unit.dimension is Dimension.COUNT
    leads = phrase_words(reading.language, "inside") | phrase_words(reading.language, "determiners")
    words = said.source.cut(reading.text).split()
    for before, word in pairwise(["", *words]):
        name = _POSSESSIVE.sub("", word)
        country = country_of_city(name) if name != word or before.lower() in leads else None
        if country is not None and (counts or country != own):
            return name
    return None


def rooms_of(reading: SentenceReading, draft: Draft) -> Sequence[Span]:
    """Return where a claim's place may stand: its clause and the beginning of what is said."""
    start = reading.spoken(draft.span).start
    rooms = [reading.clause(draft.span), reading.clause(Span(start, start + 1))]
    if start < draft.span.start and not any(m.span.start < draft.span.start for m in reading.places):
        rooms.append(Span(start, draft.span.start))  # "in the North-East every third had no work – 34 percent"
    return [room for k, room in enumerate(rooms) if room not in rooms[:k]]


def other_places(reading: SentenceReading, claim: Claim, room: Span) -> Iterator[Mention[str]]:
    """Yield places next to a figure that stand alone and are not the claim's own: "aid | to Ukraine", "investment from | China".

    Only measures with an official name are searched, or else what something comes from: in accounts of trade and travel,
    partners are listed next to titles that name none.
    """
    compared_with = claim.comparison is not None or any(each.value.sort in _OF_PLACES for each in claim.qualifiers)
    alone = sum(room.covers(each.span) for each in reading.amounts) <= 1
    official = is_headline(claim.measure, reading.language)
    if claim.place is None or claim.rank is not None or compared_with or not alone:
        return
    named = official and any(each.value == claim.place for each in reading.places)
    for each in reading.places:
        if room.covers(each.span) and each.value != claim.place:
            comes = _comes_from(reading, each.span)
            if comes or (named and not _holds(each.value, claim.place)):
                yield Mention(each.span, each.span.cut(reading.text), UNREAD)


def _comes_from(reading: SentenceReading, place: Span) -> bool:
    """Check whether the word before a place, or before its article, says that something comes from there."""
    before = reading.text[max(reading.sentence.span.start, place.start - _BACK) : place.start].lower().split()
    return not phrase_words(reading.language, "origins").isdisjoint(before[-2:])


def _holds(group: str, country: str) -> bool:
    """Check whether a country is a member of a group: "in the EU, | Germany"."""
    found = known_place(group)
    return found is not None and any(code == country for code, *_ in found.members)
