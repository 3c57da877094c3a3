"""After a verdict the next open claim comes by itself, where the reviewer wants it; one `u` goes back to the claim and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import Desk
from workbench.tui.bench_state import open_case
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.copying import CopyingScreen
from workbench.tui.screens.workplace import spoken
from workbench.tui.widgets.source_pane import SourcePane

if TYPE_CHECKING:
    from workbench.tui.personal import Personal


class GoingOnScreen(CopyingScreen):
    """The bench, as far as it goes from claim to claim by itself."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._behind = ""

    @property
    def _mine(self) -> Personal | None:
        return getattr(self.app, "mine", None)

    @property
    def goes_on(self) -> bool:
        """Whether the next open claim comes by itself."""
        return self._mine is not None and self._mine.goes_on

    @property
    def standing(self) -> str:
        """What every header says, and that the next claim comes by itself."""
        return " · ".join(part for part in ("next by itself" if self.goes_on else "", super().standing) if part)

    def action_going_on(self) -> None:
        """Has the next open claim come by itself after a verdict, or no more; kept over sessions."""
        if self._mine is not None:
            self._mine.go_on(yes=not self.goes_on)
        self.show_claim()
        after = "the next open claim comes by itself" if self.goes_on else "the claim stays"
        self.talk.say(f"After a verdict {after}. {key_name('bench.going-on')} changes it.")

    def go_on(self, done_text: str) -> None:
        """Go to the next open claim of the queue after a verdict, where that is wanted; what was done stays in sight."""
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
        """Go back to the claim that was judged before this one came by itself; stays where none was."""
        behind, self._behind = self._behind, ""
        if behind:
            self.case = open_case(self.desk, behind)
            self.query_one(SourcePane).show(self.case.document.text, self.case.claims)
            self._go_to(self.case.number(behind))

    def _go_to(self, number: int) -> None:
        self._behind = ""
        super()._go_to(number)
