"""Stream the cells of a JSON-stat dataset, which join values, marks and members.

A million cells take little longer than splitting their text, because members, texts, marks and pointers are parallel
iterators of the standard library.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import chain, compress, islice, pairwise, repeat

import msgspec

from sources._cube.cube import ONE, Cell, Only
from sources._formats.jsonstat.axes import Axes
from sources._formats.jsonstat.cell_numbers import Codes, JsonStatGrid
from sources._formats.jsonstat.status_flags import StatusMarks, read_marks
from sources._formats.jsonstat.value_texts import (
    DenseTexts,
    ListedTexts,
    NotPlainError,
    SparseTexts,
    TextsInOrder,
    UnreadableError,
)
from workbench.core.errors import Problem

_FEW = 4
_new: Callable[[type[Cell], Iterable[object]], Cell] = tuple.__new__
_ENDINGS = [f"{n:03}" for n in range(1000)]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a dataset, and Problems about unreadable ones."""

    scan: Callable[[Only], Iterator[Cell]]
    problems: tuple[Problem, ...]


def cells_of(read: Axes, value: msgspec.Raw, status: msgspec.Raw | None, at: str) -> Cells:
    """Prepare the cells of a dataset.

    Args:
        read: Its dimensions.
        value: The slice of the body that holds its values.
        status: The slice that holds their marks.
        at: The pointer to the dataset.

    Raises:
        UnreadableError: The number of values differs from that of cells, or the values are invalid.
    """
    grid = JsonStatGrid(read.axes)
    marks = read_marks(status, grid.cells)
    texts = _texts(value, grid.cells)
    if isinstance(texts, ListedTexts):
        marks.of |= {number: word for number, word in texts.marks.items() if number not in marks.of}
    scan = _Scan(grid, marks, read.scales, f"{at}/value/")
    bad_cells = (
        Problem("JSON-stat", "some of its marks belong to no figure.", "They were left out.", "mark-without-figure"),
    )
    run = partial(scan.dense, texts) if isinstance(texts, TextsInOrder) else partial(scan.sparse, texts)
    return Cells(run, bad_cells if marks.wrong else ())


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
    def __init__(
        self, grid: JsonStatGrid, marks: StatusMarks, scales: tuple[int, Mapping[str, Decimal]] | None, at: str
    ) -> None:
        self._grid, self._marks, self._scales, self._at = grid, marks, scales, at

    def dense(self, texts: TextsInOrder, only: Only) -> Iterator[Cell]:
        """Return the cells of values in a list, or in an object that lists all cells in order."""
        grid = self._grid
        narrow = grid.narrows(only)
        found = texts.at(grid.numbers(only)) if narrow else iter(texts)
        numbers = grid.numbers(only) if narrow else range(grid.cells)
        pointers = (f"{self._at}{n}" for n in grid.numbers(only)) if narrow else _in_a_row(self._at, grid.cells)
        return self._cells(grid.codes(only), found, self._flags(numbers), pointers)

    def sparse(self, texts: SparseTexts | ListedTexts, only: Only) -> Iterator[Cell]:
        """Return the cells of values given by cell number, and those with a mark and no value."""
        return chain.from_iterable(self._runs(texts, only))

    def _runs(self, texts: SparseTexts | ListedTexts, only: Only) -> Iterator[Iterable[Cell]]:
        grid, of = self._grid, self._marks.of
        wanted = grid.test(only) if grid.narrows(only) else _every
        walk, bare = _CodeRun(grid), set(of)
        for keys, found in texts:
            numbers = list(map(int, keys))
            marked = of.keys() & numbers if of else set[int]()
            bare -= marked
            if wanted is _every:
                codes = walk.codes(numbers) if texts.ascending else grid.codes_of(numbers)
                flags = self._some(numbers, marked) if texts.ascending else self._flags(numbers)
                yield self._cells(codes, found, flags, [self._at + key for key in keys])
            elif any(kept := list(map(wanted, numbers))):
                few = list(compress(numbers, kept))
                pointers = [self._at + key for key in compress(keys, kept)]
                yield self._cells(grid.codes_of(few), compress(found, kept), self._flags(few), pointers)
        yield (Cell(grid.codes_at(number), "", of[number]) for number in sorted(filter(wanted, bare)))

    def _some(self, numbers: Sequence[int], marked: Collection[int]) -> Iterable[str]:
        """Return the mark of each of some ascending cells, given which cells have a mark of their own."""
        if len(marked) * _FEW > len(numbers):
            return self._flags(numbers)
        flags = [self._marks.rest] * len(numbers)
        for number in marked:
            flags[bisect_left(numbers, number)] = self._marks.of[number]
        return flags

    def _cells(
        self, codes: Iterable[Codes], texts: Iterable[str], flags: Iterable[str], pointers: Iterable[str]
    ) -> Iterator[Cell]:
        parts = zip(codes, texts, flags, pointers, repeat(ONE), repeat(""))
        cells: Iterator[Cell] = map(_new, repeat(Cell), parts)
        return map(self._scaled, cells) if self._scales else cells

    def _flags(self, numbers: Iterable[int]) -> Iterator[str]:
        """Return the mark of each cell; runs of cells without marks need no look-up, for speed."""
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
    """Return the pointers of all cells in order, built by thousands with a common beginning; there may be some too many.

    >>> pointers = list(_in_a_row("/value/", 1002))
    >>> pointers[0], pointers[999], pointers[1001]
    ('/value/0', '/value/999', '/value/1001')
    """
    first = (f"{at}{n}" for n in range(min(count, 1000)))
    thousands = (f"{at}{n}" for n in range(1, -(-count // 1000)))
    return chain(first, chain.from_iterable([start + ending for ending in _ENDINGS] for start in thousands))


def _spread(marks: Mapping[int, str], rest: str) -> Iterator[str]:
    """Yield the marks of all cells in order, endlessly."""
    runs = (
        (repeat(rest, after - before - 1), (marks[after],)) for before, after in pairwise(chain((-1,), sorted(marks)))
    )
    return chain(chain.from_iterable(chain.from_iterable(runs)), repeat(rest))


class _CodeRun:
    """Finds the codes of cells whose numbers are mostly consecutive."""

    def __init__(self, grid: JsonStatGrid) -> None:
        self._grid, self._next = grid, 0
        self._codes = grid.codes({})

    def codes(self, numbers: Sequence[int]) -> Iterable[Codes]:
        """Return the codes of some ascending cell numbers, by iterating over small gaps."""
        most = _FEW * len(numbers)
        if not numbers or not 0 <= numbers[0] - self._next <= most or numbers[-1] - numbers[0] > most:
            return self._grid.codes_of(numbers)
        skipped, span = numbers[0] - self._next, numbers[-1] - numbers[0] + 1
        self._next = numbers[-1] + 1
        part = islice(self._codes, skipped, skipped + span)
        if span == len(numbers):
            return part
        return compress(part, map(frozenset(numbers).__contains__, range(numbers[0], numbers[-1] + 1)))


def _every(number: int) -> bool:
    """Return a test that every cell passes."""
    return number >= 0
