"""Coverage of what a claim names by the words of a series: by all words of one synonym, or by any."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.match.words.concepts import Concept
from workbench.match.words.normalisation import naming

_ROOT = 6
"""Minimum length of a stem that begins another stem derived from it."""


def covered(concept: Concept, text: frozenset[str]) -> bool:
    """Check whether the series has all naming words of one synonym of a thing."""
    ways = (naming(way.stems) | _letters(way.stems) for way in concept.ways)
    return any(names and all(related(name, text) for name in names) for names in ways)


def _letters(stems: Iterable[str]) -> frozenset[str]:
    """Find single letters and figures that carry meaning: the letters in "R&D expenditure", the figure in "aged 65"."""
    return frozenset(key for key in stems if key.isdigit() or (len(key) == 1 and key.isalpha()))


def related(key: str, text: Collection[str]) -> bool:
    """Check whether a text has a stem, or one that it is derived from: "parliamentary" and "parliament"."""
    if key in text:
        return True
    return len(key) >= _ROOT and any(
        len(each) >= _ROOT and (each.startswith(key) or key.startswith(each)) for each in text
    )


def partly_covered(concept: Concept, text: frozenset[str]) -> bool:
    """Check whether the series has any word of a thing's synonyms: "fossil fuels" and "fuel combustion"."""
    return any(related(key, text) for way in concept.ways for key in naming(way.stems))
