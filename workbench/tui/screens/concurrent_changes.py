"""Handle changes from another window since the claim was opened: a colleague's rating, or a corrected reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.core.claim import Claim
from workbench.core.reviews.rated_since import RatedMeanwhileError
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.tui.screens.assigning_at_bench import BenchAssigningScreen
from workbench.tui.widgets.verdict_bar import VerdictBar

RATED_SINCE = "rated since"
"""Purpose of the question."""


class ConcurrentChangesScreen(BenchAssigningScreen):
    """The part of the bench that remembers which reviews of others were shown."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self.in_sight: frozenset[str] = frozenset()
        self._put_right: frozenset[str] = frozenset()
        self._waits: tuple[str, Mapping[str, Callable[[], None]]] = ("", {})

    def show_claim(self) -> None:
        """Show the selected claim in every pane; its present reviews count as seen."""
        super().show_claim()
        self._put_right = frozenset(each.id for each in self.desk.corrections(self.claim.id))
        self._note_seen()

    def judged(self, done_text: str, verdict: Verdict | None = None) -> None:
        """Show the claim's new verdict; its reviews count as seen."""
        super().judged(done_text, verdict)
        self._note_seen()

    def _note_seen(self) -> None:
        verdict = self.query_one(VerdictBar).verdict
        self.in_sight = frozenset(each.id for each in verdict.history) if verdict else frozenset()

    def read_since(self) -> str:
        """Show a reading corrected in another window since it was shown, and describe the change.

        Empty where there is none.
        """
        now = self.desk.claim(self.claim.id)
        if _reads_as(self.claim, now):
            return ""
        known = self._put_right
        self.read_anew(now, research=False)
        new = [each for each in self.desk.corrections(now.id) if each.id not in known]
        if not new:
            return "It was read anew meanwhile: its document's data were put right"
        return f"{new[-1].reviewer} put {new[-1].slot.value} {new[-1].change} right meanwhile"

    def ask_rated_since(self, error: RatedMeanwhileError, label: str, does: Mapping[str, Callable[[], None]]) -> None:
        """Ask what to do with a rating given without seeing a colleague's.

        `does` has the actions of ``l`` and ``a``.
        """
        self._waits = (label, does)
        self.show_stage()
        self.talk.ask(RATED_SINCE, f"{error.rated}. l look · k keep it · a add your “{label}”:")

    def answer_rated_since(self, typed: str) -> None:
        """Apply the answer: show the history, leave the claim as it is, or add the rating."""
        answer, (label, does) = typed[:1].casefold(), self._waits
        if answer not in {"k", *does}:
            self.talk.refuse("l looks, k keeps it, a adds yours:")
            return
        self.talk.close()
        self._note_seen()
        if answer == "k":
            self.talk.say(f"Kept as it is; your “{label}” was not given.")
        else:
            does[answer]()


def _reads_as(one: Claim, other: Claim) -> bool:
    """Compare two readings of a claim, without its worth, which depends on decisions about other claims."""
    return replace(one, worth=other.worth) == other
