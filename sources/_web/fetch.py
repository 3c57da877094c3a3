"""The fetch function for sources: first the archive, then the network, the user's files or a replay server.

A source gets bytes, and need not know how they were fetched. Everything is stored in the archive before the source sees
it, under the service's own address; sample answers are never served for live ones or vice versa. The archive is read
and written outside the event loop, since packing and hashing sixty megabytes must not block a screen.
"""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sources._web.addresses import archived_as, full_url, host_of, read_sample, replay_url
from sources._web.archive_cache import DAY, ArchiveCache
from sources._web.http_errors import MissingKeyError, NoAnswerError, NoSampleError, StatusError
from sources._web.local_files import path_of, read_file
from sources._web.older_answers import archived, stale
from sources._web.service_keys import SHORTEST, Secret
from sources._web.shared_requests import SharedRequests
from sources._web.stored_answers import NO_SAMPLE
from sources._web.user_agent import user_agent
from workbench.core.errors import OfflineError, SourceError, UnreachableError
from workbench.ports import Answer, Archive, Clock, Credential, Request

if TYPE_CHECKING:
    from sources._web.client import Client
    from sources._web.http_request import Received


_OK, _NOT_FOUND = 200, 404


class Fetcher:
    """Fetches bodies for sources.

    Args:
        archive: Where every body is stored.
        clock: Returns the present time.
        replay: The base address of a replay server; every http(s) request goes there, and its answer is marked as a sample.
        offline: Whether to use only the archive and the user's own files.
        max_age: Maximum age of a live answer from the archive.
        hosts: For each source, the hosts that it may contact; an unlisted source may contact any public host.
        allow: Private hosts (``host`` or ``host:port``) that the user trusts.
        contact: A web or mail address for the ``User-Agent``, by which services can reach the user.
        client: Another HTTP client, with other timeouts or limits.
        keys: Returns the user's key of a name; empty where there is none.
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
        keys: Callable[[str], str] = lambda _: "",
    ) -> None:
        self._cache = ArchiveCache(archive, clock)
        self._replay, self._offline, self._max_age = replay, offline, max_age
        self._hosts = hosts or {}
        self._allow, self._contact = frozenset(allow), contact
        self._given, self._keys, self._once = client, keys, SharedRequests()

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Return the answer to a request; see `workbench.ports.Fetch`."""
        if request.url.startswith("file:"):
            return await to_thread(self._own_file, request, request.url)
        url = archived_as(request)
        if self._replay is not None:
            return await self._sample(request, url, self._replay)
        if self._offline:
            return await to_thread(self._offline_answer, request, url)
        async with self._once.alone(url):
            young = None if fresh else await to_thread(self._young, request, url)
            return young or await self._live(request, url, fresh=fresh)

    @cached_property
    def _client(self) -> Client:
        if self._given is not None:
            return self._given
        from sources._web.client import Client  # noqa: PLC0415  (offline and file work never pay for httpx)
        from sources._web.network_policy import AddressPolicy  # noqa: PLC0415  (likewise)
        from sources._web.rate_limit import RateLimiter  # noqa: PLC0415  (loaded at the first question)

        agent = user_agent(self._contact)
        if self._replay is None:
            from sources._web.host_limits import hosts  # noqa: PLC0415  (likewise)

            return Client(
                AddressPolicy(self._allow), agent=agent, pace=RateLimiter(table=hosts(), before=self._cache.asked_ago)
            )
        ours = host_of(self._replay)  # no waiting between retries
        return Client(AddressPolicy(self._allow | {ours}), agent=agent, pace=RateLimiter(0))

    def _young(self, request: Request, url: str) -> Answer | None:
        """Find a stored answer young enough: by the source's limit, else a day, or less if the service says so."""
        if request.max_age is not None:
            return self._cache.find(request, url, request.max_age)
        return self._cache.find(request, url, self._max_age, obey=True)

    async def _live(self, request: Request, url: str, *, fresh: bool) -> Answer:
        """Query the service; if it fails, serve an older answer with a notice, unless only a fresh one is allowed."""
        whole = fresh and not request.revalidate
        older = await to_thread(self._cache.find, request, url) if not whole or request.older else None
        known = None if whole else older
        try:
            received = await self._ask(request, full_url(request), tuple(self._hosts.get(request.source, ())), known)
        except (UnreachableError, NoAnswerError) as error:
            known = older
            if known is None or (fresh and not request.older):
                raise
            return Answer(known.snapshot, known.body, stale(known.snapshot, error))
        if received.unchanged and known is not None:
            return await to_thread(self._cache.renew, known, received.headers)
        return await to_thread(self._keep, request, url, received)

    async def _sample(self, request: Request, url: str, base: str) -> Answer:
        try:
            received = await self._ask(request, replay_url(base, full_url(request)), (host_of(base),))
        except StatusError as error:
            if error.status != _NOT_FOUND:
                raise
            raise NoSampleError(host_of(url), url) from error
        label = read_sample(received.sample)
        if label == NO_SAMPLE:
            raise NoSampleError(host_of(url), url)
        return await to_thread(self._keep, request, url, received, label)

    async def _ask(
        self, request: Request, address: str, hosts: tuple[str, ...], known: Answer | None = None
    ) -> Received:
        from sources._web.http_request import question_of  # noqa: PLC0415  (as above)

        secret = None if self._replay else self._secret(request.credential, host_of(request.url))
        return await self._client.get(question_of(request, address, hosts, secret, known.snapshot if known else None))

    def _secret(self, wanted: Credential | None, who: str) -> Secret | None:
        if wanted is None:
            return None
        value = self._keys(wanted.name).strip()
        if len(value) >= SHORTEST and value.isascii() and value.isprintable():
            return Secret(value, wanted.parameter, wanted.header, wanted.prefix, wanted.field)
        if value or wanted.needed:
            raise MissingKeyError(who, wanted.name, given=bool(value))
        return None

    def _own_file(self, request: Request, url: str) -> Answer:
        path = path_of(url)
        body = read_file(path)
        media_type = _FILE_TYPES.get(path.suffix.lower(), "application/octet-stream")
        return self._cache.same_file(url, body) or self._cache.keep(request, url, body, media_type)

    def _keep(self, request: Request, url: str, received: Received, sample: str = "") -> Answer:
        return self._cache.keep(
            request,
            url,
            received.body,
            received.media_type,
            status=received.status,
            sample=sample,
            headers=received.headers,
            failed=received.status == _OK and _failed(request, received.body),
        )

    def _offline_answer(self, request: Request, url: str) -> Answer:
        known = self._cache.find(request, url)
        if known is None:
            raise OfflineError(url)
        return Answer(known.snapshot, known.body, archived(known.snapshot))


_FILE_TYPES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".txt": "text/plain",
}


def _failed(request: Request, body: bytes) -> bool:
    """Check whether a body with a success status is an error; one that cannot be checked counts as one."""
    try:
        return request.fails(body)
    except SourceError:
        return True
