"""Port of the network client that a source asks its service with."""

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
    """A key that a service wants, by its name: what it is, no source ever sees.

    The client puts it into the question as it is sent, over TLS and to the host that was asked alone; it is in no address that
    is archived, logged, replayed or shown, and in no sentence.

    Attributes:
        name: The name under which the user keeps it: ``factcheck`` is ``WORKBENCH_KEY_FACTCHECK`` in the environment, or
            ``factcheck`` in the keyring.
        parameter: The query parameter that carries it.
        header: The header that carries it.
        prefix: What stands before it in the header (``"Bearer "``).
        field: The name in a posted JSON object that carries it; one of parameter, header and field is given.
        needed: Whether the service answers nobody without one; otherwise a question without it is sent as it is.
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
    """Return no body fails."""
    return False


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
        method: ``GET``, or ``POST`` for services whose questions do not fit into an address. Either only reads: both are
            asked again after passing failures, and a 307 or 308 is followed with the body.
        body: What is posted. The archive knows the answer by address and body, and keeps the body beside it.
        content_type: What kind of thing the body is.
        headers: More headers, of those in `HEADERS`; they belong to what the archive knows the answer by.
        credential: The key that goes with the question.
        reads_errors: Error statuses whose bodies the source reads (404 "NoRecordsFound"): such an answer comes back with its
            ``status``, of whatever media type; it is archived, and never given again as the answer. A status that passes
            (429, 502, 503, 504) is never among them.
        passing: Client errors that this service is known to send, with a page that is no JSON, in its bad minutes: they are
            asked again.
        largest: The most bytes that the answer may have, unpacked; 0 leaves it at the client's cap (64 MB).
        max_age: How old an answer from the archive may be; None leaves it at the user's setting (a day).
        revalidate: Whether a service that is asked anew may say that its answer is still the one that the archive holds, and need
            not send it again.
        older: Whether an answer of the archive may stand in, and be told, where the service was to be asked anew and fails.
        fails: Tells a body that came as success and is none ("your request will be treated later", an error inside 200), by a
            quick look at its bytes, whatever they are. The source gets it like any other, with ``snapshot.failed`` set; it is
            archived, and never given again as the answer.
        tell: Hears how far a long answer is, in bytes.
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
    """Return the question that posts a JSON body, always spelt the same way, so that the archive knows it again.

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
    """What came back, archived before anybody reads it.

    Attributes:
        snapshot: Where and when it was fetched.
        body: The bytes.
        problem: What a reader must know of how it was got: an older answer where the service did not answer now, or one from
            the archive where nobody is asked. A source passes it on among the problems of what it found.
    """

    snapshot: Snapshot
    body: bytes
    problem: Problem | None = None

    @property
    def status(self) -> int:
        """The HTTP status: other than 200 only where the request reads errors."""
        return self.snapshot.status


class Fetch(Protocol):
    """Gets a body, from the network or the archive. Every body it gives is in the archive."""

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Return the answer to a request.

        Args:
            request: What to ask.
            fresh: Ask the service even where the archive holds an answer young enough.

        Raises:
            SourceError: No answer, a refused address, too big a body, another media type, or offline and never fetched.
        """
        ...
