"""The bench, where one claim is decided: rating, note, undo, publication, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual import on

from workbench.core.attachment import Attachment
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import FOR_READERS, Correction
from workbench.core.rating import Rating
from workbench.core.reviewers.series_choice import Choice
from workbench.core.reviews.rated_since import RatedMeanwhileError
from workbench.core.reviews.undo_message import taken_back
from workbench.core.series import SeriesRef
from workbench.core.verdict import PUBLIC, Action, Review
from workbench.desk import Desk
from workbench.desk.publication.change_typing import ASKS
from workbench.ports import ClaimFilter
from workbench.report.decision_words import done_words, given_label, unreviewed
from workbench.report.list_headline import short_headline
from workbench.tui.assign_typing import HAND, LABELS
from workbench.tui.bench_state import BenchCase, stages
from workbench.tui.command_keys import ANYWHERE, BENCH, bindings
from workbench.tui.hasty_keys import HASTE
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.attached import attachment_history
from workbench.tui.lines.line import line, say
from workbench.tui.lines.verdict import (
    amendment_lines,
    choice_lines,
    correction_lines,
    history_lines,
)
from workbench.tui.note_keeping import keep_note
from workbench.tui.screens.amending import DATA, JOIN
from workbench.tui.screens.attaching import ATTACH
from workbench.tui.screens.clipboard import COPY
from workbench.tui.screens.concurrent_changes import RATED_SINCE, ConcurrentChangesScreen
from workbench.tui.screens.corrections import PURPOSE
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.screens.workplace_base import EXPORT, spoken
from workbench.tui.undo_words import took_back
from workbench.tui.widgets.candidates_pane import CandidatesPane
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.widgets.verdict_bar import VerdictBar
from workbench.tui.workers.recompute import recompute
from workbench.tui.workers.worker_messages import Done

CHANGE, DISMISS, NOTE = "change", "dismiss", "note"
"""Purposes of this screen's prompts."""


