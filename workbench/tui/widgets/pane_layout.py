"""Layout of the bench's panes: all visible on a wide screen, tabs on the right at 80 columns, one pane below 60."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.pane_sizes import PaneSizes

WIDE = ("source", "claim", "claims", "candidates", "series", "trace")
"""Panes in their positions: left and right, row by row."""

READING = ("source", "claims", "claim", "candidates", "trace", "series")
"""The panes in the order of Tab."""

TABS = ("claim", "candidates", "trace", "series")
"""The panes that share the right side at 80 columns."""


def mode_for(width: int) -> str:
    """Return the layout for a width: ``wide`` from 100 columns, ``narrow`` from 60, else ``single``."""
    return "wide" if width >= 100 else "narrow" if width >= 60 else "single"


def in_sight(mode: str, tab: str) -> tuple[str, ...]:
    """Return the visible panes, in the order of the grid."""
    if mode == "wide":
        return WIDE
    if mode == "narrow":
        return ("source", tab if tab in TABS else TABS[0], "claims")
    return (tab,)


class Panes(Container):
    """Holds the panes and shows those that fit."""

    DEFAULT_CSS = """
    Panes {
        layout: grid; height: 1fr;
        &.-wide { grid-size: 2 3; grid-columns: 1fr 1fr; grid-rows: 5fr 5fr 6fr; }
        &.-narrow { grid-size: 2 2; grid-columns: 1fr 1fr; grid-rows: 2fr 1fr; }
        &.-single { grid-size: 1 1; grid-rows: 1fr; }
        &.-wide .-right, &.-narrow .-right { border-left: solid $foreground 30%; }
        &.-narrow .-right { row-span: 2; }
    }
    """

    def __init__(self, panes: Sequence[Pane], *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._panes = {pane.id or "": pane for pane in panes}
        self.mode, self.tab = "wide", "claim"
        self.zoomed = False
        self.sizes = PaneSizes()

    def compose(self) -> ComposeResult:
        """Yield the panes, in the order for the present size."""
        self.mode = mode_for(self.app.size.width)
        for name in WIDE:
            pane = self._panes[name]
            pane.set_class(name in TABS and name != "series", "-right")
            yield pane

    def on_mount(self) -> None:
        """Arrange the panes before they are first drawn."""
        self.settle()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes again; the focused one stays visible."""
        focused = self.screen.focused
        if isinstance(focused, Pane) and focused.id in READING:
            self.tab = focused.id
        self.mode = mode_for(event.size.width)
        self.settle()

    @property
    def shape(self) -> str:
        """The present layout: ``single`` while one pane is zoomed, whatever the width."""
        return "single" if self.zoomed else self.mode

    @property
    def row(self) -> int:
        """The row of the focused pane, from 0."""
        shown = in_sight(self.mode, self.tab)
        focused = self.screen.focused
        at = shown.index(focused.id or "") if focused is not None and focused.id in shown else 0
        if self.mode == "narrow":
            return 1 if focused is not None and focused.id == "claims" else 0
        return at // 2

    def zoom(self) -> None:
        """Enlarge the focused pane to the whole screen, or restore the others."""
        focused = self.screen.focused
        if isinstance(focused, Pane) and focused.id in READING:
            self.tab = focused.id
        self.zoomed = not self.zoomed
        self.settle()

    def resize(self, sizes: PaneSizes) -> None:
        """Change the sizes of the panes."""
        self.sizes = sizes
        self.settle()

    def settle(self) -> None:
        """Show the panes that fit, and label the tabs where panes share a place."""
        shown = in_sight(self.shape, self.tab)
        for mode in ("wide", "narrow", "single"):
            self.set_class(mode == self.shape, f"-{mode}")
        left = self.sizes.left
        self.styles.grid_columns = "1fr" if self.shape == "single" else f"{left}fr {100 - left}fr"
        self.styles.grid_rows = " ".join(f"{share}fr" for share in self.sizes.rows(self.shape))
        for name, pane in self._panes.items():
            pane.display = name in shown
            pane.set_class(name in TABS and (name != "series" or self.shape == "narrow"), "-right")
            pane.strip = self._strip(name, shown) if self.shape != "wide" else ""
            pane.head()
        order = (*shown, *(name for name in WIDE if name not in shown))
        self.sort_children(key=lambda child: order.index(child.id or ""))

    def turn(self, by: int) -> None:
        """Focus the next or the previous pane, and make it visible."""
        focused = self.screen.focused
        at = READING.index(focused.id) if focused is not None and focused.id in READING else -by
        self.show(READING[(at + by) % len(READING)])

    def show(self, name: str) -> None:
        """Focus a pane."""
        if self.shape == "single" or name in TABS:
            self.tab = name
            self.settle()
        self._panes[name].focus(scroll_visible=False)

    @on(Pane.Named)
    def _named(self, event: Pane.Named) -> None:
        for name, pane in self._panes.items():
            if pane.title == event.title:
                self.show(name)

    def names_on_edges(self) -> Iterator[tuple[str, int, int]]:
        """Yield the panes that share a place, each with the column and row of its name on the visible one's edge."""
        for pane in (pane for pane in self._panes.values() if pane.display and pane.strip):
            for name, other in self._panes.items():
                found = re.search(rf"\b{re.escape(other.title)}\b", str(pane.border_title))
                if found is not None:
                    yield name, pane.region.x + pane.gutter.left + found.start() - 1, pane.region.y

    def has_in_sight(self, name: str) -> bool:
        """Check whether a pane is visible."""
        return name in in_sight(self.shape, self.tab)

    def _strip(self, name: str, shown: Sequence[str]) -> str:
        """Return the names of the panes that share a pane's place, its own in brackets."""
        together = READING if self.shape == "single" else TABS if name in TABS else (name,)
        if len(together) == 1:
            return ""
        return " ".join(f"[{self._panes[n].title}]" if n in shown else self._panes[n].title for n in together)
