"""Fetch rows page by page, so that a list of a hundred thousand opens as fast as one of ten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

SIZE = 100
"""Rows per page."""

KEPT = 20
"""Number of cached pages."""


class Pages(Generic[T]):
    """A long list of which only visible pages are fetched.

    Args:
        fetch: Returns rows, given an offset and a limit.
        count: Number of all rows.
    """

    def __init__(self, fetch: Callable[[int, int], Sequence[T]], count: int) -> None:
        self._fetch = fetch
        self.count = count
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

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
