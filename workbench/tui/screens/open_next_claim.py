"""Open the next open claim by itself after a verdict, if wanted.

One `u` goes back to the claim and takes the verdict back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import Desk
from workbench.tui.bench_state import open_case
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.clipboard import ClipboardScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.source_pane import SourcePane

if TYPE_CHECKING:
    from workbench.tui.personal_settings import Personal


class OpenNextClaimScreen(ClipboardScreen):
    """The part of the bench that moves from claim to claim by itself."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._behind = ""

    @property
    def _mine(self) -> Personal | None:
        return getattr(self.app, "mine", None)

    @property
    def goes_on(self) -> bool:
        """Whether the next open claim opens by itself."""
        return self._mine is not None and self._mine.goes_on

    @property
    def standing(self) -> str:
        """The status in the header, with a note if the next claim opens by itself."""
        return " · ".join(part for part in ("next by itself" if self.goes_on else "", super().standing) if part)

    def action_going_on(self) -> None:
        """Switch whether the next open claim opens by itself after a verdict; the choice is saved."""
        if self._mine is not None:
            self._mine.go_on(yes=not self.goes_on)
        self.show_claim()
        after = "the next open claim comes by itself" if self.goes_on else "the claim stays"
        self.talk.say(f"After a verdict {after}. {key_name('bench.going-on')} changes it.")

    def go_on(self, done_text: str) -> None:
        """Go to the next open claim of the queue after a verdict, if wanted, and keep the message about the verdict."""
        judged = self.claim.id
        if not self.goes_on:
            return
        self.action_next_open()
        if self.claim.id != judged:
            self._behind = judged
            self.talk.say(
                f"{done_text.partition(' · ')[0]} · {key_name('bench.undo')} goes back and takes it back", stays=True
            )

    @spoken
    def go_back(self) -> None:
        """Go back to the claim that was judged before this one opened by itself; do nothing where there is none."""
        behind, self._behind = self._behind, ""
        if behind:
            self.case = open_case(self.desk, behind)
            self.query_one(SourcePane).show(self.case.document.text, self.case.claims)
            self._go_to(self.case.number(behind))

    def _go_to(self, number: int) -> None:
        self._behind = ""
        super()._go_to(number)
