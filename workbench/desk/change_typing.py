"""What is typed about a published verdict: “correct RATING why”, “update why”, “withdraw why”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.errors import UsageError, printable
from workbench.core.verdict import RatingScale, Verdict

if TYPE_CHECKING:
    from workbench.desk.publishing import PublishingDesk

ASKS = "Readers have it. correct RATING, update, withdraw; why:"
"""The question that such a line answers."""


class UnknownChangeError(UsageError):
    """None of the three words stands first."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{printable(word, 40)}” is none of correct, update and withdraw.",
            "Write “correct true We read the wrong year.”",
        )


def change_published(desk: PublishingDesk, claim: str, typed: str) -> str:
    """Does what was typed, and says it.

    Raises:
        UnknownChangeError: It does not begin with one of the three words.
        UnknownNameError: The scale has no such rating.
        PublishError: There is no reason, or something else stands against it.
    """
    word, _, rest = typed.strip().partition(" ")
    match word.casefold():
        case "correct":
            rating, why = _rating_and_why(desk.scale, rest)
            return _told(desk.correct_verdict(claim, rating, why), "Corrected; readers see why.")
        case "update":
            return _told(desk.correct_verdict(claim, "", rest, revised=True), "Updated; readers see why.")
        case "withdraw":
            return _told(desk.withdraw(claim, rest), "Withdrawn; readers see why.")
        case _:
            raise UnknownChangeError(word)


def _rating_and_why(scale: RatingScale, typed: str) -> tuple[str, str]:
    """The rating that a line begins with, be it a label of several words, and the rest; its first word where it begins with none."""
    words = typed.split()
    for count in range(max(len(rating.label.split()) for rating in scale.ratings), 0, -1):
        if rating := scale.meant(" ".join(words[:count])):
            return rating.key, " ".join(words[count:])
    return (words[0] if words else ""), " ".join(words[1:])


def _told(verdict: Verdict, says: str) -> str:
    return "The reviewers differ; readers keep what they have until they agree." if verdict.disputed else says
