"""The part of a country that a claim is about: the city, province or municipality that its clause names, or that its sentence does."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.place import part_code
from workbench.core.text import Span
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.place.parts_of_countries import subdivision_in


def part_of_country(reading: SentenceReading, rooms: Sequence[Span]) -> str | None:
    """Return the city or region that the clause of a claim names, or that stands at the head of what is said: "In Skopje, …".

    `rooms` are those of the claim, as `rooms_of` gives them.
    """
    for room in rooms:
        name = reading.part_of_country(room)
        if name is not None:
            return name
    return None


def part_called_as(reading: SentenceReading, draft: Draft, country: str | None) -> str | None:
    """Return a subdivision of the speaker's own country, which its name may hold: "in Ciudad de México"."""
    if country is None:
        return None
    return subdivision_in(reading.text, reading.spoken(draft.span), country, reading.language)


def part_of_own(reading: SentenceReading, draft: Draft, country: str) -> str | None:
    """Return the part of the speaker's own country that the words around a claim name, in whichever clause: "who want a job in the Eastern Cape"."""
    part = reading.part_of_country(reading.spoken(draft.span)) or part_called_as(reading, draft, country)
    return None if part is None else part_code(part)


def rooms_of(reading: SentenceReading, draft: Draft) -> Sequence[Span]:
    """Return the clause of a claim and the head of what is said, where its place may stand."""
    start = reading.spoken(draft.span).start
    rooms = [reading.clause(draft.span), reading.clause(Span(start, start + 1))]
    if start < draft.span.start and not any(m.span.start < draft.span.start for m in reading.places):
        rooms.append(Span(start, draft.span.start))  # "in the North-East every third had no work – 34 percent"
    return [room for k, room in enumerate(rooms) if room not in rooms[:k]]
