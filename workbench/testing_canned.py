"""What tests of sources run on: an archive in memory, and answers without a network."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

from workbench.core.errors import UnreachableError
from workbench.core.evidence import Snapshot
from workbench.ports import Answer, Archive, Request
from workbench.store.bodies.snapshot_archive import Snapshots


def utc_now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


class MemoryArchive(Snapshots):
    """An archive that lasts as long as a test holds it."""

    def __init__(self) -> None:
        super().__init__(None)

    def __len__(self) -> int:
        return len(list(self.aged(datetime.max.replace(tzinfo=UTC))))


class CannedFetch:
    """Answers without a network, each answer archived like any other.

    Args:
        archive: Where answers are kept.
        body: The one answer to every request; or answers by address, each to the requests whose address begins so, the longest first.
        media_type: What they are said to be.
    """

    def __init__(
        self, archive: Archive, body: bytes | Mapping[str, bytes], media_type: str = "application/json"
    ) -> None:
        self._archive, self._media_type = archive, media_type
        self._bodies = {"": body} if isinstance(body, bytes) else dict(body)
        self.asked: list[Request] = []

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:  # noqa: ARG002  (always the same)
        """Return the answer to a request; `UnreachableError` where no answer was given for its address."""
        self.asked.append(request)
        address = request.url + ("?" + urlencode(request.params) if request.params else "")
        found = max((each for each in self._bodies if address.startswith(each)), key=len, default=None)
        if found is None:
            raise UnreachableError(
                urlsplit(request.url).hostname or request.url, "no answer is canned for this address"
            )
        body = self._bodies[found]
        snapshot = Snapshot(
            id=hashlib.sha256(body).hexdigest(),
            url=request.url,
            fetched=utc_now(),
            media_type=self._media_type,
            size=len(body),
            source=request.source,
        )
        return Answer(self._archive.keep(snapshot, body), body)
