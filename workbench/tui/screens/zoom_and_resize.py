"""Layout of the bench: zoom one pane, change the sizes of panes, and show the outcome at every size."""

from __future__ import annotations

from workbench.tui.lines.verdict_notes import outcome_words
from workbench.tui.screens.open_next_claim import OpenNextClaimScreen
from workbench.tui.widgets.pane_layout import Panes
from workbench.tui.widgets.pane_sizes import PaneSizes, read_sizes
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.widgets.verdict_bar import VerdictBar

SIZES = "panes"
"""Name under which the sizes are kept."""


class ZoomResizeScreen(OpenNextClaimScreen):
    """The evidence screen with keys for its layout."""

    def on_mount(self) -> None:
        """Restore the saved sizes of the panes."""
        if written := self._kept(SIZES):
            self.query_one(Panes).resize(read_sizes(written))

    def show_findings(self) -> None:
        """Show the findings, with the outcome in the title and in the verdict bar."""
        super().show_findings()
        running = self._research.running(self.claim.id)
        outcome = "asking …" if running else outcome_words(self.researched)
        self.query_one(VerdictBar).tell(f"figures: {outcome}")
        place = f"claim {self.case.number(self.claim.id)} of {len(self.case.claims)}"
        title = self.query_one("#title", TitleBar)
        title.right = " · ".join(part for part in (outcome, place, self.standing) if part)

    def action_zoom(self) -> None:
        """Enlarge the focused pane to the whole screen, or restore the others."""
        self.query_one(Panes).zoom()

    def action_wider(self, by: int) -> None:
        """Make the left column wider or narrower, and save that."""
        panes = self.query_one(Panes)
        self._resize(panes.sizes.wider(by))

    def action_higher(self, by: int) -> None:
        """Make the row of the focused pane higher or lower, and save that."""
        panes = self.query_one(Panes)
        self._resize(panes.sizes.higher(panes.mode, panes.row, by))

    def _resize(self, sizes: PaneSizes) -> None:
        self.query_one(Panes).resize(sizes)
        mine = getattr(self.app, "mine", None)
        if mine is not None:
            mine.kept.keep(SIZES, sizes.written())

    def _kept(self, name: str) -> str:
        mine = getattr(self.app, "mine", None)
        return str(mine.kept.get(name)) if mine is not None else ""
