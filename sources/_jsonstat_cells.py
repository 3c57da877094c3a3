"""The cells of a JSON-stat dataset: values, marks and members brought together, a stream that holds none of them.

Why this file exists: a million cells are given in about the time that their text takes to be cut, because members, texts,
marks and pointers run beside each other as iterators of the standard library and meet in one tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import chain, compress, islice, pairwise, repeat
from operator import lt

import msgspec

from sources._cube import ONE, Cell, Only
from sources._jsonstat_axes import Axes
from sources._jsonstat_grid import Codes, Grid
from sources._jsonstat_marks import Marks, read_marks
from sources._jsonstat_texts import DenseTexts, ListedTexts, NotPlainError, SparseTexts, TextsInOrder, UnreadableError
from workbench.core.errors import Problem

_FEW = 4
_new: Callable[[type[Cell], Iterable[object]], Cell] = tuple.__new__
_ENDINGS = [f"{n:03}" for n in range(1000)]


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
    run = partial(scan.dense, texts) if isinstance(texts, TextsInOrder) else partial(scan.sparse, texts)
    return Cells(run, told if marks.wrong else ())


def _texts(value: msgspec.Raw, cells: int) -> TextsInOrder | SparseTexts | ListedTexts:
    opened = bytes(memoryview(value)[:1])
    if opened not in {b"[", b"{"}:
        raise UnreadableError
    texts: DenseTexts | SparseTexts | ListedTexts
    try:
        texts = DenseTexts(value) if opened == b"[" else SparseTexts(value)
    except NotPlainError:
        texts = ListedTexts(value, listed=opened == b"[")
    if (opened == b"[" and texts.count != cells) or (not isinstance(texts, DenseTexts) and texts.highest >= cells):
        raise UnreadableError
    return (texts.filled(cells) or texts) if isinstance(texts, SparseTexts) else texts


class _Scan:
    def __init__(self, grid: Grid, marks: Marks, scales: tuple[int, Mapping[str, Decimal]] | None, at: str) -> None:
        self._grid, self._marks, self._scales, self._at = grid, marks, scales, at

    def dense(self, texts: TextsInOrder, only: Only) -> Iterator[Cell]:
        """The cells of values that stand in a list, or as if in one."""
        grid = self._grid
        narrow = grid.narrows(only)
        found = texts.at(grid.numbers(only)) if narrow else iter(texts)
        numbers = grid.numbers(only) if narrow else range(grid.cells)
        pointers = (f"{self._at}{n}" for n in grid.numbers(only)) if narrow else _in_a_row(self._at, grid.cells)
        return self._cells(grid.codes(only), found, numbers, pointers)

    def sparse(self, texts: SparseTexts | ListedTexts, only: Only) -> Iterator[Cell]:
        """The cells of values that stand under their numbers, and those that have a mark and no value."""
        grid = self._grid
        wanted = grid.test(only) if grid.narrows(only) else _every
        walk = _Walk(grid)
        bare = dict(self._marks.of)
        for keys, found in texts:
            numbers = list(map(int, keys))
            for number in bare.keys() & numbers if bare else ():
                del bare[number]
            if wanted is _every:
                yield from self._cells(walk.codes(numbers), found, numbers, [self._at + key for key in keys])
            elif any(kept := list(map(wanted, numbers))):
                few = list(compress(numbers, kept))
                pointers = [self._at + key for key in compress(keys, kept)]
                yield from self._cells(grid.codes_of(few), compress(found, kept), few, pointers)
        for number in filter(wanted, bare):
            yield Cell(grid.codes_at(number), "", bare[number])

    def _cells(
        self, codes: Iterable[Codes], texts: Iterable[str], numbers: Iterable[int], pointers: Iterable[str]
    ) -> Iterator[Cell]:
        parts = zip(codes, texts, self._flags(numbers), pointers, repeat(ONE), repeat(""))
        cells: Iterator[Cell] = map(_new, repeat(Cell), parts)
        return map(self._scaled, cells) if self._scales else cells

    def _flags(self, numbers: Iterable[int]) -> Iterator[str]:
        """The mark of each cell; few marks over many cells that follow each other cost no look-up a cell."""
        of, rest = self._marks.of, self._marks.rest
        if not of:
            return repeat(rest)
        if isinstance(numbers, range) and len(of) * _FEW < len(numbers):
            return _spread(of, rest)
        return map(of.get, numbers, repeat(rest))

    def _scaled(self, cell: Cell) -> Cell:
        n, scales = self._scales or (0, {})
        return cell._replace(scale=scales.get(cell.codes[n], ONE))


def _in_a_row(at: str, count: int) -> Iterator[str]:
    """The pointers of all cells from the first on, a thousand with one beginning; the last thousand may be more than there are.

    >>> pointers = list(_in_a_row("/value/", 1002))
    >>> pointers[0], pointers[999], pointers[1001]
    ('/value/0', '/value/999', '/value/1001')
    """
    first = (f"{at}{n}" for n in range(min(count, 1000)))
    thousands = (f"{at}{n}" for n in range(1, -(-count // 1000)))
    return chain(first, chain.from_iterable([start + ending for ending in _ENDINGS] for start in thousands))


def _spread(marks: Mapping[int, str], rest: str) -> Iterator[str]:
    """The marks of all cells from the first on, without end."""
    runs = (
        (repeat(rest, after - before - 1), (marks[after],)) for before, after in pairwise(chain((-1,), sorted(marks)))
    )
    return chain(chain.from_iterable(chain.from_iterable(runs)), repeat(rest))


class _Walk:
    """The codes of cells that mostly come one after the other."""

    def __init__(self, grid: Grid) -> None:
        self._grid, self._next = grid, 0
        self._codes = grid.codes({})

    def codes(self, numbers: Sequence[int]) -> Iterable[Codes]:
        """The codes of some cells, by walking on where they follow those before without a gap."""
        count = len(numbers)
        if numbers and numbers[0] == self._next and numbers[-1] == self._next + count - 1 and _ascend(numbers):
            self._next += count
            return islice(self._codes, count)
        self._next = -1
        return self._grid.codes_of(numbers)


def _ascend(numbers: Sequence[int]) -> bool:
    return all(map(lt, numbers, islice(numbers, 1, None)))


def _every(number: int) -> bool:
    """The test that every cell passes."""
    return number >= 0
