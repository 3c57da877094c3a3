"""Requests to the client and its answers: plain values without transport details."""

from __future__ import annotations

from dataclasses import dataclass, field

from sources._web.addresses import host_of
from sources._web.body_size_limits import BodyLimits
from sources._web.service_keys import Secret
from workbench.core.evidence import Snapshot
from workbench.ports import Request, Tell, silent


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """Validators of the archived copy. If they still match, the service need not send the body again."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the conditions, as headers.

        >>> KnownAnswer(etag='"a1"').headers()
        {'If-None-Match': '"a1"'}
        """
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in conditions.items() if value}


NOTHING_KNOWN = KnownAnswer()


@dataclass(frozen=True, slots=True)
class HttpQuestion:
    """One request: the address, the service's name for messages, the wanted types, and the allowed hosts.

    Fields that `workbench.ports.Request` also has mean the same as there.

    Attributes:
        secret: The key, already looked up.
        known: The archived copy.
    """

    url: str
    who: str
    accept: str = "application/json"
    expects: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    method: str = "GET"
    body: bytes = b""
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    secret: Secret | None = None
    reads_errors: tuple[int, ...] = ()
    passing: tuple[int, ...] = ()
    largest: int = 0
    known: KnownAnswer = NOTHING_KNOWN
    tell: Tell = field(default=silent, compare=False, repr=False)

    def sent_headers(self, agent: str, host: str) -> dict[str, str]:
        """Return the headers to send, without the key."""
        return {
            **dict(self.headers),
            "Host": host,
            "User-Agent": agent,
            "Accept": self.accept,
            "Accept-Encoding": "gzip, identity",
            **({"Content-Type": self.content_type} if self.method == "POST" else {}),
            **self.known.headers(),
        }

    def limits(self, usual: BodyLimits) -> BodyLimits:
        """Return the size limits of its answer."""
        return BodyLimits(self.largest, self.largest, usual.refusal) if self.largest else usual


def question_of(
    request: Request, address: str, hosts: tuple[str, ...], secret: Secret | None = None, copy: Snapshot | None = None
) -> HttpQuestion:
    """Build the HTTP request for a source's request.

    Args:
        request: The source's request.
        address: The address: of the service, or of a replay server.
        hosts: The allowed hosts.
        secret: The key to send.
        copy: The archived copy, if any.
    """
    return HttpQuestion(
        url=address,
        who=host_of(request.url),
        accept=request.accept,
        expects=request.expects,
        hosts=hosts,
        method=request.method,
        body=request.body,
        content_type=request.content_type,
        headers=request.headers,
        secret=secret,
        reads_errors=request.reads_errors,
        passing=request.passing,
        largest=request.largest,
        known=_known(copy) if copy and request.method == "GET" else NOTHING_KNOWN,  # a condition fails a POST
        tell=request.tell,
    )


def _known(copy: Snapshot) -> KnownAnswer:
    return KnownAnswer(copy.header("etag"), copy.header("last-modified"))


@dataclass(frozen=True, slots=True)
class Received:
    """A whole, checked body.

    Attributes:
        body: The bytes.
        media_type: The declared media type.
        sample: The replay server's description of the sample.
        status: 200, or an error status that the request accepts.
        headers: Other headers, in the form of `Snapshot.headers`.
        unchanged: Whether the archived copy is still current; then there is no body.
    """

    body: bytes
    media_type: str
    sample: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    unchanged: bool = False
