"""The protocols that a plug-in, a store and a face must satisfy: this page is the plug-in manual.

Why this room exists: the desk knows only these shapes. `workbench.bootstrap` is the one place that hands it real things.

A statistics source is one module with one constant, ``SOURCE``, that satisfies `StatSource`. It never does HTTP: it is handed
a `Fetch`, and reads the bytes that come back with pure functions. It registers under the entry-point group
``workbench.sources``. `workbench.testing` has the contract that it must pass.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from workbench.core.candidate import Candidate, Known
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.report import Report
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo
from workbench.core.text import Document
from workbench.core.verdict import RatingScale, Review

# --- the network ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a service.

    Attributes:
        url: The full address without its parameters; ``https`` for services, ``file`` for the user's own files.
        params: The query, in order; a key may repeat.
        accept: The media type wanted.
        source: The name of the source that asks, for sentences and the archive.
        expects: Beginnings of media types that the answer may have; any other is refused with a sentence.
            Empty takes anything.
    """

    url: str
    params: tuple[tuple[str, str], ...] = ()
    accept: str = "application/json"
    source: str = ""
    expects: tuple[str, ...] = ("application/json", "text/json")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, archived before anybody reads it.

    Attributes:
        snapshot: Where and when it was fetched.
        body: The bytes.
        problem: What a reader must know of how it was got, such as an older answer where the service did not answer now.
    """

    snapshot: Snapshot
    body: bytes
    problem: Problem | None = None


class Fetch(Protocol):
    """Gets a body, from the network or the archive. Every body it gives is in the archive."""

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Gives the answer to a request.

        Args:
            request: What to ask.
            fresh: Ask the service even where the archive holds an answer young enough.

        Raises:
            SourceError: No answer, a refused address, too big a body, another media type, or offline and never fetched.
        """
        ...


class Archive(Protocol):
    """Bodies by their hash, with where and when each was fetched."""

    def keep(self, snapshot: Snapshot, body: bytes) -> Snapshot:
        """Keeps a body whole or not at all; a body kept before is not written again, the new fetch is noted."""
        ...

    def latest(self, url: str, *, samples: bool) -> Snapshot | None:
        """The newest successful fetch of an address (full, with its query).

        ``samples`` asks for sample answers alone; without it only live answers are given: the two never stand in for one another.
        """
        ...

    def snapshot(self, key: str) -> Snapshot | None:
        """What is known of a body, by its id."""
        ...

    def read(self, key: str) -> bytes:
        """The body, verified against its hash.

        Raises:
            StoreError: It is not there, or no longer what it was.
        """
        ...

    def damaged(self) -> Iterator[str]:
        """The ids of bodies that are missing or no longer have their hash."""
        ...


# --- statistics ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """Which observations are wanted. Years are inclusive."""

    ref: SeriesRef
    places: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a source answered.

    Attributes:
        series: The series, with what the answer told about it.
        observations: In order of place and time. Empty is an answer: no figures for that.
        snapshots: The bodies that were read.
        problems: What was asked and not honoured, flags that need a reader's eye.
    """

    series: Series
    observations: tuple[Observation, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Some titles of a service's list, and how far along it is."""

    series: tuple[Series, ...]
    done: int
    of: int | None


@runtime_checkable
class StatSource(Protocol):
    """A statistics office: reads its wire format, knows its addresses, does no IO of its own."""

    info: SourceInfo

    def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """The service's whole list of series, page by page; nothing where it has no list."""
        ...

    async def observations(self, fetch: Fetch, ask: Ask) -> Found:
        """The figures of one series.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...


class Catalogue(Protocol):
    """The searchable index of series titles over all sources."""

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = ()) -> Sequence[Series]:
        """Series whose titles, units or descriptions share words with the query, likeliest first."""
        ...

    def get(self, ref: SeriesRef) -> Series | None:
        """One series by its name."""
        ...

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """For each source, how many series the index holds and of what day the list is (None: the starter list)."""
        ...

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Puts a source's new list in place of its old one, which stays whole until the new one is."""
        ...


# --- the user's files ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes of the user's, before they are read: a path or ``<stdin>``, a suffix without the dot, the bytes."""

    origin: str
    suffix: str
    body: bytes


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with what was doubtful about it."""

    document: Document
    problems: tuple[Problem, ...] = ()


class Reader(Protocol):
    """Reads one format of document. A plug-in module has one constant ``READER``."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, raw: Raw) -> ReadDocument:
        """Gives the document.

        Raises:
            ReadingError: The bytes are not of this format.
        """
        ...


class Exporter(Protocol):
    """Writes a report in one format. A plug-in module has one constant ``EXPORTER``."""

    name: str
    suffix: str
    title: str

    def export(self, report: Report) -> bytes:
        """The whole file, the same bytes for the same report."""
        ...


