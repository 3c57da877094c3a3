"""The desk: one object that both faces speak to. Every method is a line or two; the work is in the modules beside this one.

Reading, matching and comparing cost a quarter of a second to load; they are loaded by the first verb that needs them, so that
a list of claims, or the first screen, does not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from workbench.core.candidate import Candidate
from workbench.core.choice import Choice
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.kept_formula import KeptFormula
from workbench.core.report import Report
from workbench.core.series import Series, SeriesRef, SourceInfo
from workbench.core.text import Document
from workbench.core.verdict import RatingScale, Review, Verdict
from workbench.desk import cataloguing, publish, verdicts
from workbench.desk.decisions import Decisions
from workbench.desk.pulling import Pull, only_starter_lists
from workbench.desk.remembering import Remembering
from workbench.desk.tools import Tools, need_source
from workbench.ports import (
    EVERY,
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    Fault,
    Holding,
    Imported,
    ReadDocument,
    Rejected,
    Researched,
    Store,
    Tell,
    silent,
)

if TYPE_CHECKING:
    from workbench.desk.archive import Provenance, Pruned
    from workbench.desk.bulk import ImportPlan
    from workbench.desk.formulas import Formulas
    from workbench.desk.intake import Taken
    from workbench.desk.replaying import Replayed


class Desk:
    """The workbench's verbs over one database, one archive, one catalogue and a set of sources."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self.decisions = Decisions(tools)
        self.memory = Remembering(tools)
        self._formulas: Formulas | None = None

    def warm_up(self) -> None:
        """Loads what reading and research need; a face calls it beside its first screen."""
        from importlib import import_module

        for room in ("bulk", "formulas", "intake", "research"):
            import_module(f"workbench.desk.{room}")

    # --- what there is ---------------------------------------------------------------------------------

    def documents(self, words: str = "", offset: int = 0, limit: int = 100) -> Sequence[DocumentRow]:
        """A page of the library, newest document first."""
        return self.tools.store.documents(words, offset, limit)

    def count_documents(self, words: str = "") -> int:
        """How many documents match."""
        return self.tools.store.count_documents(words)

    def document(self, key: str) -> Document:
        """A document. Raises NoSuchRecordError."""
        return self.tools.store.document(key)

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """A page of claims."""
        return self.decisions.claims(wanted, offset, limit)

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """How many claims match."""
        return self.tools.store.count_claims(wanted)

    def claim(self, key: str) -> Claim:
        """A claim by its id or the beginning of it. Raises NoSuchRecordError."""
        return self.decisions.shown([self.tools.store.claim(key)])[0]

    def claims_in(self, document: str) -> Sequence[Claim]:
        """The claims of a document in order of its text."""
        return self.decisions.shown(self.tools.store.claims_in(document))

    # --- taking in -------------------------------------------------------------------------------------

    def read(self, path: str, form: str = "auto") -> ReadDocument:
        """Reads a file as a document and keeps nothing. Raises ReadingError."""
        from workbench.desk import intake

        return intake.read_file(self.tools, path, form)

    def take_in(self, path: str, form: str = "auto") -> Taken:
        """Reads a file, finds its claims, and keeps both. Raises ReadingError."""
        from workbench.desk import intake

        return intake.take_in(self.tools, path, form)

    def bring_in(self, plan: ImportPlan, tell: Tell = silent) -> tuple[Imported, Sequence[Rejected]]:
        """Imports files, folders, CSV and JSON Lines; the same input twice adds nothing."""
        from workbench.desk import bulk

        return bulk.bring_in(self.tools, plan, tell)

    # --- research --------------------------------------------------------------------------------------

    async def research(self, claim: str, tell: Tell = silent, *, fresh: bool = False) -> Researched:
        """Looks for series that measure a claim, fetches their figures, works the comparison out, and keeps all of it."""
        from workbench.desk import research

        self.memory.settle()
        found = self.claim(claim)
        return await research.research(self.tools, found, tell, fresh=fresh, recalled=self.memory.recall(found))

    async def examine(
        self, claim: str, ref: SeriesRef, tell: Tell = silent, *, pick: bool = False, by: str = "", fresh: bool = False
    ) -> Researched:
        """Compares a claim with one series, and adds the findings to what lies on the desk.

        Where it is the reviewer's `pick` and not a look at it, that is remembered.
        """
        from workbench.desk import research

        found = self.claim(claim)
        series = await research.one_series(self.tools, found, ref, tell)
        if pick:
            self.memory.pick(found, series, by)
        return await research.examine(self.tools, found, series, tell, self.memory.recall(found), fresh=fresh)

    def candidates(self, claim: str, limit: int = 10) -> Sequence[Candidate]:
        """The series that may measure a claim, ranked; no source is asked."""
        from workbench.desk import research

        found = self.claim(claim)
        return research.candidates(self.tools, found, self.memory.recall(found), limit)

    def researched(self, claim: str) -> Researched | None:
        """What the last research left; None where there was none."""
        return self.tools.store.research(claim)

    def finding(self, key: str) -> Finding:
        """A finding by its id. Raises NoSuchRecordError."""
        return self.tools.store.finding(key)

    @property
    def formulas(self) -> Formulas:
        """The reviewers' formulas: worked out for a claim, kept with it, offered for the next of its shape."""
        from workbench.desk.formulas import Formulas

        if self._formulas is None:
            self._formulas = Formulas(self.tools)
        return self._formulas

    def offered_formulas(self, claim: Claim) -> Sequence[KeptFormula]:
        """Formulas that were kept for other claims of this one's shape; nothing is loaded where none was ever kept."""
        return self.formulas.offered(claim) if self.tools.store.formulas(limit=1) else ()

    # --- verdicts --------------------------------------------------------------------------------------

    @property
    def scale(self) -> RatingScale:
        """The rating scale in use."""
        return self.tools.scales.scale(self.tools.scale)

    def verdict(self, claim: str) -> Verdict:
        """What the reviews of a claim come to."""
        return verdicts.verdict(self.tools, claim)

    def rate(self, claim: str, rating: str, note: str = "", by: str = "", *, on: SeriesRef | None = None) -> Verdict:
        """Gives a claim a rating, resting on the series named or the first that gave a figure. Raises UnknownNameError."""
        need_source(self.tools, claim, on)
        verdict = verdicts.rate(self.tools, claim, rating, note, by)
        self.memory.rated(self.claim(claim), verdict.history[-1], on)
        return verdict

    def comment(self, claim: str, note: str, by: str = "") -> Verdict:
        """Adds a note to the history without touching the rating."""
        return verdicts.comment(self.tools, claim, note, by)

    def defer(self, claim: str, note: str = "", by: str = "") -> Verdict:
        """Puts a claim off; it stays open."""
        return verdicts.defer(self.tools, claim, note, by)

    def undo(self, claim: str | None = None, by: str = "") -> Review | Choice | None:
        """Takes back what was done last (to one claim, or to all): a review, or a choice of a series; None for nothing."""
        return self.memory.undo(claim, by)

    def history(self, claim: str) -> Sequence[Review]:
        """Every review of a claim, oldest first, undone ones too."""
        return self.tools.store.reviews(self.claim(claim).id)

    # --- reports ---------------------------------------------------------------------------------------

    def report(self, wanted: ClaimFilter = EVERY, title: str = "") -> Report:
        """The claims that match, with verdicts and evidence, ready to be exported."""
        return publish.report(self.tools, wanted, title)

    def hand_out(self, report: Report, form: str, *, drafts: bool = False) -> publish.Exported:
        """A report in one format, and what was left out; `drafts` lets what is not published into a reader's format, marked."""
        return publish.hand_out(self.tools, report, form, drafts=drafts)

    def export(self, report: Report, form: str, *, drafts: bool = False) -> bytes:
        """The bytes alone. Raises UnknownNameError for a format that is not installed."""
        return self.hand_out(report, form, drafts=drafts).body

    def save(self, path: str, body: bytes) -> None:
        """Writes a file whole or not at all. Raises WritingError."""
        self.tools.files.write(path, body)

    def replay(self, claim: str | None = None) -> Iterable[Replayed]:
        """Recomputes every figure of a claim from the archive, with no network; of all claims, and looks the database over."""
        return publish.replay_all(self.tools) if claim is None else publish.replay(self.tools, self.claim(claim))

    def check_publishable(self, claim: str) -> None:
        """Looks whether a verdict may be published, figures apart. Raises PublishError, which says what to do."""
        publish.check_publishable(self.tools, self.claim(claim))

    def publish(self, claim: str, by: str = "") -> Verdict:
        """Marks a verdict published. Raises PublishError where something stands against it."""
        return publish.publish(self.tools, self.claim(claim), by)

    # --- sources ---------------------------------------------------------------------------------------

    def sources(self) -> Sequence[SourceInfo]:
        """The sources that are installed."""
        return [source.info for source in (*self.tools.sources.values(), *self.tools.own)]

    def search_catalogue(self, words: str, limit: int = 20) -> Sequence[Series]:
        """Series whose titles share words with the query, likeliest first."""
        return self.tools.catalogue.search(words, limit)

    async def search_at(self, source: str, words: str, limit: int = 20) -> Sequence[Series]:
        """What a service's own search finds for some words; only of those whose list is too long to pull."""
        return await cataloguing.search_at(self.tools, source, words, limit)

    async def update_catalogue(self, names: Sequence[str] = (), tell: Tell = silent) -> Sequence[Problem]:
        """Pulls the whole lists of some sources (all by default) into the index; gives what failed."""
        return await cataloguing.update(self.tools, names, tell)

    def read_titles(self, tell: Tell = silent) -> int:
        """Has the model of the extra `meaning` read every title of the catalogue. Raises UsageError where none is in use."""
        from workbench.desk.title_meanings import read_titles

        return read_titles(self.tools, tell)

    @property
    def only_starter_lists(self) -> bool:
        """Whether no service's whole list has been pulled here yet, and could be."""
        return only_starter_lists(self.tools)

    def pull_lists(self) -> Pull:
        """Gives the same as `update_catalogue` for all sources, as work that a thread does and another may stop."""
        return Pull(self.tools)

    # --- the archive -----------------------------------------------------------------------------------

    def holdings(self, words: str = "") -> Iterator[Holding]:
        """Everything that was fetched, by body and address, newest first."""
        from workbench.desk import archive

        return archive.holdings(self.tools, words)

    def provenance(self, key: str) -> Provenance:
        """Where an archived body comes from, by its id or the beginning of it. Raises NoSuchRecordError."""
        from workbench.desk import archive

        return archive.provenance(self.tools, key)

    def archive_faults(self, tell: Tell = silent) -> Iterator[Fault]:
        """What is missing in the archive, damaged or left over; every body is read and hashed again."""
        from workbench.desk import archive

        return archive.faults(self.tools, tell)

    def prune(self, older_than: timedelta, others: Iterable[Store] = (), *, dry_run: bool = False) -> Pruned:
        """Lets archived bodies go that nothing points to, in this database or the others, and nobody fetched for a time."""
        from workbench.desk import archive

        return archive.prune(self.tools, older_than, others, dry_run=dry_run)

    # --- health ----------------------------------------------------------------------------------------

    def doctor(self) -> Sequence[Problem]:
        """Looks over database, archive, catalogue and rating scales; nothing where all is well."""
        from workbench.desk import health

        return health.check(self.tools)
