"""The archive: every body that was ever fetched, under its hash, with where and when.

It is at once the cache, the offline mode and the evidence behind a verdict. A body is a file of its own
(``ab/cdef…``; packed, with ``.gz``, where it is large), written whole or not at all. The log of fetches (``fetches.db``)
is only ever added to. Several processes may keep bodies at the same time, and any of them may be killed at any moment.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from weakref import finalize

from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.evidence import Snapshot
from workbench.store.bodies import Bodies
from workbench.store.fetch_log import FetchLog

_KEY = re.compile(r"[0-9a-f]{64}\Z")


class Snapshots:
    """The archive in a folder, which is created where it is not there.

    Args:
        folder: Where bodies and their log are kept.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        UnwritableError: The folder cannot be written.
        DamagedDatabaseError: The log is damaged or another program's.
    """

    def __init__(self, folder: Path, *, patience: float = 10.0) -> None:
        self.folder = folder
        self._bodies = Bodies(folder)
        self._log = FetchLog(folder / "fetches.db", patience)
        self.close = finalize(self, self._log.close)

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keeps a body whole or not at all; a body kept before is not written again, the new fetch is noted.

        Raises:
            StoreError: The snapshot is not that of this body, or the archive cannot be written.
        """
        if hashlib.sha256(body).hexdigest() != snapshot.id or len(body) != snapshot.size:
            raise StoreError(f"The answer of {snapshot.url} is not the one that was announced.", "Fetch it again.")
        self._bodies.put(snapshot.id, body)
        self._log.add(snapshot)
        return snapshot

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """The newest successful fetch of an address whose body is still here; samples and live answers never mix."""
        wanted = "url = ? AND status = 200 AND " + ("sample <> ''" if samples else "sample = ''")
        for snapshot in self._log.find(f"{wanted} ORDER BY fetched DESC, number DESC LIMIT 20", url):
            if self._bodies.has(snapshot.id):
                return snapshot
        return None

    def asked_at(self, beginning: str, since: datetime) -> list[datetime]:
        """When addresses that begin so were asked since then, oldest first; samples do not count."""
        return self._log.moments(beginning, since)

    def snapshot(self, key: str) -> Snapshot | None:
        """What is known of a body: its newest live fetch, or, where it never came live, its newest sample."""
        found = self._log.find("id = ? ORDER BY sample <> '', fetched DESC, number DESC LIMIT 1", key)
        return found[0] if found else None

    def read(self, key: str) -> bytes:
        """The body, verified against its hash.

        Raises:
            NoSuchRecordError: It was never kept.
            StoreError: It is missing, or no longer what it was.
        """
        known = self.snapshot(key) if _KEY.match(key) else None
        if known is None:
            raise NoSuchRecordError("archived body", key)
        return self._bodies.get(key, known.size)

    def damaged(self) -> Iterator[str]:
        """The ids of bodies that are missing or no longer have their hash; reads every body."""
        for key, size in self._log.bodies():
            try:
                self._bodies.get(key, size)
            except StoreError:
                yield key
