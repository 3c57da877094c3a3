"""Bodies of a machine that shares a store with others: what it fetches goes there, and what lies beside its database stays readable."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workbench.core.errors import StoreError
from workbench.core.evidence import Snapshot
from workbench.store.bodies.bodies import Bodies
from workbench.store.bodies.far_bodies import FarBodies


class SharedBodies(Bodies):
    """The bodies in a folder of this machine's own, and behind it those of the shared store, into which new ones are put.

    Attributes:
        far: The shared store.
    """

    def __init__(self, folder: Path, far: FarBodies, *, reading_only: bool = False) -> None:
        super().__init__(folder, reading_only=reading_only)
        self.far = far

    def has(self, key: str) -> bool:
        """Return whether the body is here or there."""
        return super().has(key) or self.far.has(key)

    def put_known(self, snapshot: Snapshot, body: bytes) -> None:
        """Keep a body with what is known of it; a sample answer stays on this machine."""
        if snapshot.sample:
            super().put(snapshot.id, body)
        else:
            self.far.put(snapshot.id, body, snapshot)

    def get(self, key: str, size: int) -> bytes:
        """Return a body of a known size, verified; where the copy of this machine is damaged, the other is read. Raises StoreError."""
        if super().has(key):
            with suppress(StoreError):
                return super().get(key, size)
        return self.far.get(key, size)

    def size(self, key: str) -> int:
        """Return the bytes that a body takes; 0 where it is not."""
        return super().size(key) + self.far.size(key)

    def written(self, key: str) -> float:
        """When a body was written, in seconds since 1970."""
        return max(super().written(key) if super().has(key) else 0.0, self.far.written(key))

    def drop(self, key: str) -> None:
        """Remove a body, here and there."""
        super().drop(key)
        self.far.drop(key)

    def names(self) -> Iterator[str]:
        """Return the ids of the bodies here and there, each once, and the names of other files."""
        return iter(sorted({*super().names(), *self.far.names()}))
