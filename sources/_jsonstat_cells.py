"""The cells of a JSON-stat dataset: values, marks and members brought together, a stream that holds none of them.

Why this file exists: a million cells are given in about the time that their text takes to be cut, because members, texts,
marks and pointers run beside each other as iterators of the standard library and meet in one tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import compress, repeat

import msgspec

from sources._cube import ONE, Cell, Only
from sources._jsonstat_axes import Axes
from sources._jsonstat_grid import Codes, Grid
from sources._jsonstat_marks import Marks, read_marks
from sources._jsonstat_texts import DenseTexts, ListedTexts, NotPlainError, SparseTexts, UnreadableError
from workbench.core.errors import Problem

_cell: Callable[[Iterable[object]], Cell] = partial(tuple.__new__, Cell)


@dataclass(frozen=True, slots=True)
class Cells:
    """How the cells of a dataset are given, and what of them could not be read."""

    scan: Callable[[Only], Iterator[Cell]]
    problems: tuple[Problem, ...]


def cells_of(read: Axes, value: msgspec.Raw, status: msgspec.Raw | None, at: str) -> Cells:
    """Makes ready to give the cells of a dataset.

    Args:
        read: Its dimensions.
        value: The slice of the body that holds its values.
        status: The slice that holds their marks.
        at: The pointer to the dataset.

    Raises:
        UnreadableError: There are not as many values as the dimensions make cells, or they are none.
    """
    grid = Grid(read.axes)
    marks = read_marks(status, grid.cells)
    texts = _texts(value, grid.cells)
    if isinstance(texts, ListedTexts):
        marks.of |= {number: word for number, word in texts.marks.items() if number not in marks.of}
    scan = _Scan(grid, marks, read.scales, f"{at}/value/")
    told = (
        Problem("JSON-stat", "some of its marks belong to no figure.", "They were left out.", "mark-without-figure"),
    )
    run = partial(scan.dense, texts) if isinstance(texts, DenseTexts) else partial(scan.sparse, texts)
    return Cells(run, told if marks.wrong else ())


def _texts(value: msgspec.Raw, cells: int) -> DenseTexts | SparseTexts | ListedTexts:
    listed = bytes(memoryview(value)[:1]) == b"["
    if not listed and bytes(memoryview(value)[:1]) != b"{":
        raise UnreadableError
    texts: DenseTexts | SparseTexts | ListedTexts
    try:
        texts = DenseTexts(value) if listed else SparseTexts(value)
    except NotPlainError:
        texts = ListedTexts(value, listed=listed)
    if (listed and texts.count != cells) or (not isinstance(texts, DenseTexts) and texts.highest >= cells):
        raise UnreadableError
    return texts


class _Scan:
    def __init__(self, grid: Grid, marks: Marks, scales: tuple[int, Mapping[str, Decimal]] | None, at: str) -> None:
        self._grid, self._marks, self._scales, self._at = grid, marks, scales, at

    def dense(self, texts: DenseTexts, only: Only) -> Iterator[Cell]:
        """The cells of values that stand in a list."""
        grid = self._grid
        narrow = grid.narrows(only)
        found = texts.at(grid.numbers(only)) if narrow else iter(texts)
        return self._cells(grid.codes(only), found, *self._numbered(only, narrow=narrow))

    def _numbered(self, only: Only, *, narrow: bool) -> tuple[Iterable[int], Iterator[str]]:
        """The numbers of the cells wanted, and the same as written."""
        if narrow:
            return self._grid.numbers(only), map(str, self._grid.numbers(only))
        return range(self._grid.cells), map(str, range(self._grid.cells))

    def sparse(self, texts: SparseTexts | ListedTexts, only: Only) -> Iterator[Cell]:
        """The cells of values that stand under their numbers, and those that have a mark and no value."""
        grid = self._grid
        wanted = grid.test(only) if grid.narrows(only) else _every
        bare = dict(self._marks.of)
        for keys, found in texts:
            numbers = list(map(int, keys))
            for number in numbers if bare else ():
                bare.pop(number, None)
            if wanted is _every:
                yield from self._cells(grid.codes_of(numbers), found, numbers, keys)
            elif any(kept := list(map(wanted, numbers))):
                few = list(compress(numbers, kept))
                yield from self._cells(grid.codes_of(few), compress(found, kept), few, compress(keys, kept))
        for number in filter(wanted, bare):
            yield Cell(grid.codes_at(number), "", bare[number])

    def _cells(
        self, codes: Iterable[Codes], texts: Iterable[str], numbers: Iterable[int], keys: Iterable[str]
    ) -> Iterator[Cell]:
        flags = (
            map(self._marks.of.get, numbers, repeat(self._marks.rest)) if self._marks.of else repeat(self._marks.rest)
        )
        parts = zip(codes, texts, flags, map(self._at.__add__, keys), repeat(ONE), repeat(""))
        return map(self._scaled, map(_cell, parts)) if self._scales else map(_cell, parts)

    def _scaled(self, cell: Cell) -> Cell:
        n, scales = self._scales or (0, {})
        return cell._replace(scale=scales.get(cell.codes[n], ONE))


def _every(number: int) -> bool:
    """The test that every cell passes."""
    return number >= 0
