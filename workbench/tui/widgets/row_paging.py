"""Fetch rows page by page, so that a list of a million opens as fast as one of ten, and before it is counted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

SIZE = 40
"""Rows per page: two screenfuls of claims. A key that goes past them waits until the next ones are read."""

KEPT = 50
"""Number of cached pages."""


class Pages(Generic[T]):
    """A long list of which only visible pages are fetched.

    Args:
        fetch: Returns rows, given an offset and a limit.
        count: Number of all rows; None while they are being counted.
    """

    def __init__(self, fetch: Callable[[int, int], Sequence[T]], count: int | None = None) -> None:
        self._fetch = fetch
        self._counted = count
        self._read = 0
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

    @property
    def count(self) -> int:
        """Number of all rows; while they are being counted, of those from the first that were read."""
        return self._read if self._counted is None else self._counted

    def count_is(self, count: int) -> None:
        """Take the number of all rows, once they are counted."""
        self._counted = count

    def reach(self, index: int) -> None:
        """Read on to the row at an index, or to the end, while the rows are being counted."""
        while self._counted is None and index >= self._read:
            page = self._page(self._read // SIZE)
            self._read += len(page)
            if len(page) < SIZE:  # the last one: that counts them too
                self._counted = self._read

    def row(self, index: int) -> T | None:
        """Return the row at an index from 0; None past the end, or where rows were removed since they were counted."""
        if not 0 <= index < self.count:
            return None
        number, offset = divmod(index, SIZE)
        page = self._page(number)
        return page[offset] if offset < len(page) else None

    def _page(self, number: int) -> Sequence[T]:
        if number not in self._pages:
            self._pages[number] = self._fetch(number * SIZE, SIZE)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]
