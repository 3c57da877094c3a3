"""Reports, replay and publication: nothing goes out that cannot be recomputed from the archived bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.core.claim import Claim
from workbench.core.cleaning import clean_text
from workbench.core.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, PublishError, StoreError, UnknownNameError
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.publish_errors import DisputedError, UngroundedError, UnratedError
from workbench.core.published import as_published
from workbench.core.report import Entry, Report
from workbench.core.verdict import PUBLIC, Verdict
from workbench.desk import citations, grounds, replaying, verdicts
from workbench.desk.outgoing import Outgoing, outgoing, title_of
from workbench.desk.replaying import Replayed
from workbench.desk.tools import Tools
from workbench.ports import EVERY, ClaimFilter

PAGE = 500


@dataclass(frozen=True, slots=True)
class Exported:
    """A report as bytes, and what went into it."""

    body: bytes
    going: Outgoing


def report(tools: Tools, wanted: ClaimFilter, title: str) -> Report:
    """The claims that match, with verdicts, findings and the bodies behind them.

    Raises:
        PublishError: A published verdict's figure can no longer be recomputed from the archive.
    """
    entries = tuple(_entries(tools, wanted))
    _stand_by(tools, entries)
    return Report(
        title=" ".join(clean_text(title).text.split()) or title_of(entries),
        made=tools.clock(),
        entries=entries,
        scale=tools.scales.scale(tools.scale),
        snapshots=_snapshots(tools, entries),
        publisher=tools.publisher,
    )


def hand_out(tools: Tools, made: Report, form: str, *, drafts: bool = False) -> Exported:
    """A report in one format, without what must not leave in it."""
    exporter = tools.exporters.get(form)
    if exporter is None:
        raise UnknownNameError("format", form, list(tools.exporters))
    going = outgoing(tools, made, exporter, drafts=drafts)
    return Exported(exporter.export(going.report), going)


def replay(tools: Tools, claim: Claim) -> Sequence[Replayed]:
    """Recomputes what a claim's verdict rests on, or what lies on the desk, from archived bytes alone, and judges it again.

    What was changed in the database beside the workbench is among what differs.
    """
    return [*figures(tools, claim), *replaying.faults(tools, [claim])]


def replay_all(tools: Tools) -> Iterator[Replayed]:
    """Looks the database over once, and recomputes the figures of every claim."""
    yield from replaying.whole(tools)
    for key in _ids(tools, EVERY):
        try:
            claim = tools.store.claim(key)
        except (UnreadableRecordError, NoSuchRecordError):  # the database was looked over: it is named
            continue
        yield from figures(tools, claim)


def figures(tools: Tools, claim: Claim) -> Sequence[Replayed]:
    """Recomputes the figures alone."""
    read = replaying.reading(tools)
    try:
        return [replaying.replay_finding(finding, read) for finding in findings_of(tools, claim)]
    except StoreError as error:
        return [Replayed(claim.id, None, error.message)]


def publish(tools: Tools, claim: Claim, by: str) -> Verdict:
    """Marks a verdict published, once nothing stands against it and every figure behind it came out the same again."""
    _refuse([*replaying.faults(tools, [claim])], claim.id)
    check_publishable(tools, claim)
    _refuse(figures(tools, claim), claim.id)
    return verdicts.mark_published(tools, claim.id, by)


def check_publishable(tools: Tools, claim: Claim) -> None:
    """Whether a verdict may be published as far as its reviewers go: one rating, on evidence or with a reason.

    Raises:
        PublishError: Nobody has rated it, the ratings differ, or the rating rests on no figure and no note says why.
    """
    verdict = verdicts.verdict(tools, claim.id)
    if verdict.disputed:
        given = [(review.reviewer, verdicts.label(tools, review)) for review in verdict.ratings]
        raise DisputedError(claim.id, given)
    if verdict.rating is None:
        raise UnratedError(claim.id)
    if not grounds.is_grounded(tools, verdict):
        raise UngroundedError(claim.id, verdicts.label(tools, verdict.ratings[-1]), verdict.rating)


def findings_of(tools: Tools, claim: Claim) -> tuple[Finding, ...]:
    """The findings that readers' or else the reviewers' verdict was given on; for a draft without, those on the desk."""
    verdict = verdicts.verdict(tools, claim.id)
    found = grounds.rated_on(tools, as_published(verdict) or verdict)
    lying = tools.store.research(claim.id) if not found and verdict.out is None else None
    return citations.cited_on(tools, lying.findings, lying.at) if lying else found


def _stand_by(tools: Tools, entries: Iterable[Entry]) -> None:
    """Recomputes every figure behind a published verdict: what goes out is what the archive says."""
    read = replaying.reading(tools)
    out = [entry for entry in entries if entry.verdict.stage in PUBLIC]
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


def _entries(tools: Tools, wanted: ClaimFilter) -> Iterator[Entry]:
    """The claims that match; one that cannot be read is passed over, and keeps none of the others from going out."""
    for key in _ids(tools, wanted):
        try:
            entry = _entry(tools, key)
        except (UnreadableRecordError, NoSuchRecordError):
            tools.store.pass_over("claim", key)
        else:
            yield entry


def _entry(tools: Tools, key: str) -> Entry:
    claim = tools.store.claim(key)
    lying = tools.store.research(key)
    verdict = verdicts.verdict(tools, key)
    return Entry(
        claim=claim,
        document=tools.store.document(claim.document),
        verdict=verdict,
        findings=findings_of(tools, claim),
        known=lying.known if lying else (),
        searched=lying.searched if lying else "",
        problems=lying.loose if lying else (),
        elsewhere=lying.elsewhere if lying else (),
        scale=verdicts.scale_of(tools, as_published(verdict) or verdict),
    )


def _snapshots(tools: Tools, entries: Iterable[Entry]) -> dict[str, Snapshot]:
    found: dict[str, Snapshot] = {}
    for finding in (finding for entry in entries for finding in entry.findings):
        for key in finding.rests_on():
            body = finding.body(key) or (None if key in found else tools.archive.snapshot(key))
            if body is not None:
                found.setdefault(key, body)
    return found
