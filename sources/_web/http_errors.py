"""Errors for refused requests: an error status of the service, or a missing sample.

"the samples do not hold it" means neither "the service has nothing" nor "the service failed", and must not be confused
with these.
"""

from __future__ import annotations

from workbench.core.errors import ServiceError, SourceError, printable

_FAILED = 500
"""From this HTTP status on it is the service that failed (RFC 9110, 15.6)."""


class StatusError(ServiceError):
    """The service answered with an error status.

    Attributes:
        status: The HTTP status.
    """

    def __init__(self, who: str, status: int, said: str) -> None:
        super().__init__(who, said)
        self.status = status


class NoAnswerError(StatusError):
    """The status gives no usable answer: no body, a part of one, a redirect without a target, a server error."""

    def __init__(self, who: str, status: int, said: str) -> None:
        super().__init__(who, status, said)
        what = "failed" if status >= _FAILED else "gave no answer that can be read"
        self.message = f"{printable(who, 80)} {what}: {printable(said, 240).rstrip(' .')}."
        self.hint = "Nothing is wrong with the question. Try again later; `workbench sources` shows the address."


class KeptOutError(StatusError):
    """The service refuses this machine, or requires a key."""

    def __init__(self, who: str, status: int, said: str) -> None:
        super().__init__(who, status, said)
        self.hint = "The service wants a key, or does not answer this network; `workbench sources` shows its address."


MOVED = frozenset({301, 302, 303, 307, 308})
"""HTTP statuses that redirect (RFC 9110, 15.4)."""

_KEPT_OUT = frozenset({401, 403, 407, 451, 511})
_QUESTIONS = range(400, 500)
"""HTTP statuses for client errors (RFC 9110, 15.5)."""


def status_error(who: str, status: int, said: str) -> StatusError:
    """Return the error for a status, with advice: to check the request only where the service finds fault with it.

    >>> status_error("api.example.org", 500, "HTTP 500 Internal Server Error").message
    'api.example.org failed: HTTP 500 Internal Server Error.'
    """
    if status in _KEPT_OUT:
        return KeptOutError(who, status, said)
    return StatusError(who, status, said) if status in _QUESTIONS else NoAnswerError(who, status, said)


def named(status: int, phrase: str) -> str:
    """Describe a status in words.

    >>> named(204, "No Content"), named(302, "Found"), named(599, "")
    ('HTTP 204 No Content', 'HTTP 302 Found without an address to go to', 'HTTP 599 unknown status')
    """
    leads = " without an address to go to" if status in MOVED else ""
    return f"HTTP {status} {phrase or 'unknown status'}{leads}"


class NoSampleError(SourceError):
    """The folder of sample answers has none for this request."""

    def __init__(self, who: str, question: str) -> None:
        super().__init__(
            f"The sample answers of {printable(who, 80)} do not hold this question: {printable(question, 240)}",
            "Ask the service itself with --live; this says nothing about whether it has figures.",
        )


class MissingKeyError(SourceError):
    """The service requires a key, and the user has given no valid one."""

    def __init__(self, who: str, name: str, *, given: bool = False) -> None:
        plain = printable(name, 40)
        what = "the key that was given is none" if given else "it wants a key, and there is none"
        super().__init__(
            f"{printable(who, 80)} was not asked: {what}.",
            f"Set WORKBENCH_KEY_{plain.upper().replace('-', '_')}, or run `keyring set claim-workbench {plain}`.",
        )
