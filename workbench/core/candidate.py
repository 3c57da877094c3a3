"""Suggestions that a person picks from: series that may measure a claim, and claims checked before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.score import ScorePart, total
from workbench.core.series import Series


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series that may measure what a claim says, with the reasons.

    The score says how well the series *measures* what was said. Whether its figure agrees with the claim never enters.

    Attributes:
        series: The series.
        parts: The reasons, whose weights sum to 1.
        barred: Why it cannot measure the claim (another unit, another population); None where it can.
    """

    series: Series
    parts: tuple[ScorePart, ...]
    barred: str | None = None

    @property
    def score(self) -> float:
        """0 to 1: the sum of the parts; barred candidates keep theirs, and are listed last."""
        return total(self.parts)


class Relationship(StrEnum):
    """How a claim stands to one seen before."""

    REPEAT = "repeat"
    VARIANT = "variant"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Known:
    """A claim seen before that speaks of the same thing.

    Attributes:
        id: The earlier claim's id.
        text: Its words.
        score: How alike the words and slots are, 0 to 1.
        differs: The slots that differ ("amount", "period", "place", "measure"); empty for a repeat.
        relationship: A repeat, a variant of one claim, or its reverse.
        because: What differs, in a reader's words.
    """

    id: str
    text: str
    score: float
    differs: tuple[str, ...]
    relationship: Relationship
    because: str = ""
