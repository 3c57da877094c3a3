"""Vectors of texts from the model and the table together: the two fail on different texts, and find more in combination.

The model gives 384 numbers per text; titles of statistics differ along fewer axes. The selected axes (`axes.npy`, one per column) were
fitted by `.meaning/distil.py` on titles and synthetic queries: on them a query is nearer to the right title than on all 384. The
table's numbers are appended, so that the cosine of two texts is the weighted mean of both cosines.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np

from workbench.match.words.word_vectors import DIMENSIONS, meanings, text_batches, units
from workbench.meaning_model.model_file import SUM
from workbench.meaning_model.sentence_model import SentenceModel
from workbench.meaning_model.vector_cache import KeptVectors
from workbench.ports.meaning_encoder import Packed, Vector

TRUST = 4.0
"""Weight of the model's cosines, where the table's have 1; measured on phrases without context."""

OF_TABLE = 0.6
"""Length of the table's part of a vector, where the model's has 1."""

QUICKLY = 24
"""Maximum number of uncached titles that are encoded while a user waits; this takes a fifth of a second."""

_AT_ONCE, _REMEMBERED = 256, 64
_FULL = 127


class ModelEncoder:
    """The model; satisfies `workbench.ports.meaning_encoder.Encoder`. Vectors of titles are cached in a file, where one is named."""

    trust = TRUST

    def __init__(self, model: SentenceModel, kept: Path | None = None) -> None:
        self._model = model
        self._axes = axes()
        of_model = f"model {SUM[:12]}, axes {sha256(self._axes.tobytes()).hexdigest()[:12]}"
        self.space = f"{of_model}, {meanings().space} by {OF_TABLE}"
        self._kept = KeptVectors(kept, of_model, self._axes.shape[1]) if kept else None
        self._said = lru_cache(maxsize=_REMEMBERED)(self._asked)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._axes.shape[1]) + DIMENSIONS

    def ready(self, texts: Sequence[str]) -> bool:
        """Check whether all but a few of these texts are cached."""
        wanted = list(dict.fromkeys(texts))
        return len(wanted) <= QUICKLY or len(wanted) - self._kept_among(wanted) <= QUICKLY

    def vector(self, text: str) -> Vector | None:
        """Compute the vector of a text; None where neither model nor table knows a word of it."""
        return self._said(text)

    def packed(self, texts: Iterable[str]) -> Packed:
        """Compute the vectors of many texts; cached ones are reused, the others are computed and cached."""
        parts = [self._part(part) for part in text_batches(texts, _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, self.width), dtype=np.int8)

    def close(self) -> None:
        """Close the cache file."""
        if self._kept is not None:
            self._kept.close()

    def _asked(self, text: str) -> Vector | None:
        found = self._concatenated(self._by_model([text]), [text])[0]
        return found if found.any() else None

    def _part(self, texts: list[str]) -> Packed:
        known = self._kept.get(texts) if self._kept is not None else {}
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            said = np.round(self._by_model(new) * _FULL).astype(np.int8)
            if self._kept is not None:
                self._kept.put(new, said)
            known |= dict(zip(new, said, strict=True))
        by_model: Vector = np.stack([known[text] for text in texts]).astype(np.float32) / np.float32(_FULL)
        packed: Packed = np.round(self._concatenated(by_model, texts) * _FULL).astype(np.int8)
        return packed

    def _kept_among(self, texts: Sequence[str]) -> int:
        return sum(len(self._kept.get(part)) for part in text_batches(texts, _AT_ONCE)) if self._kept is not None else 0

    def _by_model(self, texts: Sequence[str]) -> Vector:
        """Compute the model's vectors; zeros for a text without Latin letters, of which an English model knows nothing."""
        known = np.array([[any(len(unit) > 1 and unit.isalpha() for unit in units(text))] for text in texts])
        found: Vector = _whole(self._model.vectors(texts) @ self._axes) * known
        return found

    @staticmethod
    def _concatenated(by_model: Vector, texts: Sequence[str]) -> Vector:
        """Join the model's vector and the table's; zeros where the model knows nothing."""
        both = np.concatenate([by_model, np.float32(OF_TABLE) * meanings().vectors(texts)], axis=1)
        found: Vector = _whole(both) * by_model.any(axis=1, keepdims=True)
        return found


def _whole(vectors: Vector) -> Vector:
    """Scale vectors to length 1."""
    found: Vector = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    return found


def open_model(kept: Path | None = None, model: Path | None = None) -> ModelEncoder:
    """Open the installed model, which caches vectors of titles in the file `kept`.

    Raises:
        MeaningModelError: It is not installed, or is not the tested one.
    """
    return ModelEncoder(SentenceModel(model), kept)


@cache
def axes() -> Vector:
    """Load the axes, one per column, once per process."""
    body = files("workbench.meaning_model").joinpath("axes.npy").read_bytes()
    found: Vector = np.load(io.BytesIO(body), allow_pickle=False).astype(np.float32)
    return found
