"""Coverage of a title by the claim, and of the claim by the title. Either alone misleads.

"Unemployment, youth male (% of male labor force ages 15-24)" contains all of "unemployment" and five things more; all of "Population,
total" is in "population without drinking water", but the title lacks what was meant. The harmonic mean of the two shares
(van Rijsbergen's F, "Information Retrieval", 1979) is high only where both are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.match.query.query import Query
from workbench.match.query.term_overlap import share_matched
from workbench.match.words.frame_words import FRAME_WEIGHT
from workbench.match.words.normalisation import is_frame


class TitleCoverage:
    """How well titles cover one query, with a cache by shared stems."""

    def __init__(self, query: Query) -> None:
        self._concepts = [concept for concept in query.concepts if not concept.hint]
        self._spoken = frozenset(key for concept in self._concepts for way in concept.ways for key in way.stems)
        self._by_stems: dict[frozenset[str], tuple[float, float]] = {}

    def of(self, title: Collection[str], named: int) -> float:
        """Score how well a title with some stems covers the query, 0 to 1; `named` is how many of them name something."""
        shared = self._spoken.intersection(title)
        if not shared:
            return 0.0
        if shared not in self._by_stems:
            self._by_stems[shared] = (weight_of(shared), share_matched(self._concepts, shared))
        weight, matched = self._by_stems[shared]
        return both_covered(min(1.0, weight / (named + FRAME_WEIGHT * (len(title) - named))), matched)

    def said(self, title: Iterable[str]) -> float:
        """Compute the share of a title's stems that the claim has, frame words counting less."""
        stems = frozenset(title)
        return weight_of(self._spoken & stems) / (weight_of(stems) or 1.0)


def weight_of(stems: Iterable[str]) -> float:
    """Compute the total weight of some stems. Frame words count little.

    >>> weight_of(["unemploy", "rate"])
    1.25
    """
    return sum(FRAME_WEIGHT if is_frame(key) else 1.0 for key in stems)


def both_covered(one: float, other: float) -> float:
    """Compute the harmonic mean of two shares.

    >>> both_covered(1.0, 0.5), both_covered(1.0, 0.0)
    (0.6667, 0.0)
    """
    return round(2 * one * other / (one + other), 4) if one and other else 0.0
