"""An archive that lasts as long as the process: for tests, third parties' too, and for asking without a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError, StoreError
from workbench.core.evidence import Snapshot
from workbench.ports import Fault, Holding, Tell, silent


class MemoryArchive:
    """An archive that lasts as long as the process; satisfies `workbench.ports.Archive`."""

    def __init__(self) -> None:
        self._bodies: dict[str, bytes] = {}
        self._fetches: list[Snapshot] = []

    def __len__(self) -> int:
        return len(self._bodies)

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keeps a body under its hash."""
        if hashlib.sha256(body).hexdigest() != snapshot.id or len(body) != snapshot.size:
            raise StoreError(
                "A body does not have the hash it is kept under.", "Report this: it is a fault of the workbench."
            )
        self._bodies.setdefault(snapshot.id, bytes(body))
        self._fetches.append(snapshot)
        return snapshot

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """The newest fetch of an address, live or sample."""
        here = (each for each in reversed(self._fetches) if each.url == url and each.id in self._bodies)
        mine = [each for each in here if bool(each.sample) == samples and each.status == 200 and not each.failed]
        return max(mine, key=lambda each: each.fetched, default=None)

    def asked_at(self, beginning: str, since: datetime) -> list[datetime]:
        """When addresses that begin so were asked."""
        live = (e.fetched for e in self._fetches if e.url.startswith(beginning) and not e.sample)
        return sorted(moment for moment in live if moment > since)

    def snapshot(self, key: str) -> Snapshot | None:
        """What is known of a body."""
        return next((each for each in reversed(self._fetches) if each.id == key), None)

    def read(self, key: str) -> bytes:
        """The body."""
        if key not in self._bodies:
            raise NoSuchRecordError("body", key)
        return self._bodies[key]

    def damaged(self) -> Iterator[str]:
        """Nothing: memory does not rot."""
        return (fault.key for fault in self.faults())

    def holdings(self, words: str = "", offset: int = 0, limit: int = 100) -> list[Holding]:
        """What was fetched, by body and address, newest fetch first."""
        fetches: dict[tuple[str, str], list[Snapshot]] = {}
        for each in self._fetches:
            if words.lower() in f"{each.url}\0{each.source}".lower():
                fetches.setdefault((each.id, each.url), []).append(each)
        found = [Holding(some[-1], min(each.fetched for each in some), len(some)) for some in fetches.values()]
        found.sort(key=lambda holding: holding.snapshot.fetched, reverse=True)
        return found[offset : offset + limit]

    def fetches(self, key: str) -> list[Snapshot]:
        """Every fetch of one body, newest first."""
        found = [each for each in reversed(self._fetches) if key and each.id.startswith(key)]
        if not found:
            raise NoSuchRecordError("archived body", key)
        if len({each.id for each in found}) > 1:
            raise AmbiguousRecordError("archived body", key, sorted({each.id[:12] for each in found}))
        return found

    def holds(self, key: str) -> bool:
        """Whether the body is still here."""
        return key in self._bodies

    def faults(self, tell: Tell = silent) -> Iterator[Fault]:  # noqa: ARG002  (there is nothing to read)
        """Nothing: memory does not rot."""
        return iter(())

    def aged(self, before: datetime) -> Iterator[tuple[str, int]]:
        """The bodies that nobody fetched since then."""
        young = {each.id for each in self._fetches if each.fetched >= before}
        return iter([(key, len(body)) for key, body in self._bodies.items() if key not in young])

    def drop(self, keys: Sequence[str], before: datetime) -> frozenset[str]:
        """Lets some bodies go, but for those that were fetched since then; gives those that went."""
        young = {each.id for each in self._fetches if each.fetched >= before}
        gone = frozenset(keys) - young
        for key in gone:
            self._bodies.pop(key, None)
        return gone
