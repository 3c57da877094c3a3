"""Reviews that a server withholds from a login: rows that say that somebody did something, and not what or who."""

from __future__ import annotations

from workbench.core.encoding.codec import decode
from workbench.core.verdict import Review, WithheldReview

WITHHELD = '{"withheld":true,'
"""How the noun of such a row begins; no other does."""


def is_withheld(noun: object) -> bool:
    """Return whether the noun of a review's row is one that stands for what is withheld."""
    return isinstance(noun, str) and noun.startswith(WITHHELD)


def review_of(noun: str) -> Review:
    """Return the review that a row holds. Raises StoreError for a noun that is none."""
    return decode(WithheldReview if is_withheld(noun) else Review, noun)
