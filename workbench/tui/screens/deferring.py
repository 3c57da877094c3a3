"""The claim at hand deferred, taken or given to somebody at the bench, and how far it is since."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui.case import BenchCase, stages
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.looks import LooksScreen
from workbench.tui.screens.workplace import spoken


class DeferringScreen(LooksScreen):
    """The evidence of a claim, with the keys that leave it for later or for somebody else."""

    UNDO = "bench.undo"

    @property
    def at_hand(self) -> Sequence[str]:
        """The claim."""
        return (self.claim.id,)

    @spoken
    def action_defer(self) -> None:
        """Defers the claim."""
        self.desk.defer(self.claim.id)
        self.judged(f"Deferred; it stays open. {key_name('bench.undo')} takes it back.")
        self.go_on("Deferred; it stays open")

    def was_handed(self, says: str) -> None:
        """Shows how far the claim is; from one that was deferred or given away, the next may come by itself."""
        self.judged(says)
        if not says.startswith("Taken"):
            self.go_on(says)

    def judged(self, says: str) -> None:
        """Shows how far the claim is since something was decided of it, and says what."""
        if self.was_set_aside(says):
            return
        self.case = BenchCase(self.case.document, self.case.claims, stages(self.desk, self.case.document.id))
        self.show_stage()
        self.talk.say(says)
