"""Statistics of a desk: how many claims are at which stage, and who did how much."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ReviewTally:
    """What was done in one group: by a reviewer, on a speaker's claims, in a week.

    Attributes:
        claims: How many claims the group has.
        rated: How many of them were rated.
        published: How many were published.
        corrected: How many were corrected, updated or withdrawn after that.
        minutes: Median working time of a claim, in minutes; None where no beginning is known.
    """

    claims: int = 0
    rated: int = 0
    published: int = 0
    corrected: int = 0
    minutes: float | None = None


@dataclass(slots=True)
class DeskNumbers:
    """The desk in numbers.

    Attributes:
        stages: Claims by stage.
        deferred: Open ones that are deferred.
        disputed: Those whose reviewers differ.
        published: Those that were ever published.
        erred: Published ones that were corrected because of our own error.
        revised: Published ones whose figures were revised.
        withdrawn: Published ones that were withdrawn.
        corrected: Published ones of any of these three kinds.
        timed: Claims whose working time is known.
        minutes: The median of that time, in minutes.
        reviewers: By name.
        speakers: By name; claims without a known speaker are under the empty name.
        topics: By tag; a claim with two tags counts under both, one without tags under the empty tag.
        weeks: By ISO week ("2026-W48") in which things were done.
    """

    stages: dict[str, int] = field(default_factory=dict)
    deferred: int = 0
    disputed: int = 0
    published: int = 0
    erred: int = 0
    revised: int = 0
    withdrawn: int = 0
    corrected: int = 0
    timed: int = 0
    minutes: float | None = None
    reviewers: dict[str, ReviewTally] = field(default_factory=dict)
    speakers: dict[str, ReviewTally] = field(default_factory=dict)
    topics: dict[str, ReviewTally] = field(default_factory=dict)
    weeks: dict[str, ReviewTally] = field(default_factory=dict)

    @property
    def share_corrected(self) -> float | None:
        """How many of the published ones were corrected, 0 to 1; None where none was published."""
        return round(self.corrected / self.published, 4) if self.published else None
