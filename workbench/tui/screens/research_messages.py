"""Handle messages of research while the reviewer works: progress, results and failures."""

from __future__ import annotations

from textual import on

from workbench.tui.lines.candidates import failures
from workbench.tui.screens.evidence import EvidenceScreen
from workbench.tui.workers.worker_messages import Arrived, Failed, NewsTold


class ResearchMessagesScreen(EvidenceScreen):
    """The evidence screen, updated as results arrive."""

    @on(NewsTold)
    def _show_research_progress(self, event: NewsTold) -> None:
        self._research.hear(event)
        if event.about == self.claim.id:
            self.show_research()

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        self._research.end(event.claim)
        if event.claim == self.claim.id:
            self.researched = event.researched
            self.show_research()
            if failed := failures(event.researched, event.asked):
                self.talk.news(f"! {failed}", caveat=True, still=lambda: event.claim == self.claim.id)

    @on(Failed)
    def _research_failed(self, event: Failed) -> None:
        self._research.end(event.about)
        self.show_research()
