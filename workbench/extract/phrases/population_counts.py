"""Counts of people without any other attribute: "Denmark had 5.7 million people in 2016" counts its population."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.core.document import Span
from workbench.extract.words.word_files import file_for, raw_tables
from workbench.extract.words.word_patterns import holds_phrase
from workbench.extract.words.word_tables import label_words

PLACE, PERIOD = "@", "#"
"""Placeholders for a place and a period in the words around a figure."""

_PLACE_NEAR = re.compile(r"[^.,;:!?]{0,30}@")


def persons(language: str) -> frozenset[str]:
    """List the units for people about whom nothing more is said."""
    return frozenset(raw_tables(language)["population"]["persons"])


def names_people(words: str, language: str) -> bool:
    """Check whether some words name people: "4.7 million people", "3,000 young women".

    >>> names_people("3,000 young women", "en"), names_people("40 new clinics", "en")
    (True, False)
    """
    said = {word.casefold() for word in re.findall(r"[^\W\d_]+", words)}
    known = label_words(file_for(language)).persons
    return not said.isdisjoint(known | {word.casefold() for word in persons(file_for(language))})


def blanked(text: str, start: int, end: int, places: Iterable[Span], periods: Iterable[Span]) -> str:
    """Replace the places of a span by `PLACE` and its periods by `PERIOD`.

    >>> blanked("in Denmark in 2016.", 0, 19, [Span(3, 10)], [Span(14, 18)])
    'in @ in #.'
    """
    named = [*((span, PLACE) for span in places), *((span, PERIOD) for span in periods)]
    words, at = [], start
    for span, blank in sorted((span, blank) for span, blank in named if start <= span.start and span.end <= end):
        words += [text[at : span.start], blank]
        at = span.end
    return "".join([*words, text[at:end]])


def resident_population(before: str, behind: str, language: str, *, moved: bool = False) -> str:
    """Find the official name of the population where a figure counts everyone who lives somewhere; else empty.

    >>> [resident_population(before, " in #.", "en") for before in ("@ had just under ", "The stadium had ", "@ had no ")]
    ['population', '', '']

    Args:
        before: The words of the clause before the figure.
        behind: The words behind the figure and its noun, with places and periods as `PLACE` and `PERIOD`.
        language: One with a word file.
        moved: Whether so many are lost or gained, and not there.
    """
    alone = holds_phrase(behind, "population", "lived", language)  # "5.7 million people | lived in Denmark"
    if not alone and not (
        holds_phrase(before, "population", "moved" if moved else "living", language)
        and holds_phrase(behind, "population", "ends", language)
    ):
        return ""
    if (
        PLACE not in before
        and not _PLACE_NEAR.match(behind)
        and not holds_phrase(before, "population", "ours", language)
    ):
        return ""  # no country and no "we" before it: "the stadium had 60,000 people"
    if holds_phrase(before, "population", "narrowed", language):
        return ""
    name: str = raw_tables(language)["population"]["name"][0]
    return name
