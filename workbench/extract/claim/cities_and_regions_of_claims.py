"""Find the part of a country that a claim is about: a city, province or municipality named near it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.document import Span
from workbench.core.place import part_code
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
