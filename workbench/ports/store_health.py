"""Port of a store's health: which bodies are referenced, and which faults there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.errors import Problem


@dataclass(frozen=True, slots=True)
class RowMarks:
    """Hashes of the database rows that the checks of some claims depend on.

    Attributes:
        of: By claim, a hash of every row that a report reads for the claim: its own, those of its document, and the reviews of earlier
            claims with the same words. Doubtful and missing claims are left out.
        doubtful: The claims that need a full check by `faults`; the others have none.
        bodies: The archived bodies of each claim's attachments, taken back or not.
        lost: What `taken_away` finds.
    """

    of: Mapping[str, str]
    doubtful: frozenset[str]
    bodies: Mapping[str, Sequence[str]]
    lost: Sequence[Problem] = ()


class HealthStore(Protocol):
    """Checks of the database itself."""

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Call a listener from a thread with the claims that others change (empty: any); return a function that stops it, None if unsupported."""
        ...

    def bodies(self) -> frozenset[str]:
        """List the ids of all archived bodies that any stored row refers to: findings of every research, and reviews."""
        ...

    def faults(self, claim: str = "") -> Sequence[Problem]:
        """Find faults that make a claim's verdict unreliable: rows that were changed, removed or added from outside.

        Without a claim: faults of the journal, which has the hashes of all rows.
        """
        ...

    def doubtful(self, claims: Sequence[str]) -> Sequence[str]:
        """Find those of some claims that need a full check by `faults`; the others have no faults. Many cost little more than one."""
        ...

    def taken_away(self, claims: Sequence[str] = ()) -> Sequence[Problem]:
        """Find published claims whose reviews, or whose row in the list, were changed from outside; only among the given claims, if any.

        A report from the current rows may omit them silently, so that `faults` would never be called for them. `where` is ``claim ID``.
        """
        ...

    def row_marks(self, claims: Sequence[str], among: Sequence[str] = ()) -> RowMarks:
        """Read the row marks of some claims, which of them are doubtful, and what is taken away among others or all, in one pass."""
        ...

    def check(self) -> Sequence[Problem]:
        """Find the faults of the database; empty where there are none."""
        ...
