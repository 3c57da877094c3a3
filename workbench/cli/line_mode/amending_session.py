"""Amend documents in line mode: add a missed claim, join two, split one, correct the document's data."""

from __future__ import annotations

from workbench.cli.line_mode.queue_session import Lines, NoSuchNumberError
from workbench.cli.line_mode.session import LineSession
from workbench.desk.correcting.amending import AmendedDocument
from workbench.desk.correcting.line_typing import named_value
from workbench.report.amendment_words import amended_words


class AmendingSession(LineSession):
    """Line mode with the words that amend documents."""

    def mark(self, words: str = "") -> Lines:
        """Add a claim that was missed, by its words; in the list, mark claims by their numbers."""
        if not self.at:
            yield from self.mark_rows(words)
            return
        document = self.claim.document
        if words := words or self.ask("The words of the claim, as they stand in the text:"):
            yield from self._came(self.desk.amending.add(document, words), "Added by hand")

    def mark_all(self, words: str = "") -> Lines:
        """Mark all claims that pass the filter; with a claim open, add one whose words begin with "all"."""
        yield from self.mark(f"all {words}".strip())

    def join(self, which: str = "") -> Lines:
        """Join the open claim with another of its document."""
        claims = self.case.claims
        which = which or self.ask(f"Join with which claim, 1 to {len(claims)}:")
        if not which.isdecimal() or not 1 <= int(which) <= len(claims):
            raise NoSuchNumberError("claim", which, len(claims))
        yield from self._came(self.desk.amending.join(self.claim.id, claims[int(which) - 1].id), "Joined")

    def split(self, _: str = "") -> Lines:
        """Split the open claim into one claim per figure."""
        yield from self._came(self.desk.amending.split(self.claim.id), "Split")

    def data(self, words: str = "") -> Lines:
        """Correct a field of the document, given by name and value."""
        document = self.claim.document
        words = words or self.ask("The document, as in day 2021-12-02:")
        done = self.desk.amending.set(document, [named_value(words)])
        said = amended_words(done.amendment)
        yield f"{said[0].upper()}{said[1:].replace('→', 'to')}. undo takes it back."
        yield from done.notices

    def _came(self, done: AmendedDocument, done_text: str) -> Lines:
        """Open the first new claim, and say which were added."""
        quotes = ", ".join(f"“{' '.join(claim.quote.split())}”" for claim in done.came)
        yield f"{done_text}: {quotes}. undo takes it back."
        self.at = done.came[0].id
