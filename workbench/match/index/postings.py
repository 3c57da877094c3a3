"""Posting lists: the texts with a stem, and its weight in each. Plain arrays in memory or in a memory-mapped file.

The weight of a word in a text does not depend on the query, so it is computed once, when titles are indexed
(eager scoring, Lù, "BM25S", 2024). A search then only adds up slices of arrays.

A stem is identified by a digest of 64 bits. Two of a million stems share one in one of forty million catalogues; a title would then
be found by a wrong word.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

SATURATION, LENGTH_WEIGHT = 1.2, 0.6
"""Parameters k1 and b of BM25: saturation of repeated words, and penalty of long texts."""

Array = NDArray[Any]
Numbers = NDArray[np.int32]
Gains = NDArray[np.float32]
Fields = Sequence[tuple[Sequence[str], float]]
"""Fields of a text: the stems of each, and its weight."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Texts by the stems in them, as arrays.

    Attributes:
        digests: The digest of each stem, ascending.
        starts: The index in the following arrays at which each stem's texts begin; the last element is their end.
        numbers: The texts of each stem, ascending.
        often: How often each contains it, weighted by field.
        gains: The score of each for it, before the stem's own weight.
        tops: The highest gain of each stem.
        lengths: The length of each text, weighted by field.
    """

    digests: NDArray[np.uint64]
    starts: NDArray[np.int64]
    numbers: Numbers
    often: Gains
    gains: Gains
    tops: Gains
    lengths: Gains


@lru_cache(maxsize=200_000)
def digest(stem: str) -> int:
    """Hash a stem to a number of 64 bits.

    >>> digest("unemploy")
    8283308040877674909
    """
    return int.from_bytes(hashlib.blake2b(stem.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def count(texts: Iterable[Fields], only: Collection[str] | None = None) -> Postings:
    """Build the postings of some texts.

    Args:
        texts: For each text its fields.
        only: The stems that will be searched, where they are known beforehand; others are left out.
    """
    known: dict[str, int] = {}
    found, held = array("i"), array("i")
    weights, lengths = array("f"), array("f")
    for fields in texts:
        length = 0.0
        for stems, weight in fields:
            length += len(stems) * weight
            kept = stems if only is None else [stem for stem in stems if stem in only]
            found.extend([known.setdefault(stem, len(known)) for stem in kept])
            held.extend([len(lengths)] * len(kept))
            weights.extend([weight] * len(kept))
        lengths.append(length)
    return of_words(list(known), _array(found, np.int32), _array(held, np.int32), _array(weights), _array(lengths))


def _array(values: array[Any], kind: Any = np.float32) -> Array:
    return np.frombuffer(values, dtype=kind) if values else np.zeros(0, dtype=kind)


def of_words(stems: list[str], found: Numbers, texts: Numbers, weights: Gains, lengths: Gains) -> Postings:
    """Build the postings of a sequence of words, each with its text and weight.

    Args:
        stems: The stems, in the order of their numbers.
        found: The number of each word's stem.
        texts: The text that each word stands in.
        weights: The weight of each word in it.
        lengths: The length of each text, words weighted.
    """
    digests = np.fromiter(map(digest, stems), dtype=np.uint64, count=len(stems))
    order = np.argsort(digests)
    place = np.empty(len(stems), dtype=np.int64)
    place[order] = np.arange(len(stems))
    where = place[found] * max(1, len(lengths)) + texts
    by_stem = np.argsort(where, kind="stable")
    where = where[by_stem]
    first = np.flatnonzero(np.diff(where, prepend=-1))
    often = np.add.reduceat(weights[by_stem], first) if len(first) else weights
    rows = where[first] // max(1, len(lengths))
    starts = np.searchsorted(rows, np.arange(len(stems) + 1))
    return scored(digests[order], starts, (where[first] % max(1, len(lengths))).astype(np.int32), often, lengths)


def scored(digests: Array, starts: Array, numbers: Numbers, often: Gains, lengths: Gains) -> Postings:
    """Add each text's score for each stem: BM25 without the stem's rarity, which depends on the other indexed texts."""
    average = float(lengths.mean()) if len(lengths) else 0.0
    held = (1 - LENGTH_WEIGHT) + LENGTH_WEIGHT * lengths / np.float32(average or 1.0)
    gains = (often * (SATURATION + 1) / (often + SATURATION * held[numbers])).astype(np.float32)
    tops = np.maximum.reduceat(gains, starts[:-1]) if len(gains) else np.zeros(len(digests), dtype=np.float32)
    return Postings(digests, starts.astype(np.int64), numbers, often.astype(np.float32), gains, tops, lengths)


def joined(parts: Sequence[Postings]) -> Postings:
    """Join the postings of consecutive lists of texts, as if they had been built together."""
    digests = np.unique(np.concatenate([part.digests for part in parts]))
    rows = [np.searchsorted(digests, part.digests) for part in parts]
    many = np.zeros(len(digests), dtype=np.int64)
    for part, row in zip(parts, rows, strict=True):
        many[row] += np.diff(part.starts)
    starts = np.concatenate([[0], np.cumsum(many)])
    numbers, often = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.float32)
    free, before = starts[:-1].copy(), 0
    for part, row in zip(parts, rows, strict=True):
        sizes = np.diff(part.starts)
        to = np.repeat(free[row] - part.starts[:-1], sizes) + np.arange(len(part.numbers))
        numbers[to], often[to] = part.numbers + before, part.often
        free[row] += sizes
        before += len(part.lengths)
    return scored(digests, starts, numbers, often, np.concatenate([part.lengths for part in parts]))


def part_of(whole: Postings, start: int, end: int) -> Postings:
    """Cut out the postings of the texts from `start` up to `end` (exclusive). Their gains are left for `joined` to compute."""
    kept = (whole.numbers >= start) & (whole.numbers < end)
    ends = np.concatenate([[0], np.cumsum(kept)])[whole.starts]
    some = np.flatnonzero(np.diff(ends))
    return Postings(
        whole.digests[some],
        np.concatenate([ends[some], ends[-1:]]),
        whole.numbers[kept] - np.int32(start),
        whole.often[kept],
        whole.gains[:0],
        whole.tops[:0],
        whole.lengths[start:end],
    )
