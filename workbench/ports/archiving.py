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
    """A body at an address, however often it was fetched there.

    Attributes:
        snapshot: Its newest fetch.
        first: When it was fetched there first.
        times: How often.
    """

    snapshot: Snapshot
    first: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the archive that is not as it should be.

    Attributes:
        key: The body's id; for a file that is no body, its name.
        what: ``missing``, ``damaged`` (it no longer has its hash), ``damaged-log`` (the log of fetches itself), or ``orphan`` (a
            file that no fetch knows: left by a process that was killed, or put there by hand; nothing is lost by it).
        url: Where the body came from.
    """

    key: str
    what: str
    url: str = ""


class Archive(Protocol):
    """Bodies by their hash, with where and when each was fetched."""

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keep a body whole or not at all; a body kept before is not written again, the new fetch is noted."""
        ...

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """Return the newest successful fetch of an address (full, with its query, and what a fragment says of body and headers).

        ``samples`` asks for sample answers alone; without it only live answers are given: the two never stand in for one another.
        """
        ...

    def asked_at(self, beginning: str, since: datetime) -> Sequence[datetime]:
        """Return the times of requests to addresses with a prefix since a moment, oldest first. Samples do not count."""
        ...

    def snapshot(self, key: str) -> Snapshot | None:
        """Return what is known of a body, by its id."""
        ...

    def read(self, key: str) -> bytes:
        """Return the body, verified against its hash.

        Raises:
            StoreError: It is not there, or no longer what it was.
        """
        ...

    def marks(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Read and verify some bodies, and return a hash over all that is noted of the fetches of each that is whole; no entry for others."""
        ...

    def damaged(self) -> Iterator[str]:
        """Return the ids of bodies that are missing or no longer have their hash."""
        ...

    # --- its keeping: what there is, whether it is whole, and what may go -------------------------------------

    def holdings(self, words: str = "", offset: int = 0, limit: int = 100) -> Sequence[Holding]:
        """Return a page of the archived bodies, newest first. ``words`` are a part of the address or a source's name."""
        ...

    def fetches(self, key: str) -> Sequence[Snapshot]:
        """Return every fetch of one body, newest first, by its id or an unambiguous beginning of it.

        Raises:
            NoSuchRecordError: It was never kept, or several ids begin so.
        """
        ...

    def holds(self, key: str) -> bool:
        """Return whether the body is still here: an old one may have been dropped, and its fetches are known all the same."""
        ...

    def faults(self, tell: Tell = silent) -> Iterator[Fault]:
        """Return everything that is not as it should be; reads and hashes every body."""
        ...

    def aged(self, before: datetime) -> Iterator[tuple[str, int]]:
        """Return the bodies that nobody fetched since then, with the bytes that each takes."""
        ...

    def drop(self, keys: Sequence[str], before: datetime) -> frozenset[str]:
        """Delete some bodies, except those fetched since a moment; return the deleted ones.

        That they were here, and where they came from, stays known.
        """
        ...
