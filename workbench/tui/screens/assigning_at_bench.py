"""Defer, take or assign the selected claim at the bench, and show its new verdict.

The verdict is painted first; parts that need more database queries follow after that paint.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.verdict import Verdict
from workbench.tui.bench_state import BenchCase, stages
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.verdict_notes import verdict_notes
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.screens.zoom_and_resize import ZoomResizeScreen
from workbench.tui.widgets.verdict_bar import VerdictBar


class BenchAssigningScreen(ZoomResizeScreen):
    """The evidence screen with keys to defer the claim or assign it."""

    UNDO = "bench.undo"

    @property
    def at_hand(self) -> Sequence[str]:
        """The id of the selected claim."""
        return (self.claim.id,)

    @spoken
    def action_defer(self) -> None:
        """Defer the claim."""
        self.desk.defer(self.claim.id)
        self.judged(f"Deferred; it stays open. {key_name('bench.undo')} takes it back.")
        self.go_on("Deferred; it stays open")

    def was_handed(self, done_text: str) -> None:
        """Show the claim's stage; after one that was deferred or assigned, the next may open by itself."""
        self.judged(done_text)
        if not done_text.startswith("Taken"):
            self.go_on(done_text)

    def judged(self, done_text: str, verdict: Verdict | None = None) -> None:
        """Show the claim's new verdict and a message about what was done; `verdict` where it is known already."""
        if self.was_set_aside(done_text):
            return
        now = verdict or self.desk.verdict(self.claim.id)
        self.case = self.case.as_decided(now)
        self.query_one(VerdictBar).show(now, self.desk.awaited(now))
        self.talk.say(done_text, stays=True)
        self.call_after_refresh(self._catch_up, now)

    @spoken
    def _catch_up(self, verdict: Verdict) -> None:
        """Show the slower parts of a decision: the stages of the document's claims, and the notes on the verdict."""
        case = self.case
        if verdict.claim in case.rows:
            self.case = BenchCase(case.document, case.claims, stages(self.desk, case.document.id))
            self.show_claims()
        if verdict.claim == self.claim.id:
            self.query_one(VerdictBar).show_notes(verdict, verdict_notes(self.desk, verdict))
        self.refresh_bindings()
