"""The library: the list of documents, and the queue of claims, best worth first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.filters.query_values import QueryCompletion
from workbench.ports import ClaimFilter, ClaimRow, DocumentRow
from workbench.tui.assign_typing import HAND, LABELS
from workbench.tui.command_keys import ANYWHERE, LIBRARY, bindings
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.empty_lists import no_claims, no_documents
from workbench.tui.lines.line import Line
from workbench.tui.lines.list_rows import claim_row, document_head, document_row
from workbench.tui.screen_sizes import fit_at_once
from workbench.tui.screens.assigning import MARKED
from workbench.tui.screens.bench import BenchScreen
from workbench.tui.screens.counted_lists import CountedListsScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.undo_words import took_back, undone_on
from workbench.tui.widgets.claim_marking_list import ClaimMarkingList
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.widgets.paged_list import PagedList
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.workers.import_and_export import import_path
from workbench.tui.workers.worker_messages import Done, NewsTold

REMEMBERED = 256
"""Cache size: documents whose recording times are kept; more than fit on any screen."""


class LibraryScreen(CountedListsScreen):
    """The screen with documents and the queue."""

    BINDINGS = bindings((*LIBRARY, *ANYWHERE))

    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012  (Textual declares it so)

    AUTO_FOCUS = "#queue"

    DEFAULT_CSS = """
    LibraryScreen {
        layout: vertical;
        #lists { height: 1fr; layout: grid; grid-size: 2 1; grid-columns: 1fr 1fr; }
        #queue { border-left: solid $foreground 30%; }
        &.-narrow #lists, &.-single #lists { grid-size: 1 2; grid-rows: 2fr 3fr; grid-columns: 1fr; }
        &.-narrow #queue, &.-single #queue { border-left: none; }
        &.-single #lists { grid-size: 1 1; grid-rows: 1fr; }
        &.-single #documents { display: none; }
        &.-single.-documents #documents { display: block; }
        &.-single.-documents #queue { display: none; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._heard = lru_cache(maxsize=REMEMBERED)(self._heard_in)
        self._ratings = {rating.key: rating.label for rating in desk.scale.ratings}

    def compose(self) -> ComposeResult:
        """Yield header, filter, the two lists, the message line, the keys."""
        fit_at_once(self)
        yield TitleBar(id="title")
        yield TitleBar(id="filter")
        with Container(id="lists"):
            yield PagedList[DocumentRow](
                "Documents", self._document, id="documents", empty=(no_documents(),), head=document_head
            )
            yield ClaimMarkingList("Queue", self._claim, id="queue", height=2, empty=(no_claims(),))
        yield MessageLine()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Show the lists: at first, and again after the bench, where verdicts were given."""
        self.reload()

    def changed_elsewhere(self, claims: frozenset[str]) -> None:  # noqa: ARG002  (any may be in the list, or come into it)
        """Reload the lists."""
        self.reload()

    @property
    def named(self) -> tuple[str, str]:
        """The ids of the selected claim and its document.

        In the list of documents, only that of the selected document.
        """
        claim, document = self.queue.in_hand, self.documents.in_hand
        if self.documents.has_focus or claim is None:
            return ("", document.id if document else "")
        return (claim.id, claim.document)

    def _document(self, row: DocumentRow, width: int, here: bool) -> Sequence[Line]:
        return document_row(row, width, here=here)

    def _claim(self, row: ClaimRow, width: int, here: bool, marked: bool) -> Sequence[Line]:
        heard_at = self._heard(row.document).get(row.id, "")
        return claim_row(row, width, here=here, marked=marked, ratings=self._ratings, heard_at=heard_at)

    def _heard_in(self, document: str) -> Mapping[str, str]:
        """Return the time codes of a document's claims, by their ids.

        Empty if it was not recorded or cannot be read now.
        """
        try:
            found = self.desk.document(document)
            claims = self.desk.claims_in(document) if found.marks else ()
        except WorkbenchError:
            return {}
        return {claim.id: found.heard_at(claim.span.start) for claim in claims}

    # --- opening ---------------------------------------------------------------------------------------

    @on(PagedList.Opened, "#queue")
    @spoken
    def _open_claim(self, event: PagedList.Opened) -> None:
        self.app.push_screen(BenchScreen(self.desk, event.key))

    @on(PagedList.Opened, "#documents")
    @spoken
    def _open_document(self, event: PagedList.Opened) -> None:
        self.open_document(event.key)

    @spoken
    def open_document(self, key: str) -> None:
        """Open the bench at the first open claim of a document, or its first."""
        rows = self.desk.claims(ClaimFilter(document=key, order="text"), limit=500)
        first = next((row for row in rows if row.stage == "open"), rows[0] if rows else None)
        if first is None:
            hint = f'No claim was found in this document: workbench claim add {key} --quote "…" adds one.'
            self.talk.say(hint, caveat=True)
        else:
            self.app.push_screen(BenchScreen(self.desk, first.id))

    # --- keys ------------------------------------------------------------------------------------------

    def action_side(self) -> None:
        """Go to the other list."""
        documents = not self.documents.has_focus
        self.set_class(documents, "-documents")
        (self.documents if documents else self.queue).focus()

    def action_import_document(self) -> None:
        """Ask for a file to import."""
        self.talk.ask("import", "Import file, folder, .csv or .jsonl: ")

    def action_filter(self) -> None:
        """Ask for a filter."""
        self.talk.ask("filter", "Filter (Tab offers): ", self._line, QueryCompletion(self.desk.query_values).after)

    def action_clear(self) -> None:
        """Remove the marks; where there are none, clear the filter."""
        if not self.unmark():
            self._filter("")

    def action_export(self) -> None:
        """Ask where to export the marked claims, or those that pass the filter."""
        self.ask_export("marked" if self.queue.marks else "claims")

    @spoken
    def action_defer(self) -> None:
        """Defer the selected claim, or the marked ones."""
        row = self.queue.in_hand
        if not self.ask_defer() and row is not None:
            self.desk.defer(row.id)
            self.reload()
            self.talk.say(
                f"Deferred: {row.headline or row.quote} · {key_name('library.undo')} takes it back", stays=True
            )

    @spoken
    def action_hide(self) -> None:
        """Hide the selected document with its claims."""
        row = self.documents.in_hand
        if row is not None and self.documents.has_focus:
            self.desk.amending.hide(row.id)
            self.reload()
            self.talk.say(
                f"Hidden, with its claims: {row.title} · {key_name('library.undo')} takes it back", stays=True
            )
        else:
            self.talk.say(f"Select a document first: {key_name('library.side')} goes to the list of documents.")

    @spoken
    def action_undo(self) -> None:
        """Take the last action back."""
        undone = self.desk.undo()
        self.reload()
        if undone is None:
            self.talk.say("There is nothing to undo.")
            return
        others = self.desk.given_with(undone) - 1
        more = f"In one go, of {others + 1:,} claims: " if others else ""
        self.talk.say(f"{more}{took_back(self.desk, undone)} on: {undone_on(self.desk, undone)}", stays=True)

    # --- answers ---------------------------------------------------------------------------------------

    @on(MessageLine.Answered)
    @spoken
    def _answered(self, event: MessageLine.Answered) -> None:
        text = event.text.strip()
        match event.purpose:
            case "filter":
                self._filter(text)
            case "view" if text:
                self.save_view(text)
            case "import" if text:
                self.talk.hold(f"Reading {text} …")
                self.in_thread("import", lambda: import_path(self.desk, text, self.hear("import")))
            case "export" if text:
                marked = self.queue.marks.ids
                self.export(ClaimFilter(ids=marked) if marked else replace(self._wanted, folded=False), text)
            case purpose if purpose in LABELS and (text or purpose == HAND):
                self.hand(purpose, text)
            case purpose if purpose.startswith(f"{MARKED} "):
                self.decide(purpose, text)
            case _:
                self.talk.close()

    def _filter(self, text: str) -> None:
        """Apply a filter; an invalid one stays in the prompt to be corrected."""
        self._wanted = replace(self.desk.query(text), folded=True)
        self._line = text
        if text and text not in self._used:
            self._used = (*self._used, text)[-5:]
        if self.talk.asking:
            self.talk.close()
        self.queue.cursor = self.documents.cursor = 0
        self.reload()

    @on(NewsTold)
    def _show_progress(self, event: NewsTold) -> None:
        if event.progress.state == "running" and self.talk.holds(event.about):
            self.talk.close()  # the file could be opened: the import continues in a thread
        self.talk.work(event.progress)

    @on(Done)
    def _reloaded(self, event: Done) -> None:
        if event.about == "import":
            self.reload()
