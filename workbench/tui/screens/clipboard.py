"""Open the source's page in a browser, and copy figure, citation, trace, id or address to the clipboard."""

from __future__ import annotations

from workbench.desk import Desk
from workbench.report.attachment_records import attached_citation
from workbench.report.clipboard_texts import KINDS, copies, kind_of, next_kind
from workbench.report.list_headline import short_headline
from workbench.tui.bench_state import findings_for
from workbench.tui.browser_check import has_browser
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.precedents import precedent_lines
from workbench.tui.screens.amending import AmendingScreen
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.widgets.candidates_pane import CandidatesPane

COPY = "copy"

LABEL = "Copy (figure; c citation, t trace, i id, l link):"


class ClipboardScreen(AmendingScreen):
    """The evidence screen with keys to open and copy."""

    def __init__(self, desk: Desk, claim: str) -> None:
        super().__init__(desk, claim)
        self._copies: dict[str, str] = {}

    def action_open_page(self) -> None:
        """Open the page of the selected series, else of an attachment; show its address where there is no browser."""
        address = self._address()
        if not address:
            self.talk.say("The series in hand names no page, and nothing on the web is attached.")
        elif has_browser(is_web=self.app.is_web):
            self.app.open_url(address)
            self.talk.say(f"Opened {address}")
        else:
            self.talk.say(f"{address} · no browser here: {key_name('bench.copy')} l copies it")

    def action_precedents(self) -> None:
        """Show how similar claims were decided before."""
        found = list(precedent_lines(self.desk.precedents(self.claim.id)))
        self.app.push_screen(ReaderScreen(f"Precedents · {short_headline(self.claim)}", lambda _: found))

    def action_copy(self) -> None:
        """Ask what to copy: by a letter, or by Tab from one to the next."""
        row = self.query_one(CandidatesPane).in_hand
        findings = [each for each in findings_for(self.researched, row) if each.measured is not None]
        self._copies = copies(self.claim, findings, row.candidate.series if row else None, self._address())
        self.talk.ask(COPY, LABEL, "", next_kind)

    def copy_kind(self, typed: str) -> None:
        """Copy a text with the terminal sequence OSC 52, which works over SSH too."""
        kind = kind_of(typed)
        if not kind:
            self.talk.refuse(f"there is {', '.join(KINDS[:-1])} or {KINDS[-1]}:")
            return
        self.talk.close()
        words = self._copies.get(kind, "")
        if not words:
            self.talk.say(f"There is no {kind} to copy yet.")
            return
        self.app.copy_to_clipboard(words)
        self.talk.say(f"Copied the {kind}: {words}")

    def _address(self) -> str:
        row = self.query_one(CandidatesPane).in_hand
        page = row.candidate.series.url if row else ""
        found = [f.series.url for f in findings_for(self.researched, row) if f.series is not None]
        kept = [attached_citation(each).link for each in reversed(self.attached)]
        web = (each for each in (page, *found, *kept) if each.startswith(("https://", "http://")))
        return next(web, "")
