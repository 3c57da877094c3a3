"""What came in from another window since the claim was opened: a rating, to be looked at or kept, or a reading that was put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.core.claim import Claim
from workbench.core.reviews.rated_since import RatedMeanwhileError
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.tui.screens.deferring import DeferringScreen
from workbench.tui.widgets.verdict_bar import VerdictBar

RATED_SINCE = "rated since"
"""What the question is about."""


class RatedSinceScreen(DeferringScreen):
    """The bench, which knows what its reviewer has seen of the others' ratings."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self.in_sight: frozenset[str] = frozenset()
        self._put_right: frozenset[str] = frozenset()
        self._waits: tuple[str, Mapping[str, Callable[[], None]]] = ("", {})

    def show_claim(self) -> None:
        """Put the selected claim into every pane: what was said of it until now is seen."""
        super().show_claim()
        self._put_right = frozenset(each.id for each in self.desk.corrections(self.claim.id))
        self._note_seen()

    def judged(self, done_text: str, verdict: Verdict | None = None) -> None:
        """Show how far the claim is since something was decided of it."""
        super().judged(done_text, verdict)
        self._note_seen()

    def _note_seen(self) -> None:
        verdict = self.query_one(VerdictBar).verdict
        self.in_sight = frozenset(each.id for each in verdict.history) if verdict else frozenset()

    def read_since(self) -> str:
        """Show the claim as somebody has put it right in another window since it was shown, and say what; empty where nobody has."""
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
        """Ask what to do with a rating whose reviewer had not seen a colleague's: `does` says it for ``l`` and ``a``."""
        self._waits = (label, does)
        self.show_stage()
        self.talk.ask(RATED_SINCE, f"{error.rated}. l look · k keep it · a add your “{label}”:")

    def answer_rated_since(self, typed: str) -> None:
        """Show the history, leave the claim as it is, or return the rating beside the other."""
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
    """Return whether two readings of a claim are one; what it is worth goes with what is decided of others."""
    return replace(one, worth=other.worth) == other
