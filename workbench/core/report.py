"""Reports for export: checked claims with everything that a reader needs to repeat the check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.core.attachment import Attachment
from workbench.core.candidate import SeenBefore
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.rating import RatingScale
from workbench.core.reviews.public_change import PublicChange
from workbench.core.revision import Revision
from workbench.core.sighting import Sighting
from workbench.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """One checked claim.

    Attributes:
        claim: The claim.
        document: Where it was said.
        verdict: The verdict of the reviewers.
        findings: The machine's findings, the one that the verdict rests on first.
        known: The same thing said elsewhere.
        searched: What was searched where nothing was found, one sentence; else empty.
        problems: Sources that did not answer, and other messages that no finding carries.
        elsewhere: Reviews of the same thing by others, in their own words; they are not converted to our ratings.
        scale: The scale of its rating, as it was when the rating was given; None where it is the report's scale.
        corrections: What reviewers corrected in the reading of the claim, oldest first, taken-back ones too.
        amendments: How a person added or removed it, and what was corrected in its document's data, oldest first.
        changes: What was corrected, updated, withdrawn and published again since the first publication, oldest first.
        attached: What reviewers attached as evidence of their own, without what was taken back.
        revisions: Figures that the verdict rests on and that the office has revised since.
        sightings: Where else the same words were said, oldest first; only in a report for a format that names those places.
        behind: The findings that earlier ratings rest on, where `findings` does not have them.
    """

    claim: Claim
    document: Document
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    known: tuple[SeenBefore, ...] = ()
    searched: str = ""
    problems: tuple[Problem, ...] = ()
    elsewhere: tuple[CheckedElsewhere, ...] = ()
    scale: RatingScale | None = None
    corrections: tuple[Correction, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    changes: tuple[PublicChange, ...] = ()
    attached: tuple[Attachment, ...] = ()
    behind: tuple[Finding, ...] = ()
    revisions: tuple[Revision, ...] = ()
    sightings: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes the report. Empty fields are left out of exports.

    Attributes:
        name: What it is called.
        url: Its address on the web.
        contact: Where readers reach it.
        corrections: The address of its corrections policy.
        licence: The licence of its reports.
        language: The language of its readers, two letters; empty for English.
        reviewers: Whether reports for readers name the reviewers; otherwise they are numbered.
        same_as: Its pages elsewhere that identify it (`sameAs`).
        speakers: Names of people whose claims are checked, each with pages that identify them.
    """

    name: str = ""
    url: str = ""
    contact: str = ""
    corrections: str = ""
    licence: str = ""
    language: str = ""
    reviewers: bool = False
    same_as: tuple[str, ...] = ()
    speakers: tuple[tuple[str, tuple[str, ...]], ...] = ()


NOBODY = Publisher()
"""No publisher is configured."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Totals over all claims of a report, counted beforehand where there are many.

    Attributes:
        unpublished: How many claims are not published.
        scales: The scales on which they were rated, each as it was then.
    """

    unpublished: int
    scales: tuple[RatingScale, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Checked claims, ready to be written in any format.

    Attributes:
        title: The report's title.
        made: When it was made, in UTC.
        entries: The claims; where there are many, each iteration reads them again from the database.
        scale: The scale in use, by which claims are rated today; an entry may have been rated on another.
        snapshots: The bodies that the figures come from, by id.
        publisher: Who puts it out.
        drafts: Whether it may contain unpublished claims; every format for readers then says so.
        summary: Totals over its claims; None where they are counted from `entries`.
        read: Reads the bytes of an archived body; None where there is no archive.
    """

    title: str
    made: datetime
    entries: Sequence[Entry]
    scale: RatingScale
    snapshots: Mapping[str, Snapshot]
    publisher: Publisher = NOBODY
    drafts: bool = False
    summary: Summary | None = None
    read: Callable[[str], bytes] | None = None

    def scale_of(self, entry: Entry) -> RatingScale | None:
        """Find the scale of an entry's rating; None for a rating on a scale that is no longer known."""
        own = entry.verdict.scale in {"", self.scale.key}
        return entry.scale or (self.scale if own else None)

    @property
    def scales(self) -> tuple[RatingScale, ...]:
        """Every scale on which something in it was rated, each as it was then; the one in use where nothing was."""
        if self.summary is not None:
            return self.summary.scales
        found = (self.scale_of(entry) for entry in self.entries if entry.verdict.ratings)
        return tuple(dict.fromkeys(scale for scale in found if scale is not None)) or (self.scale,)

    def body(self, finding: Finding, key: str) -> Snapshot | None:
        """Find an archived body that a finding uses, as cited."""
        return finding.body(key) or self.snapshots.get(key)

    def bodies_of(self, entry: Entry) -> Iterator[Snapshot]:
        """Yield the archived bodies that a claim's figures come from, as cited; one that several figures use comes several times."""
        for finding in entry.findings:
            yield from finding.bodies
            carried = {body.id for body in finding.bodies}
            found = (self.snapshots.get(key) for key in finding.rests_on() if key not in carried)
            yield from (body for body in found if body is not None)

    @property
    def bodies(self) -> tuple[Snapshot, ...]:
        """The archived bodies that its figures come from, as cited, sorted by hash and then by the day of the request."""
        return in_order(body for entry in self.entries for body in self.bodies_of(entry))


def in_order(bodies: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """Sort bodies by hash and then by the day of the request, each once."""
    return tuple(sorted(set(bodies), key=lambda body: (body.id, body.fetched, body.url)))