class BenchScreen(ConcurrentChangesScreen):
    """The evidence screen with the keys that decide a claim."""

    TOPIC = "judging"

    BINDINGS = bindings((*BENCH, *ANYWHERE))

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._notes: dict[str, str] = {}
        self._unsent: dict[str, str] = {}
        self._noted = ""
        self._rated = ("", 0.0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable a digit only where the scale has a rating for it."""
        return action != "rate" or any(rating.digit == parameters[0] for rating in self.scale.ratings)

    def action_back(self) -> None:
        """Go back to the library."""
        self.dismiss()

    # --- rating ----------------------------------------------------------------------------------------

    @spoken
    def action_rate(self, digit: str) -> None:
        """Rate the claim by a digit, with the note written before."""
        rating = next(rating for rating in self.scale.ratings if rating.digit == digit)
        key = key_name(f"bench.rate-{digit}")
        if self._is_hasty():
            self.talk.say(
                f"{key} came at once after a verdict on another claim. Press it again to give it.", caveat=True
            )
            return
        if since := self.read_since():
            self.talk.say(f"{since}. {key} again gives “{rating.label}”.", caveat=True)
            return
        try:
            self._give(rating, self.in_sight)
        except RatedMeanwhileError as error:
            does: dict[str, Callable[[], None]] = {"l": self.action_history, "a": partial(self._give, rating, None)}
            self.ask_rated_since(error, rating.label, does)

    def _give(self, rating: Rating, seen: frozenset[str] | None) -> None:
        note = self._notes.get(self.claim.id, "")
        verdict = self.desk.rate(self.claim.id, rating.key, note, on=self._evidence, seen=seen)
        self._notes.pop(self.claim.id, None)
        done_text = f"Rated “{rating.label}”"
        undo, further = key_name("bench.undo"), key_name("bench.next-open")
        self.judged(f"{done_text} · {undo} takes it back · {further} next open claim", verdict)
        self.go_on(done_text)

    def _is_hasty(self) -> bool:
        """Check, once, whether a rating follows one on another claim too fast for the claim to have been read."""
        claim, at = self._rated
        self._rated = (self.claim.id, self.typed_at)
        return claim not in {"", self.claim.id} and self.typed_at - at < HASTE

    @property
    def _evidence(self) -> SeriesRef | None:
        """The series of the selected candidate; None where it has no figures."""
        row = self.query_one(CandidatesPane).in_hand
        return row.candidate.series.ref if row is not None and row.finding is not None else None

    def action_note(self) -> None:
        """Ask for a note."""
        self._noted = self.claim.id
        self.talk.ask(NOTE, "Note:", self._unsent.get(self._noted) or self._notes.get(self._noted, ""))

    @on(MessageLine.Left)
    def _left(self, event: MessageLine.Left) -> None:
        if event.purpose == NOTE:
            self._unsent[self._noted] = event.text

    @on(MessageLine.Answered)
    @spoken
    def _answered(self, event: MessageLine.Answered) -> None:
        """Apply an answer; an empty one leaves the prompt open, except where it has a meaning."""
        text = event.text.strip()
        if text or event.purpose in {COPY, DISMISS, HAND}:
            self._answers[event.purpose](text)
        else:
            self.talk.close()

    @property
    def _answers(self) -> Mapping[str, Callable[[str], None]]:
        """The handler of each prompt's answer."""
        return {
            NOTE: self._keep_note,
            DISMISS: self._dismiss,
            CHANGE: self._change,
            EXPORT: partial(self.export, ClaimFilter(ids=(self.claim.id,))),
            PURPOSE: self.keep_correction,
            COPY: self.copy_kind,
            ATTACH: self.keep_attachment,
            JOIN: self.join_with,
            DATA: self.set_datum,
            RATED_SINCE: self.answer_rated_since,
            **{purpose: partial(self.hand, purpose) for purpose in LABELS},
        }

    def _keep_note(self, text: str) -> None:
        """Save a note at once: with the present rating, or by itself and again with the next rating."""
        if keep_note(self.desk, self._noted, text, self._evidence):
            done_text = "The note goes with the rating now."
        else:
            self._notes[self._noted] = text
            done_text = "Noted. It goes with the rating you give."
        self.talk.close()
        self.judged(done_text)

    def _dismiss(self, why: str) -> None:
        self.desk.dismiss(self._noted, why)
        self.talk.close()
        self.judged(f"Dismissed as no claim. {key_name('bench.undo')} takes it back.")
        self.go_on("Dismissed as no claim")

    def _change(self, typed: str) -> None:
        done_text = self.desk.change_published(self._noted, typed)
        self.talk.close()
        self.judged(done_text)

    @spoken
    def action_undo(self) -> None:
        """Take back the last action on the claim: a review, a choice of a series, a correction, or an amendment."""
        self.go_back()
        undone = self.desk.undo(self.claim.id)
        if undone is None:
            self.talk.say("There is nothing to undo here.")
            return
        if isinstance(undone, Choice):
            self.show_anew()
            self.query_one(CandidatesPane).take(undone.series)
        if isinstance(undone, Amendment):
            self.took_back_amendment(undone)
        if isinstance(undone, Correction):
            self.read_anew(self.desk.claim(undone.claim), research=undone.slot not in FOR_READERS)
        if isinstance(undone, Attachment):
            self.show_findings()
        note = self._note_after(undone) if isinstance(undone, Review) else ""
        self.judged(f"{took_back(self.desk, undone)}.{note} {key_name('bench.history')} shows the history.")

    def _note_after(self, undone: Review) -> str:
        """Keep the note of a review that was taken back for the next rating, and say so."""
        claim, gone = undone.claim, taken_back(undone, self.desk.history(undone.claim))
        if gone.only_note:
            self._notes.pop(claim, None)
            self._unsent[claim] = undone.note
            return f" {key_name('bench.note')} offers it again."
        if undone.action is Action.RATE and undone.note:
            self._notes[claim] = undone.note
            return " The note goes with the next rating you give."
        return ""

    def action_dismiss_claim(self) -> None:
        """Ask why this is no claim; Enter alone means no reason."""
        self._noted = self.claim.id
        self.talk.ask(DISMISS, "No claim, because (Enter alone: no reason):")

    @spoken
    def changed_elsewhere(self, claims: frozenset[str]) -> None:
        """Update the list of claims; update the verdict, and close a question about it, only if this claim changed."""
        rows = stages(self.desk, self.case.document.id)
        if claims and claims.isdisjoint(rows):
            return
        self.case = BenchCase(self.case.document, self.case.claims, rows)
        if not claims or self.claim.id in claims:
            self.show_stage()
            last = self.desk.verdict(self.claim.id).last
            if claims and last is not None and last.who != self.desk.reviewer.casefold() and not self.talk.asking:
                self.talk.news(f"Just now {last.reviewer}: {done_words(last, self.scale)}.")
        else:
            self.show_claims()

    @spoken
    def action_history(self) -> None:
        """Show every review, choice of a series, correction and attachment of the claim."""
        verdict = self.desk.verdict(self.claim.id)
        lines = list(history_lines(verdict, self.scale))
        lines += choice_lines(self.desk.memory.of(self.claim.id), self.scale)
        lines += correction_lines(self.desk.corrections(self.claim.id))
        lines += amendment_lines(self.desk.amending.of_claim(self.claim))
        lines += attachment_history(self.desk.attachments(self.claim.id))
        nothing = [line(say(unreviewed(verdict), "dim"))]
        self.app.push_screen(ReaderScreen(f"History · {short_headline(self.claim)}", lambda _: lines or nothing))

    # --- publishing ------------------------------------------------------------------------------------

    @spoken
    def action_publish(self) -> None:
        """Ask before publishing the verdict; for a published one, ask what to change."""
        if self.desk.verdict(self.claim.id).stage in PUBLIC:
            self._noted = self.claim.id
            self.talk.ask(CHANGE, ASKS)
            return
        self.desk.check_publishable(self.claim.id)
        findings = self.researched.findings if self.researched else ()
        self.query_one(VerdictBar).ask(sum(len(finding.evidence()) for finding in findings))
        self.refresh_bindings()

    @on(VerdictBar.Left)
    def _left_question(self) -> None:
        self.show_stage()

    @on(VerdictBar.Doubted)
    def _doubted(self) -> None:
        yes, no = key_name("bench.yes"), key_name("bench.no")
        self.talk.say(f"{yes} came among other keys: nothing was published. Press {yes} alone, or {no}.", caveat=True)

    @on(VerdictBar.Confirmed)
    def _confirmed(self, event: VerdictBar.Confirmed) -> None:
        """Publish once every figure was recomputed with the same result; not if other keys were typed since."""
        if self.heard_at > event.at:
            self._doubted()
            return
        claim = self.claim.id
        self.show_stage()
        self.talk.say("Recomputing every figure …")
        self.in_thread("publish", partial(self._publish, claim))

    def _publish(self, claim: str) -> str:
        verdict = self.desk.publish(claim)
        label = given_label(verdict.ratings[-1], self.scale)
        return f"Published as “{label}”. {key_name('bench.undo')} takes it back; {key_name('bench.history')} shows the history."

    @on(Done)
    @spoken
    def _published(self, event: Done) -> None:
        if event.about == "publish":
            self.judged(event.says)

    # --- reports ---------------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Ask where to write this claim's check."""
        public = self.desk.verdict(self.claim.id).stage in PUBLIC
        self.ask_export(f"claim-{self.claim.id}", "" if public else "-draft")

    def action_replay(self) -> None:
        """Recompute the figures from the archive."""
        self.in_thread("replay", partial(recompute, self.desk, self.claim.id))
