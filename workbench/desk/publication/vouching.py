"""What goes out is what came in: every figure behind a published verdict is recomputed, and every row of it is what it was.

A report for readers is refused as a whole where anything differs: a check that is missing from it looks like one that was withdrawn.
From the desk's own formats (CSV, JSON) the claims that differ are kept back, each with its reason, and the others go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workbench.core.attachment import Attachment
from workbench.core.errors import PublishError, StoreError
from workbench.core.failures.publish_errors import BodyNotHereError, KeptBackError, NotTheSameError, TakenAwayError
from workbench.core.finding import Finding
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching, replaying
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.publication.public_grounds import Grounds
from workbench.ports import ClaimFilter


def need_all_that_readers_had(ports: DeskPorts, wanted: ClaimFilter) -> None:
    """Refuse a report out of which something that readers had would be left without a word.

    Raises:
        TakenAwayError: A review is gone or changed, or the list says otherwise, and a verdict would be left out without a word.
    """
    lost = _taken_away(ports, wanted)
    if lost:
        raise TakenAwayError(list(lost), next(iter(lost.values())))


def _taken_away(ports: DeskPorts, wanted: ClaimFilter) -> dict[str, str]:
    """By claim that readers had and that would be left out without a word, why."""
    lost = {each.where.removeprefix("claim "): each.message for each in ports.store.taken_away(wanted.ids)}
    if wanted.document:
        lost = {key: why for key, why in lost.items() if _document_of(ports, key) in {wanted.document, None}}
    return lost


def _document_of(ports: DeskPorts, claim: str) -> str | None:
    """Return the document of a claim; None where the claim is gone too."""
    try:
        return ports.store.claim(claim).document
    except StoreError:
        return None


def kept_back(
    ports: DeskPorts, wanted: ClaimFilter, public: Iterable[str], rest: Iterable[Grounds]
) -> dict[str, PublishError]:
    """By claim that differs from what it was, why it does not go out; where the journal itself does, every published one.

    Args:
        ports: What lies on the desk.
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


def stand_by(
    ports: DeskPorts, public: Iterable[str], rest: Iterable[Grounds], other_public: Sequence[str] = ()
) -> None:
    """Recompute every figure behind a published verdict: what goes out is what the archive says.

    Args:
        ports: What lies on the desk.
        public: The published claims, by their ids.
        rest: What they rest on.
        other_public: Published claims that go out beside them, of which that is known.

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
    """Yield whether what a claim's verdict rests on is what it was: its figures, and what was attached."""
    yield from (replaying.replay_finding(finding, read) for finding in findings)
    yield from attaching.lost(ports, attached)


def refuse(replayed: Iterable[Replayed], claim: str, refusal: type[PublishError] = PublishError) -> None:
    """Stop where anything differs; a claim is named where what differs is not one claim's."""
    for each in replayed:
        if not each.same:
            of, why = each.claim or claim, _why(each)
            raise BodyNotHereError(of, why) if each.never_here else refusal(of, why)


def _why(each: Replayed) -> str:
    return f"{each.title}: {each.why.rstrip('.')}"
