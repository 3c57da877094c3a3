"""Port of the store of documents, claims, research and reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.reviewers.series_choice import Choice
from workbench.core.sighting import Sighting
from workbench.core.verdict import Review, Verdict
from workbench.ports.amended_claims import NOTHING_MORE, AmendedClaims
from workbench.ports.claim_lists import EVERY, ClaimFilter, ClaimRow, DocumentRow
from workbench.ports.research_result import Researched
from workbench.ports.saved_views import IdStore, PageStore, ViewStore
from workbench.ports.store_health import HealthStore

if TYPE_CHECKING:
    from workbench.ports.stored_claims import StoredClaims


@dataclass(frozen=True, slots=True)
class EncodedDocument:
    """A document and its claims, encoded for one kind of store.

    Attributes:
        id: The document's id.
        claims: How many claims it has.
        kept: The encoded data, which only that store can read.
    """

    id: str
    claims: int
    kept: Any


DocumentEncoder = Callable[[Document, Sequence[Claim]], EncodedDocument]
"""Encodes a document and its claims for a store. It has no state, so that it can be sent to other processes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The result of adding documents."""

    documents: int
    claims: int
    already: int


class Store(ViewStore, PageStore, IdStore, HealthStore, Protocol):
    """Documents, claims, findings, reviews, choices, formulas, corrections, attachments and amendments. The last six are only ever added to."""

    @property
    def skipped(self) -> Iterable[Problem]:
        """The rows that could not be read and were skipped, each once."""
        ...

    def pass_over(self, what: str, key: str) -> None:
        """Record that something was skipped, since a row of it cannot be read."""
        ...

    def add(self, documents: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Add documents with their claims in one transaction; existing ones do not change."""
        ...

    def add_claims(self, document: str, claims_: Sequence[Claim]) -> None:
        """Add claims to an existing document; existing claims do not change."""
        ...

    @property
    def document_encoder(self) -> DocumentEncoder:
        """The encoder of documents and their claims for this store, which does most of the work of adding them."""
        ...

    def add_encoded(self, forms: Iterable[EncodedDocument]) -> Kept:
        """Add what `document_encoder` made, in one transaction; existing documents do not change."""
        ...

    def has_document(self, key: str) -> bool:
        """Check whether a document is stored."""
        ...

    def which_documents(self, keys: Iterable[str]) -> frozenset[str]:
        """Find which of some documents are stored."""
        ...

    def which_claims(self, keys: Iterable[str]) -> frozenset[str]:
        """Find which of some claims are stored, by their full ids."""
        ...

    def document(self, key: str) -> Document:
        """Return a document as it is known now, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        ...

    def documents(
        self, words: str = "", offset: int = 0, limit: int = 100, *, hidden: bool = False
    ) -> Sequence[DocumentRow]:
        """Return the library, newest first, a page of it; of what is hidden where that is asked."""
        ...

    def count_documents(self, words: str = "", *, hidden: bool = False) -> int:
        """Count the documents in the library."""
        ...

    def claim(self, key: str) -> Claim:
        """Return a claim as it is read now, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        ...

    def claim_id(self, key: str) -> str:
        """Return the whole id of a claim, by its beginning; the claim itself is not read. Raises NoSuchRecordError."""
        ...

    def ahead(self, keys: Sequence[str]) -> StoredClaims:
        """Read everything about some claims at once, by their full ids; some hundred at a time."""
        ...

    def sightings(self, claim: str) -> Sequence[Sighting]:
        """Find the claims with a claim's words, itself too, that are not set aside, oldest first, without an address."""
        ...

    def grounds(self, findings: Sequence[str], claims: Sequence[str]) -> StoredClaims:
        """Read only some findings, and the attachments of some claims, at once, by their full ids."""
        ...

    def claim_as_read(self, key: str) -> Claim:
        """Read a claim as the machine read it, without corrections. Raises NoSuchRecordError."""
        ...

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return rows of claims, a page of them."""
        ...

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Count the claims that pass the filter."""
        ...

    def readings(self, keys: Sequence[str]) -> Sequence[Claim]:
        """Return some claims as they are read now, in no order, without those that are not there or cannot be read."""
        ...

    def names(self, of: str, like: str = "") -> Sequence[str]:
        """Return names that a filter may ask for, from A to Z: of the ``speaker``, ``reviewer``, ``place``, ``tag`` or holder (``assigned``).

        With `like`, those in which each of its words begins a word; tags, which are one word, are given all.
        """
        ...

    def together(self, claims: Iterable[str] = ()) -> AbstractContextManager[None]:
        """Run everything that this thread does inside the block in one transaction; after an exception nothing is stored.

        The named claims are locked until it ends: what is checked about them in the block is still true when it is stored.
        """
        ...

    def claims_in(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document, in order of its text, without those that are set aside."""
        ...

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Find other claims that share words with this one, likeliest first, as candidates for repeats and variants."""
        ...

    def review(self, review: Review) -> None:
        """Add a review; it is on disk when this returns. Raises TakenBackError for an undo of what was undone before."""
        ...

    def review_all(self, given: Sequence[Review]) -> Mapping[str, Verdict]:
        """Add reviews of several claims, all or none, and return the verdict of each claim. Raises as `review` does."""
        ...

    def histories(self, claims: Sequence[str]) -> Mapping[str, Sequence[Review]]:
        """Return the reviews of some claims, by the claim, oldest first."""
        ...

    def researched_among(self, claims: Sequence[str]) -> frozenset[str]:
        """Return which of some claims were ever researched."""
        ...

    def reviews_of_batch(self, batch: str) -> Sequence[Review]:
        """List the reviews of a batch, oldest first."""
        ...

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        ...

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """Return the newest reviews of all claims, newest first."""
        ...

    def keep_research(self, researched: Researched) -> None:
        """Store the result of research; earlier research stays, since verdicts refer to it."""
        ...

    def research(self, claim: str) -> Researched | None:
        """Return the newest research of a claim."""
        ...

    def finding(self, key: str) -> Finding:
        """Load a finding by its id, from any research. Raises NoSuchRecordError."""
        ...

    def judged_on(self, series: Sequence[str], limit: int) -> Sequence[str]:
        """List the rated claims that have a figure from any of some series, the last stored first."""
        ...

    def judged_with_slip(self, kinds: Sequence[str], limit: int) -> Sequence[str]:
        """List the rated claims that have a possible explanation of any of some kinds, among the last stored."""
        ...

    def ratings_on(self, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
        """Count how often each rating was given to claims on any of some series, without one claim; the most frequent first."""
        ...

    def remember(self, chosen: Iterable[Choice]) -> int:
        """Add choices of reviewers, in one transaction; return how many were new. Adding the same choice, or forgetting one, twice counts once."""
        ...

    def recall(self, claim: str = "") -> Sequence[Choice]:
        """List all choices, forgotten ones too, in the order in which they were added; optionally of one claim."""
        ...

    def count_choices(self) -> int:
        """Count the choices. The number grows with each new choice, here or in another process."""
        ...

    def correct(self, correction: Correction, follows: str | None = None) -> None:
        """Add a correction of a claim's reading; when this returns it is on disk.

        Args:
            correction: The correction.
            follows: The id of the claim's last correction when this one was made, empty for none; None asks nothing.

        Raises:
            NoSuchRecordError: The claim is not there.
            TakenBackError: It takes back what was taken back before.
            ChangedMeanwhileError: The claim was corrected since.
        """
        ...

    def corrections(self, claim: str = "", limit: int = 500) -> Sequence[Correction]:
        """Return the corrections of a claim, oldest first; without a claim, those of all, newest first, as many as the limit."""
        ...

    def amend(self, amendment: Amendment, amended: AmendedClaims = NOTHING_MORE) -> None:
        """Add an amendment of a document, with its claims and corrections, in one transaction; when this returns it is on disk.

        Raises:
            NoSuchRecordError: The document is not there.
            TakenBackError: It takes back what was taken back before.
            ChangedMeanwhileError: The document, or a claim of it, was changed since.
        """
        ...

    def amendments(self, document: str = "", limit: int = 500) -> Sequence[Amendment]:
        """Return the amendments of a document, oldest first; without a document, those of all, newest first, as many as the limit."""
        ...

    def attach(self, attachment: Attachment) -> None:
        """Add evidence to a claim, or take some back; when this returns it is on disk. Raises NoSuchRecordError, TakenBackError."""
        ...

    def attachments(self, claim: str = "", limit: int = 500) -> Sequence[Attachment]:
        """Return what was attached to a claim, oldest first; without a claim, to all, newest first, as many as the limit."""
        ...

    def keep_formula(self, formula: SavedFormula) -> None:
        """Store a formula, or its dropping; storing the same twice counts once. Raises NoSuchRecordError for its claim."""
        ...

    def formulas(self, claim: str = "", limit: int = 500) -> Sequence[SavedFormula]:
        """List the formulas that were stored for a claim, or for all claims, dropped ones too; newest first."""
        ...

    def last_added(self, keys: Sequence[str]) -> str | None:
        """Return the last stored of some reviews, choices, corrections and attachments, whatever their clocks say; None where none is stored."""
        ...
