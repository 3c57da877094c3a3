"""Port of the store of documents, claims, research and reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.reviewers.choice import Choice
from workbench.core.reviewers.kept_formula import KeptFormula
from workbench.core.text import Document
from workbench.core.verdict import Review, Verdict
from workbench.ports.listing import EVERY, ClaimFilter, ClaimRow, DocumentRow
from workbench.ports.researched import Researched
from workbench.ports.saved_views import IdStore, PageStore, ViewStore
from workbench.ports.store_health import CareStore

if TYPE_CHECKING:
    from workbench.ports.ahead import Ahead


@dataclass(frozen=True, slots=True)
class EncodedDocument:
    """A document and its claims in the form in which one kind of store keeps them.

    Attributes:
        id: The document's id.
        claims: How many claims it has.
        kept: What is kept; only the store that made it knows what it is.
    """

    id: str
    claims: int
    kept: Any


DocumentEncoder = Callable[[Document, Sequence[Claim]], EncodedDocument]
"""Puts a document and its claims into a store's form. It holds no state, so that other processes can be handed it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What adding documents did."""

    documents: int
    claims: int
    already: int


@dataclass(frozen=True, slots=True)
class AmendedClaims:
    """What an amendment does to claims beside bringing and setting aside.

    Attributes:
        came: The claims that it brings and that were never there before.
        corrections: Claims that are read otherwise from then on.
        follows: For each corrected claim, the id of its last correction when the amendment was made; none where it had none.
    """

    came: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    follows: Mapping[str, str] = field(default_factory=dict)


NOTHING_MORE = AmendedClaims()
"""Claims are brought and set aside, and that is all."""


class Store(ViewStore, PageStore, IdStore, CareStore, Protocol):
    """Documents, claims, findings, reviews, choices, formulas, corrections, attachments and amendments. The last six are only ever added to."""

    @property
    def skipped(self) -> Iterable[Problem]:
        """The rows that could not be read and were passed over, each once."""
        ...

    def pass_over(self, what: str, key: str) -> None:
        """Note that something was passed over, since a row of it cannot be read."""
        ...

    def add(self, documents: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Add documents with their claims in one transaction; those that are there already are left as they are."""
        ...

    def add_claims(self, document: str, claims_: Sequence[Claim]) -> None:
        """Add claims to a document that is there; those that are there already stay as they are."""
        ...

    @property
    def document_encoder(self) -> DocumentEncoder:
        """Encoder of documents and their claims for this store, which does most of the work of adding them."""
        ...

    def add_encoded(self, forms: Iterable[EncodedDocument]) -> Kept:
        """Add what `document_encoder` made, in one transaction; documents that are there stay as they are."""
        ...

    def has_document(self, key: str) -> bool:
        """Return whether a document is there."""
        ...

    def which_documents(self, keys: Iterable[str]) -> frozenset[str]:
        """Return which of some documents are there."""
        ...

    def which_claims(self, keys: Iterable[str]) -> frozenset[str]:
        """Return which of some claims are there, by their whole ids."""
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
        """Return number of documents in the library."""
        ...

    def claim(self, key: str) -> Claim:
        """Return a claim as it is read now, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        ...

    def claim_id(self, key: str) -> str:
        """Return the whole id of a claim, by its beginning; the claim itself is not read. Raises NoSuchRecordError."""
        ...

    def ahead(self, keys: Sequence[str]) -> Ahead:
        """Return all that is kept of some claims, by their whole ids, in one reading; some hundred at a time."""
        ...

    def grounds(self, findings: Sequence[str], claims: Sequence[str]) -> Ahead:
        """Return some findings, and what was attached to some claims, by their whole ids, in one reading; nothing else of them."""
        ...

    def claim_as_read(self, key: str) -> Claim:
        """Return a claim as the machine read it, whatever was put right since. Raises NoSuchRecordError."""
        ...

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return rows of claims, a page of them."""
        ...

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Return number of claims that pass the filter."""
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
        """Has all that this thread does inside the block be one transaction; what fails inside it leaves no trace.

        Nobody else adds to the claims named until it ends: what is checked of them in it holds when it is kept.
        """
        ...

    def claims_in(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document, in order of its text, without those that are set aside."""
        ...

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Return other claims that share words with this one, likeliest first: where repeats and variants are looked for."""
        ...

    def review(self, review: Review) -> None:
        """Add a review; when this returns it is on disk. Raises TakenBackError for what was taken back before."""
        ...

    def review_all(self, given: Sequence[Review]) -> Mapping[str, Verdict]:
        """Add reviews of several claims, all or none, and return what each claim comes to. Raises as `review` does."""
        ...

    def histories(self, claims: Sequence[str]) -> Mapping[str, Sequence[Review]]:
        """Return the reviews of some claims, by the claim, oldest first."""
        ...

    def researched_among(self, claims: Sequence[str]) -> frozenset[str]:
        """Return which of some claims were ever researched."""
        ...

    def reviews_of_batch(self, batch: str) -> Sequence[Review]:
        """Return the reviews that were given in one go, oldest first."""
        ...

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        ...

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """Return the newest reviews of all claims, newest first."""
        ...

    def keep_research(self, researched: Researched) -> None:
        """Keep what research left; earlier research stays, since verdicts point to it."""
        ...

    def research(self, claim: str) -> Researched | None:
        """Return the newest research of a claim."""
        ...

    def finding(self, key: str) -> Finding:
        """Return a finding by its id, from whatever research. Raises NoSuchRecordError."""
        ...

    def judged_on(self, series: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a figure of any of some series, those kept last first."""
        ...

    def judged_with_slip(self, kinds: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a possible explanation of any of some kinds, among those kept last."""
        ...

    def ratings_on(self, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
        """Return how often each rating was given to claims on any of some series, without one claim; the most frequent first."""
        ...

    def remember(self, chosen: Iterable[Choice]) -> int:
        """Add what reviewers chose, in one transaction; return how many were new. The same choice twice is one; so is forgetting one twice."""
        ...

    def recall(self, claim: str = "") -> Sequence[Choice]:
        """Return all that was chosen, forgotten choices too, in the order in which it was added; of one claim where it is named."""
        ...

    def count_choices(self) -> int:
        """Return number of choices. It grows when somebody has chosen, here or in another process."""
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

    def keep_formula(self, formula: KeptFormula) -> None:
        """Keep a formula, or that one is dropped; the very same one twice is one. Raises NoSuchRecordError for its claim."""
        ...

    def formulas(self, claim: str = "", limit: int = 500) -> Sequence[KeptFormula]:
        """Return the formulas that were kept for a claim, or for all claims, dropped ones too; newest first."""
        ...

    def last_added(self, keys: Sequence[str]) -> str | None:
        """Return the last stored of some reviews, choices, corrections and attachments, whatever their clocks say; None where none is stored."""
        ...
