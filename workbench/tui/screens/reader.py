"""A page to read: lines on a screen of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.screen import Screen

from workbench.tui.command_keys import PAGE, bindings
from workbench.tui.lines.line import Line
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.pane import Pane, PaneRow
from workbench.tui.widgets.title_bar import TitleBar

Lines = Callable[[int], Sequence[Line]]
"""Function that returns the lines for a width."""


class _Page(Pane):
    """The lines of the page."""

    def __init__(self, lines: Lines, hang: int) -> None:
        super().__init__("", id="page")
        self._lines, self._hang = lines, hang

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a page has any height)
        return [PaneRow(line, self._hang) for line in self._lines(width)]


class ReaderScreen(Screen[None]):
    """Shows lines until the user goes back."""

    BINDINGS = bindings(PAGE)

    DEFAULT_CSS = """
    ReaderScreen { layout: vertical; #page { height: 1fr; } }
    """

    def __init__(self, title: str, lines: Lines, *, hang: int = 2) -> None:
        super().__init__()
        self._title, self._lines, self._hang = title, lines, hang

    def compose(self) -> ComposeResult:
        """Yield header, page, keys."""
        bar = TitleBar(id="title")
        bar.left = self._title
        yield bar
        yield _Page(self._lines, self._hang)
        yield KeyBar()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()

    def action_scroll_down(self) -> None:
        """Scroll the page."""
        self.query_one("#page").scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Scroll the page."""
        self.query_one("#page").scroll_up(animate=False)
