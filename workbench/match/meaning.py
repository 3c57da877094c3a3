"""How near two texts are in meaning, from a small table of word vectors.

Why this file exists: "jobless" and "unemployment" share no letter. A table of 7 MB in the package, pressed out of a public
sentence model by `.meaning/distil.py`, gives each word (and each common pair of words) a vector; a text is the sum of its
words' vectors, and two texts are as near as their vectors' cosine. Nothing is downloaded, and numpy alone is needed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.match.keys import LONGEST_TEXT

Vector = NDArray[np.float32]
Packed = NDArray[np.int8]
"""Vectors of length 1, each number as one byte of 127ths."""

DIMENSIONS = 128

_UNIT = re.compile(r"[a-z0-9]+|[$%€£]")
_MOST_UNITS = 400
_FULL = 127


class Meanings:
    """The table: words and pairs of words with their vectors."""

    def __init__(self, words: Sequence[str], vectors: Packed, sizes: NDArray[np.float16]) -> None:
        self._rows = {word: n for n, word in enumerate(words)}
        self._vectors = vectors
        self._sizes = sizes

    def vector(self, text: str) -> Vector | None:
        """The vector of a text, of length 1; None where the table knows no word of it (another script, a bare code)."""
        rows = [self._rows[unit] for unit in units(text) if unit in self._rows]
        if not rows:
            return None
        total: Vector = self._sizes[rows].astype(np.float32) @ self._vectors[rows].astype(np.float32)
        length = float(np.sqrt(total @ total))
        return total / np.float32(length) if length else None

    def packed(self, texts: Iterable[str]) -> Packed:
        """The vectors of many texts, a byte a number; a text that the table does not know is all zeros, near nothing."""
        found = [self.vector(text) for text in texts]
        out = np.zeros((len(found), DIMENSIONS), dtype=np.int8)
        for n, vector in enumerate(found):
            if vector is not None:
                out[n] = np.round(vector * _FULL)
        return out


def nearness(vector: Vector, packed: Packed) -> Vector:
    """The cosines of a vector to packed ones."""
    return (packed.astype(np.float32) @ vector) / np.float32(_FULL)


def cosines(text: str, packed: Packed) -> Vector:
    """The cosines of a text to packed vectors; zeros where the table knows no word of it."""
    vector = meanings().vector(text)
    return nearness(vector, packed) if vector is not None else np.zeros(len(packed), dtype=np.float32)


def nearest(near: Vector, limit: int) -> list[int]:
    """The numbers of the largest cosines above nothing, largest first; of equal ones the earlier first."""
    many = min(limit, int(np.count_nonzero(near > 0)))
    if not many:
        return []
    best = np.argpartition(-near, many - 1)[:many]
    return [int(n) for n in sorted(best, key=lambda n: (-near[n], n))]


def units(text: str) -> list[str]:
    """The words and signs of a text as the table knows them, then each two that stand together.

    >>> units("Jobless rate (%)")
    ['jobless', 'rate', '%', 'jobless rate', 'rate %']
    """
    found = _UNIT.findall(_plain(text[:LONGEST_TEXT]))[:_MOST_UNITS]
    return found + [f"{one} {next_one}" for one, next_one in pairwise(found)]


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(c))


@cache
def meanings() -> Meanings:
    """The table of the package, read once a process."""
    folder = files("workbench.match").joinpath("vectors")
    words = folder.joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    vectors, sizes = (
        np.load(io.BytesIO(folder.joinpath(name).read_bytes()), allow_pickle=False)
        for name in ("vectors.npy", "sizes.npy")
    )
    return Meanings(words, vectors, sizes)
