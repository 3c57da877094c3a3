"""Commands on the archive: what is in it, whether it is intact, where a body comes from, and what may be deleted.

An archive that only grows is one day deleted by hand, with the evidence for every verdict. Unreferenced bodies may therefore be deleted
after some time; a body that a finding, a verdict or a report uses is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication import published_pages
from workbench.ports import Fault, Holding, Store, Tell, silent

PAGE = 5_000
BATCH = 200
_MOST_NAMED = 20
LEAST = timedelta(days=1)
"""Minimum age of an answer that may be deleted. A running command may rest on a younger one."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a body comes from.

    Attributes:
        fetches: Every fetch of it, newest first.
        here: Whether the body is still in the archive.
        pointed: Whether a finding, a verdict or a report of this database uses it.
    """

    fetches: Sequence[Snapshot]
    here: bool
    pointed: bool


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was deleted, or would be in a dry run.

    Attributes:
        gone: The ids of the bodies.
        size: The bytes that they took.
        pointed: How many bodies of that age were kept because they are referenced.
    """

    gone: tuple[str, ...]
    size: int
    pointed: int


class ArchiveDesk:
    """The archive for the user interfaces."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    def holdings(self, words: str = "") -> Iterator[Holding]:
        """Yield everything that was fetched, by body and address, newest first, a page at a time."""
        offset = 0
        while page := self._ports.archive.holdings(words, offset, PAGE):
            yield from page
            offset += len(page)

    def snapshot(self, key: str) -> Snapshot | None:
        """Find the record of a body by its id; None where no fetch is recorded."""
        return self._ports.archive.snapshot(key)

    def read(self, key: str) -> bytes:
        """Return a body by its whole id. Raises NoSuchRecordError."""
        return self._ports.archive.read(key)

    def provenance(self, key: str) -> Provenance:
        """Find the provenance of a body by its id or the beginning of it. Raises NoSuchRecordError."""
        fetches = self._ports.archive.fetches(key)
        body = fetches[0].id
        return Provenance(fetches, self._ports.archive.holds(body), body in self._ports.store.bodies())

    def faults(self, tell: Tell = silent) -> Iterator[Fault]:
        """Find bodies that are missing, damaged or unknown to the log. Every body is read and hashed again."""
        return self._ports.archive.faults(tell)

    def prune(self, older_than: timedelta, others: Iterable[Store] = (), *, dry_run: bool = False) -> Pruned:
        """Delete bodies without references that were not fetched for a time. Those fetched within a day always stay.

        Args:
            older_than: How long ago the newest fetch must be.
            others: The other databases that use the same archive.
            dry_run: Whether only to report, without deleting.
        """
        pointed = frozenset[str]().union(*(store.bodies() for store in (self._ports.store, *others)))
        before = self._ports.clock() - max(older_than, LEAST)
        aged = dict(self._ports.archive.aged(before))
        going = [key for key in aged if key not in pointed and not published_pages.is_kept_page(self._ports, key)]
        gone = tuple(going) if dry_run else tuple(_dropped(self._ports, going, before))
        return Pruned(gone, sum(aged[key] for key in gone), len(aged) - len(going))


def check(ports: DeskPorts) -> Sequence[Problem]:
    """Find bodies that are missing or damaged, for `doctor`; unknown files do no harm and are not reported there."""
    hint = "A copy of the archive folder has it, or research the claim again."
    found = list(ports.archive.faults(silent))
    damaged = [
        Problem(f"archive {fault.key[:12]}", "the body is missing or changed.", hint, "damaged-body")
        for fault in found
        if fault.what in {"missing", "damaged"}
    ]
    log = [
        Problem("archive", "The log of fetches is damaged.", _RESTORE_LOG, fault.what)
        for fault in found
        if fault.what == "damaged-log"
    ]
    return [*log, *damaged, *_lost_fetches(ports, any(fault.what == "orphan" for fault in found))]


def _lost_fetches(ports: DeskPorts, orphans: bool) -> Iterator[Problem]:
    """Yield referenced bodies without a known fetch: the log of fetches, or a part of it, is lost."""
    lost = sorted(key for key in ports.store.bodies() if ports.archive.snapshot(key) is None)
    here = list(filter(ports.archive.holds, lost))
    empty = not ports.archive.holdings(limit=1)
    if here or (orphans and empty):
        message = "The log of fetches is lost." if empty else "The log of fetches has gaps."
        yield Problem("archive", message, _RESTORE_LOG, "lost-fetches")
    yield from (_resting(key, "no fetch of it is known", _RESTORE_LOG, "lost-fetch") for key in here[:_MOST_NAMED])
    absent = [key for key in lost if key not in here]
    yield from (_resting(key, "it is not in this archive", _COPY_BODIES, "absent-body") for key in absent[:_MOST_NAMED])


_RESTORE_LOG = "Bring fetches.db back from a copy of the archive folder; do not prune before."
_COPY_BODIES = (
    "Import the export again, made with --format json --evidence; or bring the archive folder back from a copy."
)


def _resting(key: str, missing: str, hint: str, kind: str) -> Problem:
    return Problem(f"archive {key[:12]}", f"something that was kept rests on it, and {missing}.", hint, kind)


def _dropped(ports: DeskPorts, keys: Sequence[str], before: datetime) -> Iterator[str]:
    """Delete bodies some hundred at a time, so that other writers do not wait long; yield the deleted ones."""
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        went = ports.archive.drop(some, before)
        yield from (key for key in some if key in went)
