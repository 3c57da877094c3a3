"""The desk: the object that both user interfaces call; the read-only part is `desk_view`. Methods are short; the work is in other modules.

Reading, matching and comparing take a quarter of a second to load. The first verb that needs them loads them, so that a list of
claims, or the first screen, does not wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.core.candidate import Candidate, SeenBefore
from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction, Slot
from workbench.core.report import Report
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.reviewers.series_choice import Choice
from workbench.core.series import SeriesRef
from workbench.core.verdict import Verdict
from workbench.desk.desk_bulk_decisions import BulkDecisionsDesk
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.desk_publication import PublicationDesk
from workbench.desk.memory.remembering import Remembering
from workbench.desk.publication import report_making
from workbench.desk.series_references import need_source
from workbench.desk.verdicts import verdicts
from workbench.ports import Exporter, Imported, ReadDocument, Rejected, Researched, Tell, silent

if TYPE_CHECKING:
    from workbench.core.corrections.labelled_row import LabelledRow
    from workbench.core.errors import WorkbenchError
    from workbench.desk.correcting.amending import Amending
    from workbench.desk.evidence.attaching import Attached, EvidenceFor, EvidenceGiven
    from workbench.desk.formulas.formulas import Formulas
    from workbench.desk.importing.bulk_import import ImportPlan
    from workbench.desk.importing.document_import import ImportedDocument
    from workbench.desk.importing.reading_later import Later
    from workbench.desk.researching.fact_checks_elsewhere import AskedElsewhere
    from workbench.desk.reviewing.exclude_and_undo import Undone
    from workbench.match.memory.series_memory import Recalled


class Desk(BulkDecisionsDesk, PublicationDesk):
    """The workbench's verbs over one database, one archive, one catalogue and a set of sources.

    Attributes:
        memory: The memory of series that reviewers picked and barred.
    """

    def __init__(self, ports: DeskPorts) -> None:
        super().__init__(ports)
        self.memory = Remembering(ports)
        self._formulas: Formulas | None = None

    def warm_up(self) -> None:
        """Load what reading and research need; a user interface calls it in parallel with its first screen."""
        from workbench.desk.formulas import formulas  # noqa: F401  (loaded, not used)
        from workbench.desk.importing import bulk_import, document_import  # noqa: F401  (loaded, not used)
        from workbench.desk.researching import research  # noqa: F401  (loaded, not used)

        self.sources()  # loads each of them

    # --- taking in -------------------------------------------------------------------------------------

    def read(self, path: str, form: str = "auto") -> ReadDocument:
        """Read a file as a document without storing it. Raises ReadingError."""
        from workbench.desk.importing import document_import

        return document_import.read_file(self.ports, path, form)

    def import_document(self, path: str, form: str = "auto") -> ImportedDocument:
        """Read a file, find its claims, and store both. Raises ReadingError."""
        from workbench.desk.importing import document_import

        return document_import.import_document(self.ports, path, form)

    def import_bulk(
        self, plan: ImportPlan, tell: Tell = silent, later: Later | None = None
    ) -> tuple[Imported, Sequence[Rejected]]:
        """Import files, folders, CSV and JSON Lines, or give what is new to `later`; the same input twice adds nothing."""
        from workbench.desk.importing import bulk_import

        return bulk_import.import_bulk(self.ports, plan, tell, later)

    # --- research --------------------------------------------------------------------------------------

    async def research(
        self, claim: str, tell: Tell = silent, *, fresh: bool = False, ahead: bool = False
    ) -> Researched:
        """Search series for a claim, fetch their figures, compare, and store the result; `ahead` marks background research."""
        from workbench.desk.researching.preloading import recalled_for

        found = self.claim(claim)
        recalled = await asyncio.to_thread(recalled_for, self.memory, found)
        from workbench.desk.researching import research

        return await research.research(self.ports, found, tell, fresh=fresh, recalled=recalled, ahead=ahead)

    async def look_up(self, claim: Claim, recalled: Recalled | None = None) -> Researched:
        """Research a claim that need not be in the library. Only the fetched bodies are stored."""
        from workbench.desk.researching import research

        recalled = self.memory.recall(claim) if recalled is None else recalled
        return await research.look_up(self.ports, claim, recalled=recalled)

    async def examine(
        self, claim: str, ref: SeriesRef, tell: Tell = silent, *, pick: bool = False, by: str = "", fresh: bool = False
    ) -> Researched:
        """Compare a claim with one series, and add the findings to the claim's research.

        If it is the reviewer's `pick`, not only a look, the choice is remembered.
        """
        from workbench.desk.researching import research

        found = self.claim(claim)
        series = await research.one_series(self.ports, found, ref, tell)
        if pick:
            self.memory.pick(found, series, by)
        return await research.examine(self.ports, found, series, tell, self.memory.recall(found), fresh=fresh)

    def candidates(self, claim: str, limit: int = 10) -> Sequence[Candidate]:
        """Rank the series that may measure a claim; no source is asked."""
        from workbench.desk.researching import research

        found = self.claim(claim)
        return research.candidates(self.ports, found, self.memory.recall(found), limit)

    def known(self, claim: Claim) -> Sequence[SeenBefore]:
        """Find earlier claims about the same thing, most similar first: repeats, variants, reversals."""
        from workbench.desk.researching import research

        return research.known(self.ports, claim)

    async def checked_elsewhere(self, claim: Claim, site: str = "") -> AskedElsewhere:
        """Search others' fact checks of a claim, optionally only on one publisher's site."""
        from workbench.desk.researching import fact_checks_elsewhere

        return await fact_checks_elsewhere.checked_elsewhere(self.ports, claim, site=site)

    @property
    def formulas(self) -> Formulas:
        """The reviewers' formulas: evaluated for a claim, stored with it, offered for the next claim of its shape."""
        from workbench.desk.formulas.formulas import Formulas

        if self._formulas is None:
            self._formulas = Formulas(self.ports)
        return self._formulas

    def offered_formulas(self, claim: Claim) -> Sequence[SavedFormula]:
        """List formulas that were stored for other claims of this one's shape; nothing is loaded where none was ever stored."""
        return self.formulas.offered(claim) if self.ports.store.formulas(limit=1) else ()

    # --- verdicts --------------------------------------------------------------------------------------

    def rate(
        self,
        claim: str,
        rating: str,
        note: str = "",
        by: str = "",
        *,
        on: SeriesRef | None = None,
        seen: Container[str] | None = None,
    ) -> Verdict:
        """Give a claim a rating that rests on the named series, or on the first that gave a figure.

        Raises:
            UnknownNameError: The scale has no such rating.
            RatedMeanwhileError: A colleague gave one that is not among the reviews `seen`; with None this is not checked.
        """
        from workbench.desk.verdicts import concurrent_ratings

        self.ports.scales.scale(self.ports.scale).rating(rating)  # a misspelt rating is reported first
        found = self.claim(claim)  # a claim that cannot be read is not rated
        key, on = found.id, need_source(self.ports, found.id, on)
        given = partial(verdicts.rate, self.ports, key, rating, note, by)
        verdict = (
            given() if seen is None else concurrent_ratings.checked(self.ports, key, rating, by, seen=seen, give=given)
        )
        self.memory.rated(found, verdict.history[-1], on)
        return self.keep_page(verdict)

    def comment(self, claim: str, note: str, by: str = "") -> Verdict:
        """Add a note to the history without touching the rating."""
        return verdicts.comment(self.ports, claim, note, by)

    def defer(self, claim: str, note: str = "", by: str = "") -> Verdict:
        """Defer a claim; it stays open, and in the queue."""
        return verdicts.defer(self.ports, claim, note, by)

    def take(self, claim: str, by: str = "") -> Verdict:
        """Take an open claim, so that nobody else begins with it. Raises TakenError, RatedError."""
        return verdicts.take(self.ports, claim, by)

    def release(self, claim: str, note: str = "", by: str = "") -> Verdict:
        """Release a claim that somebody took, so that anybody may take it."""
        return verdicts.release(self.ports, claim, note, by)

    def correct(self, claim: str, values: Sequence[tuple[Slot, str]], by: str = "") -> Sequence[Correction]:
        """Correct slots of a claim's reading, until they are taken back. Raises UsageError for what cannot be read."""
        from workbench.desk.correcting import slot_corrections

        return slot_corrections.correct(self.ports, claim, values, by)

    async def attach(self, claim: str, given: EvidenceGiven, by: str = "", *, fresh: bool = False) -> Attached:
        """Attach a page, a file or a note to a claim. Raises SourceError, ReadingError or UsageError; then nothing is stored."""
        from workbench.desk.evidence import attaching

        return await attaching.attach(self.ports, claim, given, by, fresh=fresh)

    async def attach_all(
        self, given: Sequence[EvidenceFor], *, fresh: bool = False
    ) -> Sequence[Attached | WorkbenchError]:
        """Attach evidence to several claims, in one transaction; for what cannot be attached, the error is returned."""
        from workbench.desk.evidence import attaching

        return await attaching.attach_all(self.ports, given, fresh=fresh)

    def read_evidence(self, typed: str) -> EvidenceGiven:
        """Read evidence from a typed line: an address, a file or a note, with options. Raises UsageError."""
        from workbench.desk.evidence import attach_typing

        return attach_typing.read_typed(self.ports.files, typed)

    def dismiss(self, claim: str, note: str = "", by: str = "") -> Verdict:
        """Dismiss a claim as no claim: it leaves the queue but can be found. Raises RatedError where it was rated."""
        return verdicts.dismiss(self.ports, claim, note, by)

    @property
    def amending(self) -> Amending:
        """The operations on the claims and the data of documents: add, join, split, set, hide, show."""
        from workbench.desk.correcting.amending import Amending

        return Amending(self.ports)

    def undo(self, claim: str | None = None, by: str = "") -> Undone | None:
        """Undo the last review, choice, correction, attachment or amendment (of one claim, or of all); None where there is none."""
        from workbench.desk.reviewing import exclude_and_undo

        return exclude_and_undo.undo(self.ports, self.memory, claim, by)

    def bar(self, claim: Claim, ref: SeriesRef, by: str = "") -> Choice:
        """Exclude a series for a claim: at once for this one, and with less weight for similar claims.

        Raises:
            MemoryOffError: The memory is switched off.
        """
        from workbench.desk.reviewing import exclude_and_undo

        return exclude_and_undo.bar(self.ports, self.memory, claim, ref, by)

    def forget(self, choices: Iterable[Choice], by: str = "") -> int:
        """Forget choices, and rank the candidates of their claims again; return how many were forgotten."""
        from workbench.desk.reviewing import exclude_and_undo

        return exclude_and_undo.forget(self.ports, self.memory, choices, by)

    # --- reports ---------------------------------------------------------------------------------------

    def exporter(self, form: str, options: Mapping[str, str] = report_making.NO_OPTIONS) -> Exporter:
        """Find the exporter of a format, with its options. Raises UnknownNameError, UsageError."""
        return report_making.exporter_of(self.ports, form, options)

    def export_report(
        self,
        report: Report,
        form: str,
        options: Mapping[str, str] = report_making.NO_OPTIONS,
        *,
        drafts: bool = False,
        tell: Tell = silent,
    ) -> report_making.Exported:
        """Export a report in one format, and say what was left out; `drafts` includes unpublished claims, marked, in a reader's format."""
        return report_making.export_report(self.ports, report, form, options, drafts=drafts, tell=tell)

    def export(self, report: Report, form: str, *, drafts: bool = False) -> bytes:
        """Export only the bytes. Raises UnknownNameError for a format that is not installed."""
        return self.export_report(report, form, drafts=drafts).body

    def replaces(self, path: str, read: Sequence[str] = ()) -> bool:
        """Check whether writing a file would replace one. Raises ProtectedFileError for a file that the desk stores, or will read."""
        return self.ports.files.replaces(path, read)

    def check_public(self, folder: str) -> None:
        """Check that a folder may be published. Raises InsideProtectedFolderError where it contains the desk's own files."""
        self.ports.files.check_public(folder)

    def save(self, path: str, body: bytes | Iterable[bytes]) -> None:
        """Write a file completely or not at all, also from an iterator of parts. Raises WritingError."""
        self.ports.files.write(path, body)

    def labelled_rows(self) -> Iterator[LabelledRow]:
        """List the reviewers' corrections, one row per slot: the text, the machine's reading and theirs."""
        from workbench.desk.correcting import labelled_corrections

        return labelled_corrections.labelled_rows(self.ports)
