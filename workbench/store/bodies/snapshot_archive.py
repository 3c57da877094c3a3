"""The archive: every body that was ever fetched, under its hash, with its address and time.

It serves as the cache, as the data of offline mode, and as the evidence behind a verdict. Each body is a file of its
own (``ab/cdef…``; compressed, with ``.gz``, where it is large), written whole or not at all. The log of fetches
(``fetches.db``) is only added to. Several processes may store bodies at the same time, and any of them may be killed at
any moment.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from weakref import finalize

from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError, StoreError
from workbench.core.evidence import Snapshot
from workbench.ports import Fault, Holding, Progress, Tell, silent
from workbench.store.bodies.bodies import KEY, Bodies, PassingBodies
from workbench.store.bodies.fetch_log import NEWEST, FetchLog, written
from workbench.store.bodies.local_and_remote_bodies import SharedBodies
from workbench.store.bodies.remote_bodies import RemoteBodies


def _bodies(folder: Path | None, far: RemoteBodies | None, *, reading_only: bool) -> Bodies:
    if folder is None:
        return PassingBodies()
    return SharedBodies(folder, far, reading_only=reading_only) if far else Bodies(folder, reading_only=reading_only)


LOG = "fetches.db"
"""The file of the log of fetches, in the archive's folder."""

_BEGINNING = re.compile(r"[0-9a-f]{4,64}\Z")


