"""Port of the network client through which a source asks its service."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.ports.progress import Tell, silent

HEADERS = frozenset({"accept-language", "prefer"})
"""The headers that a source may set beyond ``Accept``: none of them can carry a secret or change where a question goes."""


@dataclass(frozen=True, slots=True)
class Credential:
    """The name of a key that a service requires. No source ever sees the key itself.

    The client adds the key when it sends the request, only over TLS and only to the requested host. The key is in no address that is
    archived, logged, replayed or shown, and in no message.

    Attributes:
        name: The name under which the user keeps it: ``factcheck`` is ``WORKBENCH_KEY_FACTCHECK`` in the environment, or
            ``factcheck`` in the keyring.
        parameter: The query parameter that carries it.
        header: The header that carries it.
        prefix: The prefix in the header (``"Bearer "``).
        field: The name in a posted JSON object that carries it; one of parameter, header and field is given.
        needed: Whether the service requires it; otherwise a request without a key is sent without it.
    """

    name: str
    parameter: str = ""
    header: str = ""
    prefix: str = ""
    field: str = ""
    needed: bool = True

    def __post_init__(self) -> None:
        if sum(map(bool, (self.parameter, self.header, self.field))) != 1:
            raise ValueError("a credential goes into a parameter, a header or a field of what is posted, one of them")


def _never(_: bytes) -> bool:
    """Take no body for a failure: the default of `Request.fails`."""
    return False


@dataclass(frozen=True, slots=True)
class Request:
    """One request to a service.

    Attributes:
        url: The full address without its parameters; ``https`` for services, ``file`` for the user's own files.
        params: The query, in order; a key may repeat.
        accept: The requested media type.
        source: The name of the source that asks, for sentences and the archive.
        expects: Prefixes of allowed media types of the answer; any other is refused with a message. Empty allows all.
        method: ``GET``, or ``POST`` for services whose queries do not fit into an address. Both only read: both are repeated after
            temporary failures, and a 307 or 308 is followed with the body.
        body: The posted body. The archive finds the answer by address and body, and stores the body too.
        content_type: The media type of the body.
        headers: More headers, only those in `HEADERS`; they are part of the archive's key for the answer.
        credential: The key that is sent with the request.
        reads_errors: Error statuses whose bodies the source reads (404 "NoRecordsFound"): such an answer comes back with its
            ``status``, of any media type; it is archived, and never reused as the answer. A temporary status
            (429, 502, 503, 504) is never among them.
        passing: Client errors that this service is known to send temporarily, with a page that is no JSON: such requests are
            repeated.
        largest: The maximum size of the answer in bytes, unpacked; 0 for the client's limit (64 MB).
        max_age: How old an answer from the archive may be; None for the user's setting (a day).
        revalidate: Whether the service may answer a repeated request by "not modified", so that the archived answer is used
            again.
        older: Whether an archived answer is used, with a problem that says so, where a repeated request fails.
        fails: Recognises a body with a success status that is a failure ("your request will be treated later", an error inside
            200) by a quick look at any bytes. The source gets it like any other, with ``snapshot.failed`` set; it is archived,
            and never reused as the answer.
        tell: Called with the progress of a long answer, in bytes.
    """

    url: str
    params: tuple[tuple[str, str], ...] = ()
    accept: str = "application/json"
    source: str = ""
    expects: tuple[str, ...] = ("application/json", "text/json")
    method: str = "GET"
    body: bytes = b""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    credential: Credential | None = None
    reads_errors: tuple[int, ...] = ()
    passing: tuple[int, ...] = ()
    largest: int = 0
    max_age: timedelta | None = None
    revalidate: bool = False
    older: bool = False
    fails: Callable[[bytes], bool] = field(default=_never, compare=False, repr=False)
    tell: Tell = field(default=silent, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.method not in {"GET", "POST"} or (self.body and self.method == "GET"):
            raise ValueError("a question is a GET, or a POST with its body")
        for name, value in self.headers:
            if name.lower() not in HEADERS or not (value.isascii() and value.isprintable()):
                raise ValueError(f"{name} is no header that a source may set so")


def post(url: str, tree: Any, **rest: Any) -> Request:
    """Make a request that posts a JSON body, always serialised in the same way, so that the archive recognises it.

    Args:
        url: The address.
        tree: The body, as dicts, lists and texts. Texts may be in any script.
        rest: Any other field of `Request`.

    >>> post("https://makstat.stat.gov.mk/x.px", {"query": [], "code": "Година"}, source="makstat").body.decode()
    '{"code":"Година","query":[]}'
    """
    body = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Request(url, method="POST", body=body.encode(), **rest)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, archived before it is read.

    Attributes:
        snapshot: Where and when it was fetched.
        body: The bytes.
        problem: What a reader must know about its origin: an older answer because the service did not answer now, or one from the
            archive because the desk is offline. A source passes it on among its own problems.
    """

    snapshot: Snapshot
    body: bytes
    problem: Problem | None = None

    @property
    def status(self) -> int:
        """The HTTP status: other than 200 only where the request reads errors."""
        return self.snapshot.status


class Fetch(Protocol):
    """Fetches a body from the network or the archive. Every returned body is in the archive."""

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Return the answer to a request.

        Args:
            request: What to ask.
            fresh: Ask the service even if the archive has a recent answer.

        Raises:
            SourceError: There is no answer, a refused address, a too large body, another media type, or offline no archived answer.
        """
        ...
