"""Port of an archive of other people's fact checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.prior_checks import PriorCheck
from workbench.ports.network_client import Fetch


@dataclass(frozen=True, slots=True)
class PriorAsk:
    """A query for reviews.

    Attributes:
        words: Words of the claim.
        language: Only reviews in this language, as ISO 639-1; empty for any.
        site: Only reviews of this publisher's site, such as ``factcheck.afp.com``; empty for any.
        limit: The maximum number of reviews.
    """

    words: str
    language: str = ""
    site: str = ""
    limit: int = 30


@dataclass(frozen=True, slots=True)
class PriorFound:
    """An archive's answer, which may have no reviews.

    Attributes:
        checks: The reviews, in the archive's order, which does not express similarity.
        snapshots: The bodies that were read.
        problems: What could not be read, and incomplete results.
    """

    checks: tuple[PriorCheck, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    problems: tuple[Problem, ...] = ()


class PriorChecks(Protocol):
    """An archive of fact checks: a service, or a file of the user's. It does no IO of its own."""

    title: str
    """What readers call it."""

    def ready(self) -> bool:
        """Check whether it can be asked: a service that needs a key and has none is skipped silently."""
        ...

    async def search(self, fetch: Fetch, ask: PriorAsk) -> PriorFound:
        """Search the reviews that share words with a claim.

        Raises:
            WorkbenchError: It refused, did not answer, or its answer cannot be read.
        """
        ...
