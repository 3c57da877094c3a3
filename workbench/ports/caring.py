"""Port of what a store says of itself: what is pointed to, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from workbench.core.errors import Problem


class CareStore(Protocol):
    """Questions about the database itself."""

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Has the claims that others change (none where it may be any) told from a thread; gives what stops it, None where nobody tells."""
        ...

    def bodies(self) -> frozenset[str]:
        """The ids of all archived bodies that anything kept points to: findings of every research, and what reviews say."""
        ...

    def faults(self, claim: str = "") -> Sequence[Problem]:
        """Faults that make a claim's verdict unreliable: rows that were changed, removed or added from outside.

        Without a claim: what stands against the journal that vouches for all rows.
        """
        ...

    def doubtful(self, claims: Sequence[str]) -> Sequence[str]:
        """Those of some claims that `faults` is to be asked of; it has nothing to say of the others. Many cost little more than one."""
        ...

    def check(self) -> Sequence[Problem]:
        """What is wrong with the database; nothing where all is well."""
        ...
