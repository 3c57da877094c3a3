"""Port of an encoder of meaning: a table of word vectors, or a sentence model.

The package's own table (`workbench.match.words.word_vectors`) is always available; the extra `meaning` adds a model. Ranking gets one of
them and does not know which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # most commands never use a vector
    import numpy as np
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float32]"
"""A vector of length 1, so that the dot product of two is the cosine of the angle between them."""

Packed: TypeAlias = "NDArray[np.int8]"
"""Vectors of length 1, one per row, each number as one byte in units of 1/127; a row of zeros is near nothing."""


class Encoder(Protocol):
    """Encodes texts as vectors such that texts with similar meaning have near vectors."""

    @property
    def space(self) -> str:
        """The name of its vector space. Vectors of two spaces are never compared."""
        ...

    @property
    def trust(self) -> float:
        """Weight of its cosines, where those of the package's table have 1."""
        ...

    def ready(self, texts: Sequence[str]) -> bool:
        """Check whether the vectors of these texts are available in milliseconds; otherwise an interactive caller uses another encoder."""
        ...

    def vector(self, text: str) -> Vector | None:
        """Compute the vector of a text; None where it has no known word (another script, an empty text)."""
        ...

    def packed(self, texts: Iterable[str]) -> Packed:
        """Compute the vectors of many texts; a text without a known word is all zeros."""
        ...
