"""What is typed about a published verdict: “correct RATING why”, “update why”, “withdraw why”."""

from __future__ import annotations

from workbench.core.errors import UsageError
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.tui.keymap.keymap import key_name

CHANGE = "change"
"""The purpose of the prompt."""

ASKS = "Readers have it. “correct RATING why”, “update why” or “withdraw why”:"


class UnknownChangeError(UsageError):
    """None of the three words stands first."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{word}” is none of correct, update and withdraw.",
            f"Write “correct true We read the wrong year.”, or {key_name('talk.leave')} leaves it.",
        )


def change_published(desk: Desk, claim: str, text: str) -> str:
    """Does what was typed, and says it.

    Raises:
        UnknownChangeError: It does not begin with one of the three words.
        UnknownNameError: The scale has no such rating.
        PublishError: There is no reason, or something else stands against it.
    """
    word, _, rest = text.strip().partition(" ")
    match word.casefold():
        case "correct":
            rating, _, why = rest.strip().partition(" ")
            return _told(desk.correct_verdict(claim, rating.casefold(), why), "Corrected; readers see why.")
        case "update":
            return _told(desk.correct_verdict(claim, "", rest, revised=True), "Updated; readers see why.")
        case "withdraw":
            return _told(desk.withdraw(claim, rest), "Withdrawn; readers see why.")
        case _:
            raise UnknownChangeError(word)


def _told(verdict: Verdict, says: str) -> str:
    return "The reviewers differ; readers keep what they have until they agree." if verdict.disputed else says
