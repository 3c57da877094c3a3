"""Amend documents at the bench: mark a missed claim, join two claims, split one, correct the document's data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on

from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment, AmendmentKind, DocumentData
from workbench.desk.correcting.line_typing import named_value
from workbench.report.amendment_words import amended_words
from workbench.tui.bench_state import BenchCase, open_case
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.attaching import AttachingScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.source_pane import SourcePane
from workbench.tui.widgets.word_marking_bar import WordMarkingBar
from workbench.tui.word_marking import WordMarking
from workbench.tui.workers.worker_messages import Done

JOIN, DATA = "join", "document data"

LABEL = "Document, as in “day 2021-12-02” (Tab offers):"


class AmendingScreen(AttachingScreen):
    """The evidence screen with keys that change which claims the document has."""

    # --- marking ---------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Start marking words at the sentence of the selected claim."""
        marking = self._begin(self.claim.span.start)
        if marking is None:
            self.talk.say("This document has no words.")
        else:
            self.query_one(WordMarkingBar).open(marking)

    def _begin(self, near: int) -> WordMarking | None:
        document = self.case.document
        return WordMarking.begin(document.text, self.desk.amending.sentences(document), near)

    @on(SourcePane.Dragged)
    def _dragged(self, event: SourcePane.Dragged) -> None:
        bar = self.query_one(WordMarkingBar)
        if self.prompt not in {None, bar}:
            return
        marking = bar.marking or self._begin(event.start)
        if marking is not None:
            bar.open(marking.over(event.start, event.end))

    @on(WordMarkingBar.Moved)
    def _marked(self, event: WordMarkingBar.Moved) -> None:
        self.query_one(SourcePane).mark(event.marking.span)

    @on(WordMarkingBar.Left)
    def _left_marking(self) -> None:
        self.query_one(SourcePane).mark(None)
        self.talk.say("")

    @on(WordMarkingBar.Taken)
    @spoken
    def _taken(self, event: WordMarkingBar.Taken) -> None:
        """Add the marked claim; where the words are no claim, show why and continue marking."""
        done = self.desk.amending.add_marked(self.case.document.id, event.marking.span)
        self.query_one(WordMarkingBar).close()
        self.query_one(SourcePane).mark(None)
        self.open_amended(done.came)
        self.talk.say(f"Added by hand · {key_name('bench.undo')} takes it back", stays=True)

    # --- joining and splitting -------------------------------------------------------------------------

    def action_join(self) -> None:
        """Ask which claim to join with this one."""
        if len(self.case.claims) == 1:
            self.talk.say("This document has no other claim.")
            return
        following = self._at % len(self.case.claims) + 1
        self._corrects = self.claim.id
        self.talk.ask(
            JOIN, f"Join claim {self._at} with claim number:", str(following), self._next_number, topic="reading"
        )

    def _next_number(self, typed: str) -> str:
        """Return the number after the typed one, for Tab."""
        at = int(typed) if typed.isdecimal() else 0
        return str(at % len(self.case.claims) + 1)

    @spoken
    def action_split(self) -> None:
        """Split the claim into one claim per figure."""
        done = self.desk.amending.split(self.claim.id)
        self.open_amended(done.came)
        self.talk.say(f"Split in {len(done.came)} · {key_name('bench.undo')} takes it back", stays=True)

    def join_with(self, typed: str) -> None:
        """Join the claim for which the prompt was opened with the one of a number."""
        number = int(typed) if typed.isdecimal() else 0
        if not 1 <= number <= len(self.case.claims):
            self.talk.refuse(f"there is no claim {typed}; give 1 to {len(self.case.claims)}:")
            return
        done = self.desk.amending.join(self._corrects, self.case.claims[number - 1].id)
        self.talk.close()
        self.open_amended(done.came)
        self.talk.say(f"Joined · {key_name('bench.undo')} takes it back", stays=True)

    # --- the document ----------------------------------------------------------------------------------

    def action_document(self) -> None:
        """Ask for a field of the document and its value; Tab offers each field with its present value."""
        from workbench.desk.correcting.document_data_typing import next_typed  # noqa: PLC0415  (loaded where something is put right)

        document = self.case.document.id
        self.talk.ask(
            DATA,
            LABEL,
            "",
            lambda typed: next_typed(DocumentData.of(self.desk.document(document)), typed),
            topic="reading",
        )

    def set_datum(self, typed: str) -> None:
        """Correct the typed field; the prompt stays open until the document is read again."""
        self.talk.hold("Reading the document again …")
        self.in_thread(DATA, partial(self._set, self.case.document.id, typed))

    def _set(self, document: str, typed: str) -> str:
        """Correct a field and read the claims again, in a thread, since a long text takes a second or two."""
        done = self.desk.amending.set(document, [named_value(typed)])
        words = f"{amended_words(done.amendment)} · {key_name('bench.undo')} takes it back"
        return " ".join((f"{'! ' if done.notices else ''}{words[0].upper()}{words[1:]}", *done.notices))

    @on(Done)
    @spoken
    def _was_set(self, event: Done) -> None:
        if event.about == DATA:
            if self.talk.holds(DATA):
                self.talk.close()
            self.open_amended(())
            self.talk.say(event.says, caveat=event.says.startswith("!"))

    # --- afterwards ------------------------------------------------------------------------------------

    def open_amended(self, came: Sequence[Claim]) -> None:
        """Show the amended document at the new claim, else at the selected one, else at the nearest."""
        document = self.desk.document(self.case.document.id)
        claims = self.desk.claims_in(document.id)
        if not claims:
            self.dismiss()
            return
        wanted = came[0].id if came else self.claim.id
        start = (came[0] if came else self.claim).span.start
        nearest = min(claims, key=lambda claim: (claim.id != wanted, abs(claim.span.start - start)))
        case = open_case(self.desk, nearest.id)
        self.case = BenchCase(document, case.claims, case.rows)
        self.query_one(SourcePane).show(document.text, self.case.claims)
        self._go_to(self.case.number(nearest.id))
        if self.researched is not None and not came:
            self.action_research()

    def was_set_aside(self, done_text: str) -> bool:
        """Leave a claim that was set aside in another window, and keep the message; return whether it was set aside."""
        why = self.desk.amending.why_aside(self.claim)
        if why:
            self.open_amended(())
            self.talk.say(f"{done_text} But that claim is set aside: {why}.", caveat=True, stays=True)
        return bool(why)

    def took_back_amendment(self, undone: Amendment) -> None:
        """Show the document after an amendment was taken back."""
        claims = [self.desk.claim(key) for key in undone.gone] if undone.kind is not AmendmentKind.SET else []
        self.open_amended([claim for claim in claims if not self.desk.amending.why_aside(claim)])
