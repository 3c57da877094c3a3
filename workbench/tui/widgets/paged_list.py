"""A list that reads and draws only the visible rows, so that any length is fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.tui.command_keys import LIST, bindings
from workbench.tui.lines.line import Line
from workbench.tui.safe_text import one_line
from workbench.tui.widgets.line_colours import ColouredLines
from workbench.tui.widgets.row_paging import Pages


class Identified(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


T = TypeVar("T", bound=Identified)

Draw = Callable[[T, int, bool], Sequence[Line]]
"""Function that returns the lines of a row for a width; the flag says whether it is selected."""


class PagedList(ColouredLines, Generic[T], can_focus=True):
    """Shows rows of one height with a cursor.

    Args:
        title: The title in its upper edge.
        draw: Returns a row's lines.
        height: Number of lines of every row.
        empty: The lines shown without rows.
        head: Returns the heading for a width.
    """

    BINDINGS = bindings(LIST)

    DEFAULT_CSS = """
    PagedList {
        border-top: solid $foreground 30%;
        border-title-color: $foreground;
        border-title-style: bold;
        border-subtitle-color: $foreground 62%;
        &:focus { border-top: heavy $primary; border-title-color: $text-primary; }
    }
    """

    cursor: reactive[int] = reactive(0)
    """The selected row, from 0."""

    class Opened(Message):
        """A row was opened with Enter or a click."""

        def __init__(self, of: PagedList[Any], key: str) -> None:
            super().__init__()
            self.of, self.key = of, key

        @property
        def control(self) -> PagedList[Any]:
            """The list."""
            return self.of

    def __init__(
        self,
        title: str,
        draw: Draw[T],
        *,
        id: str,  # noqa: A002  (Textual's own name)
        height: int = 1,
        empty: Sequence[Line] = (),
        head: Callable[[int], Line] | None = None,
    ) -> None:
        super().__init__(id=id)
        self._draw, self._height, self._empty, self._head = draw, height, empty, head
        self._pages: Pages[T] = Pages(lambda _offset, _limit: (), 0)
        self.title = one_line(title)

    def on_mount(self) -> None:
        """Show the title in the upper edge."""
        self.on_resize()

    def on_resize(self) -> None:
        """Update the title: its leading space depends on whether the edge has a corner."""
        self.border_title = Content(f"{'' if self.styles.border_left[0] else ' '}{self.title} ")

    def on_click(self, event: events.Click) -> None:
        """Select the row under the pointer; open it if it was selected already."""
        index = (self.scroll_offset.y + event.y - self.gutter.top - self._top) // self._height
        if index == self.cursor:
            self.action_open()
        elif 0 <= index < self._pages.count:
            self.cursor = index

    def show(self, pages: Pages[T], empty: Sequence[Line] | None = None) -> None:
        """Show rows, which may be counted later, or the lines for an empty list.

        The cursor keeps its position if that still exists.
        """
        self._pages = pages
        self._empty = self._empty if empty is None else empty
        self._keep_cursor()

    def count_is(self, count: int, empty: Sequence[Line] | None = None) -> None:
        """Take the number of rows, and the lines for an empty list where they change."""
        self._pages.count_is(count)
        self._empty = self._empty if empty is None else empty
        self._keep_cursor()

    def _keep_cursor(self) -> None:
        self.cursor = self.cursor
        self._measure()
        self.refresh()

    def _measure(self) -> None:
        self.virtual_size = Size(1, self._pages.count * self._height + self._top)

    @property
    def in_hand(self) -> T | None:
        """The row under the cursor."""
        return self._pages.row(self.cursor)

    @property
    def _top(self) -> int:
        """The number of lines of the heading, which does not scroll."""
        return 1 if self._head else 0

    @property
    def _fits(self) -> int:
        return max(1, (self.scrollable_content_region.height - self._top) // self._height)

    def validate_cursor(self, at: int) -> int:
        """Limit the cursor to existing rows; while they are being counted, to those that can be read."""
        self._pages.reach(at)
        return max(0, min(self._pages.count - 1, at))

    def watch_cursor(self, at: int) -> None:
        """Scroll as little as needed to show the selected row."""
        self._measure()
        y, top = at * self._height, self.scroll_offset.y
        room = self._fits * self._height
        if y < top:
            self.scroll_to(y=y, animate=False)
        elif y + self._height > top + room:
            self.scroll_to(y=y + self._height - room, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = self.scrollable_content_region.width
        if self._head is not None and y == 0:
            return self.paint(self._head(width), width)
        if self._pages.count == 0:
            at = y - self._top
            return self.paint(self._empty[at] if at < len(self._empty) else (), width)
        index, part = divmod(self.scroll_offset.y + y - self._top, self._height)
        row = self._pages.row(index)
        if row is None:
            return self.paint((), width)
        here = index == self.cursor
        under = ("cursor" if self.has_focus else "cursor-away") if here else ""
        return self.paint(self._draw(row, width, here)[part], width, under)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by screenfuls."""
        self.cursor += by * self._fits

    def action_end(self, which: int) -> None:
        """Go to the first row or the last."""
        self.cursor = 0 if which < 0 else self._pages.count - 1

    def action_open(self) -> None:
        """Post that the selected row should be opened."""
        row = self.in_hand
        if row is not None:
            self.post_message(self.Opened(self, row.id))
