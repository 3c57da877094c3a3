"""A pane of the bench: titled, scrolling lines that keep their scroll position when the content changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from workbench.tui.lines.line import Line
from workbench.tui.lines.wrap import wrap
from workbench.tui.safe_text import one_line
from workbench.tui.widgets.line_colours import ColouredLines


@dataclass(frozen=True, slots=True)
class PaneRow:
    """A line that may be wrapped, with the indent of its later lines; ``owner`` is the item that it belongs to."""

    line: Line
    hang: int = 0
    owner: int | None = None


class Pane(ColouredLines, can_focus=True):
    """Shows rows. Subclasses return the rows for a width and height; the pane wraps, scrolls and paints them."""

    DEFAULT_CSS = """
    Pane {
        border-top: solid $foreground 30%;
        border-title-color: $foreground;
        border-title-style: bold;
        border-subtitle-color: $foreground 62%;
        padding: 0 0 0 1;
        &:focus { border-top: heavy $primary; border-title-color: $text-primary; }
    }
    """

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self.title, self.note, self.strip = title, "", ""
        self.head()
        self._drawn: list[tuple[Line, int | None]] = []

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (for subclasses)
        """Return the rows for a size in cells."""
        return ()

    def head(self) -> None:
        """Show the pane's title and note in its upper edge, or the names of the panes that share its place."""
        words = self.strip or " ── ".join(part for part in (self.title, self.note) if part)
        before = "" if self.has_class("-right") else " "  # a corner adds its own space
        self.border_title = Content(f"{before}{one_line(words)} " if words else "")

    @property
    def cursor(self) -> int | None:
        """The selected item; None for a pane that is only read."""
        return None

    def rebuild(self) -> None:
        """Redraw the content; the scroll position stays."""
        size = self.scrollable_content_region.size
        if size.width <= 0:
            return
        self._drawn = [
            (part, row.owner)
            for row in self.rows(size.width, size.height)
            for part in wrap(row.line, size.width, row.hang)
        ]
        self.virtual_size = Size(size.width, len(self._drawn))
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap to the new width; the selected item stays visible."""
        self.rebuild()
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to the selected item in the first paint at the new size, and again after it.

        Only then can the pane be scrolled to its new end.
        """
        if self.cursor is not None:
            self.reveal(self.cursor)
            self.call_after_refresh(self.reveal, self.cursor)

    class Named(Message):
        """The name of a pane that shares this one's place was clicked."""

        def __init__(self, title: str) -> None:
            super().__init__()
            self.title = title

    def on_click(self, event: events.Click) -> None:
        """Post the name under the pointer in the upper edge, where several panes share the place."""
        if event.y == 0 and self.strip:
            words = str(self.border_title)
            at = event.x - self.gutter.left  # the edge has as many cells before the title as the padding
            end = words.find(" ", at) if 0 <= at < len(words) else -1
            start = words.rfind(" ", 0, max(at, 0)) + 1
            if end > start:
                self.post_message(self.Named(words[start:end].strip("[]")))

    def owner_at(self, y: int) -> int | None:
        """Return the item on a row of the widget; row 0 is its upper edge."""
        at = self.scroll_offset.y + y - self.gutter.top
        return self._drawn[at][1] if 0 <= at < len(self._drawn) else None

    def reveal(self, owner: int) -> None:
        """Scroll as little as needed to show an item."""
        ys = [y for y, (_, of) in enumerate(self._drawn) if of == owner]
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if ys and ys[0] < top:
            self.scroll_to(y=ys[0], animate=False, force=True)
        elif ys and ys[-1] >= top + height:
            self.scroll_to(y=min(ys[0], ys[-1] - height + 1), animate=False, force=True)

    def action_scroll_home(self) -> None:
        """Go to the first line, at once."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the last line, at once."""
        self.scroll_end(animate=False)

    def action_page_up(self) -> None:
        """Go up a screenful, at once."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Go down a screenful, at once."""
        self.scroll_page_down(animate=False)

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        at = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if at >= len(self._drawn):
            return self.paint((), width)
        line, owner = self._drawn[at]
        held = owner is not None and owner == self.cursor
        return self.paint(self.lit(line), width, ("cursor" if self.has_focus else "cursor-away") if held else "")

    def lit(self, line: Line) -> Line:
        """Return a line as it is painted; subclasses may highlight parts."""
        return line
