"""Port of an encoder of meaning: a table of word vectors, or a sentence model.

The package's own table (`workbench.match.words.meaning`) always serves; the extra `meaning` brings a model. Ranking is handed one of
them and does not know which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # most verbs never look at a vector
    import numpy as np
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float32]"
"""A direction: its length is 1, so that the product of two is the cosine of the angle between them."""

Packed: TypeAlias = "NDArray[np.int8]"
"""Vectors of length 1, a row each, each number as one byte of 127ths; a row of zeros is near nothing."""


class Encoder(Protocol):
    """Gives texts directions such that texts alike in meaning lie near one another."""

    @property
    def space(self) -> str:
        """The name of the space that its vectors lie in. Vectors of two spaces are never compared."""
        ...

    @property
    def trust(self) -> float:
        """Weight of its cosines, where those of the package's table have 1."""
        ...

    def ready(self, texts: Sequence[str]) -> bool:
        """Return whether the vectors of these texts are had in milliseconds; where not, a caller in haste uses another encoder."""
        ...

    def vector(self, text: str) -> Vector | None:
        """Return the vector of a text; None where nothing is known of it (another script, an empty text)."""
        ...

    def packed(self, texts: Iterable[str]) -> Packed:
        """Return the vectors of many texts; a text of which nothing is known is all zeros."""
        ...