class Snapshots:
    """The archive in a folder, which is created where it is missing.

    Args:
        folder: Where bodies and their log are stored; None for an archive in memory.
        far: The store that several machines share, where new bodies are stored instead; None for none.
        patience: How many seconds to wait for another process that is writing.
        reading_only: Whether nothing will be stored; then no folder and no file is created.

    Raises:
        UnwritableError: The folder cannot be written.
        DamagedDatabaseError: The log is damaged or belongs to another program.
    """

    def __init__(
        self,
        folder: Path | None,
        *,
        far: RemoteBodies | None = None,
        patience: float = 10.0,
        reading_only: bool = False,
    ) -> None:
        self.folder, self._far, self._reading_only = folder, far, reading_only
        self._place = ""
        self._bodies = _bodies(folder, far, reading_only=reading_only)
        self._log = FetchLog(folder / LOG if folder else None, patience, reading_only=reading_only)
        self.close = finalize(self, self._log.close)

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Store a body, unless it is stored already, and add its fetch to the log.

        Raises:
            StoreError: The snapshot describes another body, or the archive cannot be written.
        """
        if hashlib.sha256(body).hexdigest() != snapshot.id or len(body) != snapshot.size:
            raise StoreError(f"The answer of {snapshot.url} is not the one that was announced.", "Fetch it again.")
        self._put(snapshot, body)
        self._log.add(snapshot)
        if not self._bodies.has(snapshot.id):  # another process deleted the old copy before it saw this fetch
            self._put(snapshot, body)
        return snapshot

    def _put(self, snapshot: Snapshot, body: bytes) -> None:
        if not isinstance(self._bodies, SharedBodies):
            self._bodies.put(snapshot.id, body)
            return
        if self._place and not snapshot.sample:
            self._bodies.far.use(self._place)  # before the body is stored, so that no other machine deletes it
            self._place = ""
        self._bodies.put_known(snapshot, body)

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """Find an address's newest successful fetch whose body still exists, among samples or live answers."""
        wanted = "url = ? AND status = 200 AND failed = 0 AND " + ("sample <> ''" if samples else "sample = ''")
        for snapshot in self._log.find(f"{wanted} ORDER BY fetched DESC, number DESC LIMIT 20", url):
            if self._bodies.has(snapshot.id):
                return snapshot
        return None

    def asked_at(self, beginning: str, since: datetime) -> list[datetime]:
        """Return the times of live requests since a moment to addresses with a prefix, oldest first."""
        return self._log.moments(beginning, since)

    def snapshot(self, key: str) -> Snapshot | None:
        """Return the record of a body: its newest live fetch or, without one, its newest sample."""
        found = self._log.find(f"id = ? ORDER BY {NEWEST} LIMIT 1", key)
        return found[0] if found else self._noted_elsewhere(key)

    def _noted_elsewhere(self, key: str) -> Snapshot | None:
        """Read the fetch that another machine recorded for a body of the shared store, and copy it to the local log."""
        known = self._far.snapshot_of(key) if self._far is not None else None
        if known is not None and not self._reading_only:
            self._log.add(known)
        return known

    def read(self, key: str) -> bytes:
        """Read a body and verify it against its hash.

        Raises:
            NoSuchRecordError: It was never stored.
            StoreError: It is missing or has changed.
        """
        known = self.snapshot(key) if KEY.match(key) else None
        if known is None:
            raise NoSuchRecordError("archived body", key)
        return self._bodies.get(key, known.size)

    def marks(self, keys: Sequence[str]) -> dict[str, str]:
        """Read and verify some bodies, and return a hash over the fetches of each that is whole.

        No entry for others.
        """
        if self._far is not None:
            keys = [key for key in keys if self.snapshot(key) is not None]
        found = self._log.noted(keys)
        return {key: mark for key, (size, mark) in found.items() if self._is_whole(key, size)}

    def damaged(self) -> Iterator[str]:
        """Yield the ids of bodies that are missing or no longer match their hash; this reads every body."""
        return (fault.key for fault in self.faults() if fault.what in {"missing", "damaged"})

    # --- maintenance -----------------------------------------------------------------------------------------

    def holdings(self, words: str = "", offset: int = 0, limit: int = 100) -> list[Holding]:
        """Return one page of what was fetched, by body and address, newest fetch first."""
        return self._log.holdings(words, offset, limit)

    def fetches(self, key: str) -> list[Snapshot]:
        """Return every fetch of one body, newest first, by its id or an unambiguous beginning of it."""
        begins = key.lower()
        found = self._log.find("id >= ? AND id < ? ORDER BY fetched DESC, number DESC", begins, begins + "g")
        ids = list(dict.fromkeys(snapshot.id for snapshot in found))
        if not found or not _BEGINNING.match(begins):
            raise NoSuchRecordError("archived body", key)
        if len(ids) > 1:
            raise AmbiguousRecordError("archived body", key, [each[:12] for each in ids])
        return found

    def holds(self, key: str) -> bool:
        """Check that the body still exists."""
        return bool(KEY.match(key)) and self._bodies.has(key)

    def faults(self, tell: Tell = silent) -> Iterator[Fault]:
        """Yield every fault of the archive; this reads and hashes every body."""
        strangers = self.learn()
        bodies = self._log.bodies()
        for n, (key, size, _) in enumerate(bodies):
            tell(Progress("archive", n, len(bodies)))
            if why := self._why_not(key, size):
                known = self.snapshot(key)
                yield Fault(key, why, known.url if known else "")
        for name in strangers:
            if not self._log.knows(name):
                yield Fault(name, "orphan")
        if not self._log.is_whole():
            yield Fault(LOG, "damaged-log")

    def learn(self) -> list[str]:
        """Copy to the local log what other machines recorded of shared bodies.

        Return the names of files without any record.
        """
        return [
            name for name in self._bodies.names() if not self._log.knows(name) and self._noted_elsewhere(name) is None
        ]

    def aged(self, before: datetime) -> Iterator[tuple[str, int]]:
        """Yield the bodies that nobody fetched since a moment, with their size on disk.

        Also those that killed processes left.
        """
        newest = {key: moment for key, _, moment in self._log.bodies()}
        for name in self._bodies.names():
            if KEY.match(name):
                moment = newest.get(name) or datetime.fromtimestamp(self._bodies.written(name), UTC)
                if moment < before:
                    yield name, self._bodies.size(name)

    def drop(self, keys: Sequence[str], before: datetime) -> frozenset[str]:
        """Delete some bodies, except those fetched since a moment; return the deleted ones.

        They are first recorded as deleted and then deleted, both while all other writers wait. A kill in between leaves
        bodies that the log calls deleted, which is harmless; a fetch in between keeps its body.
        """
        now = datetime.now(UTC)
        with self._log.alone():
            last = {key: self._log.last(key) for key in keys}
            going = {key: number for key, (number, newest) in last.items() if not number or newest < written(before)}
            for key, number in going.items():
                self._log.let_go(key, number, now)
        with self._log.alone():
            gone = frozenset(key for key, number in going.items() if self._log.last(key)[0] == number)
            for key in gone:
                self._bodies.drop(key)
        return gone

    def use(self, place: str) -> None:
        """Record that a database, given as its path or its URL without a password, needs this archive."""
        self._log.use(place)
        self._place = place

    def users(self) -> list[str]:
        """Return the databases that need this archive."""
        return [*self._log.users(), *(self._far.users() if self._far is not None else ())]

    def _is_whole(self, key: str, size: int) -> bool:
        with suppress(StoreError):
            self._bodies.get(key, size)
            return True
        return False

    def _why_not(self, key: str, size: int) -> str:
        if not self._bodies.has(key):
            return "missing"
        try:
            self._bodies.get(key, size)
        except StoreError:
            return "damaged"
        return ""
