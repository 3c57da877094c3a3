"""Similarity of the measures of two claims, in their own words or in their synonyms.

It decides whether two claims are about one thing at all, before any of their slots are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.match.words.concepts import Concept

ALIKE = 0.5
"""Minimum share of equal words (Dice) for two claims of one measure."""


def likeness(one: Sequence[Concept], other: Sequence[Concept]) -> float:
    """Similarity (Dice) of the words of two claims, 0 to 1."""
    one, other = [c for c in one if not c.hint], [c for c in other if not c.hint]
    total = sum(c.weight for c in one) + sum(c.weight for c in other)
    if not total:
        return 0.0
    return (_shared(one, other) + _shared(other, one)) / total


def _shared(one: Sequence[Concept], other: Sequence[Concept]) -> float:
    return sum(c.weight * max((_same(c, d) for d in other), default=0.0) for c in one)


def _same(one: Concept, other: Concept) -> float:
    """Compute 1 for the same words or the same entry of the thesaurus, else the share of equal words."""
    mine, theirs = set(one.ways[0].stems), set(other.ways[0].stems)
    if mine == theirs or (one.entry is not None and one.entry == other.entry):
        return 1.0
    return len(mine & theirs) / len(mine | theirs)
