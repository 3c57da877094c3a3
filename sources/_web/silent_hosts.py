"""Hosts that did not answer: for half a minute no request is sent to them, since each would wait for a whole timeout."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from sources._web.error_messages import still_silent

SILENCE = 30.0
"""Seconds for which no request is sent to a silent host."""


@dataclass(slots=True)
class SilentHosts:
    """Which hosts were silent, and when each last answered.

    Attributes:
        until: The end of each host's pause, and for how long it had been silent.
        spoke_at: When each host last answered.
    """

    until: dict[str, tuple[float, float]] = field(default_factory=dict)
    spoke_at: dict[str, float] = field(default_factory=dict)

    def check(self, who: str, host: str) -> None:
        """Refuse a request to a host that did not answer a moment ago.

        Raises:
            UnreachableError: It did not.
        """
        until, seconds = self.until.get(host, (0.0, 0.0))
        if (left := until - monotonic()) > 0:
            raise still_silent(who, seconds, left)

    def fell_silent(self, host: str, seconds: float) -> None:
        """Record that a host was silent for some seconds, for all later requests.

        One that answered another meanwhile is busy.
        """
        now = monotonic()
        if now - self.spoke_at.get(host, -SILENCE) > seconds:
            self.until[host] = now + SILENCE, seconds

    def spoke(self, host: str) -> None:
        """Record that a host answered, even if only that it is busy."""
        self.spoke_at[host] = monotonic()
