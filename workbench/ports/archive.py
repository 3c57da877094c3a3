"""Port of the archive: bodies by their hash, and the log of where and when each was fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workbench.core.evidence import Snapshot
from workbench.ports.progress import Tell, silent


@dataclass(frozen=True, slots=True)
class Holding:
    """A body at an address, with all its fetches there.

    Attributes:
        snapshot: Its newest fetch.
        first: When it was first fetched there.
        times: How often it was fetched.
    """

    snapshot: Snapshot
    first: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the archive.

    Attributes:
        key: The body's id; for a file that is no body, its name.
        what: ``missing``, ``damaged`` (it no longer has its hash), ``damaged-log`` (the log of fetches itself), or ``orphan`` (a
            file without a fetch in the log: left by a killed process, or put there by hand; it does no harm).
        url: Where the body came from.
    """

    key: str
    what: str
    url: str = ""


class Archive(Protocol):
    """Bodies by their hash, with where and when each was fetched."""

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Store a body completely or not at all; for a body stored before, only the new fetch is logged."""
        ...

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """Find the newest successful fetch of an address (full, with its query, and a fragment that identifies body and headers).

        With ``samples`` only sample answers are returned, without it only live ones: neither is ever used for the other.
        """
        ...

    def asked_at(self, beginning: str, since: datetime) -> Sequence[datetime]:
        """List the times of requests to addresses with a prefix since a moment, oldest first. Samples do not count."""
        ...

    def snapshot(self, key: str) -> Snapshot | None:
        """Find the record of a body by its id."""
        ...

    def read(self, key: str) -> bytes:
        """Read a body, verified against its hash.

        Raises:
            StoreError: It is missing or changed.
        """
        ...

    def marks(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Read and verify some bodies; return for each intact one a hash over its log of fetches, and no entry for the others."""
        ...

    def damaged(self) -> Iterator[str]:
        """List the ids of bodies that are missing or no longer have their hash."""
        ...

    # --- maintenance: what there is, whether it is intact, what may go ----------------------------------------

    def holdings(self, words: str = "", offset: int = 0, limit: int = 100) -> Sequence[Holding]:
        """List a page of the archived bodies, newest first. ``words`` are a part of the address or a source's name."""
        ...

    def fetches(self, key: str) -> Sequence[Snapshot]:
        """List every fetch of one body, newest first, by its id or an unambiguous beginning of it.

        Raises:
            NoSuchRecordError: It was never stored, or several ids begin so.
        """
        ...

    def holds(self, key: str) -> bool:
        """Check whether the body is still here: an old one may have been dropped, while its fetches remain in the log."""
        ...

    def faults(self, tell: Tell = silent) -> Iterator[Fault]:
        """Find all faults; reads and hashes every body."""
        ...

    def aged(self, before: datetime) -> Iterator[tuple[str, int]]:
        """List the bodies that were not fetched since then, with the size of each."""
        ...

    def drop(self, keys: Sequence[str], before: datetime) -> frozenset[str]:
        """Delete some bodies, except those fetched since a moment; return the deleted ones.

        The log of their fetches remains.
        """
        ...
