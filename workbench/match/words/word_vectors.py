"""Semantic similarity of two texts, from a small table of word vectors.

"jobless" and "unemployment" have no common stem. A table of 8 MB in the package, distilled from a public sentence model by
`.meaning/distil.py`, gives each word (and each common pair of words) a vector. The vector of a text is the sum of its words' vectors,
corrected by a small layer over the sum; the nearness of two texts is the cosine of their vectors. Nothing is downloaded, and only
numpy is needed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.match.words.normalisation import LONGEST_TEXT
from workbench.ports.meaning_encoder import Encoder, Packed, Vector

__all__ = [
    "DIMENSIONS",
    "Meanings",
    "Packed",
    "Vector",
    "cosines",
    "meanings",
    "nearest",
    "nearness",
    "text_batches",
    "units",
]

DIMENSIONS = 128

_UNIT = re.compile(r"[a-z0-9]+|[$%€£]")
_MOST_UNITS = 400
_FULL = 127
_AT_ONCE = 1_000
_NOTHING = np.float32(1e-9)
_STEEP = np.float32(60)
"""Bound of the logistic function's argument. Beyond it the result does not change, and the exponential overflows."""


class Meanings:
    """The table: words and pairs of words with their vectors; satisfies `workbench.ports.meaning_encoder.Encoder`."""

    trust = 1.0

    def __init__(
        self,
        words: Sequence[str],
        vectors: Packed,
        sizes: NDArray[np.float16],
        inner: NDArray[np.float16],
        outer: NDArray[np.float16],
    ) -> None:
        """Take the words with their rows and the rows' scales, and the two matrices of the layer, whose last rows are the biases."""
        self._rows = {word: n for n, word in enumerate(words)}
        self._vectors = vectors
        self._sizes = sizes
        self._inner, self._outer = inner.astype(np.float32), outer.astype(np.float32)
        self.space = f"table {sha256(sizes.tobytes()).hexdigest()[:12]}"

    def ready(self, texts: Sequence[str]) -> bool:  # noqa: ARG002  (the protocol's name)
        """Return True: adding a few rows takes no time."""
        return True

    def vector(self, text: str) -> Vector | None:
        """Compute the vector of a text, of length 1; None where the table has no word of it (another script, a bare code)."""
        (found,) = self.vectors([text])
        return found if found.any() else None

    def packed(self, texts: Iterable[str]) -> Packed:
        """Compute the vectors of many texts, one byte per number; a text without a known word is all zeros, near nothing."""
        parts = [np.round(self.vectors(part) * _FULL).astype(np.int8) for part in text_batches(texts, _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, DIMENSIONS), dtype=np.int8)

    def vectors(self, texts: Sequence[str]) -> Vector:
        """Compute the unpacked vectors of some texts: all their words' rows in one array, summed text by text."""
        rows = [[self._rows[unit] for unit in units(text) if unit in self._rows] for text in texts]
        known = [n for n, found in enumerate(rows) if found]
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        if known:
            flat = [row for found in rows for row in found]
            starts = np.cumsum([0, *(len(rows[n]) for n in known[:-1])])
            scaled = self._vectors[flat] * self._sizes[flat, None].astype(np.float32)
            out[known] = self._corrected(_whole(np.add.reduceat(scaled, starts, axis=0)))
        return out

    def _corrected(self, sums: Vector) -> Vector:
        """Correct sums for what words mean together: add the output of one hidden layer (SiLU)."""
        hidden = sums @ self._inner[:-1] + self._inner[-1]
        hidden /= 1 + np.exp(-np.clip(hidden, -_STEEP, _STEEP))
        return _whole(sums + hidden @ self._outer[:-1] + self._outer[-1])


def _whole(vectors: Vector) -> Vector:
    """Scale vectors to length 1."""
    found: Vector = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _NOTHING)
    return found


def text_batches(texts: Iterable[str], many: int) -> Iterator[list[str]]:
    """Split texts into batches, so that a whole catalogue takes little memory.

    >>> list(text_batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    rest = iter(texts)
    while part := list(islice(rest, many)):
        yield part


def nearness(vector: Vector, packed: Packed) -> Vector:
    """Compute the cosines of a vector and packed ones."""
    return (packed.astype(np.float32) @ vector) / np.float32(_FULL)


def cosines(text: str, packed: Packed, encoder: Encoder | None = None) -> Vector:
    """Compute the cosines of a text and vectors that the encoder (by default the table) packed; zeros where it knows no word of the text."""
    vector = (encoder or meanings()).vector(text)
    return nearness(vector, packed) if vector is not None else np.zeros(len(packed), dtype=np.float32)


def nearest(near: Vector, limit: int) -> list[int]:
    """Find the indices of the largest cosines above zero, largest first; of equal ones the earlier first."""
    many = min(limit, int(np.count_nonzero(near > 0)))
    if not many:
        return []
    least = np.partition(near, len(near) - many)[len(near) - many]
    found = np.flatnonzero(near >= least)
    return [int(n) for n in found[np.argsort(-near[found], kind="stable")][:many]]


def units(text: str) -> list[str]:
    """Split a text into the words and signs that the table uses, followed by each adjacent pair.

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
    """Load the table of the package, once per process."""
    folder = files("workbench.match").joinpath("vectors")
    words = folder.joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    return Meanings(words, *(_array(folder.joinpath(f"{name}.npy")) for name in ("vectors", "sizes", "inner", "outer")))


def _array(file: Traversable) -> NDArray[Any]:
    """Load an array of the package. Only what is looked up is read into memory, where the package lies on a disk."""
    if hasattr(file, "__fspath__"):
        return np.asarray(np.load(str(file), mmap_mode="r", allow_pickle=False))
    return np.asarray(np.load(io.BytesIO(file.read_bytes()), allow_pickle=False))
