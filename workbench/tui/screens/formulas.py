"""Formulas at the bench: checked while they are typed, and evaluated in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.core.errors import WorkbenchError
from workbench.core.number import shown
from workbench.core.series import SeriesRef
from workbench.desk import Desk
from workbench.formula.language.short_names import short_text
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.claim import day
from workbench.tui.screens.research_messages import ResearchMessagesScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.candidates_pane import CandidatesPane
from workbench.tui.widgets.formula_form import FormulaForm
from workbench.tui.widgets.pane_layout import Panes
from workbench.tui.workers.worker_messages import Arrived, FormulaFailed, FormulaWorked, broken

if TYPE_CHECKING:
    from workbench.core.finding import Finding
    from workbench.core.reviewers.saved_formula import SavedFormula

PAUSE = 0.1
"""Seconds after a keystroke until the formula is parsed, so that typing is never delayed."""

INVITATION = (
    "Such as un.asylum / wb.pop * 100000, change(x, 2020, 2021), sum(x[2021-01..2021-09]); x is the selected series."
)


def takes_back() -> str:
    """Return the message on an empty formula, which takes the claim's formula back."""
    return f"Enter takes the claim's formula back; {key_name('formula.leave')} leaves it."


class FormulaScreen(ResearchMessagesScreen):
    """The evidence screen with the reviewer's own formulas."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._drafts: dict[str, str] = {}
        self._about = ""
        self._looks = 0

    @property
    def form(self) -> FormulaForm:
        """The form in which formulas are typed."""
        return self.query_one(FormulaForm)

    @spoken
    def action_formula(self) -> None:
        """Open the form with the text typed before, the claim's own formula, or one offered from similar claims."""
        claim = self.claim
        self._about = claim.id
        self.run_worker(self.desk.formulas.look_at_own(), group="own series", exclusive=True, exit_on_error=False)
        kept, offered = self.desk.formulas.kept(claim), self.desk.formulas.offered(claim)
        if draft := self._drafts.get(claim.id):
            self.form.open(draft, "Enter works it out. It is as you left it.")
        elif kept:
            self.form.open(short_text(kept[0].text), f"Enter works it out anew. {_by(kept[0])}.")
        elif offered:
            self.form.open(
                short_text(offered[0].general), f"Enter works it out here. {_by(offered[0])}, for “{offered[0].quote}”."
            )
        else:
            self.form.open("", INVITATION)

    def show_claim(self) -> None:
        """Show the selected claim in every pane; save a formula typed for another claim."""
        if self.form.is_open and self._about != self.claim.id:
            self.form.action_leave()
        self.query_one(CandidatesPane).offer(self.desk.offered_formulas(self.claim))
        super().show_claim()

    # --- while it is typed -----------------------------------------------------------------------------

    @on(FormulaForm.Typed)
    def _typed(self, event: FormulaForm.Typed) -> None:
        self._looks += 1
        look = self._looks
        self.set_timer(PAUSE, lambda: self._look(look, event.text, event.before))

    def _look(self, look: int, text: str, before: str) -> None:
        """Show what the formula would measure, unless another key was pressed since."""
        if look != self._looks or not self.form.is_open:
            return
        self.form.offer(self.desk.formulas.ways_on(before) if before.strip() else ())
        if not text.strip():
            self.form.tell(takes_back() if self.desk.formulas.kept(self.desk.claim(self._about)) else INVITATION)
            return
        try:
            measure = self.desk.formulas.units(self.desk.claim(self._about), text, self._in_hand())
        except WorkbenchError as error:
            self.form.tell(f"{error.message} {error.hint}".strip(), caveat=True)
        else:
            self.form.tell(f"Gives {measure.words}. Enter works it out.")

    @on(FormulaForm.Left)
    def _left_formula(self, event: FormulaForm.Left) -> None:
        self._drafts[self._about] = event.text
        self.refresh_bindings()

    def _in_hand(self) -> SeriesRef | None:
        row = self.query_one(CandidatesPane).in_hand
        return row.candidate.series.ref if row is not None and row.candidate.barred is None else None

    # --- evaluation --------------------------------------------------------------------------------

    @on(FormulaForm.Written)
    @spoken
    def _written(self, event: FormulaForm.Written) -> None:
        self._looks += 1  # a check of the typed text that finished only now would overwrite the answer
        if not event.text.strip():
            self._take_back()
            return
        self.form.tell("Asking for the figures …")
        self.run_worker(self._work(self._about, event.text, self._in_hand()), group="formula", exclusive=True)

    def _take_back(self) -> None:
        """Take the claim's newest formula back when an empty one is entered."""
        kept = self.desk.formulas.kept(self.desk.claim(self._about))
        self._drafts.pop(self._about, None)
        self.form.close()
        if not kept:
            return
        self.desk.formulas.drop(kept[0].id)
        self.show_anew()
        self.talk.say(f"Took back {short_text(kept[0].text)}; the history keeps it.", stays=True)

    async def _work(self, claim: str, text: str, in_hand: SeriesRef | None) -> None:
        """Evaluate in a thread, which posts a message at its end."""
        try:
            worked = await self.desk.formulas.work_out(self.desk.claim(claim), text, in_hand=in_hand)
        except WorkbenchError as error:
            self.post_message(FormulaFailed(claim, error))
        except Exception as error:  # noqa: BLE001  (a source is a plug-in and may raise anything; the desk stays)
            self.post_message(FormulaFailed(claim, broken("formula", error)))
        else:
            self.post_message(FormulaWorked(claim, worked))

    @on(FormulaFailed)
    def _formula_failed(self, event: FormulaFailed) -> None:
        if not self.form.is_open:
            self.complain(event.error)
            return
        self.form.tell(f"{event.error.message} {event.error.hint}".strip(), caveat=True)
        place = getattr(event.error, "at", None)
        if place is not None and place.end:
            self.form.point(place.start)

    @on(FormulaWorked)
    def _formula_worked(self, event: FormulaWorked) -> None:
        found = event.worked.finding
        if event.worked.researched is None:
            self.form.tell(found.why, caveat=True)
            return
        self._drafts.pop(event.claim, None)
        self._arrived(Arrived(event.claim, event.worked.researched))
        panes = self.query_one(Panes)
        self.form.close(refocus=panes.has_in_sight("trace"))
        if not panes.has_in_sight("trace"):
            panes.show("trace")  # show the result that was requested
        self.talk.say(f"{_result(found)} · kept with the claim, and offered for the next of its shape", stays=True)


def _by(kept: SavedFormula) -> str:
    return f"Formula of {kept.reviewer}, {day(kept.at.date())}"


def _result(found: Finding) -> str:
    measured = "" if found.measured is None else f" {shown(found.measured, 2)} {found.unit}".rstrip()
    return f"{found.agreement.words}:{measured}"
