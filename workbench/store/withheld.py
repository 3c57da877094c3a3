"""Read reviews that a server withholds from a login: such a row says neither who reviewed nor what."""

from __future__ import annotations

from workbench.core.encoding.codec import decode
from workbench.core.verdict import Review, WithheldReview

WITHHELD = '{"withheld":true,'
"""Beginning of a withheld noun; no other noun begins so."""


def is_withheld(noun: object) -> bool:
    """Check whether the noun of a review's row is withheld."""
    return isinstance(noun, str) and noun.startswith(WITHHELD)


def review_of(noun: str) -> Review:
    """Decode the review of a row, withheld or not. Raises StoreError for a damaged noun."""
    return decode(WithheldReview if is_withheld(noun) else Review, noun)
