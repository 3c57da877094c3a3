"""An inverted index in memory: which of some thousands of texts share words with a query, likeliest first.

BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) over weighted fields. A concept scores by its
best way of being put, so that a title does not win by holding three synonyms of one thing.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from heapq import nlargest

from workbench.match.query import Concept, Query

SATURATION, LENGTH_WEIGHT = 1.2, 0.6
"""k1 and b of BM25: how soon a repeated word stops counting, and how much a long text is held back."""

OTHER_WAYS = 0.2
"""What each further way of putting a concept adds: "Inflation, consumer prices" says it twice."""

Weights = Callable[[str], float]


class Inverted:
    """Texts by the stems in them.

    Each text is given as fields, each a list of stems with a weight. `weigh` fixes what a stem counts; without it rare
    stems count more, as the texts themselves show.
    """

    def __init__(
        self,
        texts: Iterable[Sequence[tuple[Sequence[str], float]]],
        weigh: Weights | None = None,
        common: float = 1.0,
        only: Collection[str] | None = None,
    ) -> None:
        """Indexes the texts.

        Args:
            texts: For each text its fields.
            weigh: What a stem counts.
            common: Stems in more than this share of the texts are not looked up at all.
            only: The stems that will be asked for, where they are known beforehand; others are not indexed.
        """
        counts, lengths = _counted(texts, only)
        self.size = len(lengths)
        average = sum(lengths) / self.size if self.size else 1.0
        held = [1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / (average or 1.0) for length in lengths]
        self._weigh = weigh
        self._weights: dict[str, float] = {}
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        for key, (numbers, often) in counts.items():
            self._weights[key] = weight = weigh(key) if weigh else self._rarity(len(numbers))
            if len(numbers) <= common * self.size or len(numbers) == 1:
                gains = (
                    weight * f * (SATURATION + 1) / (f + SATURATION * held[n])
                    for n, f in zip(numbers, often, strict=True)
                )
                self._postings[key] = (numbers, array("f", gains))

    def _rarity(self, texts: int) -> float:
        return math.log(1 + (self.size - texts + 0.5) / (texts + 0.5))

    def weight(self, key: str) -> float:
        """What a stem counts; one that is in no text counts as the rarest do."""
        found = self._weights.get(key)
        if found is None:
            found = self._weigh(key) if self._weigh else self._rarity(0)
        return found

    def full(self, query: Query) -> float:
        """The score of a text of average length that says every concept once in the claim's own words, and again in another way."""
        return (1 + OTHER_WAYS) * sum(self._full(concept) for concept in query.concepts if not concept.hint) or 1.0

    def _full(self, concept: Concept) -> float:
        return concept.share * sum(self.weight(key) for key in concept.ways[0].stems)

    def search(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Numbers of texts with their scores, best first."""
        scores: dict[int, float] = {}
        for concept in query.concepts:
            for number, gain in self._concept(concept).items():
                scores[number] = scores.get(number, 0.0) + gain * concept.share
        return nlargest(limit, scores.items(), key=lambda item: (item[1], -item[0]))

    def _concept(self, concept: Concept) -> dict[int, float]:
        """The gain of each text by its best way of putting the concept, and a little for every other way."""
        best = self._way(concept.ways[0].stems, concept.ways[0].sure)
        for way in concept.ways[1:]:
            for number, gain in self._way(way.stems, way.sure).items():
                known = best.get(number, 0.0)
                best[number] = max(known, gain) + OTHER_WAYS * min(known, gain)
        return best

    def _way(self, stems: Sequence[str], sure: float) -> dict[int, float]:
        found: dict[int, float] = {}
        for key in dict.fromkeys(stems):
            numbers, gains = self._postings.get(key, ((), ()))
            for number, gain in zip(numbers, gains, strict=True):
                found[number] = found.get(number, 0.0) + gain * sure
        return found


def _counted(
    texts: Iterable[Sequence[tuple[Sequence[str], float]]], only: Collection[str] | None
) -> tuple[dict[str, tuple[array[int], array[float]]], list[float]]:
    """For each stem the texts that hold it and how often (fields weighed); and the length of each text."""
    counts: dict[str, tuple[array[int], array[float]]] = {}
    lengths: list[float] = []
    for number, fields in enumerate(texts):
        often: dict[str, float] = {}
        length = 0.0
        for stems, weight in fields:
            length += len(stems) * weight
            for key, times in Counter(stems if only is None else filter(only.__contains__, stems)).items():
                often[key] = often.get(key, 0.0) + times * weight
        for key, value in often.items():
            numbers, values = counts.setdefault(key, (array("l"), array("f")))
            numbers.append(number)
            values.append(value)
        lengths.append(length)
    return counts, lengths
