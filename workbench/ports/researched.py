"""What research of a claim leaves on the desk, as the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.candidate import Candidate, Known
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.prior_checks import Elsewhere


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with the finding that its figures gave, where they were asked for, or why they could not be had.

    Attributes:
        candidate: The series and why it stands where it does.
        finding: The first finding's id; None where there are no figures.
        failed: Why there are none though they were asked for, a sentence; empty otherwise.
    """

    candidate: Candidate
    finding: str | None = None
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Researched:
    """What research of a claim left on the desk.

    Attributes:
        claim: The claim's id.
        at: When.
        candidates: Usable and barred, in order.
        findings: The best candidate's first; the claim's own arithmetic among them.
        problems: Sources that did not answer, and what else is to be known.
        searched: One sentence on what was searched, for "no official series found".
        known: The same thing said before.
        elsewhere: Reviews by others of the same thing, likest first.
        ahead: Whether the machine did it in the background, before any reviewer asked for it.
    """

    claim: str
    at: datetime
    candidates: tuple[CandidateRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    searched: str = ""
    known: tuple[Known, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    ahead: bool = False

    @property
    def loose(self) -> tuple[Problem, ...]:
        """The problems that no finding carries among its cautions or notes: those of sources that gave no figures."""
        carried = {str(note) for found in self.findings for note in found.notes}
        carried |= {caveat.says for found in self.findings for caveat in found.caveats}
        return tuple(each for each in dict.fromkeys(self.problems) if carried.isdisjoint((str(each), each.says)))
