"""Bodies of a machine that shares a store with others: new bodies go to that store; older local ones stay readable."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workbench.core.errors import StoreError
from workbench.core.evidence import Snapshot
from workbench.store.bodies.bodies import Bodies
from workbench.store.bodies.remote_bodies import RemoteBodies


class SharedBodies(Bodies):
    """The bodies in a local folder, then those of the shared store, where new ones are put.

    Attributes:
        far: The shared store.
    """

    def __init__(self, folder: Path, far: RemoteBodies, *, reading_only: bool = False) -> None:
        super().__init__(folder, reading_only=reading_only)
        self.far = far

    def has(self, key: str) -> bool:
        """Check that the body is in the folder or in the shared store."""
        return super().has(key) or self.far.has(key)

    def put_known(self, snapshot: Snapshot, body: bytes) -> None:
        """Store a body and the record of its fetch in the shared store; a sample answer stays in the local folder."""
        if snapshot.sample:
            super().put(snapshot.id, body)
        else:
            self.far.put(snapshot.id, body, snapshot)

    def get(self, key: str, size: int) -> bytes:
        """Read and verify a body of a known size, from the shared store where the local copy is damaged.

        Raises StoreError.
        """
        if super().has(key):
            with suppress(StoreError):
                return super().get(key, size)
        return self.far.get(key, size)

    def size(self, key: str) -> int:
        """Return the bytes that a body takes; 0 where it is missing."""
        return super().size(key) + self.far.size(key)

    def written(self, key: str) -> float:
        """Return when a body was written, in seconds since 1970."""
        return max(super().written(key) if super().has(key) else 0.0, self.far.written(key))

    def drop(self, key: str) -> None:
        """Remove a body from both places."""
        super().drop(key)
        self.far.drop(key)

    def names(self) -> Iterator[str]:
        """Yield the ids of the bodies of both places, each once, and the names of other files."""
        return iter(sorted({*super().names(), *self.far.names()}))
