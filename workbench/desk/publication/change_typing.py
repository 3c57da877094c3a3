"""Parses a typed change of a published verdict: “correct RATING why”, “update why”, “withdraw why”."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from workbench.core.errors import UsageError, printable
from workbench.core.rating import RatingScale

ASKS = "Readers have it. correct RATING, update, withdraw; why:"
"""The prompt for such a line."""


class ChangeWord(StrEnum):
    """The first word of such a line."""

    CORRECT = "correct"
    UPDATE = "update"
    WITHDRAW = "withdraw"


class TypedChange(NamedTuple):
    """A parsed line: for a correction the new rating's key, else empty; and the reason."""

    word: ChangeWord
    rating: str
    why: str


class UnknownChangeError(UsageError):
    """The line begins with none of the three words."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{printable(word, 40)}” is none of correct, update and withdraw.",
            "Write “correct true We read the wrong year.”",
        )


def read_change(scale: RatingScale, typed: str) -> TypedChange:
    """Parse a line. A rating may be given by its key or its label; one that the scale lacks is returned as typed.

    Raises:
        UnknownChangeError: It does not begin with one of the three words.
    """
    first, _, rest = typed.strip().partition(" ")
    try:
        word = ChangeWord(first.casefold())
    except ValueError:
        raise UnknownChangeError(first) from None
    rating, why = _rating_and_why(scale, rest) if word is ChangeWord.CORRECT else ("", rest)
    return TypedChange(word, rating, why)


def _rating_and_why(scale: RatingScale, typed: str) -> tuple[str, str]:
    """Split off the rating at the beginning of a line, which may be a label of several words; without one, the first word."""
    words = typed.split()
    for count in range(max(len(rating.label.split()) for rating in scale.ratings), 0, -1):
        if rating := scale.meant(" ".join(words[:count])):
            return rating.key, " ".join(words[count:])
    return (words[0] if words else ""), " ".join(words[1:])
