"""Rate limits of each host, in one table: a new service needs a few lines of data.

Services publish, enforce and change their limits. All are in ``hosts.toml``, with their sources, not in the adapters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

ANY = "*"
"""The row for every host that has none of its own."""


@dataclass(frozen=True, slots=True)
class HostLimits:
    """The limits of one host.

    Attributes:
        gap: Seconds between two requests.
        at_once: Most requests at the same time.
        most: Most requests in any window; 0 for no such limit.
        per: The length of the window, in seconds.
        silence: Timeout in seconds without a byte; 0 for the client's default.
        releases: The hours (``HH:MM``) at which it releases new figures; an answer from before the last one is fetched again.
        zone: The time zone of those hours.
        compatible: Whether it only answers programs with a browser's User-Agent.
        says: The source of these limits.
    """

    gap: float = 0.1
    at_once: int = 1
    most: int = 0
    per: float = 0.0
    silence: float = 0.0
    releases: tuple[str, ...] = ()
    zone: str = "UTC"
    compatible: bool = False
    says: str = ""

    def __post_init__(self) -> None:
        if self.gap < 0 or self.at_once < 1 or self.most < 0 or bool(self.most) != (self.per > 0):
            raise ValueError(f"no host takes {self}")


@cache
def hosts() -> Mapping[str, HostLimits]:
    """Return the table, by host without port.

    >>> hosts()["sdmx.oecd.org"].most, hosts()["sdmx.oecd.org"].per
    (60, 3600)
    """
    return read_hosts((files("sources._web") / "hosts.toml").read_text(encoding="utf-8"))


def read_hosts(text: str) -> dict[str, HostLimits]:
    """Parse a table of hosts.

    Raises:
        ValueError: It is not TOML, or has an unknown field.
    """
    known = {each.name for each in fields(HostLimits)}
    return {host.lower(): _host_limits(host, row, known) for host, row in tomllib.loads(text).items()}


def _host_limits(host: str, row: dict[str, Any], known: set[str]) -> HostLimits:
    strange = sorted(set(row) - known)
    if strange:
        raise ValueError(f"{host}: there is no {strange[0]} among what hosts take")
    return HostLimits(**row | {"releases": tuple(row.get("releases", ()))})
