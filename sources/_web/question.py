"""Requests to the client and its answers: plain values without transport details."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sources._web.addresses import host_of
from sources._web.service_keys import Secret
from sources._web.size_limits import BodyLimits
from workbench.core.evidence import Snapshot
from workbench.ports import Request, Tell, silent

LEAST_RATE = 500
"""Minimum bytes per second of a body. A modem of the 1990s was seven times as fast."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds for a connection, for silence in mid-answer (or a trickle that is no better), and for one whole exchange."""

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 120.0

    def trickles(self, seconds: float, came: int) -> bool:
        """Return whether a body comes so slowly that waiting on is no better than waiting for a silent host.

        >>> Timeouts().trickles(19.0, 1), Timeouts().trickles(21.0, 210), Timeouts().trickles(21.0, 2_000_000)
        (False, True, False)
        """
        return seconds > self.silence and came < seconds * LEAST_RATE

    def patient(self, silence: float) -> Timeouts:
        """Return the same, with a host's own length of silence where it has one."""
        return replace(self, silence=silence) if silence else self


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
    """One question: where, who is meant in sentences, what is wanted, and the hosts that may answer.

    The fields that `workbench.ports.Request` has too mean what they mean there.

    Attributes:
        secret: The key, already looked up.
        known: The copy that we have.
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
        """Return the headers that go out, without the key."""
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
        """Return the caps on its answer."""
        return BodyLimits(self.largest, self.largest, usual.refusal) if self.largest else usual


def question_of(
    request: Request, address: str, hosts: tuple[str, ...], secret: Secret | None = None, copy: Snapshot | None = None
) -> HttpQuestion:
    """Return the question that a request comes to.

    Args:
        request: What a source wants to know.
        address: Where it is asked: at the service, or at a replay server in its place.
        hosts: The hosts that may answer.
        secret: The key that goes with it.
        copy: What the archive has of it already.
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
        media_type: What the service says it is.
        sample: What the replay server says it is a sample of.
        status: 200, or an error that the question reads.
        headers: What else was said of it, as `Snapshot.headers` has it.
        unchanged: The copy that we know is still what the service has; there is no body then.
    """

    body: bytes
    media_type: str
    sample: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    unchanged: bool = False
