"""The stored result of a claim's research."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.candidate import Candidate, SeenBefore
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.prior_checks import CheckedElsewhere


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with the finding from its figures, where they were fetched, or why they could not be.

    Attributes:
        candidate: The series with the reasons for its rank.
        finding: The first finding's id; None where there are no figures.
        failed: Why there are none although they were requested, one sentence; empty otherwise.
    """

    candidate: Candidate
    finding: str | None = None
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Researched:
    """The result of a claim's research.

    Attributes:
        claim: The claim's id.
        at: When.
        candidates: Usable and barred, in order.
        findings: The best candidate's first; the claim's own arithmetic among them.
        problems: Sources that did not answer, and other problems.
        searched: One sentence on what was searched, for "no official series found".
        known: The same thing said before.
        elsewhere: Reviews by others of the same thing, the most similar first.
        ahead: Whether it was done in the background, before any reviewer asked for it.
    """

    claim: str
    at: datetime
    candidates: tuple[CandidateRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    searched: str = ""
    known: tuple[SeenBefore, ...] = ()
    elsewhere: tuple[CheckedElsewhere, ...] = ()
    ahead: bool = False

    @property
    def loose(self) -> tuple[Problem, ...]:
        """The problems that are not among the caveats or notes of a finding: those of sources that gave no figures."""
        carried = {str(note) for found in self.findings for note in found.notes}
        carried |= {caveat.says for found in self.findings for caveat in found.caveats}
        return tuple(each for each in dict.fromkeys(self.problems) if carried.isdisjoint((str(each), each.says)))
