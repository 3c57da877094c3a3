"""Refusals that this room tells apart: a status that the service gave, and a sample that is not there.

Why this file exists: "the samples do not hold it" is neither "the service has nothing" nor "the service failed", and a
reader must never take it for either.
"""

from __future__ import annotations

from workbench.core.errors import ServiceError, SourceError, printable


class StatusError(ServiceError):
    """The service answered with an error status.

    Attributes:
        status: The HTTP status.
    """

    def __init__(self, who: str, status: int, said: str) -> None:
        super().__init__(who, said)
        self.status = status


class NoSampleError(SourceError):
    """The folder of sample answers has none for this question."""

    def __init__(self, who: str, question: str) -> None:
        super().__init__(
            f"The sample answers of {printable(who, 80)} do not hold this question: {printable(question, 240)}",
            "Ask the service itself with --live; this says nothing about whether it has figures.",
        )


class MissingKeyError(SourceError):
    """The service answers nobody without a key, and the user has given none that can be one."""

    def __init__(self, who: str, name: str, *, given: bool = False) -> None:
        plain = printable(name, 40)
        what = "the key that was given is none" if given else "it wants a key, and there is none"
        super().__init__(
            f"{printable(who, 80)} was not asked: {what}.",
            f"Set WORKBENCH_KEY_{plain.upper().replace('-', '_')}, or run `keyring set claim-workbench {plain}`.",
        )
