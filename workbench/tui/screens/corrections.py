"""Putting the reading of a claim right at the bench: a slot and its value in one line, and research anew with it."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.desk import Desk
from workbench.tui.case import BenchCase, open_case
from workbench.tui.screens.formulas import FormulaScreen
from workbench.tui.screens.workplace import spoken

PURPOSE = "correction"

LABEL = "Put right, as in “period 2020” (Tab offers):"


class CorrectionScreen(FormulaScreen):
    """The evidence of a claim, with a line in which its reading is put right."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._corrects = ""

    @spoken
    def action_correct(self) -> None:
        """Asks for a slot and its value; Tab offers other readings, and what would make the claim true."""
        self._corrects = self.claim.id
        self.talk.ask(PURPOSE, LABEL, "", self._next_offer)

    def _next_offer(self, typed: str) -> str:
        """The offer after the one that stands; with the name of a slot alone, what that slot holds now."""
        from workbench.report.slots import slots_of  # noqa: PLC0415  (words of slots are loaded where one is put right)

        claim = self.desk.claim(self._corrects)
        lines = [f"{offer.slot.value} {offer.typed}" for offer in self.desk.offered_values(claim)]
        lines += [f"{slot.value} {words}".strip() for slot, words in slots_of(claim).items()]
        begun = [each for each in lines if each.startswith(typed.strip()) and each != typed.strip()]
        if typed.strip() and typed.strip() not in lines:
            return begun[0] if begun else typed
        at = lines.index(typed.strip()) + 1 if typed.strip() in lines else 0
        return lines[at % len(lines)]

    def keep_correction(self, text: str) -> None:
        """Keeps what was typed for the claim that was asked about, and researches it anew."""
        from workbench.desk.correcting import slot_named  # noqa: PLC0415  (loaded where something is put right)

        name, _, value = text.strip().partition(" ")
        [made] = self.desk.correct(self._corrects, [(slot_named(name.rstrip(":=")), value)])
        self.talk.close()
        self.read_anew(made.reading)
        self.talk.say(f"Put right: {made.slot.value} {made.after or 'nothing'} · u takes it back")

    def read_anew(self, claim: Claim) -> None:
        """Shows a claim as it is read now, and looks for its figures again."""
        at = open_case(self.desk, claim.id)
        self.case = BenchCase(self.case.document, at.claims, at.rows)
        self.show_claim()
        if self.researched is not None and claim.id == self.claim.id:
            self.action_research()
