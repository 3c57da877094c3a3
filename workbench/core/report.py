"""What is exported: checked claims with everything that a reader needs to do the check again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.candidate import Known
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.prior import Elsewhere
from workbench.core.text import Document
from workbench.core.verdict import RatingScale, Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """One checked claim.

    Attributes:
        claim: The claim.
        document: Where it was said.
        verdict: What the reviewers say.
        findings: What the machine says, the one that the verdict rests on first.
        known: The same thing said elsewhere.
        searched: What was searched where nothing was found, one sentence; else empty.
        problems: Sources that did not answer, and what else was told that no finding carries.
        elsewhere: Reviews of the same thing by others, in their own words; they stand for no rating of ours.
    """

    claim: Claim
    document: Document
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    known: tuple[Known, ...] = ()
    searched: str = ""
    problems: tuple[Problem, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who puts the report out. Empty fields are left out of exports."""

    name: str = ""
    url: str = ""
    contact: str = ""
    corrections: str = ""
    licence: str = ""


NOBODY = Publisher()
"""No publisher is configured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Checked claims, ready to be written in any format.

    Attributes:
        title: The report's title.
        made: When it was made, in UTC.
        entries: The claims.
        scale: The scale of the ratings.
        snapshots: The bodies that the figures come from, by id.
        publisher: Who puts it out.
    """

    title: str
    made: datetime
    entries: tuple[Entry, ...]
    scale: RatingScale
    snapshots: dict[str, Snapshot]
    publisher: Publisher = NOBODY
