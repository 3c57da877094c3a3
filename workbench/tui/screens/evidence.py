"""The evidence on one claim: source, reading, candidates, arithmetic and series, and the research that fills them."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from workbench.compare.providers.side_by_side import side_by_side
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.corrections.correction import standing_corrections
from workbench.core.evidence import Snapshot
from workbench.desk import Desk
from workbench.ports import Researched
from workbench.tui.bench_state import BenchCase, findings_for, open_case, seen_before
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import Line
from workbench.tui.lines.missing_figures import instead_of_figures
from workbench.tui.lines.verdict_notes import decided_before, verdict_notes
from workbench.tui.next_claim import next_in_document, next_in_queue
from workbench.tui.screen_sizes import fit_at_once
from workbench.tui.screens.assigning import AssigningScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.candidates_pane import CandidatesPane
from workbench.tui.widgets.claim_pane import ClaimPane
from workbench.tui.widgets.claims_pane import ClaimsPane
from workbench.tui.widgets.formula_form import FormulaForm
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.widgets.pane_layout import Panes
from workbench.tui.widgets.series_pane import SeriesPane
from workbench.tui.widgets.source_pane import SourcePane
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.widgets.trace_pane import TracePane
from workbench.tui.widgets.verdict_bar import VerdictBar
from workbench.tui.widgets.word_marking_bar import WordMarkingBar
from workbench.tui.workers.research import Researching
from workbench.tui.workers.worker_messages import ClaimShown

PAUSE = 0.2
"""Seconds that a claim must stay selected before stored answers are searched, so that scrolling past starts nothing."""


class EvidenceScreen(AssigningScreen):
    """Shows one claim, moves through its document, and researches; the bench adds the decision."""

    AUTO_FOCUS = ""

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (78, "-roomy")]  # noqa: RUF012  (Textual declares it so)

    DEFAULT_CSS = """
    EvidenceScreen { layout: vertical; #verdict { height: 3; } &.-small #verdict { height: 4; } }
    """

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk)
        self.case: BenchCase = open_case(desk, claim)
        self._at = self.case.number(claim)
        self.researched: Researched | None = None
        self.scale = desk.scale
        self._bodies: dict[str, Snapshot | None] = {}
        self._research = Researching(self, desk)

    @property
    def researching(self) -> bool:
        """Whether research started by the reviewer is running."""
        return self._research.any

    def waits_for(self, claim: str) -> bool:
        """Check whether a claim is shown that was not researched and is not being researched."""
        return claim == self.claim.id and self.researched is None and not self._research.running(claim)

    @property
    def named(self) -> tuple[str, str]:
        """The ids of the selected claim and of its document."""
        return (self.claim.id, self.claim.document)

    @property
    def claim(self) -> Claim:
        """The selected claim."""
        return self.case.claims[self._at - 1]

    def compose(self) -> ComposeResult:
        """Yield header, panes, verdict bar, message line, keys."""
        fit_at_once(self)
        yield TitleBar(id="title")
        yield Panes(
            (
                SourcePane(id="source"),
                ClaimPane(id="claim"),
                ClaimsPane({rating.key: rating.label for rating in self.scale.ratings}, id="claims"),
                CandidatesPane(
                    self.desk.source_title, live=not (self.desk.samples or self.desk.offline), id="candidates"
                ),
                SeriesPane(id="series"),
                TracePane(self._body, id="trace"),
            ),
            id="panes",
        )
        yield FormulaForm()
        yield WordMarkingBar()
        yield VerdictBar(self.scale, id="verdict")
        yield MessageLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the text at once; the other panes follow."""
        self.query_one(SourcePane).show(self.case.document.text, self.case.claims)
        self.query_one("#claim" if self.app.size.width < 100 else "#candidates").focus()
        self.show_claim()

    # --- showing ---------------------------------------------------------------------------------------

    @spoken
    def show_claim(self) -> None:
        """Show the selected claim in every pane, in its present reading."""
        self.case = self.case.with_now(self.desk, self.claim.id)
        title = self.query_one("#title", TitleBar)
        title.left = self.case.where
        place = f"claim {self._at} of {len(self.case.claims)}"
        title.right = " · ".join(part for part in (place, self.standing) if part)
        self.query_one(SourcePane).go_to(self._at)
        self.researched = self.desk.researched(self.claim.id)
        self.post_message(ClaimShown(self.claim.id))
        self.show_stage()
        self.show_research()
        if self.researched is None and (self.desk.samples or self.desk.offline):
            self.set_timer(PAUSE, partial(self._look_through, self.claim.id))

    def show_stage(self) -> None:
        """Show the stages of the claims, and the verdict of the selected one."""
        self.show_claims()
        verdict = self.desk.verdict(self.claim.id)
        self.query_one(VerdictBar).show(verdict, verdict_notes(self.desk, verdict))
        self.refresh_bindings()

    def show_claims(self) -> None:
        """Show the stages of the claims."""
        self.query_one(ClaimsPane).show(self.case.claims, self.case.rows, self._at, self.case.timecodes)

    @spoken
    def show_research(self, *, place: bool = False) -> None:
        """Show the result and the progress of research.

        The cursor stays on its series, or with `place` on its position.
        """
        claim, researched = self.claim, self.researched
        heard_at = self.case.document.heard_at(claim.span.start)
        elsewhere = researched.elsewhere if researched else ()
        put_right = standing_corrections(self.desk.corrections(claim.id))
        seen, decided = seen_before(self.desk, researched), decided_before(self.desk, claim, researched)
        self.query_one(ClaimPane).show(claim, seen, heard_at, elsewhere, put_right, decided)
        self.query_one(CandidatesPane).show(claim.id, researched, self._research.progress_of(claim.id), place=place)
        self.show_findings()

    def show_anew(self, *, place: bool = False) -> None:
        """Show the candidates again after a choice has changed their order."""
        self.researched = self.desk.researched(self.claim.id)
        self.show_research(place=place)

    def show_findings(self) -> None:
        """Show the arithmetic and the chart of the selected candidate."""
        row = self.query_one(CandidatesPane).in_hand
        findings = findings_for(self.researched, row)
        drawn = next((finding for finding in findings if finding.observations), None)
        instead = self._instead()
        tables = side_by_side(self.researched.findings if self.researched else ())
        self.query_one(TracePane).show(findings, instead, tables)
        self.query_one(SeriesPane).show(self.claim, drawn, instead, self.desk.attachments(self.claim.id))

    def _instead(self) -> Line:
        """Return the line shown in place of figures."""
        row, found = self.query_one(CandidatesPane).in_hand, self.researched.findings if self.researched else ()
        return instead_of_figures(row, found, asking=self._research.running(self.claim.id))

    def _body(self, snapshot: str) -> Snapshot | None:
        """Return the record of an archived body; each is read only once."""
        if snapshot not in self._bodies:
            self._bodies[snapshot] = self.desk.archive.snapshot(snapshot)
        return self._bodies[snapshot]

    # --- moving ----------------------------------------------------------------------------------------

    @on(ClaimsPane.Stepped)
    def _stepped(self, event: ClaimsPane.Stepped) -> None:
        self.action_step(event.by)

    def action_step(self, by: int) -> None:
        """Go to another claim of the document."""
        at = max(1, min(len(self.case.claims), self._at + by))
        if at != self._at:
            self._go_to(at)

    @spoken
    def action_next_open(self) -> None:
        """Go to the next open claim of the queue, in any document."""
        following = next_in_queue(self.desk, self.claim.id)
        if following is None:
            self.talk.say("No other claim is open.")
        elif following in self.case.rows:
            self._go_to(self.case.number(following))
        else:
            self.case = open_case(self.desk, following)
            self.query_one(SourcePane).show(self.case.document.text, self.case.claims)
            self._go_to(self.case.number(following))

    def action_next_open_here(self) -> None:
        """Go to the next open claim of the document."""
        number = next_in_document(self.case, self._at)
        if number is None:
            self.talk.say(
                f"No other claim of this document is open. {key_name('bench.next-open')} goes on in the queue."
            )
        else:
            self._go_to(number)

    def _go_to(self, number: int) -> None:
        if self.talk.asking:  # by a click: the question was about the previous claim
            self.talk.action_leave()
        self._at = number
        self.talk.say("")
        self.show_claim()

    def action_pane(self, by: int) -> None:
        """Go to another pane."""
        self.query_one(Panes).turn(by)

    # --- research --------------------------------------------------------------------------------------

    def _look_through(self, claim: str) -> None:
        if claim == self.claim.id and self._research.start(claim):
            self.show_research()

    def action_research(self) -> None:
        """Research the claim: from the services, or from the archive where its answer is recent."""
        self._start(fresh=False)

    def action_research_again(self) -> None:
        """Research the claim again from the services, without the archive."""
        self._start(fresh=True)

    def _start(self, *, fresh: bool) -> None:
        if self._research.start(self.claim.id, fresh=fresh):
            self.talk.say("")
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
        """Fetch the figures of the selected candidate."""
        row = self.query_one(CandidatesPane).in_hand
        if row is None:
            self.talk.say(f"There is no candidate; {key_name('bench.research')} looks for some.")
        elif row.candidate.barred is not None:
            self.talk.say(f"Barred: {row.candidate.barred}", caveat=True)
        elif self._research.examine(self.claim.id, row.candidate.series.ref):
            self.talk.say("")
            self.show_research()

    @on(CandidatesPane.Chosen)
    @spoken
    def _chosen(self, event: CandidatesPane.Chosen) -> None:
        """Save whether the reviewer accepts or rejects the selected candidate."""
        row = self.query_one(CandidatesPane).in_hand
        if row is None:
            self.talk.say(f"There is no candidate; {key_name('bench.research')} looks for some.")
        elif self._research.running(self.claim.id):
            self.talk.say("This claim is being researched.")
        elif event.measures:
            self._pick(row.candidate)
        else:
            self.desk.bar(self.claim, row.candidate.series.ref)
            self.show_anew(place=True)
            self.talk.say(f"Not this; {key_name('bench.undo')} takes it back: {row.candidate.series.title}")

    def _pick(self, candidate: Candidate) -> None:
        """Save a pick and fetch its figures."""
        self.desk.memory.need()
        if self._research.examine(self.claim.id, candidate.series.ref, pick=True):
            self.show_research()
            self.talk.say(f"Remembered; {key_name('bench.undo')} takes it back: {candidate.series.title}")
