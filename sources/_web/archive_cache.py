"""Use the archive as the fetcher's cache: what is stored of an answer, and when a stored one may be served.

A sample answer is never served for a live one or vice versa, an error never for figures, and an answer of another media
type (an address may give CSV or XML) never for the requested one.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from sources._web.host_limits import HostLimits, hosts
from sources._web.release_hours import released_between
from workbench.core.errors import StoreError
from workbench.core.evidence import Snapshot
from workbench.ports import Answer, Archive, Clock, Request

A_MINUTE = timedelta(minutes=1)
"""Shortest time for which an answer serves, so that one piece of work sends a request once."""

_SECONDS = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})\b")


def serves(snapshot: Snapshot, most: timedelta, *, obey: bool = True) -> timedelta:
    """Return how long to serve an answer: as its service says (``max-age``, ``no-cache``), a minute to ``most``."""
    said = dict(snapshot.headers).get("cache-control", "").casefold() if obey else ""
    if "no-cache" in said or "no-store" in said:
        return min(A_MINUTE, most)
    seconds = _SECONDS.search(said)
    return min(most, max(A_MINUTE, timedelta(seconds=int(seconds[1])))) if seconds else most


def sha256(body: bytes) -> str:
    """Return the id of a body."""
    return hashlib.sha256(body).hexdigest()


class ArchiveCache:
    """Stores answers in an archive and finds them again."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive, self._clock = archive, clock

    def keep(self, request: Request, url: str, body: bytes, media_type: str, **more: object) -> Answer:
        """Store a body under its hash, with address, time and request.

        Args:
            request: The request.
            url: The address under which the archive stores the answer.
            body: The bytes.
            media_type: Their declared media type.
            more: Further fields of the snapshot.
        """
        snapshot = Snapshot(
            id=sha256(body),
            url=url,
            fetched=self._clock(),
            media_type=media_type,
            size=len(body),
            source=request.source,
            asked=request.body.decode("utf-8", errors="replace"),
        )
        return Answer(self._archive.keep(replace(snapshot, **more), body), body)  # type: ignore[arg-type]  # fields by name

    def renew(self, answer: Answer, headers: tuple[tuple[str, str], ...]) -> Answer:
        """Record that the service still has the same body; its new headers replace the old ones."""
        said = dict(answer.snapshot.headers) | dict(headers)
        snapshot = replace(answer.snapshot, fetched=self._clock(), headers=tuple(sorted(said.items())))
        return Answer(self._archive.keep(snapshot, answer.body), answer.body)

    def find(
        self, request: Request, url: str, max_age: timedelta | None = None, *, obey: bool = False
    ) -> Answer | None:
        """Find the newest live answer that is whole, of the wanted media type, and young enough; None without one.

        Args:
            request: The request.
            url: The address under which the archive stores the answer.
            max_age: Maximum age; None for any age.
            obey: Whether a shorter time set by the service, and its release hours, apply.
        """
        known = self._archive.latest(url, samples=False)
        if known is None or (max_age is not None and self._is_old(known, max_age, obey=obey)):
            return None
        if known.media_type and request.expects and not known.media_type.startswith(request.expects):
            return None
        try:
            return Answer(known, self._archive.read(known.id))
        except StoreError:
            return None

    def _is_old(self, known: Snapshot, max_age: timedelta, *, obey: bool) -> bool:
        now, limits = self._clock(), hosts().get(urlsplit(known.url).hostname or "", HostLimits())
        if obey and released_between(limits.releases, limits.zone, known.fetched, now):
            return True
        return now - known.fetched > serves(known, max_age, obey=obey)

    def same_file(self, url: str, body: bytes) -> Answer | None:
        """Return the record of a user's file, if the file has not changed since."""
        known = self._archive.latest(url, samples=False)
        return Answer(known, body) if known is not None and known.id == sha256(body) else None

    def asked_ago(self, host: str, seconds: float) -> list[float]:
        """Return ages in seconds of a host's requests within a time window, oldest first."""
        now = self._clock()
        moments = self._archive.asked_at(f"https://{host}/", now - timedelta(seconds=seconds))
        return [(now - moment).total_seconds() for moment in moments]


DAY = timedelta(hours=24)
"""Maximum age of an archived answer before the service is asked again."""
