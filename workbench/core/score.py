"""Explained scores: a total that is exactly the sum of its named parts."""

from __future__ import annotations

from dataclasses import dataclass

OWN_PART = "your desk"
"""Name of the part of check-worthiness that comes from the desk's own decisions."""

MEMORY_PART = "memory"
"""Name of the part of a candidate's score that comes from what reviewers picked before."""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One reason for a score.

    Attributes:
        name: A stable key ("words", "unit", "place").
        value: How well it is met, 0 to 1.
        weight: How much it counts; the weights of a score sum to 1.
        because: The reason in a reader's words.
    """

    name: str
    value: float
    weight: float
    because: str

    @property
    def share(self) -> float:
        """What the part adds to the total."""
        return self.value * self.weight


def total(parts: tuple[ScorePart, ...]) -> float:
    """Add up the parts, rounded to four places so that equal scores print equal."""
    return round(sum([part.value * part.weight for part in parts]), 4)
