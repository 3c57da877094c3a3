"""Inverted index: the texts that share words with a query, likeliest first.

BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) over weighted fields. A concept scores by its best
synonym, so that a title does not win by containing three synonyms of one thing.

Concepts with the highest possible score are added first. Once no new text can become one of the best, the other concepts are looked
up only for the texts that still can (MaxScore: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995). The
result is the same as if every text had been scored.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.match.index.postings import Fields, Gains, Numbers, Postings, count, digest
from workbench.match.query.query import Query
from workbench.match.words.concepts import Concept

OTHER_WAYS = 0.2
"""Weight of each further synonym of a concept: "Inflation, consumer prices" says it twice."""

_DEAR = 2_000
"""A concept with more texts than this is expensive: the search first checks whether all must be scored."""

_FEW = 8
"""Scan all texts in order where more than one text in 8 is a candidate: random access costs more."""

_SAMPLED = 10
"""Factor: texts sampled for each text that is asked for, to learn the score that the best must reach."""

_REMEMBERED = 2_000
"""Cache size: stems whose postings are kept between searches."""

_ROUNDING = 1 - 1e-5
"""Relative rounding error of float32 sums."""

Weights = Callable[[str], float]
Ranges = Sequence[tuple[int, int]]
"""Ranges of texts: first, and the one after the last."""
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _StemPostings:
    """The texts that contain a stem, with the score of each for it, times the stem's weight."""

    numbers: Numbers
    gains: Gains
    weight: float
    top: float


@dataclass(frozen=True, slots=True)
class _ConceptPostings:
    """A concept with the texts of each of its synonyms; `most` is the highest score it can add to a text."""

    share: float
    ways: tuple[tuple[_StemPostings, ...], ...]
    most: float

    @property
    def texts(self) -> int:
        """Number of texts with its words. A text with several words is counted several times."""
        return sum(len(held.numbers) for way in self.ways for held in way)


