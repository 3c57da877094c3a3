"""What a desk has done, in numbers: how many claims stand where, and who did what of them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ReviewTally:
    """What was done in one place: by a reviewer, of a speaker, in a week.

    Attributes:
        claims: How many claims it has.
        rated: How many of them were rated.
        published: How many were published.
        corrected: How many were corrected, updated or withdrawn after that.
        minutes: Time that a claim took, the one in the middle; None where no beginning is known.
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
        published: Those that readers were ever given.
        erred: Published ones that were corrected since we erred.
        revised: Published ones whose figures were revised.
        withdrawn: Published ones that were withdrawn.
        corrected: Published ones of any of these three kinds.
        timed: Claims whose working time is known.
        minutes: That time, in minutes, of the claim in the middle.
        reviewers: By name.
        speakers: By name; claims of nobody known are under the empty one.
        topics: By tag; a claim with two counts under both, one without under the empty one.
        weeks: By ISO week ("2026-W48"), of what was done in it.
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
