"""The two lists of the library: they are shown at once, and their numbers when they are counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from time import monotonic
from typing import TypeVar

from textual import on

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.ports import ClaimFilter, DocumentRow
from workbench.tui.counted import counted
from workbench.tui.lines.empty_lists import no_documents
from workbench.tui.screens.library_counts import COUNTING, PATIENCE, LibraryCounted, LibraryCounts, count_library
from workbench.tui.screens.library_filters import LibraryFiltersScreen
from workbench.tui.screens.workplace_base import spoken, void
from workbench.tui.widgets.paged_list import PagedList
from workbench.tui.widgets.row_paging import Pages
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.workers.counting import LatestCount
from workbench.tui.workers.worker_messages import Failed

T = TypeVar("T")


class CountedListsScreen(LibraryFiltersScreen):
    """A screen with the documents and the queue, for a filter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counting: LatestCount[LibraryCounts] = LatestCount()
        self._asked: Future[LibraryCounts] | None = None
        self._counts: LibraryCounts | None = None
        self._counted: ClaimFilter | None = None

    @property
    def documents(self) -> PagedList[DocumentRow]:
        """The list of documents."""
        return self.query_one("#documents", PagedList)

    @spoken
    def reload(self) -> None:
        """Redraw the visible rows and count again; cursor and scroll position stay."""
        desk, wanted, until = self.desk, self._wanted, monotonic() + PATIENCE
        asked = self._asked = self._counting.ask(partial(count_library, desk, wanted))
        before = self._counts if wanted == self._counted else None  # the same lists, as long as they were
        documents, claims = (before.documents, before.claims) if before else (None, None)
        listed = self._guarded(lambda at, limit: desk.documents(wanted.words, at, limit))
        self.documents.show(Pages(listed, documents), (no_documents(len(wanted.words)),))
        self.queue.show(Pages(self._guarded(lambda at, limit: desk.listed(wanted, at, limit)), claims))
        try:
            self._show_counts(asked.result(max(0, until - monotonic())))
        except TimeoutError:
            self._show_numbers(COUNTING, COUNTING)
            asked.add_done_callback(lambda done: void(self.post_message(LibraryCounted(done))))

    @on(LibraryCounted)
    @spoken
    def _counted_now(self, event: LibraryCounted) -> None:
        if event.asked is self._asked:
            self._show_counts(event.asked.result())

    def _show_counts(self, counts: LibraryCounts) -> None:
        self._counts, self._counted = counts, self._wanted
        self.documents.count_is(counts.documents, (no_documents(counts.kept),))
        self.queue.count_is(counts.claims)
        there = f"{counted(counts.kept, 'document')} · {counted(counts.open, 'claim')} open"
        self._show_numbers(there, counted(counts.claims, "claim"))

    def _show_numbers(self, there: str, listed: str) -> None:
        title, filters = self.query_one("#title", TitleBar), self.query_one("#filter", TitleBar)
        title.left = "workbench"
        title.right = " · ".join(part for part in (self.standing, there) if part)
        filters.left = f"Filter: {self._line or 'none'}"
        filters.right = " · ".join(part for part in (self.view_name, listed) if part)

    def _guarded(self, fetch: Callable[[int, int], Sequence[T]]) -> Callable[[int, int], Sequence[T]]:
        """Wrap a fetch to show errors of the database and return no rows: nothing may be raised during a paint."""

        def guarded(offset: int, limit: int) -> Sequence[T]:
            try:
                return fetch(offset, limit)
            except WorkbenchError as error:
                self.post_message(Failed("list", error))
                return ()

        return guarded