class Inverted:
    """Texts by the stems in them."""

    def __init__(
        self,
        texts: Iterable[Fields] | Postings,
        weigh: Weights | None = None,
        common: float = 1.0,
        only: Collection[str] | None = None,
    ) -> None:
        """Index the texts.

        Args:
            texts: For each text its fields; or existing arrays, such as those of a file.
            weigh: The weight of a stem; by default rare stems weigh more, by their frequency in the texts.
            common: Stems in more than this share of the texts are not searched.
            only: The stems that will be searched, where they are known beforehand; others are not indexed.
        """
        self._postings = texts if isinstance(texts, Postings) else count(texts, only)
        self._weigh, self._common = weigh, common
        self._known: dict[str, _StemPostings] = {}
        self._spare: list[_Sums] = []
        self.size = len(self._postings.lengths)

    def weight(self, key: str) -> float:
        """Compute the weight of a stem. One that is in no text weighs as much as the rarest."""
        return self._held([key])[key].weight

    def full(self, query: Query) -> float:
        """Compute the score of a text of average length that has every concept once in the claim's own words and once as a synonym."""
        asked = [concept for concept in query.concepts if not concept.hint]
        held = self._held([key for concept in asked for key in concept.ways[0].stems])
        weights = (c.share * sum(held[key].weight for key in c.ways[0].stems) for c in asked)
        return (1 + OTHER_WAYS) * sum(weights) or 1.0

    def search(self, query: Query, limit: int, within: Ranges | None = None) -> list[tuple[int, float]]:
        """Find the numbers of the best texts with their scores, best first; of equal ones the earlier first.

        Args:
            query: What is looked for.
            limit: How many texts.
            within: Ranges of texts (the end exclusive), ascending, where not all are searched.
        """
        numbers, scores = self._best(self._looked(query.concepts), limit, within)
        order = np.lexsort((numbers, -scores))[:limit]
        return list(zip(numbers[order].tolist(), scores[order].tolist(), strict=True))

    def scores(self, query: Query, numbers: Numbers) -> Gains:
        """Compute the scores of some texts, given in ascending order."""
        scores: Gains = np.zeros(len(numbers), dtype=np.float32)
        for each in self._looked(query.concepts):
            scores += _gained(numbers, each) * np.float32(each.share)
        return scores

    def _looked(self, concepts: Sequence[Concept]) -> list[_ConceptPostings]:
        """Look up the concepts with their texts, those with the highest possible score first."""
        held = self._held([key for concept in concepts for way in concept.ways for key in way.stems])
        looked = [_looked(concept, held) for concept in concepts]
        return sorted((each for each in looked if each.most > 0), key=lambda each: -each.most)

    def _held(self, keys: Sequence[str]) -> dict[str, _StemPostings]:
        """Look up the texts of some stems; those that are not cached are searched all at once."""
        known = self._known if len(self._known) < _REMEMBERED else {}
        asked = [key for key in dict.fromkeys(keys) if key not in known]
        self._known = known | self._found(asked) if asked else known
        return self._known

    def _found(self, asked: Sequence[str]) -> dict[str, _StemPostings]:
        digests = np.fromiter(map(digest, asked), dtype=np.uint64, count=len(asked))
        rows = np.searchsorted(self._postings.digests, digests)
        ends = np.searchsorted(self._postings.digests, digests, side="right")
        return {
            key: self._of(key, row, row < end)
            for key, row, end in zip(asked, rows.tolist(), ends.tolist(), strict=True)
        }

    def _of(self, key: str, row: int, known: bool) -> _StemPostings:
        start, end = (int(self._postings.starts[row]), int(self._postings.starts[row + 1])) if known else (0, 0)
        weight = self._weigh(key) if self._weigh else self._rarity(end - start)
        if not known or (end - start > self._common * self.size and end - start > 1):
            return _StemPostings(self._postings.numbers[:0], self._postings.gains[:0], weight, 0.0)
        top = weight * float(self._postings.tops[row])
        return _StemPostings(self._postings.numbers[start:end], self._postings.gains[start:end], weight, top)

    def _rarity(self, texts: int) -> float:
        return math.log(1 + (self.size - texts + 0.5) / (texts + 0.5))

    def _best(self, looked: Sequence[_ConceptPostings], limit: int, within: Ranges | None) -> tuple[Numbers, Gains]:
        """Find the texts that include the best, with their scores."""
        sums = self._spare.pop() if self._spare else _Sums(self.size)
        sums.begin(within)
        found = self._added(sums, looked, limit)
        self._spare.append(sums)  # a new array for each search would cost more than the search
        return found

    def _added(self, sums: _Sums, looked: Sequence[_ConceptPostings], limit: int) -> tuple[Numbers, Gains]:
        rest, done = sum(each.most for each in looked), 0.0
        for n, each in enumerate(looked):
            if each.texts > _DEAR and rest < done and rest < (least := sums.least(limit)):
                return _narrowed(*sums.above(least - rest), looked[n:], rest, limit)
            sums.add(each)
            rest, done = rest - each.most, done + each.most
        return sums.above(sums.least(limit))


def _looked(concept: Concept, held: dict[str, _StemPostings]) -> _ConceptPostings:
    ways: list[tuple[_StemPostings, ...]] = []
    most = 0.0
    for way in concept.ways:
        found = tuple(held[key] for key in dict.fromkeys(way.stems) if len(held[key].numbers))
        if found:
            ways.append(tuple(_StemPostings(h.numbers, h.gains, h.weight * way.sure, h.top * way.sure) for h in found))
            gain = sum(h.top * way.sure for h in found)
            most = max(most, gain) + OTHER_WAYS * min(most, gain)
    return _ConceptPostings(concept.share, tuple(ways), most * concept.share)


