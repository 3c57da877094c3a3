"""Cluster titles by meaning, so that a search need not compare all of them.

The titles of a source are in clusters of some hundreds (k-means, Lloyd 1982). A search compares the centres of all
clusters, and then only titles of the nearest ones: a twentieth of the work for nearly the same result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.match.index.inverted_index import Ranges
from workbench.match.words.word_vectors import DIMENSIONS, Packed, Vector, nearness

GROUP = 400
"""Approximate number of titles in a group."""

LOOKED_INTO = 14_000
"""Most titles of the nearest groups compared one by one, which takes about a millisecond."""

_ROUNDS, _SAMPLE = 5, 20_000

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Groups:
    """Titles by groups.

    Attributes:
        vectors: The titles' vectors, group by group; last, outside the groups, those of titles without a known word.
        members: The title of each vector.
        bounds: Beginning and end of each group among the vectors.
        middles: The centre of each group.
    """

    vectors: Packed
    members: NDArray[np.int32]
    bounds: Numbers
    middles: Packed


def groups_of(packed: Packed) -> Groups:
    """Cluster some titles' vectors."""
    found = list(grouped(packed))
    known = [members for _, members in found]
    others = np.setdiff1d(np.arange(len(packed)), np.concatenate(known) if known else [])
    members = np.concatenate([*known, others]).astype(np.int32)
    ends = np.cumsum([len(each) for each in known], dtype=np.int64)
    bounds = np.stack([ends - [len(each) for each in known], ends], axis=1) if known else np.zeros((0, 2), np.int64)
    middles = np.stack([middle for middle, _ in found]) if found else np.zeros((0, DIMENSIONS), np.int8)
    return Groups(packed[members], members, bounds, middles)


def joined(parts: list[Groups]) -> Groups:
    """Return the groups of several lists of titles that stand one after another."""
    before = np.cumsum([0, *(len(part.vectors) for part in parts[:-1])])
    return Groups(
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.members + np.int32(n) for part, n in zip(parts, before, strict=True)]),
        np.concatenate([part.bounds + n for part, n in zip(parts, before, strict=True)]),
        np.concatenate([part.middles for part in parts]),
    )


def part_of(whole: Groups, start: int, end: int) -> Groups:
    """Return the groups of the titles from `start` to before `end`, which are those of whole sources."""
    kept = (whole.bounds[:, 0] >= start) & (whole.bounds[:, 1] <= end)
    return Groups(
        whole.vectors[start:end],
        whole.members[start:end] - np.int32(start),
        whole.bounds[kept] - start,
        whole.middles[kept],
    )


def grouped(packed: Packed) -> Iterator[tuple[Packed, Numbers]]:
    """Yield groups of rows that are near one another: the middle of each, and the numbers of its rows.

    Rows of zeros are in none.
    """
    known = np.flatnonzero(packed.any(axis=1))
    if not len(known):
        return
    middles = _middles(packed[known[:: -(-len(known) // _SAMPLE)]])
    nearest = _nearest(packed[known], middles)
    for number in np.unique(nearest):
        members = known[nearest == number]
        yield _whole(packed[members].astype(np.float32).mean(axis=0)), members


def _middles(rows: Packed) -> NDArray[np.float32]:
    """Compute the centres of the groups, starting from evenly spaced rows, so that every run gives the same."""
    many = max(1, len(rows) // GROUP)
    points = rows.astype(np.float32)
    middles: NDArray[np.float32] = points[:: -(-len(rows) // many)].copy()
    for _ in range(_ROUNDS):
        nearest = _nearest(rows, middles)
        sums = np.zeros_like(middles)
        np.add.at(sums, nearest, points)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), middles)
    return middles


def _nearest(rows: Packed, middles: NDArray[np.float32]) -> Numbers:
    """Return the number of each row's nearest centre, computed by thousands to limit memory."""
    parts = [(rows[at : at + 8_000].astype(np.float32) @ middles.T).argmax(axis=1) for at in range(0, len(rows), 8_000)]
    return np.concatenate(parts)


def _whole(middle: NDArray[np.float32]) -> Packed:
    top = float(np.abs(middle).max()) or 1.0
    packed: Packed = np.round(middle / top * 127).astype(np.int8)
    return packed


class NearTitles:
    """Finds the titles that are nearest to a text."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._rows = np.empty(len(groups.members), dtype=np.int32)
        self._rows[groups.members] = np.arange(len(groups.members), dtype=np.int32)
        self._bounds = groups.bounds.tolist()
        points = groups.middles.astype(np.float32)
        self._middles = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)

    def cosines(self, vector: Vector, titles: NDArray[np.int64]) -> Vector:
        """Return the cosines of a vector to those of some titles."""
        return nearness(vector, self._groups.vectors[self._rows[titles]])

    def nearest(self, vector: Vector, limit: int, within: Ranges | None = None) -> dict[int, float]:
        """Return the titles nearest to a vector, of equally near ones the earlier first, with their cosines.

        Args:
            vector: What was said.
            limit: How many titles.
            within: The half-open range of titles to search; None for all.
        """
        found = list(self._look_into(vector, within))
        if not found:
            return {}
        cosines = np.concatenate([near for _, near in found])
        titles = np.concatenate([self._groups.members[start:end] for (start, end), _ in found])
        least = np.partition(cosines, len(cosines) - limit)[len(cosines) - limit] if len(cosines) > limit else 0.0
        kept = (cosines >= least) & (cosines > 0)
        titles, cosines = titles[kept], cosines[kept]
        order = np.lexsort((titles, -cosines))[:limit]
        return dict(zip(titles[order].tolist(), cosines[order].tolist(), strict=True))

    def _look_into(self, vector: Vector, within: Ranges | None) -> Iterator[tuple[tuple[int, int], Vector]]:
        room = LOOKED_INTO
        for number in np.argsort(-(self._middles @ vector), kind="stable").tolist():
            start, end = self._bounds[number]
            if within is not None and not any(first <= start and end <= last for first, last in within):
                continue
            yield (start, end), nearness(vector, self._groups.vectors[start:end])
            room -= end - start
            if room <= 0:
                return
