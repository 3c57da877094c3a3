"""Find the part of a country that a claim is about: a city, province or municipality named near it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.core.document import Span
from workbench.core.place import country_of_city, part_code, parts
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.place.parts_of_countries import subdivision_in


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
    """Find the part of the speaker's own country named anywhere around a claim.

    Example: "who want a job in the Eastern Cape".
    """
    part = reading.part_of_country(reading.spoken(draft.span)) or part_called_as(reading, draft, country)
    return None if part is None else part_code(part)


def rooms_of(reading: SentenceReading, draft: Draft) -> Sequence[Span]:
    """Return where a claim's place may stand: its clause and the beginning of what is said."""
    start = reading.spoken(draft.span).start
    rooms = [reading.clause(draft.span), reading.clause(Span(start, start + 1))]
    if start < draft.span.start and not any(m.span.start < draft.span.start for m in reading.places):
        rooms.append(Span(start, draft.span.start))  # "in the North-East every third had no work – 34 percent"
    return [room for k, room in enumerate(rooms) if room not in rooms[:k]]
