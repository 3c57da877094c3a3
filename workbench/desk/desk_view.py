"""Read-only view of a desk: documents, claims, verdicts, sources and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.errors import Problem, WorkbenchError
from workbench.core.finding import Finding
from workbench.core.rating import RatingScale
from workbench.core.reviewers.saved_view import SavedView
from workbench.core.series import SourceInfo
from workbench.core.verdict import Review, Verdict
from workbench.desk.archive import ArchiveDesk
from workbench.desk.catalogue.catalogue import CatalogueDesk
from workbench.desk.correcting import slot_corrections
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.filters import saved_views
from workbench.desk.filters.query import read_query
from workbench.desk.filters.query_values import QueryValues
from workbench.desk.reviewing.learned_worth import Decisions
from workbench.desk.verdicts import verdicts
from workbench.ports import EVERY, ClaimFilter, ClaimRow, DocumentRow, Exporter, Researched, TeamJobs, Tell, silent
from workbench.report.decision_words import awaited
from workbench.report.list_headline import headline

if TYPE_CHECKING:
    from workbench.core.reviews.desk_statistics import DeskNumbers
    from workbench.desk.reviewing.agreeing import AgreementQuestion, AgreementReport
    from workbench.desk.reviewing.precedents import Precedents
    from workbench.desk.services.live_check import Tried


class DeskView:
    """The read-only part of a desk.

    Attributes:
        ports: The parts of the desk; user interfaces call the desk, never these.
        archive: The bodies that were fetched.
        catalogue: The searchable titles of all series.
        decisions: This desk's earlier decisions, which influence the order of claims.
    """

    def __init__(self, ports: DeskPorts) -> None:
        self.ports = ports
        self.archive = ArchiveDesk(ports)
        self.catalogue = CatalogueDesk(ports)
        self.decisions = Decisions(ports)

    # --- how it was put together -----------------------------------------------------------------------

    @property
    def samples(self) -> bool:
        """Whether figures come from stored sample answers and not from the live services."""
        return self.ports.samples

    @property
    def offline(self) -> bool:
        """Whether nothing is fetched at all."""
        return self.ports.offline

    @property
    def ahead(self) -> int:
        """How many of the next claims are researched in the background; 0 for none."""
        return self.ports.ahead

    @property
    def team_jobs(self) -> TeamJobs | None:
        """The jobs of the team's workers; None where the database is a file."""
        return self.ports.jobs

    @property
    def reviewer(self) -> str:
        """The default reviewer."""
        return self.ports.reviewer

    @property
    def exporters(self) -> Mapping[str, Exporter]:
        """The formats that reports are written in, by name."""
        return self.ports.exporters

    def today(self) -> date:
        """Return the day, in UTC."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the moment by the desk's clock, in UTC."""
        return self.ports.clock()

    @property
    def asks_as(self) -> str:
        """The contact that services get with requests: the publisher's contact, else its page; empty where neither is configured."""
        return self.ports.publisher.contact or self.ports.publisher.url

    def raw_file(self, place: str) -> bytes:
        """Return the bytes of a user's file. Raises ReadingError."""
        return self.ports.files.raw(place).body

    # --- what there is ---------------------------------------------------------------------------------

    def documents(
        self, words: str = "", offset: int = 0, limit: int = 100, *, hidden: bool = False
    ) -> Sequence[DocumentRow]:
        """Return a page of the library, newest document first; of the hidden ones where that is asked."""
        return self.ports.store.documents(words, offset, limit, hidden=hidden)

    def count_documents(self, words: str = "") -> int:
        """Count matching documents."""
        return self.ports.store.count_documents(words)

    def document(self, key: str) -> Document:
        """Return a document. Raises NoSuchRecordError."""
        return self.ports.store.document(key)

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return a page of claims."""
        return self.decisions.claims(replace(wanted, day=self.today()), offset, limit)

    def listed(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return a page of claims, each with its headline."""
        rows = self.claims(wanted, offset, limit)
        said = {claim.id: headline(claim) for claim in self.ports.store.readings([row.id for row in rows])}
        return [replace(row, headline=said.get(row.id, "")) for row in rows]

    def query(self, written: str) -> ClaimFilter:
        """Parse a typed filter. Raises UsageError, or UnknownNameError with the possible values."""
        return replace(read_query(written, self.query_values.known), day=self.today())

    def saved_views(self) -> Sequence[SavedView]:
        """Return the filters that were saved under a name, from A to Z."""
        return saved_views.views(self.ports)

    def saved_view(self, name: str) -> SavedView:
        """Return a saved filter by its name. Raises UnknownNameError with those there are."""
        return saved_views.view(self.ports, name)

    @property
    def query_values(self) -> QueryValues:
        """The values for filters."""
        return QueryValues(self.ports)

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Count matching claims."""
        return self.ports.store.count_claims(replace(wanted, day=self.today()))

    def claim(self, key: str) -> Claim:
        """Return a claim by its id or the beginning of it. Raises NoSuchRecordError."""
        return self.decisions.claim(key)

    def claim_as_read(self, key: str) -> Claim:
        """Return a claim as the machine read it, without corrections. Raises NoSuchRecordError."""
        return self.ports.store.claim_as_read(key)

    def corrections(self, claim: str = "", limit: int = 500) -> Sequence[Correction]:
        """Return the corrections of a claim, oldest first; without a claim, those of all, newest first."""
        return self.ports.store.corrections(claim, limit)

    def attachments(self, claim: str) -> Sequence[Attachment]:
        """List what was attached to a claim, oldest first, also what was taken back and the rows that took it back."""
        return self.ports.store.attachments(claim)

    def precedents(self, claim: str) -> Precedents:
        """Find how other claims on its series, and with the same kind of possible explanation, were decided before."""
        from workbench.desk.reviewing import precedents  # noqa: PLC0415  (loaded where they are asked for)

        return precedents.precedents(self.ports, claim)

    def decided_before(self, claim: str, researched: Researched | None) -> Sequence[tuple[str, int]]:
        """Count how often each rating was given to other claims on the series of a research."""
        from workbench.desk.reviewing import precedents  # noqa: PLC0415  (as above)

        return precedents.decided_before(self.ports, claim, researched.findings) if researched else ()

    def offered_values(self, claim: Claim) -> Sequence[slot_corrections.SlotOffer]:
        """Suggest values for slots of a claim: its other readings, and what would make it true."""
        return slot_corrections.offers(self.ports, claim)

    def next_value(self, claim: str, typed: str) -> str:
        """Find the next suggested slot value after the typed text."""
        return slot_corrections.next_typed(self.ports, claim, typed)

    def next_words(self, claim: str, typed: str) -> str:
        """Find the next suggestion for a report's own words after the typed text."""
        return slot_corrections.next_words(self.ports, claim, typed)

    def claims_in(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document in order of its text."""
        return self.decisions.shown(self.ports.store.claims_in(document))

    @property
    def skipped(self) -> Sequence[Problem]:
        """The rows that could not be read and were passed over."""
        return tuple(self.ports.store.skipped)

    def pass_over(self, kind: str, key: str) -> None:
        """Record that a row could not be read and was skipped."""
        self.ports.store.pass_over(kind, key)

    # --- research and verdicts -------------------------------------------------------------------------

    def researched(self, claim: str) -> Researched | None:
        """Load a claim's last research; None where there was none."""
        return self.ports.store.research(claim)

    def finding(self, key: str) -> Finding:
        """Return a finding by its id. Raises NoSuchRecordError."""
        return self.ports.store.finding(key)

    @property
    def scale(self) -> RatingScale:
        """The rating scale in use."""
        return self.ports.scales.scale(self.ports.scale)

    def verdict(self, claim: str) -> Verdict:
        """Compute the verdict of a claim from its reviews."""
        return verdicts.verdict(self.ports, claim)

    def awaited(self, verdict: Verdict) -> str:
        """Say what a rated verdict still needs before publication, or why it is not shown; empty where nothing is missing."""
        return awaited(verdict, self.ports.review)

    def history(self, claim: str) -> Sequence[Review]:
        """Return every review of a claim, oldest first, undone ones too."""
        return list(self.verdict(claim).history)

    def agreement(self, wanted: ClaimFilter, asked: AgreementQuestion) -> AgreementReport:
        """Compute how far reviewers agree on the claims that two or more of them rated. Raises UnknownNameError."""
        from workbench.desk.reviewing import agreeing  # noqa: PLC0415  (loaded where it is asked for)

        return agreeing.agreement(self.ports, wanted, asked)

    def numbers(self, wanted: ClaimFilter) -> DeskNumbers:
        """Compute statistics of the desk: what there is, what was done, how long it took."""
        from workbench.desk.reviewing import desk_statistics  # noqa: PLC0415  (as above)

        return desk_statistics.numbers(self.ports, wanted)

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None] | None:
        """Register a listener for claims that colleagues change, called from a thread; return a function that stops it, None where unsupported."""
        return self.ports.store.listen(heard)

    # --- sources ---------------------------------------------------------------------------------------

    def sources(self) -> Sequence[SourceInfo]:
        """Return the sources that are installed."""
        return [source.info for source in (*self.ports.sources.values(), *self.ports.own)]

    def source_title(self, name: str) -> str:
        """Return the printed title of a source, loading that one alone; its name where it cannot be loaded."""
        own = next((source for source in self.ports.own if source.info.name == name), None)
        try:
            return (own or self.ports.sources[name]).info.title
        except (KeyError, WorkbenchError):
            return name

    # --- health ----------------------------------------------------------------------------------------

    def doctor(self) -> Sequence[Problem]:
        """Check database, archive, catalogue and rating scales; return the faults."""
        from workbench.desk import health  # noqa: PLC0415  (no list of claims needs it)

        return health.check(self.ports)

    def check_database(self) -> Sequence[Problem]:
        """Check database and archive alone; return the faults."""
        from workbench.desk import health  # noqa: PLC0415  (likewise)

        return health.check_kept(self.ports)

    async def try_services(self, names: Sequence[str] = (), tell: Tell = silent) -> Sequence[Tried]:
        """Send each service one small request and report what differs from the expected answer."""
        from workbench.desk.services import live_check  # noqa: PLC0415  (likewise)

        return await live_check.try_services(self.ports, names, tell)