# --- the database --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted. Empty fields ask nothing.

    Attributes:
        words: Words of the quote, the sentence, the measure or the speaker.
        document: A document's id.
        stages: Stages of the verdict ("open", "draft", …).
        kinds: Kinds of claim.
        least_worth: The least worth, 0 to 1.
        place: A place's code.
        ids: These claims alone.
        order: ``worth`` (best first) or ``text`` (document by document, in order of the text).
    """

    words: str = ""
    document: str = ""
    stages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    least_worth: float = 0.0
    place: str = ""
    ids: tuple[str, ...] = ()
    order: str = "worth"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the library: without its text, with how far its claims are."""

    id: str
    title: str
    published: date | None
    place: str | None
    origin: str
    claims: int
    open: int
    worth: float


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list: what a row shows."""

    id: str
    document: str
    quote: str
    context: str
    kind: str
    worth: float
    said: date | None
    place: str | None
    speaker: str
    stage: str
    rating: str | None
    deferred: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What adding documents did."""

    documents: int
    claims: int
    already: int


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with the finding that its figures gave, where they were asked for."""

    candidate: Candidate
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class Researched:
    """What research of a claim left on the desk.

    Attributes:
        claim: The claim's id.
        at: When.
        candidates: Usable and barred, in order.
        findings: The best candidate's first; the claim's own arithmetic among them.
        problems: Sources that did not answer, and what else is to be known.
        searched: One sentence on what was searched, for "no official series found".
        known: The same thing said before.
    """

    claim: str
    at: datetime
    candidates: tuple[CandidateRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    searched: str = ""
    known: tuple[Known, ...] = ()


EVERY = ClaimFilter()
"""Lets every claim through."""


class Store(Protocol):
    """Documents, claims, findings and reviews. Reviews are only ever added."""

    def add(self, documents: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Adds documents with their claims in one transaction; those that are there already are left as they are."""
        ...

    def has_document(self, key: str) -> bool:
        """Whether a document is there."""
        ...

    def document(self, key: str) -> Document:
        """A document. Raises NoSuchRecordError."""
        ...

    def documents(self, words: str = "", offset: int = 0, limit: int = 100) -> Sequence[DocumentRow]:
        """The library, newest first, a page of it."""
        ...

    def count_documents(self, words: str = "") -> int:
        """How many documents the library has."""
        ...

    def claim(self, key: str) -> Claim:
        """A claim by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        ...

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Rows of claims, a page of them."""
        ...

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """How many claims the filter lets through."""
        ...

    def claims_in(self, document: str) -> Sequence[Claim]:
        """The claims of a document, in order of its text."""
        ...

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Other claims that share words with this one, likeliest first: where repeats and variants are looked for."""
        ...

    def review(self, review: Review) -> None:
        """Adds a review; when this returns it is on disk."""
        ...

    def reviews(self, claim: str) -> Sequence[Review]:
        """The reviews of a claim, oldest first."""
        ...

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """The newest reviews of all claims, newest first."""
        ...

    def keep_research(self, researched: Researched) -> None:
        """Keeps what research left; earlier research stays, since verdicts point to it."""
        ...

    def research(self, claim: str) -> Researched | None:
        """The newest research of a claim."""
        ...

    def finding(self, key: str) -> Finding:
        """A finding by its id, from whatever research. Raises NoSuchRecordError."""
        ...

    def check(self) -> Sequence[Problem]:
        """What is wrong with the database; nothing where all is well."""
        ...


class Clock(Protocol):
    """What time it is, in UTC."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class Scales(Protocol):
    """The rating scales that are installed."""

    def scale(self, key: str) -> RatingScale:
        """A scale. Raises UnknownNameError."""
        ...

    def keys(self) -> Sequence[str]:
        """Their names."""
        ...


# --- progress ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work is.

    Attributes:
        what: What is going on ("World Bank", "reading statements.csv").
        done: How much is done.
        of: Of how much; None where unknown.
        state: ``running``, ``done`` or ``failed``.
        says: A sentence, where there is something to say.
    """

    what: str
    done: int = 0
    of: int | None = None
    state: str = "running"
    says: str = ""


Tell = Callable[[Progress], None]
"""Hears of progress; called from the thread or loop that does the work."""


def silent(_: Progress) -> None:
    """Hears and says nothing."""


# --- importing -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported: where it stands, and why, in two sentences."""

    origin: str
    line: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    rows: int = 0
    documents: int = 0
    claims: int = 0
    already: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = field(default=())


class Files(Protocol):
    """The only opener of the user's files."""

    def raw(self, path: str) -> Raw:
        """The bytes of one document. Raises ReadingError (missing, empty, too large)."""
        ...

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        """The lines of a text file with their numbers from 1, as a stream, each with its line end. Raises ReadingError.

        Bytes that are not UTF-8 come as lone surrogates (``surrogateescape``); a line beyond all measure comes cut.
        """
        ...

    def size(self, path: str) -> int | None:
        """How many bytes a file has; None where that cannot be told (standard input, no such file)."""
        ...

    def write(self, path: str, body: bytes) -> None:
        """Writes a file whole or not at all. Raises WritingError."""
        ...

    def under(self, path: str) -> Sequence[str]:
        """The files under a folder in order of name, or the file itself. Raises ReadingError."""
        ...
