"""Checks before publication: every figure of a published verdict is recomputed, and none of its rows may have changed.

A report for readers is refused as a whole where anything differs, since a missing check would look withdrawn. In the desk's own formats
(CSV, JSON) only the claims that differ are left out, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workbench.core.attachment import Attachment
from workbench.core.errors import Problem, PublishError, StoreError
from workbench.core.failures.publish_errors import BodyNotHereError, KeptBackError, NotTheSameError, TakenAwayError
from workbench.core.finding import Finding
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching, replaying
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.publication.published_grounds import Grounds
from workbench.ports import ClaimFilter


def require_published_claims(ports: DeskPorts, wanted: ClaimFilter, found: Sequence[Problem] | None = None) -> None:
    """Refuse a report from which a published claim would be missing silently; `found` has what is taken away, where that is known.

    Raises:
        TakenAwayError: A review is missing or changed, or the list of claims differs, so that a verdict would be missing silently.
    """
    lost = _taken_away(ports, wanted, found)
    if lost:
        raise TakenAwayError(list(lost), next(iter(lost.values())))


def _taken_away(ports: DeskPorts, wanted: ClaimFilter, found: Sequence[Problem] | None = None) -> dict[str, str]:
    """Find the published claims that would be missing silently, with the reason."""
    found = ports.store.taken_away(wanted.ids) if found is None else found
    lost = {each.where.removeprefix("claim "): each.message for each in found}
    if wanted.document:
        lost = {key: why for key, why in lost.items() if _document_of(ports, key) in {wanted.document, None}}
    return lost


def _document_of(ports: DeskPorts, claim: str) -> str | None:
    """Find the document of a claim; None where the claim is missing too."""
    try:
        return ports.store.claim(claim).document
    except StoreError:
        return None


def kept_back(
    ports: DeskPorts, wanted: ClaimFilter, public: Iterable[str], rest: Iterable[Grounds]
) -> dict[str, PublishError]:
    """Find the changed claims with the reason why they are left out; all published ones where the journal itself is damaged.

    Args:
        ports: The parts of the desk.
        wanted: Which claims were asked for.
        public: The published claims among them, by their ids.
        rest: What they rest on.
    """
    found: dict[str, PublishError] = {key: KeptBackError(key, why) for key, why in _taken_away(ports, wanted).items()}
    read, out = replaying.ArchivedFigures(ports), list(public)
    replayed = (each for one in rest for each in again(ports, one.findings, one.attached, read))
    for each in chain(replayed, replaying.faults_of(ports, out) if out else ()):
        for key in () if each.same else (each.claim,) if each.claim else out:
            found.setdefault(key, KeptBackError(key, _why(each)))
    return found


def refuse_changed_claims(
    ports: DeskPorts, public: Iterable[str], rest: Iterable[Grounds], other_public: Sequence[str] = ()
) -> None:
    """Recompute every figure of the published verdicts from the archive.

    Args:
        ports: The parts of the desk.
        public: The published claims, by their ids.
        rest: What they rest on.
        other_public: Other published claims of the report that were already checked.

    Raises:
        PublishError: A figure or a row is not what it was.
    """
    read = replaying.ArchivedFigures(ports)
    out = list(public)
    figures = (each for one in rest for each in again(ports, one.findings, one.attached, read))
    if out or other_public:
        refuse(chain(figures, replaying.faults_of(ports, out)), next(iter((*out, *other_public))), NotTheSameError)


def again(
    ports: DeskPorts, findings: Iterable[Finding], attached: Iterable[Attachment], read: replaying.ArchivedFigures
) -> Iterator[Replayed]:
    """Yield the replay of what a claim's verdict rests on: its figures and its attachments."""
    yield from (replaying.replay_finding(finding, read) for finding in findings)
    yield from attaching.lost(ports, attached)


def refuse(replayed: Iterable[Replayed], claim: str, refusal: type[PublishError] = PublishError) -> None:
    """Raise where anything differs; for a fault of the whole database one claim is named."""
    for each in replayed:
        if not each.same:
            of, why = each.claim or claim, _why(each)
            raise BodyNotHereError(of, why) if each.never_here else refusal(of, why)


def _why(each: Replayed) -> str:
    return f"{each.title}: {each.why.rstrip('.')}"
