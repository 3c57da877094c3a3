"""The fetch that sources are handed: archive first, then the network, the user's files or a replay server.

Why this file exists: a source reads bytes and knows nothing of how they came. Whatever it reads is in the archive before
it sees it, under the service's own address; live and sample answers never stand in for one another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sources._addresses import full_url, host_of, read_sample, replay_url
from sources._own_file import path_of, read_file
from sources._refusals import NoSampleError, StatusError
from workbench import __version__
from workbench.core.errors import OfflineError, Problem, SourceError, StoreError, UnreachableError
from workbench.core.evidence import Snapshot
from workbench.ports import Answer, Archive, Clock, Request

if TYPE_CHECKING:
    from sources._http import Client, Received

DAY = timedelta(hours=24)
"""How old a live answer from the archive may be before the service is asked again."""

_NOT_FOUND = 404


class Fetcher:
    """Gives bodies to sources.

    Args:
        archive: Where every body is kept.
        clock: What time it is.
        replay: The base address of a replay server; every http(s) question goes there and is marked as a sample.
        offline: Answer from the archive and the user's own files alone.
        max_age: How old a live answer from the archive may be.
        hosts: For each source, the hosts it may ask; a source that is not listed may ask any public host.
        allow: Private hosts (``host`` or ``host:port``) that the user trusts.
        contact: An address or mailbox that services find in our ``User-Agent``.
        client: Another HTTP client, with other patience or limits.
    """

    def __init__(
        self,
        *,
        archive: Archive,
        clock: Clock,
        replay: str | None = None,
        offline: bool = False,
        max_age: timedelta = DAY,
        hosts: Mapping[str, Sequence[str]] | None = None,
        allow: Iterable[str] = (),
        contact: str = "",
        client: Client | None = None,
    ) -> None:
        self._archive, self._clock = archive, clock
        self._replay, self._offline, self._max_age = replay, offline, max_age
        self._hosts = {name: tuple(each) for name, each in (hosts or {}).items()}
        self._allow, self._contact = frozenset(allow), contact
        self._given = client

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Gives the answer to a request; see `workbench.ports.Fetch`."""
        url = full_url(request)
        if url.startswith("file:"):
            return self._own_file(request, url)
        if self._replay is not None:
            return await self._sample(request, url, self._replay)
        if self._offline:
            return self._archived(url, None) or _never(url)
        young = None if fresh else self._archived(url, self._max_age)
        return young or await self._live(request, url, fresh=fresh)

    @cached_property
    def _client(self) -> Client:
        if self._given is not None:
            return self._given
        from sources._http import Client  # noqa: PLC0415  (offline and file work never pay for httpx)
        from sources._pace import Pace  # noqa: PLC0415  (loaded at the first question)
        from sources._policy import Policy  # noqa: PLC0415  (likewise)

        agent = user_agent(self._contact)
        if self._replay is None:
            return Client(Policy(self._allow), agent=agent)
        return Client(
            Policy(self._allow | {host_of(self._replay)}), agent=agent, pace=Pace(0)
        )  # ours: no need for breath

    async def _live(self, request: Request, url: str, *, fresh: bool) -> Answer:
        """Asks the service; where it does not answer and was not asked to be fresh, an older answer stands in, and says so."""
        try:
            received = await self._ask(request, url, url, self._hosts.get(request.source, ()))
        except UnreachableError as error:
            older = None if fresh else self._archived(url, None)
            if older is None:
                raise
            return Answer(older.snapshot, older.body, _stale(older.snapshot, error))
        return self._keep(request, url, received.body, received.media_type)

    async def _sample(self, request: Request, url: str, base: str) -> Answer:
        try:
            received = await self._ask(request, url, replay_url(base, url), (host_of(base),))
        except StatusError as error:
            if error.status != _NOT_FOUND:
                raise
            raise NoSampleError(host_of(url), url) from error
        return self._keep(request, url, received.body, received.media_type, read_sample(received.sample))

    async def _ask(self, request: Request, url: str, address: str, hosts: tuple[str, ...]) -> Received:
        from sources._http import Question  # noqa: PLC0415  (as above)

        return await self._client.get(Question(address, host_of(url), request.accept, request.expects, hosts))

    def _own_file(self, request: Request, url: str) -> Answer:
        path = path_of(url)
        body = read_file(path)
        known = self._archive.latest(url, samples=False)
        if known is not None and known.id == sha256(body):
            return Answer(known, body)
        return self._keep(request, url, body, _FILE_TYPES.get(path.suffix.lower(), "application/octet-stream"))

    def _keep(self, request: Request, url: str, body: bytes, media_type: str, sample: str = "") -> Answer:
        snapshot = Snapshot(
            id=sha256(body),
            url=url,
            fetched=self._clock(),
            media_type=media_type,
            size=len(body),
            sample=sample,
            source=request.source,
        )
        return Answer(self._archive.keep(snapshot, body), body)

    def _archived(self, url: str, max_age: timedelta | None) -> Answer | None:
        """The newest live answer that the archive still holds whole; None where there is none, or none young enough."""
        known = self._archive.latest(url, samples=False)
        if known is None or (max_age is not None and self._clock() - known.fetched > max_age):
            return None
        try:
            return Answer(known, self._archive.read(known.id))
        except StoreError:
            return None


_FILE_TYPES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".txt": "text/plain",
}


def sha256(body: bytes) -> str:
    """The id of a body."""
    return hashlib.sha256(body).hexdigest()


def user_agent(contact: str = "") -> str:
    """How we introduce ourselves to services.

    >>> user_agent("desk@example.org").endswith("(statistics for fact-checking; desk@example.org)")
    True
    """
    about = "; ".join(part for part in ("statistics for fact-checking", contact.strip()) if part)
    plain = "".join(c for c in about if c.isascii() and c.isprintable())
    return f"claim-workbench/{__version__} ({plain})"


def _never(url: str) -> Answer:
    raise OfflineError(url)


def _stale(snapshot: Snapshot, error: SourceError) -> Problem:
    day = snapshot.fetched.date().isoformat()
    return Problem(
        host_of(snapshot.url),
        f"{error.message} The figures are those fetched on {day}.",
        "Ask again later for today's figures.",
        "older-answer",
    )
