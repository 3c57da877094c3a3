"""Reports, replay and publication: nothing goes out that cannot be recomputed from the archived bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workbench.core.claim import Claim
from workbench.core.cleaning import clean_text
from workbench.core.errors import PublishError, StoreError, UnknownNameError
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.report import Entry, Report
from workbench.core.verdict import Stage, Verdict
from workbench.desk import replaying, verdicts
from workbench.desk.replaying import Replayed
from workbench.desk.tools import Tools
from workbench.ports import EVERY, ClaimFilter

PAGE = 500


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
    """Recomputes what a claim's verdict rests on, or what lies on the desk, from archived bytes alone, and judges it again.

    What was changed in the database beside the workbench is among what differs.
    """
    return [*figures(tools, claim), *replaying.faults(tools, [claim])]


def replay_all(tools: Tools) -> Iterator[Replayed]:
    """Looks the database over once, and recomputes the figures of every claim."""
    yield from replaying.whole(tools)
    for key in _ids(tools, EVERY):
        yield from figures(tools, tools.store.claim(key))


def figures(tools: Tools, claim: Claim) -> Sequence[Replayed]:
    """Recomputes the figures alone."""
    read = replaying.reading(tools)
    try:
        return [replaying.replay_finding(finding, read) for finding in findings_of(tools, claim)]
    except StoreError as error:
        return [Replayed(claim.id, None, error.message)]


def publish(tools: Tools, claim: Claim, by: str) -> Verdict:
    """Marks a verdict published, once every figure behind it came out the same again."""
    _refuse([*replaying.faults(tools, [claim])], claim.id)
    if verdicts.verdict(tools, claim.id).rating is None:
        raise PublishError(claim.id, "no reviewer has given it a verdict")
    _refuse(figures(tools, claim), claim.id)
    return verdicts.mark_published(tools, claim.id, by)


def findings_of(tools: Tools, claim: Claim) -> tuple[Finding, ...]:
    """The findings that the standing verdict was given on, or else those on the desk."""
    standing = verdicts.verdict(tools, claim.id)
    for review in reversed(standing.history):
        if review.id in standing.standing and review.findings:
            return tuple(tools.store.finding(key) for key in review.findings)
    lying = tools.store.research(claim.id)
    return lying.findings if lying else ()


def _stand_by(tools: Tools, entries: Iterable[Entry]) -> None:
    """Recomputes every figure behind a published verdict: what goes out is what the archive says."""
    read = replaying.reading(tools)
    out = [entry for entry in entries if entry.verdict.stage in {Stage.PUBLISHED, Stage.CORRECTED}]
    again = (replaying.replay_finding(finding, read) for entry in out for finding in entry.findings)
    if out:
        _refuse(chain(again, replaying.faults(tools, [entry.claim for entry in out])), out[0].claim.id)


def _refuse(replayed: Iterable[Replayed], claim: str) -> None:
    """Stops where anything differs; a claim is named where what differs is not one claim's."""
    for each in replayed:
        if not each.same:
            raise PublishError(each.claim or claim, f"{each.title}: {each.why.rstrip('.')}")


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
