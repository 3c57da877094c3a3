"""Reports, replay and publication: nothing goes out that cannot be recomputed from the archived bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.core.claim import Claim
from workbench.core.cleaning import clean_text
from workbench.core.errors import ComparisonError, PublishError, StoreError, UnknownNameError
from workbench.core.evidence import Evidence, Snapshot, read_figure
from workbench.core.finding import Finding
from workbench.core.number import exact
from workbench.core.report import Entry, Report
from workbench.core.trace import ReadEvidence
from workbench.core.verdict import Stage, Verdict
from workbench.desk import verdicts
from workbench.desk.tools import Tools
from workbench.ports import ClaimFilter

PAGE = 500


@dataclass(frozen=True, slots=True)
class Replayed:
    """How the replay of one finding went: `why` is empty where every step came out the same."""

    finding: Finding
    why: str = ""

    @property
    def same(self) -> bool:
        """Whether every step came out as it did."""
        return not self.why


def report(tools: Tools, wanted: ClaimFilter, title: str) -> Report:
    """The claims that match, with verdicts, findings and the bodies behind them.

    Raises:
        PublishError: A published verdict's figure can no longer be recomputed from the archive.
    """
    entries = tuple(_entry(tools, key) for key in _ids(tools, wanted))
    _stand_by(tools, entries)
    return Report(
        title=" ".join(clean_text(title).text.split()) or _title(entries),
        made=tools.clock(),
        entries=entries,
        scale=tools.scales.scale(tools.scale),
        snapshots=_snapshots(tools, entries),
        publisher=tools.publisher,
    )


def export(tools: Tools, made: Report, form: str) -> bytes:
    """A report in one format."""
    exporter = tools.exporters.get(form)
    if exporter is None:
        raise UnknownNameError("format", form, list(tools.exporters))
    return exporter.export(made)


def replay(tools: Tools, claim: Claim) -> Sequence[Replayed]:
    """Recomputes the figures that a claim's verdict rests on, or that lie on the desk, from archived bytes alone."""
    read = reading(tools)
    return [_replay_one(finding, read) for finding in findings_of(tools, claim)]


def publish(tools: Tools, claim: Claim, by: str) -> Verdict:
    """Marks a verdict published, once every figure behind it came out the same again."""
    if verdicts.verdict(tools, claim.id).rating is None:
        raise PublishError(claim.id, "no reviewer has given it a verdict")
    for replayed in replay(tools, claim):
        if not replayed.same:
            raise PublishError(claim.id, f"{replayed.finding.title}: {replayed.why}")
    return verdicts.mark_published(tools, claim.id, by)


def findings_of(tools: Tools, claim: Claim) -> tuple[Finding, ...]:
    """The findings that the standing verdict was given on, or else those on the desk."""
    standing = verdicts.verdict(tools, claim.id)
    for review in reversed(standing.history):
        if review.id in standing.standing and review.findings:
            return tuple(tools.store.finding(key) for key in review.findings)
    lying = tools.store.research(claim.id)
    return lying.findings if lying else ()


def reading(tools: Tools) -> ReadEvidence:
    """Gives figures from archived bytes, each body read and hashed once."""
    bodies: dict[str, bytes] = {}

    def read(evidence: Evidence) -> Decimal:
        if evidence.snapshot not in bodies:
            bodies[evidence.snapshot] = tools.archive.read(evidence.snapshot)
        return read_figure(evidence, bodies[evidence.snapshot])

    return read


def _replay_one(finding: Finding, read: ReadEvidence) -> Replayed:
    try:
        result, *_ = [trace.replay(read) for trace in finding.traces]
    except (ComparisonError, StoreError) as error:
        return Replayed(finding, error.message)
    if result is not None and finding.measured is not None and exact(result) != exact(finding.measured):
        return Replayed(finding, "the trace no longer ends in the figure that was found")
    return Replayed(finding)


def _stand_by(tools: Tools, entries: Iterable[Entry]) -> None:
    """Recomputes every figure behind a published verdict: what goes out is what the archive says."""
    read = reading(tools)
    for entry in entries:
        if entry.verdict.stage in {Stage.PUBLISHED, Stage.CORRECTED}:
            for finding in entry.findings:
                if why := _replay_one(finding, read).why:
                    raise PublishError(entry.claim.id, f"{finding.title}: {why}")


def _ids(tools: Tools, wanted: ClaimFilter) -> Iterable[str]:
    offset = 0
    while rows := tools.store.claims(wanted, offset, PAGE):
        yield from (row.id for row in rows)
        offset += len(rows)


def _entry(tools: Tools, key: str) -> Entry:
    claim = tools.store.claim(key)
    lying = tools.store.research(key)
    return Entry(
        claim=claim,
        document=tools.store.document(claim.document),
        verdict=verdicts.verdict(tools, key),
        findings=findings_of(tools, claim),
        known=lying.known if lying else (),
        searched=lying.searched if lying else "",
        problems=lying.loose if lying else (),
        elsewhere=lying.elsewhere if lying else (),
    )


def _title(entries: Sequence[Entry]) -> str:
    titles = {entry.document.title for entry in entries}
    return titles.pop() if len(titles) == 1 else f"{len(entries)} claims checked"


def _snapshots(tools: Tools, entries: Iterable[Entry]) -> dict[str, Snapshot]:
    found: dict[str, Snapshot] = {}
    for entry in entries:
        for finding in entry.findings:
            keys = [e.snapshot for e in finding.evidence()]
            keys += [o.evidence.snapshot for o in finding.observations if o.evidence]
            for key in keys:
                if key not in found and (snapshot := tools.archive.snapshot(key)):
                    found[key] = snapshot
    return found
