"""Which titles are nearest in meaning, without looking at all of them.

Titles of a source lie in groups of some hundreds that are near one another (k-means, Lloyd 1982). A search looks at the
middles of all groups, then into the nearest groups alone: a twentieth of the work for nearly the same answer. The groups
stand in the index's own file, so that they are replaced together with the titles, whole or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.match.meaning import DIMENSIONS, Packed, Vector, meanings, nearness

GROUP = 400
"""Titles in a group, about."""

LOOKED_INTO = 14_000
"""Titles of the nearest groups that are compared one by one: two or three milliseconds."""

_ROUNDS, _SAMPLE = 5, 20_000

Numbers = NDArray[np.int64]


def fill(db: sqlite3.Connection, source: str) -> None:
    """Puts the groups of a source's titles in place of those it had."""
    db.execute("DELETE FROM meanings WHERE source = ?", (source,))
    rows = db.execute("SELECT id, title FROM series WHERE source = ? ORDER BY id", (source,)).fetchall()
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    packed = meanings().packed(row[1] for row in rows)
    for number, (middle, members) in enumerate(grouped(packed)):
        blobs = (middle.tobytes(), ids[members].tobytes(), packed[members].tobytes())
        db.execute("INSERT INTO meanings VALUES (?, ?, ?, ?, ?, ?)", (source, number, len(members), *blobs))


def grouped(packed: Packed) -> Iterator[tuple[Packed, Numbers]]:
    """Groups of rows that are near one another: the middle of each, and the numbers of its rows; rows of zeros are in none."""
    known = np.flatnonzero(packed.any(axis=1))
    if not len(known):
        return
    middles = _middles(packed[known[:: -(-len(known) // _SAMPLE)]])
    nearest = _nearest(packed[known], middles)
    for number in np.unique(nearest):
        members = known[nearest == number]
        yield _whole(packed[members].astype(np.float32).mean(axis=0)), members


def _middles(rows: Packed) -> NDArray[np.float32]:
    """The middles of the groups, begun at rows that lie evenly through the list, so that every run gives the same."""
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
    """For each row the number of its nearest middle, some thousands at a time, so that memory stays small."""
    parts = [(rows[at : at + 8_000].astype(np.float32) @ middles.T).argmax(axis=1) for at in range(0, len(rows), 8_000)]
    return np.concatenate(parts)


def _whole(middle: NDArray[np.float32]) -> Packed:
    top = float(np.abs(middle).max()) or 1.0
    packed: Packed = np.round(middle / top * 127).astype(np.int8)
    return packed


class Groups:
    """The middles of all groups in memory: half a megabyte for 225,000 titles."""

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute("SELECT source, number, size, middle FROM meanings ORDER BY source, number").fetchall()
        self._db = db
        self._names = [(row[0], row[1]) for row in rows]
        self._sizes = [row[2] for row in rows]
        middles = np.frombuffer(b"".join(row[3] for row in rows), dtype=np.int8).reshape(-1, DIMENSIONS)
        points = middles.astype(np.float32)
        self._middles = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)

    def nearest(self, text: str, limit: int, sources: Sequence[str] = ()) -> list[int]:
        """The ids of the titles nearest to a text, nearest first; none where no word of it is known."""
        vector = meanings().vector(text) if self._names else None
        if vector is None:
            return []
        found = list(self._look_into(vector, frozenset(sources)))
        if not found:
            return []
        ids = np.concatenate([each for each, _ in found])
        cosines = np.concatenate([each for _, each in found])
        best = np.argpartition(-cosines, limit)[:limit] if len(ids) > limit else np.arange(len(ids))
        return [int(ids[n]) for n in sorted(best, key=lambda n: (-cosines[n], ids[n]))]

    def _look_into(self, vector: Vector, sources: frozenset[str]) -> Iterator[tuple[Numbers, Vector]]:
        room = LOOKED_INTO
        for number in np.argsort(-(self._middles @ vector)):
            if sources and self._names[number][0] not in sources:
                continue
            sql = "SELECT ids, vectors FROM meanings WHERE source = ? AND number = ?"
            ids, vectors = self._db.execute(sql, self._names[number]).fetchone()
            packed = np.frombuffer(vectors, dtype=np.int8).reshape(-1, DIMENSIONS)
            yield np.frombuffer(ids, dtype=np.int64), nearness(vector, packed)
            room -= self._sizes[number]
            if room <= 0:
                return
