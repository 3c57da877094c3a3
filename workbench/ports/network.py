"""What a source is handed to ask a service, and what keeps every answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a service.

    Attributes:
        url: The full address without its parameters; ``https`` for services, ``file`` for the user's own files.
        params: The query, in order; a key may repeat.
        accept: The media type wanted.
        source: The name of the source that asks, for sentences and the archive.
        expects: Beginnings of media types that the answer may have; any other is refused with a sentence.
            Empty takes anything.
    """

    url: str
    params: tuple[tuple[str, str], ...] = ()
    accept: str = "application/json"
    source: str = ""
    expects: tuple[str, ...] = ("application/json", "text/json")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, archived before anybody reads it.

    Attributes:
        snapshot: Where and when it was fetched.
        body: The bytes.
        problem: What a reader must know of how it was got, such as an older answer where the service did not answer now.
    """

    snapshot: Snapshot
    body: bytes
    problem: Problem | None = None


class Fetch(Protocol):
    """Gets a body, from the network or the archive. Every body it gives is in the archive."""

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Gives the answer to a request.

        Args:
            request: What to ask.
            fresh: Ask the service even where the archive holds an answer young enough.

        Raises:
            SourceError: No answer, a refused address, too big a body, another media type, or offline and never fetched.
        """
        ...


class Archive(Protocol):
    """Bodies by their hash, with where and when each was fetched."""

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keeps a body whole or not at all; a body kept before is not written again, the new fetch is noted."""
        ...

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """The newest successful fetch of an address (full, with its query).

        ``samples`` asks for sample answers alone; without it only live answers are given: the two never stand in for one another.
        """
        ...

    def snapshot(self, key: str) -> Snapshot | None:
        """What is known of a body, by its id."""
        ...

    def read(self, key: str) -> bytes:
        """The body, verified against its hash.

        Raises:
            StoreError: It is not there, or no longer what it was.
        """
        ...

    def damaged(self) -> Iterator[str]:
        """The ids of bodies that are missing or no longer have their hash."""
        ...
