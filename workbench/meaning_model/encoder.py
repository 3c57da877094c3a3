"""Directions of texts by the model, on the axes that matter most for titles of statistics.

The model gives 384 numbers a text; titles of statistics differ along fewer, so that a catalogue's vectors take half the room
for nearly the same order. The axes (`axes.npy`, a column each) were fitted by `.meaning/distil.py` on titles and made-up
queries.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np

from workbench.match.meaning import parted, units
from workbench.meaning_model.kept import Kept
from workbench.meaning_model.model import SentenceModel
from workbench.meaning_model.weights import SUM
from workbench.ports.meaning import Packed, Vector

TRUST = 3.0
"""How much its cosines count beside the table's, measured on bare phrases."""

QUICKLY = 24
"""Titles that are not kept and may still be asked of the model while somebody waits: a fifth of a second."""

_AT_ONCE, _REMEMBERED = 256, 64
_FULL = 127


class ModelEncoder:
    """The model; satisfies `workbench.ports.meaning.Encoder`. What it said of titles is kept in a file, where one is named."""

    trust = TRUST

    def __init__(self, model: SentenceModel, kept: Path | None = None) -> None:
        self._model = model
        self._axes = axes()
        self.space = f"model {SUM[:12]}, axes {sha256(self._axes.tobytes()).hexdigest()[:12]}"
        self._kept = Kept(kept, self.space, self.width) if kept else None
        self._said = lru_cache(maxsize=_REMEMBERED)(self._asked)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._axes.shape[1])

    def ready(self, texts: Sequence[str]) -> bool:
        """Whether all but a few of these texts are kept."""
        wanted = list(dict.fromkeys(texts))
        return len(wanted) <= QUICKLY or len(wanted) - self._kept_among(wanted) <= QUICKLY

    def vector(self, text: str) -> Vector | None:
        """The vector of a text; None where nothing is known of it."""
        return self._said(text)

    def packed(self, texts: Iterable[str]) -> Packed:
        """The vectors of many texts; those that were asked before are kept, the others are asked and kept from then on."""
        parts = [self._part(part) for part in parted(texts, _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, self.width), dtype=np.int8)

    def close(self) -> None:
        """Lets go of the file of kept vectors."""
        if self._kept is not None:
            self._kept.close()

    def _asked(self, text: str) -> Vector | None:
        found = self._vectors([text])[0]
        return found if found.any() else None

    def _part(self, texts: list[str]) -> Packed:
        known = self._kept.get(texts) if self._kept is not None else {}
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            packed = np.round(self._vectors(new) * _FULL).astype(np.int8)
            if self._kept is not None:
                self._kept.put(new, packed)
            known |= dict(zip(new, packed, strict=True))
        return np.stack([known[text] for text in texts])

    def _kept_among(self, texts: Sequence[str]) -> int:
        return sum(len(self._kept.get(part)) for part in parted(texts, _AT_ONCE)) if self._kept is not None else 0

    def _vectors(self, texts: Sequence[str]) -> Vector:
        """Zeros where there is no word in Latin letters: of another script or a bare number an English model knows nothing."""
        turned = self._model.vectors(texts) @ self._axes
        known = np.array([[any(len(unit) > 1 and unit.isalpha() for unit in units(text))] for text in texts])
        whole: Vector = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), np.float32(1e-9)) * known
        return whole


def open_model(kept: Path | None = None, model: Path | None = None) -> ModelEncoder:
    """The installed model, which remembers what it said of titles in the file `kept`.

    Raises:
        MeaningModelError: It is not installed, or is not the one that was tried.
    """
    return ModelEncoder(SentenceModel(model), kept)


@cache
def axes() -> Vector:
    """The axes, a column each, read once a process."""
    body = files("workbench.meaning_model").joinpath("axes.npy").read_bytes()
    found: Vector = np.load(io.BytesIO(body), allow_pickle=False).astype(np.float32)
    return found
