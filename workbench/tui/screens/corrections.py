"""Correct the reading of a claim at the bench: type a slot and its value in one line, then research again."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.corrections.correction import FOR_READERS, Correction, standing_corrections
from workbench.desk import Desk
from workbench.desk.correcting.line_typing import named_value
from workbench.tui.bench_state import BenchCase, open_case
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.formulas import FormulaScreen
from workbench.tui.screens.workplace_base import spoken

PURPOSE = "correction"

WORDS = "For readers, as in “headline Exports doubled in 2021” (Tab offers):"

LABEL = "Put right, as in “period 2020” (Tab offers):"


class CorrectionScreen(FormulaScreen):
    """The evidence screen with a prompt for corrections."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._corrects, self._writes = "", False
        self._known: frozenset[str] = frozenset()

    @spoken
    def action_correct(self) -> None:
        """Ask for a slot and its value; Tab offers other readings, and values that would make the claim true."""
        self._corrects, self._writes = self.claim.id, False
        self._known = frozenset(each.id for each in self.desk.corrections(self._corrects))
        self.talk.ask(PURPOSE, LABEL, "", lambda typed: self.desk.next_value(self._corrects, typed), topic="reading")

    @spoken
    def action_write_words(self) -> None:
        """Ask for the texts of the report; Tab offers the program's proposals and the present texts."""
        self._corrects, self._writes = self.claim.id, True
        self._known = frozenset(each.id for each in self.desk.corrections(self._corrects))
        self.talk.ask(PURPOSE, WORDS, "", lambda typed: self.desk.next_words(self._corrects, typed), topic="reports")

    def keep_correction(self, text: str) -> None:
        """Save the typed correction of the claim for which the prompt was opened, and research the claim again."""
        from workbench.desk.correcting.slot_corrections import slot_named, slot_typed  # noqa: PLC0415  (loaded where something is put right)

        name, value = named_value(text)
        typed = (slot_named(name), value) if self._writes else slot_typed(self.desk.claim(self._corrects), text)
        [made] = self.desk.correct(self._corrects, [typed])
        self.talk.close()
        self.read_anew(made.reading, research=made.slot not in FOR_READERS)
        done_text = f"Put right: {made.slot.value} {made.after or 'nothing'} · {key_name('bench.undo')} takes it back"
        others = self._of_others(made)
        self.talk.say(" · ".join((done_text, *others)), caveat=bool(others), stays=True)

    def _of_others(self, made: Correction) -> list[str]:
        """Describe corrections that arrived from another window while the reviewer typed; both are stored."""
        given = self.desk.corrections(made.claim)
        new = [each for each in given if each.id not in self._known and each.id != made.id]
        stands = {each.id for each in standing_corrections(given)}
        notices = [
            f"{each.reviewer} put {each.slot.value} {each.change} right meanwhile" for each in new if each.id in stands
        ]
        why = self.desk.amending.why_aside(made.reading)
        return [*notices, f"this claim is set aside: {why}"] if why else notices

    def read_anew(self, claim: Claim, *, research: bool = True) -> None:
        """Show a claim's present reading, and research it again where its figures may differ."""
        at = open_case(self.desk, claim.id)
        self.case = BenchCase(self.case.document, at.claims, at.rows)
        self.show_claim()
        if research and self.researched is not None and claim.id == self.claim.id:
            self.action_research()
