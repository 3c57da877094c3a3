"""Port of what a store says of itself: what is pointed to, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.errors import Problem


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What the checks of some claims are made of in the database.

    Attributes:
        of: By claim, a hash that is the same as long as every row is that a report reads of the claim: its own, those of its document,
            and the reviews of claims that said the same before. Without those that are doubtful or not there.
        doubtful: The claims of which `faults` is to be asked; it has nothing to say of the others.
        bodies: The archived bodies of what was attached to each, taken back or not.
    """

    of: Mapping[str, str]
    doubtful: frozenset[str]
    bodies: Mapping[str, Sequence[str]]


class CareStore(Protocol):
    """Questions about the database itself."""

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Report from a thread which claims others change (none where it may be any); return what stops it, None where nothing reports."""
        ...

    def bodies(self) -> frozenset[str]:
        """Return the ids of all archived bodies that anything kept points to: findings of every research, and what reviews say."""
        ...

    def faults(self, claim: str = "") -> Sequence[Problem]:
        """Return faults that make a claim's verdict unreliable: rows that were changed, removed or added from outside.

        Without a claim: what stands against the journal that vouches for all rows.
        """
        ...

    def doubtful(self, claims: Sequence[str]) -> Sequence[str]:
        """Return those of some claims that `faults` is to be asked of; it has nothing to say of the others. Many cost little more than one."""
        ...

    def taken_away(self, claims: Sequence[str] = ()) -> Sequence[Problem]:
        """Return claims that readers had whose reviews, or whose place in the list, were changed from outside; of some claims alone where any are given.

        A report that is made of what is there now may leave them out without a word, so that nobody would ask `faults` of them. `where` is
        ``claim ID``.
        """
        ...

    def row_marks(self, claims: Sequence[str]) -> RowMarks:
        """Return what the checks of some claims are made of, and what `doubtful` says of them, in the same look."""
        ...

    def check(self) -> Sequence[Problem]:
        """Return what is wrong with the database; nothing where all is well."""
        ...
