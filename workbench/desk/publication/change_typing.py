"""What is typed about a published verdict: “correct RATING why”, “update why”, “withdraw why”."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from workbench.core.errors import UsageError, printable
from workbench.core.rating import RatingScale

ASKS = "Readers have it. correct RATING, update, withdraw; why:"
"""The question that such a line answers."""


class ChangeWord(StrEnum):
    """The first word of such a line."""

    CORRECT = "correct"
    UPDATE = "update"
    WITHDRAW = "withdraw"


class TypedChange(NamedTuple):
    """What a line says: the new rating's key for a correction, else empty; and the reason."""

    word: ChangeWord
    rating: str
    why: str


class UnknownChangeError(UsageError):
    """None of the three words stands first."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{printable(word, 40)}” is none of correct, update and withdraw.",
            "Write “correct true We read the wrong year.”",
        )


def read_change(scale: RatingScale, typed: str) -> TypedChange:
    """Return what a line says. A rating may be said by its key or its label; one that the scale does not have is given as it stands.

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
    """Return the rating that a line begins with, be it a label of several words, and the rest; its first word where it begins with none."""
    words = typed.split()
    for count in range(max(len(rating.label.split()) for rating in scale.ratings), 0, -1):
        if rating := scale.meant(" ".join(words[:count])):
            return rating.key, " ".join(words[count:])
    return (words[0] if words else ""), " ".join(words[1:])
