"""Convert between the number of a JSON-stat cell and its members.

Cells are numbered row by row over all dimensions. No list of all cells is ever built: sizes are multiplied, and only
the cells of the members wanted are enumerated.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, product

from sources._cube.cube import Axis, Only

_TAIL = 4096
_SET = 200_000
Codes = tuple[str, ...]


class JsonStatGrid:
    """The cells of some axes.

    Args:
        axes: In the body's order; the last one varies fastest.

    Attributes:
        cells: The number of cells, including missing ones.

    >>> from sources._cube.cube import Member
    >>> grid = JsonStatGrid([Axis("sex", "", (Member("F", ""), Member("M", ""))), Axis("year", "", (Member("1", ""), Member("2", "")))])
    >>> grid.cells, grid.codes_at(2), list(grid.numbers({"year": {"2"}}))
    (4, ('M', '1'), [1, 3])
    """

    def __init__(self, axes: Sequence[Axis]) -> None:
        self._names = [axis.code for axis in axes]
        self._codes = [tuple(member.code for member in axis.members) for axis in axes]
        sizes = [len(codes) for codes in self._codes]
        self.cells = math.prod(sizes)
        self._strides = [*accumulate(reversed(sizes[1:]), initial=1, func=lambda a, b: a * b)][::-1] if sizes else []
        self._cut = self._split(sizes)
        self._span = math.prod(sizes[self._cut :])
        self._tails: list[Codes] = []
        self._head = lru_cache(_TAIL)(self._codes_of_head)

    @staticmethod
    def _split(sizes: Sequence[int]) -> int:
        """Return the first axis from which all combinations of members are few enough to be kept in memory."""
        cut, span = len(sizes), 1
        while cut and span * sizes[cut - 1] <= _TAIL:
            cut -= 1
            span *= sizes[cut]
        return cut

    def narrows(self, only: Only) -> bool:
        """Check whether a choice of members excludes any cell."""
        return any(len(kept) < len(codes) for kept, codes in zip(self._kept(only), self._codes, strict=True))

    def codes(self, only: Only) -> Iterator[Codes]:
        """Return the codes of the cells wanted, in the order of their numbers."""
        chosen = ([codes[n] for n in kept] for kept, codes in zip(self._kept(only), self._codes, strict=True))
        return product(*chosen)

    def numbers(self, only: Only) -> Iterator[int]:
        """Return the numbers of the cells wanted, ascending."""
        steps = ([n * stride for n in kept] for kept, stride in zip(self._kept(only), self._strides, strict=True))
        return map(sum, product(*steps))

    def test(self, only: Only) -> Callable[[int], bool]:
        """Return a test of a cell's number, for values that come in any order."""
        kept = self._kept(only)
        if math.prod(len(each) for each in kept) <= _SET:
            return frozenset(self.numbers(only)).__contains__
        rules = [
            (stride, len(codes), frozenset(few))
            for stride, codes, few in zip(self._strides, self._codes, kept, strict=True)
            if len(few) < len(codes)
        ]
        return lambda number: all(number // stride % size in few for stride, size, few in rules)

    def codes_at(self, number: int) -> Codes:
        """Return the codes of one cell."""
        return self.codes_of([number])[0]

    def codes_of(self, numbers: Sequence[int]) -> list[Codes]:
        """Return the codes of some cells, in any order."""
        if not self._tails:
            self._tails = list(product(*self._codes[self._cut :]))
        head, tails, span = self._head, self._tails, self._span
        return [head(number // span) + tails[number % span] for number in numbers]

    def _codes_of_head(self, rest: int) -> Codes:
        found = []
        for codes in reversed(self._codes[: self._cut]):
            rest, n = divmod(rest, len(codes))
            found.append(codes[n])
        return tuple(reversed(found))

    def _kept(self, only: Only) -> list[Sequence[int]]:
        """Return the positions of the members wanted, for each axis."""
        kept: list[Sequence[int]] = []
        for name, codes in zip(self._names, self._codes, strict=True):
            if name in only:
                wanted = frozenset(only[name])
                kept.append([n for n, code in enumerate(codes) if code in wanted])
            else:
                kept.append(range(len(codes)))
        return kept