class _Sums:
    """The sum of each text's scores so far; used by one search at a time."""

    def __init__(self, size: int) -> None:
        self._total = np.zeros(size, dtype=np.float32)
        self._best = np.zeros(size, dtype=np.float32)
        self._gain = np.zeros(size, dtype=np.float32)
        self._touched: list[Numbers] = []

    def begin(self, within: Ranges | None) -> None:
        """Reset all sums; texts outside the given ranges stay at zero."""
        self._touched.clear()
        self._total.fill(0.0 if within is None else -np.inf)
        for start, end in within or ():
            self._total[start:end] = 0.0

    def add(self, looked: _ConceptPostings) -> None:
        """Add to each text the score of its best synonym of a concept, and a small part of every other's."""
        share = np.float32(looked.share)
        if len(looked.ways) == 1:
            for held in looked.ways[0]:
                self._total[self._places(held)] += held.gains * (held.weight * share)
            return
        places_of_ways = [self._add_way(way) for way in looked.ways]
        if looked.texts * _FEW > len(self._total):
            self._total += self._best * share
            self._best.fill(0.0)
            return
        places = np.concatenate(places_of_ways)  # a text that occurs twice is written the same value twice
        self._total[places] = self._total.take(places) + self._best.take(places) * share
        self._best[places] = 0.0

    def _add_way(self, way: Sequence[_StemPostings]) -> Places:
        """Compare one synonym of a concept with the best so far; return the texts that contain it."""
        if len(way) == 1:
            places = self._places(way[0])
            gain = way[0].gains * np.float32(way[0].weight)
        else:
            parts = [self._places(held) for held in way]
            for held, part in zip(way, parts, strict=True):
                self._gain[part] += held.gains * np.float32(held.weight)
            places = np.concatenate(parts)
            gain = self._gain.take(places)
            self._gain[places] = 0.0
        best = self._best.take(places)
        self._best[places] = np.maximum(best, gain) + np.float32(OTHER_WAYS) * np.minimum(best, gain)
        return places

    def _places(self, held: _StemPostings) -> Places:
        """Convert the numbers of the texts with a stem to the type with which numpy indexes fastest, and note that they were used."""
        self._touched.append(held.numbers)
        return held.numbers.astype(np.int64)

    def least(self, limit: int) -> float:
        """Compute a lower bound for the sum of a text that is among the best so far.

        It is computed from the texts of the rarest stems only: the best of fewer texts are no better than the best of all.
        """
        some: NDArray[np.bool_] = np.zeros(len(self._total), dtype=np.bool_)
        many = 0
        for numbers in sorted(self._touched, key=len):
            some[numbers] = True
            many += len(numbers)
            if many > _SAMPLED * limit:
                break
        return _least(self._total.take(np.flatnonzero(some)), limit)

    def above(self, least: float) -> tuple[Numbers, Gains]:
        """Find the texts whose sum is above zero and not below a bound."""
        numbers = np.flatnonzero(self._total >= least if least > 0 else self._total > 0).astype(np.int32)
        return numbers, self._total.take(numbers)


def _least(sums: Gains, limit: int) -> float:
    if len(sums) <= limit or limit < 1:
        return 0.0
    return float(np.partition(sums, len(sums) - limit)[len(sums) - limit]) * _ROUNDING


def _narrowed(
    numbers: Numbers, sums: Gains, looked: Sequence[_ConceptPostings], rest: float, limit: int
) -> tuple[Numbers, Gains]:
    """Add the remaining concepts only for the texts that can still become one of the best."""
    for each in looked:
        sums = sums + _gained(numbers, each) * np.float32(each.share)
        rest -= each.most
        keep = sums >= _least(sums, limit) - rest
        numbers, sums = numbers[keep], sums[keep]
    return numbers, sums


def _gained(numbers: Numbers, looked: _ConceptPostings) -> Gains:
    best: Gains = np.zeros(len(numbers), dtype=np.float32)
    for way in looked.ways:
        gain = np.zeros(len(numbers), dtype=np.float32)
        for held in way:
            gain += _gains_of(numbers, held)
        best = np.maximum(best, gain) + np.float32(OTHER_WAYS) * np.minimum(best, gain)
    return best


def _gains_of(numbers: Numbers, held: _StemPostings) -> Gains:
    at = np.minimum(np.searchsorted(held.numbers, numbers), len(held.numbers) - 1)
    gains: Gains = np.where(held.numbers[at] == numbers, held.gains[at], np.float32(0)) * np.float32(held.weight)
    return gains
