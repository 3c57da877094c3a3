"""Attachments, deferring, assigning, precedents and citations in line mode."""

from __future__ import annotations

import asyncio

from workbench.cli.line_mode.amending_session import AmendingSession
from workbench.cli.line_mode.queue_session import Lines
from workbench.report.attachment_records import attached_citation
from workbench.report.clipboard_texts import copies
from workbench.report.list_headline import headline
from workbench.report.precedent_words import tally_of, who_and_when
from workbench.tui.assign_typing import HAND, LATER, handed


class EvidenceSession(AmendingSession):
    """Line mode with these words."""

    def attach(self, words: str = "") -> Lines:
        """Attach an address, a file or a note."""
        if words := words or self.ask("Address, file or note, with --quote or --page:"):
            made = asyncio.run(self.desk.attach(self.claim.id, self.desk.read_evidence(words)))
            yield f"Attached: {attached_citation(made.attachment).says}. undo takes it back."
            yield from (str(problem) for problem in made.problems)

    def defer_until(self, words: str = "") -> Lines:
        """Defer the open claim, or the marked ones, until a day."""
        if words := words or self.ask("Defer until which day, as in 2026-12-05, tomorrow, in 3 days:"):
            yield from self._handed(LATER, words)

    def hand(self, words: str = "") -> Lines:
        """Take the open claim or the marked ones, assign them to somebody, or release them."""
        yield from self._handed(HAND, words)

    def _handed(self, purpose: str, words: str) -> Lines:
        keys = self.marks.ids if self.on_many else (self.claim.id,)
        outcome = handed(self.desk, keys, purpose, words, self._count)
        if self.on_many:
            self.marks.clear()
        yield f"{outcome}. undo takes {'it' if len(keys) == 1 else 'all of it'} back.".replace("..", ".")

    def precedents(self, _: str = "") -> Lines:
        """Read how claims similar to the open one were decided."""
        found = self.desk.precedents(self.claim.id)
        for what, some in (("On the same series", found.on_series), ("With the same explanation", found.with_slip)):
            yield f"{what}: {tally_of([each.label for each in some]) or 'none was decided before'}."
            for each in some:
                note = f": {each.verdict.note}" if each.verdict.note else ""
                yield f"{each.label}: {headline(each.claim)}, by {who_and_when(each.verdict)}{note}."

    def cite(self, _: str = "") -> Lines:
        """Read what can be cited: figure, citation, arithmetic, id, address."""
        lying = self.desk.researched(self.claim.id)
        findings = [each for each in lying.findings if each.measured is not None][:1] if lying else []
        series = findings[0].series if findings else None
        for kind, said in copies(self.claim, findings, series, series.url if series else "").items():
            if said:
                yield f"{kind}: {said}"
