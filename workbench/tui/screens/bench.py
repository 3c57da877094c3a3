"""The bench: one claim, one decision, everything that bears on it in sight."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from workbench.core.claim import Claim
from workbench.core.evidence import Snapshot
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.ports import ClaimFilter, Researched
from workbench.tui.case import Case, findings_for, open_case, seen_before, stages
from workbench.tui.commands import ANYWHERE, BENCH, bindings
from workbench.tui.jobs import recompute
from workbench.tui.lines.figures import headline
from workbench.tui.lines.line import Line, line, say
from workbench.tui.lines.verdict import done_words, history_lines, is_rated, label_of
from workbench.tui.messages import Arrived, Done, Failed, Told
from workbench.tui.researching import Researching
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.screens.workplace import Workplace, spoken
from workbench.tui.widgets.candidates_pane import CandidatesPane
from workbench.tui.widgets.claim_pane import ClaimPane
from workbench.tui.widgets.claims_pane import ClaimsPane
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.panes import Panes
from workbench.tui.widgets.series_pane import SeriesPane
from workbench.tui.widgets.source_pane import SourcePane
from workbench.tui.widgets.talk import Talk
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.widgets.trace_pane import TracePane
from workbench.tui.widgets.verdict_bar import VerdictBar

PAUSE = 0.2
"""Seconds that a claim lies on the bench before stored answers are looked through on their own: passing by starts nothing."""


class BenchScreen(Workplace):
    """Opens at one claim and moves through its document."""

    BINDINGS = bindings((*BENCH, *ANYWHERE))

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    BenchScreen { layout: vertical; #verdict { height: 3; } }
    """

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk)
        self._case: Case = open_case(desk, claim)
        self._at = self._case.number(claim)
        self._researched: Researched | None = None
        self._scale = desk.scale
        self._notes: dict[str, str] = {}
        self._bodies: dict[str, Snapshot | None] = {}
        self._research = Researching(self, desk)

    @property
    def claim(self) -> Claim:
        """The claim in hand."""
        return self._case.claims[self._at - 1]

    def compose(self) -> ComposeResult:
        """Header, panes, verdict, talk, keys."""
        sources = {info.name: info.title for info in self.desk.sources()}
        tools = self.desk.tools
        yield TitleBar(id="title")
        yield Panes(
            (
                SourcePane(id="source"),
                ClaimPane(id="claim"),
                ClaimsPane({rating.key: rating.label for rating in self._scale.ratings}, id="claims"),
                CandidatesPane(sources, live=not (tools.samples or tools.offline), id="candidates"),
                SeriesPane(id="series"),
                TracePane(self._body, id="trace"),
            ),
            id="panes",
        )
        yield VerdictBar(self._scale, id="verdict")
        yield Talk()
        yield KeyBar()

    def on_mount(self) -> None:
        """Paints the text at once; the rest follows."""
        self.query_one(SourcePane).show(self._case.document.text, self._case.claims)
        self.query_one("#claim" if self.app.size.width < 100 else "#candidates").focus()  # noqa: PLR2004  (as Panes has it)
        self.show_claim()

    # --- showing ---------------------------------------------------------------------------------------

    @spoken
    def show_claim(self) -> None:
        """Puts the claim in hand into every pane."""
        title = self.query_one("#title", TitleBar)
        title.left = self._case.where
        place = f"claim {self._at} of {len(self._case.claims)}"
        title.right = " · ".join(part for part in (place, self.standing) if part)
        self.query_one(SourcePane).go_to(self._at)
        self._researched = self.desk.researched(self.claim.id)
        self.show_stage()
        self.show_research()
        if self._researched is None and (self.desk.tools.samples or self.desk.tools.offline):
            self.set_timer(PAUSE, partial(self._look_through, self.claim.id))

    def show_stage(self) -> None:
        """Shows how far the claims are, and the verdict of the one in hand."""
        self.query_one(ClaimsPane).show(self._case.claims, self._case.rows, self._at)
        self.query_one(VerdictBar).show(self.desk.verdict(self.claim.id))
        self.refresh_bindings()

    def show_research(self) -> None:
        """Shows what research left and how far it is."""
        claim, researched = self.claim, self._researched
        self.query_one(ClaimPane).show(claim, seen_before(self.desk, researched))
        self.query_one(CandidatesPane).show(claim.id, researched, self._research.told(claim.id))
        self.show_findings()

    def show_findings(self) -> None:
        """Shows the arithmetic and the chart of the candidate in hand."""
        row = self.query_one(CandidatesPane).in_hand
        findings = findings_for(self._researched, row)
        drawn = next((finding for finding in findings if finding.observations), None)
        instead = self._instead()
        self.query_one(TracePane).show(findings, instead)
        self.query_one(SeriesPane).show(self.claim, drawn, instead)

    def _instead(self) -> Line:
        """What stands where no figures are."""
        row = self.query_one(CandidatesPane).in_hand
        if self._research.running(self.claim.id):
            return line(say("Asking …", "dim"))
        if row is None:
            return line(say("No figures. ", "dim"))
        if row.candidate.barred is not None:
            return line(say("Barred: ", "bad"), row.candidate.barred)
        return line(say("No figures of this series yet: ", "dim"), say("e", "head"), say(" asks for them.", "dim"))

    def _body(self, snapshot: str) -> Snapshot | None:
        """What is known of an archived body, asked once."""
        if snapshot not in self._bodies:
            self._bodies[snapshot] = self.desk.tools.archive.snapshot(snapshot)
        return self._bodies[snapshot]

    # --- moving ----------------------------------------------------------------------------------------

    @on(ClaimsPane.Stepped)
    def _stepped(self, event: ClaimsPane.Stepped) -> None:
        self.action_step(event.by)

    def action_step(self, by: int) -> None:
        """Goes to another claim of the document."""
        at = max(1, min(len(self._case.claims), self._at + by))
        if at != self._at:
            self._at = at
            self.talk.say("")
            self.show_claim()

    def action_pane(self, by: int) -> None:
        """Goes to another pane."""
        self.query_one(Panes).turn(by)

    def action_back(self) -> None:
        """Puts the question away, or goes back to the library."""
        if self.query_one(VerdictBar).asking:
            self.show_stage()
        else:
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit holds where the scale has it, yes where something is asked."""
        if action == "rate":
            return any(rating.digit == parameters[0] for rating in self._scale.ratings)
        if action == "yes":
            return bool(self.query(VerdictBar)) and self.query_one(VerdictBar).asking
        return True

    # --- research --------------------------------------------------------------------------------------

    def _look_through(self, claim: str) -> None:
        if claim == self.claim.id and self._research.start(claim):
            self.show_research()

    def action_research(self) -> None:
        """Asks the services, or the archive where it has a young answer."""
        self._start(fresh=False)

    def action_research_again(self) -> None:
        """Asks the services anew."""
        self._start(fresh=True)

    def _start(self, *, fresh: bool) -> None:
        if self._research.start(self.claim.id, fresh=fresh):
            self.show_research()
        else:
            self.talk.say("This claim is being researched.")

    @on(CandidatesPane.Picked)
    def _picked(self) -> None:
        self.show_findings()

    @on(CandidatesPane.Unfolded)
    def _unfolded(self) -> None:
        row = self.query_one(CandidatesPane).in_hand
        if row is not None and row.candidate.barred is None and row.finding is None:
            self.action_examine()

    def action_examine(self) -> None:
        """Asks for the figures of the candidate in hand."""
        row = self.query_one(CandidatesPane).in_hand
        if row is None:
            self.talk.say("There is no candidate; r looks for some.")
        elif row.candidate.barred is not None:
            self.talk.say(f"Barred: {row.candidate.barred}", caveat=True)
        elif self._research.examine(self.claim.id, row.candidate.series.ref):
            self.show_research()

    @on(Told)
    def _told(self, event: Told) -> None:
        self._research.hear(event)
        if event.about == self.claim.id:
            self.show_research()

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        self._research.end(event.claim)
        if event.claim == self.claim.id:
            self._researched = event.researched
            self.show_research()

    @on(Failed)
    def _research_failed(self, event: Failed) -> None:
        self._research.end(event.about)
        self.show_research()

    # --- the verdict -----------------------------------------------------------------------------------

    @spoken
    def action_rate(self, digit: str) -> None:
        """Gives the rating of a digit, with the note that was written."""
        rating = next(rating for rating in self._scale.ratings if rating.digit == digit)
        self.desk.rate(self.claim.id, rating.key, self._notes.pop(self.claim.id, ""))
        self._judged(f"Rated “{rating.label}” · u takes it back · j next claim")

    def action_note(self) -> None:
        """Asks for a note."""
        self.talk.ask("note", "Note:", self._notes.get(self.claim.id, ""))

    @on(Talk.Left)
    def _left(self, event: Talk.Left) -> None:
        if event.purpose == "note":
            self._notes[self.claim.id] = event.text

    @on(Talk.Answered)
    @spoken
    def _answered(self, event: Talk.Answered) -> None:
        text = event.text.strip()
        if event.purpose == "export" and text:
            self.export(ClaimFilter(ids=(self.claim.id,)), text)
            return
        self.talk.close()
        if event.purpose == "note" and text:
            self._keep_note(text)

    def _keep_note(self, text: str) -> None:
        """Keeps a note at once: with the standing rating, or by itself and with the rating to come."""
        verdict = self.desk.verdict(self.claim.id)
        if is_rated(verdict) and verdict.rating is not None:
            self.desk.rate(self.claim.id, verdict.rating, text)
            self._judged("The note goes with the rating now.")
        else:
            self.desk.comment(self.claim.id, text)
            self._notes[self.claim.id] = text
            self._judged("Noted. It goes with the rating you give.")

    @spoken
    def action_undo(self) -> None:
        """Takes the newest review of the claim back."""
        review = self.desk.undo(self.claim.id)
        if review is None:
            self.talk.say("There is nothing to undo here.")
            return
        if review.action is Action.RATE:
            self._notes[self.claim.id] = review.note
        self._judged(f"Took back “{done_words(review, self._scale)}”. H shows the history.")

    @spoken
    def action_defer(self) -> None:
        """Puts the claim off."""
        self.desk.defer(self.claim.id)
        self._judged("Deferred; it stays open. u takes it back.")

    def _judged(self, says: str) -> None:
        self._case = Case(self._case.document, self._case.claims, stages(self.desk, self._case.document.id))
        self.show_stage()
        self.talk.say(says)

    @spoken
    def action_history(self) -> None:
        """Shows every review of the claim."""
        lines = list(history_lines(self.desk.verdict(self.claim.id), self._scale))
        nothing = [line(say("Nobody has reviewed this claim yet.", "dim"))]
        self.app.push_screen(ReaderScreen(f"History · {headline(self.claim)}", lambda _: lines or nothing))

    @spoken
    def action_publish(self) -> None:
        """Asks before the verdict goes out."""
        if self.desk.verdict(self.claim.id).rating is None:
            self.talk.say("Give a rating first; a verdict without one is not published.", caveat=True)
            return
        findings = self._researched.findings if self._researched else ()
        self.query_one(VerdictBar).ask(sum(len(finding.trace.evidence()) for finding in findings))
        self.refresh_bindings()

    def action_yes(self) -> None:
        """Publishes, once every figure came out the same again."""
        claim = self.claim.id
        self.show_stage()
        self.talk.say("Recomputing every figure …")
        self.in_thread("publish", partial(self._publish, claim))

    def _publish(self, claim: str) -> str:
        verdict = self.desk.publish(claim)
        return f"Published as “{label_of(self._scale, verdict.rating)}”. u takes it back; H shows the history."

    @on(Done)
    @spoken
    def _published(self, event: Done) -> None:
        if event.about == "publish":
            self._judged(event.says)

    # --- reports ---------------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Asks where to write this claim's check."""
        self.ask_export(f"claim-{self.claim.id}")

    def action_replay(self) -> None:
        """Recomputes the figures from the archive."""
        self.in_thread("replay", partial(recompute, self.desk, self.claim.id))
