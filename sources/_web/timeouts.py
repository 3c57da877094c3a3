"""How long a service is waited for: for a connection, for silence or a trickle within an answer, for the whole answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST_RATE = 500
"""Minimum bytes per second of a body. A modem of the 1990s was seven times as fast."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Timeouts in seconds: for a connection, for silence (or a trickle) within an answer, and for a whole exchange."""

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 120.0

    def trickles(self, seconds: float, came: int) -> bool:
        """Check whether a body comes so slowly that it counts as silence.

        >>> Timeouts().trickles(19.0, 1), Timeouts().trickles(21.0, 210), Timeouts().trickles(21.0, 2_000_000)
        (False, True, False)
        """
        return seconds > self.silence and came < seconds * LEAST_RATE

    def patient(self, silence: float) -> Timeouts:
        """Return a copy with a host's own timeout for silence, if it has one."""
        return replace(self, silence=silence) if silence else self
