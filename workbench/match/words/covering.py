"""Coverage of what a claim names by the words of a series: by all the words of one way to put it, or by any."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.match.words.concepts import Concept
from workbench.match.words.keys import naming

_ROOT = 6
"""Letters from which one stem is made from another that begins it."""


def covered(concept: Concept, text: frozenset[str]) -> bool:
    """Return whether one way to put a thing stands in the series with all that it names."""
    ways = (naming(way.stems) | _letters(way.stems) for way in concept.ways)
    return any(names and all(related(name, text) for name in names) for names in ways)


def _letters(stems: Iterable[str]) -> frozenset[str]:
    """Return the letters and figures that stand for words: "R&D expenditure" is no expenditure of any kind, "aged 65" no other age."""
    return frozenset(key for key in stems if key.isdigit() or (len(key) == 1 and key.isalpha()))


def related(key: str, text: Collection[str]) -> bool:
    """Return whether a stem stands in a text, or one that it is made from: "parliamentary" and "parliament"."""
    if key in text:
        return True
    return len(key) >= _ROOT and any(
        len(each) >= _ROOT and (each.startswith(key) or key.startswith(each)) for each in text
    )


def partly_covered(concept: Concept, text: frozenset[str]) -> bool:
    """Return whether a word of what a thing may be called stands in the series: "fossil fuels" beside "fuel combustion"."""
    return any(related(key, text) for way in concept.ways for key in naming(way.stems))
