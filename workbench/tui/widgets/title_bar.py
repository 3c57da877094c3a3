"""The header: the place on the left, the status on the right."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workbench.tui.lines.wrap import cells, fit
from workbench.tui.safe_text import one_line


class TitleBar(Widget):
    """Two texts in one row; the left one is shortened."""

    DEFAULT_CSS = """
    TitleBar { height: 1; padding: 0 1; background: $primary 20%; color: $foreground; text-style: bold; }
    """

    left: reactive[str] = reactive("")
    """The present place."""
    right: reactive[str] = reactive("")
    """The status."""

    def render(self) -> RenderResult:
        """Return the row, whatever the width."""
        width = self.content_size.width
        right = one_line(self.right)
        if cells(right) > width - 8:
            right = fit(right, max(0, width - 8))
        left = fit(one_line(self.left), max(0, width - cells(right) - 2))
        return Content(f"{left}  {right}")
