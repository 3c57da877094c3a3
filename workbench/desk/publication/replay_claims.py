"""Replays claims: recomputes the figures of their verdicts from the archived bytes, and judges them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.revision import Revision
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import replaying
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.publication.entry_building import findings_of
from workbench.desk.publication.verdict_revisions import revisions
from workbench.ports import EVERY, ClaimFilter

PAGE = 500


def replay(ports: DeskPorts, claim: Claim) -> Sequence[Replayed]:
    """Recompute the findings of a claim's verdict, or of its last research, from archived bytes only, and judge them again.

    Rows that were changed in the database from outside the workbench are among the differences.
    """
    return [*figures(ports, claim), *replaying.faults(ports, [claim])]


def replay_all(ports: DeskPorts) -> Iterator[Replayed]:
    """Check the database once, and recompute the figures of every claim."""
    yield from replaying.whole(ports)
    for key in _ids(ports, EVERY):
        try:
            claim = ports.store.claim(key)
        except (UnreadableRecordError, NoSuchRecordError):  # the database was checked: its faults are listed
            continue
        yield from figures(ports, claim)


def figures(ports: DeskPorts, claim: Claim) -> Sequence[Replayed]:
    """Recompute only the figures."""
    read = replaying.ArchivedFigures(ports)
    try:
        found = findings_of(ports, claim)
        since = revisions(ports, found, ports.store.research(claim.id))
        return [_with_revisions(replaying.replay_finding(finding, read), since) for finding in found]
    except StoreError as error:
        return [Replayed(claim.id, None, error.message)]


def _with_revisions(replayed: Replayed, since: Sequence[Revision]) -> Replayed:
    return replace(replayed, revised=tuple(each for each in since if each.before == replayed.finding))


def _ids(ports: DeskPorts, wanted: ClaimFilter) -> Iterable[str]:
    offset = 0
    while rows := ports.store.claims(wanted, offset, PAGE):
        yield from (row.id for row in rows)
        offset += len(rows)
