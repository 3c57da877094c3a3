"""The patterns that must be run on a text, of groups that were told of together: kept as bits, and named by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

Held = Mapping[int, frozenset[Any]]
"""Names of patterns, by the place of their group."""


class _Group(NamedTuple):
    """Patterns that were told of together: their bits, their names by bit, and names that were given already by their bits."""

    bits: int
    names: Mapping[int, Any]
    known: dict[int, frozenset[Any]]


class Groups:
    """All groups that are known.

    >>> groups = Groups()
    >>> groups.add(["rank", "share"]), groups.add(["rank"]), groups.held(0b110)
    (0, 1, {0: frozenset({'share'}), 1: frozenset({'rank'})})

    Attributes:
        places: The place of the group of each bit.
    """

    def __init__(self) -> None:
        self.places: list[int] = []
        self._groups: list[_Group] = []

    def add(self, names: Collection[Any]) -> int:
        """Add a group, whose patterns take the next bits in order; return its place."""
        place, first = len(self._groups), len(self.places)
        own = {1 << at: name for at, name in enumerate(names, first)}
        self._groups.append(_Group(sum(own), own, {}))
        self.places += [place] * len(own)
        return place

    def held(self, bits: int) -> Held:
        """Name the patterns of some bits; groups without one are left out."""
        found = dict[int, frozenset[Any]]()
        while bits:
            place = self.places[(bits & -bits).bit_length() - 1]
            all_own, names, known = self._groups[place]
            own = bits & all_own
            if own not in known:
                known[own] = frozenset([name for bit, name in names.items() if bit & own])
            found[place] = known[own]
            bits ^= own
        return found
