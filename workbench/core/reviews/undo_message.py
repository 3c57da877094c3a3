"""The message after an undo: what was undone, and which rating counts now. A note added to a rating is undone alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.core.verdict import Action, Review

SHOWN = 60
"""Maximum number of characters of a note that are shown."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A review that no longer counts.

    Attributes:
        review: The review.
        stands: The newest rating of the claim that counts now, preferably of the same person; None where none is left.
    """

    review: Review
    stands: Review | None

    @property
    def only_note(self) -> bool:
        """Whether only a note was undone: it was written alone, or the same rating still counts, without the note."""
        if self.review.action is Action.COMMENT:
            return True
        again = self.stands is not None and self.stands.rating == self.review.rating is not None
        return again and self.stands is not None and bool(self.review.note) and self.stands.note != self.review.note

    def what(self, done: str) -> str:
        """Say what was undone, given the words ``done`` for what the review did: ``rated False and its note “too early”``."""
        if self.review.action in {Action.TAG, Action.UNTAG}:
            return f"{done} {self.review.note}"
        note = f"“{shortened(self.review.note)}”"
        if self.only_note:
            return f"the note {note}"
        return f"{done} and its note {note}" if self.review.note else done

    def since(self, label: Callable[[str], str]) -> str:
        """Say which rating counts now; empty where there is none, or where no rating was undone."""
        if self.stands is None or self.review.rating is None:
            return ""
        by = "" if self.stands.reviewer == self.review.reviewer else f" by {self.stands.reviewer}"
        note = f" with the note “{shortened(self.stands.note)}”" if self.stands.note else " without a note"
        return f"{label(self.stands.rating or '')}{by} stands{note}"


def taken_back(review: Review, history: Sequence[Review]) -> TakenBack:
    """Find what a review's undo took back, and the rating that counts now.

    Args:
        review: The one that was taken back.
        history: Every review of its claim, oldest first, the undo among them.
    """
    undone = {each.undoes for each in history if each.action is Action.UNDO} | {review.id}
    rated = [each for each in history if each.rating is not None and each.id not in undone]
    mine = [each for each in rated if each.reviewer == review.reviewer]
    return TakenBack(review, next(reversed(mine or rated), None))


def shortened(note: str) -> str:
    """Shorten a note to its beginning, in one line.

    >>> shortened("Too early: the year is not over, and the figures of the last quarter are provisional.")
    'Too early: the year is not over, and the figures of the las…'
    """
    text = " ".join(note.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
