"""The jobs of a team: claims that any worker researches or rechecks, and documents that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in the list.

    Attributes:
        id: Its number.
        kind: ``research``, ``recheck`` or ``read``.
        claim: The claim's id; empty for documents that are read.
        status: ``todo``, ``doing``, ``succeeded``, ``failed``, ``cancelled``, ``aborting`` or ``aborted``.
        attempts: How often it was started.
        documents: How many documents are read; 0 for a claim.
        title: The title of the first of them; may be empty.
    """

    id: int
    kind: str
    claim: str
    status: str
    attempts: int
    documents: int = 0
    title: str = ""


class TeamJobs(Protocol):
    """The jobs of a team's database. Each function raises StoreError where the server cannot be reached or refuses."""

    def listed(self, status: str = "") -> Sequence[JobRow]:
        """Return the jobs, or those of one status, oldest first."""
        ...

    def cancel(self, numbers: Sequence[int]) -> None:
        """Cancel waiting jobs; a running one is asked to stop. Raises NoSuchRecordError."""
        ...
