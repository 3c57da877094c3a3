"""Parts of a country: a city, a region, a province that a claim speaks of, whose figure is not the country's.

"in the Skopje region" names a place that no table of countries has. Where the text's own country were assumed
instead, its figure would be held against words that are not about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.place import country_of_city, find_place
from workbench.core.text import Span
from workbench.extract.words.word_patterns import phrases_in


def place_within(text: str, sentence: Span, room: Span, language: str) -> str | None:
    """Gives the name of the part of a country that some words are about; None where they name none.

    >>> said = "In the Bihar province 5 percent were out of work, in Parliament 3."
    >>> whole = Span(0, len(said))
    >>> place_within(said, whole, Span(0, 21), "en"), place_within(said, whole, Span(50, len(said)), "en")
    ('Bihar province', None)

    Args:
        text: The whole text.
        sentence: The sentence in it.
        room: The words of the claim's clause in it.
        language: The language whose word file the text is read by.
    """
    for found in _inside(text, sentence, room, "within", language):
        return next(name for name in found.groups() if name).strip()
    named = (_city(found["city"]) for found in _inside(text, sentence, room, "city", language))
    return next((name for name in named if name is not None), None)


def _inside(text: str, sentence: Span, room: Span, key: str, language: str) -> Iterator[re.Match[str]]:
    for found in phrases_in(text, sentence, "qualifiers", key, language):
        if room.start <= found.start() < room.end:
            yield found


def _city(words: str) -> str | None:
    """The city at the head of some words with capitals; a city that is called as its country is that country."""
    said = words.split()
    for count in range(len(said), 0, -1):
        name = " ".join(said[:count])
        if country_of_city(name) is not None and find_place(name) is None:
            return name
    return None
