"""Evidence, decisions and files in line mode; each word returns sentences."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from workbench.cli.line_mode import output_sentences
from workbench.cli.line_mode.history import history_sentences
from workbench.cli.line_mode.list_session import ListSession
from workbench.cli.line_mode.queue_session import Lines, NoSuchNumberError
from workbench.core.corrections.correction import FOR_READERS
from workbench.core.errors import UsageError, WorkbenchError, printable
from workbench.core.reviews.rated_since import RatedMeanwhileError
from workbench.core.verdict import PUBLIC, Action
from workbench.desk.correcting.slot_corrections import slot_typed
from workbench.desk.publication.change_typing import ASKS
from workbench.ports import CandidateRow, Progress, Researched, silent
from workbench.report.decision_words import unreviewed
from workbench.tui.note_keeping import keep_note
from workbench.tui.undo_words import took_back
from workbench.tui.workers.import_and_export import export_claims, import_path, is_there
from workbench.tui.workers.recompute import recompute

YES = frozenset({"yes", "y"})


class LineSession(ListSession):
    """Line mode with all its words."""

    # --- evidence --------------------------------------------------------------------------------------

    def research(self, _: str = "", *, fresh: bool = False) -> Lines:
        """Find series that measure the open claim, and fetch their figures."""
        claim = self.claim
        self.tell("Looking for series and asking for their figures. Ctrl-C stops it.")
        found = asyncio.run(self.desk.research(claim.id, self._hear, fresh=fresh))
        yield from output_sentences.research_lines(found, self.sources)

    def _hear(self, progress: Progress) -> None:
        if line := output_sentences.progress_line(progress):
            self.tell(line)

    @property
    def found(self) -> Researched:
        """The research of the open claim."""
        return self.desk.researched(self.claim.id) or Researched(self.claim.id, self.desk.now())

    def candidates(self, which: str = "") -> Lines:
        """Read the candidates; or the reasons of one, by its number."""
        rows = self.found.candidates
        if which:
            row = self._candidate(which)
            yield output_sentences.candidate_line(rows.index(row) + 1, row, self.sources)
            yield from output_sentences.reason_lines(row)
            return
        if not rows:
            yield "There is no candidate; research looks for some."
        for place, row in enumerate(rows, start=1):
            yield output_sentences.candidate_line(place, row, self.sources)

    def _candidate(self, which: str) -> CandidateRow:
        rows = self.found.candidates
        if not which.isdecimal() or not 1 <= int(which) <= len(rows):
            raise NoSuchNumberError("candidate", which, len(rows))
        return rows[int(which) - 1]

    def examine(self, which: str = "", *, pick: bool = False) -> Lines:
        """Fetch a candidate's figures and compare; without a number, those of the first."""
        ref = self._candidate(which or "1").candidate.series.ref
        found = asyncio.run(self.desk.examine(self.claim.id, ref, self._hear, pick=pick))
        if pick:
            yield "Remembered that it measures the claim."
        yield from output_sentences.research_lines(found, self.sources)

    def exclude(self, which: str = "") -> Lines:
        """Exclude a candidate as not what the claim means."""
        row = self._candidate(which)
        self.desk.bar(self.claim, row.candidate.series.ref)
        yield f"Excluded: {row.candidate.series.title}. undo takes it back."

    def figures(self, _: str = "") -> Lines:
        """Read the arithmetic of every finding."""
        findings = self.found.findings
        if not findings and self.found.candidates:
            yield "No figures were compared: no candidate is sure to measure it. examine 1 asks for those of the first."
        elif not findings:
            yield "No figures were compared; research looks for some."
        for finding in findings:
            yield from output_sentences.finding_lines(finding)

    def replay(self, _: str = "") -> Lines:
        """Recompute every figure from the archive."""
        yield recompute(self.desk, self.claim.id).removeprefix("! ")

    # --- the verdict -----------------------------------------------------------------------------------

    def rate(self, words: str = "") -> Lines:
        """Rate the open claim, or the marked ones."""
        rating = self.desk.scale.meant(words)
        if rating is None:
            names = ", ".join(f"{rating.label.casefold()} ({rating.digit})" for rating in self.desk.scale.ratings)
            raise UsageError(f"{printable(words, 60) or 'Nothing'} is no rating.", f"There is: {names}.")
        if self.on_many:
            yield from self.to_marked(Action.RATE, rating=rating.key, wording=rating.label)
            return
        claim, note = self.claim, self.notes.get(self.claim.id, "")
        try:
            self.desk.rate(claim.id, rating.key, note, seen=self.in_sight)
        except RatedMeanwhileError as error:
            answer = self.ask(f"{error.rated}. look, keep it, or add yours:").casefold()[:1]
            if answer != "a":
                yield from self.read() if answer == "l" else ("Yours was not given.",)
                return
            self.desk.rate(claim.id, rating.key, note)
        self.notes.pop(claim.id, None)
        yield f"Rated {rating.label}. undo takes it back; next open goes on."

    def note(self, words: str = "") -> Lines:
        """Save a note at once; it is also added to the rating."""
        claim = self.claim
        words = words or self.ask("Note:")
        if not words:
            return
        if keep_note(self.desk, claim.id, words):
            yield "The note goes with the rating now."
        else:
            self.notes[claim.id] = words
            yield "Noted. It goes with the rating you give."

    def undo(self, _: str = "") -> Lines:
        """Take back the last action on the open claim, or on any where none is open."""
        undone = self.desk.undo(self.at or None)
        if not undone:
            yield "There is nothing to undo."
            return
        count = 1 if self.at else self.desk.given_with(undone)
        yield f"{took_back(self.desk, undone)}{f', of {count:,} claims in one go' if count > 1 else ''}."

    def defer(self, words: str = "") -> Lines:
        """Defer the open claim, or the marked ones."""
        if self.on_many:
            yield from self.to_marked(Action.DEFER, note=words)
            return
        self.desk.defer(self.claim.id, words)
        yield "Deferred; it stays open. undo takes it back."

    def dismiss(self, words: str = "") -> Lines:
        """Dismiss the open claim, or the marked ones, as no claims."""
        if self.on_many:
            yield from self.to_marked(Action.DISMISS, note=words)
            return
        self.desk.dismiss(self.claim.id, words)
        yield "Dismissed as no claim. undo takes it back."

    def edit(self, words: str = "") -> Lines:
        """Correct the reading, given a slot and its value."""
        claim = self.claim
        words = words or self.ask("Put right, as in period 2020:")
        [made] = self.desk.correct(claim.id, [slot_typed(claim, words)])
        yield f"Put right: {made.slot.value} {made.after or 'nothing'}, read before as {made.before or 'nothing'}. undo takes it back."

    def words(self, words: str = "") -> Lines:
        """Write a text of the report, given a slot and the text."""
        offers = {each.slot: each.typed for each in self.desk.offered_values(self.claim) if each.slot in FOR_READERS}
        if not words:
            yield from (f"Proposed: {slot.value} {typed}." for slot, typed in offers.items())
        yield from self.edit(words or self.ask("Write, as in headline Exports doubled in 2021:"))

    def history(self, _: str = "") -> Lines:
        """Read the whole history of the open claim."""
        claim = self.claim
        yield from list(history_sentences(self.desk, claim)) or [unreviewed(self.desk.verdict(claim.id))]

    def publish(self, words: str = "") -> Lines:
        """Publish the verdict, after a yes, if every figure is recomputed with the same result.

        Or change a published one.
        """
        claim = self.claim
        if self.desk.verdict(claim.id).stage in PUBLIC:
            if words := words or self.ask(ASKS):
                yield self.desk.change_published(claim.id, words)
            return
        self.desk.check_publishable(claim.id)
        if self.ask("Publish it? Every figure is recomputed first. yes or no:").casefold() not in YES:
            yield "Nothing was published."
            return
        self.desk.publish(claim.id)
        yield "Published. undo takes it back."

    # --- files -----------------------------------------------------------------------------------------

    def export(self, path: str = "") -> Lines:
        """Export the open claim, or those that pass the filter, to a file; overwrite one only after a yes."""
        path = path or self.ask("Write to which file:")
        if not path:
            return
        if (
            is_there(path)
            and self.ask(f"{printable(path)} is there already. Replace it? yes or no:").casefold() not in YES
        ):
            yield "Nothing was written."
            return
        yield export_claims(self.desk, self.chosen, path)

    def import_from(self, path: str = "") -> Lines:
        """Import a file or a folder."""
        path = path or self.ask("Take in which file or folder:")
        if path:
            yield f"{import_path(self.desk, path, silent)}."

    def outcome(self, lines: Callable[[], Lines]) -> Lines:
        """Yield a word's sentences, or the error and its hint."""
        try:
            yield from lines()
        except WorkbenchError as error:
            yield f"Problem: {error.message} {error.hint}".rstrip()
