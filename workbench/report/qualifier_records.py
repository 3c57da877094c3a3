"""The JSON of a claim's qualifiers: the keys ``comparator`` and ``denominator``, and all of them as ``qualifiers``."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.place import country_of_part, known_place

Json = dict[str, Any]


def place_in(span: Span, text: str) -> Json:
    """Make the record of some words and their place."""
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def qualifier_records(claim: Claim, text: str) -> Json:
    """Make the record of the comparator and the denominator (each null where the claim has none), and of all qualifiers."""
    comparator, per = claim.qualified(Sort.BESIDE), claim.qualified(Sort.PER)
    return {
        "comparator": None if comparator is None else qualifier_record(comparator, text),
        "denominator": None if per is None else per.value.what,
        "qualifiers": [qualifier_record(mention, text) for mention in claim.qualifiers],
    }


def qualifier_record(mention: Mention[Qualifier], text: str) -> Json:
    """Make the record of one qualifier: ``sort``, ``what`` in words, and for a comparator its place, its period and the direction."""
    said = mention.value
    period = None if said.period is None else [said.period.start.isoformat(), said.period.end.isoformat()]
    return {
        **place_in(mention.span, text),
        "sort": said.sort.value,
        "what": said.what,
        "place": said.place,
        "period": period,
        "direction": None if said.way is None else said.way.value,
    }


def claimed_place(place: str | None) -> Json:
    """Make the record of a claim's place by its code; a part of a country has the country's code, and its own name as ``part_of_country``."""
    country = None if place is None or known_place(place) is not None else country_of_part(place)
    return {"place": place} if country is None else {"place": country, "part_of_country": place}
