"""Builds the entries of a report: claims with everything that a reader needs to repeat the check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.finding import Finding
from workbench.core.report import Entry
from workbench.core.reviews.published import as_published
from workbench.core.verdict import Verdict
from workbench.desk.correcting.amending import Amending
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching
from workbench.desk.publication.public_changes import public_changes
from workbench.desk.publication.verdict_revisions import revisions
from workbench.desk.verdicts import citations, rating_grounds, verdicts
from workbench.desk.verdicts.earlier_version_claims import fully_read


def entries(ports: DeskPorts, keys: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries of some claims; one that cannot be read is skipped, and does not stop the others."""
    for key in keys:
        try:
            entry = _entry(ports, key)
        except (UnreadableRecordError, NoSuchRecordError):
            ports.store.pass_over("claim", key)
        else:
            yield entry


def findings_of(ports: DeskPorts, claim: Claim) -> tuple[Finding, ...]:
    """Find the findings on which the published, or else the current verdict was given; for a draft without any, those of the last research."""
    verdict = verdicts.verdict_of(ports, claim.id)
    return _findings(ports, verdict, _shown(verdict))


def _shown(verdict: Verdict) -> Verdict:
    """Choose the verdict to show: the published one where there is a rating, else the current one."""
    public = as_published(verdict)
    return public if public is not None and public.ratings else verdict


def _findings(ports: DeskPorts, verdict: Verdict, shown: Verdict) -> tuple[Finding, ...]:
    found = rating_grounds.rated_on(ports, shown)
    lying = ports.store.research(verdict.claim) if not found and verdict.out is None else None
    return citations.cited_on(ports, lying.findings, lying.at) if lying else found


def _entry(ports: DeskPorts, key: str) -> Entry:
    claim = fully_read(ports.store.claim(key))
    lying = ports.store.research(key)
    verdict = verdicts.verdict(ports, key)
    shown = _shown(verdict)
    findings = _findings(ports, verdict, shown)
    return Entry(
        claim=claim,
        document=ports.store.document(claim.document),
        verdict=verdict,
        findings=findings,
        known=lying.known if lying else (),
        searched=lying.searched if lying else "",
        problems=lying.loose if lying else (),
        elsewhere=lying.elsewhere if lying else (),
        scale=verdicts.scale_of(ports, shown),
        corrections=tuple(ports.store.corrections(claim.id)),
        amendments=tuple(Amending(ports).of_claim(claim)),
        changes=public_changes(ports, verdict),
        attached=tuple(attaching.attachments(ports, claim.id)),
        behind=tuple(_behind(ports, verdict, {each.id for each in findings})),
        revisions=revisions(ports, findings, lying) if verdict.ratings else (),
    )


def _behind(ports: DeskPorts, verdict: Verdict, shown: set[str]) -> Iterator[Finding]:
    """Yield the findings of ratings that are not among those shown, each once."""
    named = dict.fromkeys(key for review in verdict.history for key in review.findings)
    for key in (key for key in named if key not in shown):
        with suppress(NoSuchRecordError):
            yield ports.store.finding(key)
