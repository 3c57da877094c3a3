"""The store in a SQL database: each method opens one transaction and calls another module of this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.sighting import Sighting
from workbench.core.verdict import Review, Verdict
from workbench.ports import (
    EVERY,
    ClaimFilter,
    ClaimRow,
    DocumentEncoder,
    DocumentRow,
    EncodedDocument,
    Kept,
    Researched,
)
from workbench.ports.stored_claims import StoredClaims
from workbench.store import amendments, bulk_reading, corrections, documents, journal, research, reviews
from workbench.store.append_only_rows import lock_claims
from workbench.store.choices_store import ChoicesStore
from workbench.store.health_store import HealthStore
from workbench.store.lists import claims, distinct_names, precedent_rows, search, sightings
from workbench.store.published_pages import PagesStore
from workbench.store.row_conversion import encoded, keepable
from workbench.store.saved_views import ViewsStore


class SqlStore(ChoicesStore, PagesStore, ViewsStore, HealthStore):
    """Documents, claims, findings and reviews in a SQLite file or on a PostgreSQL server.

    Methods raise `StoreError` where the database cannot be used: `BusyDatabaseError`, `DamagedDatabaseError`,
    `UnwritableError`.
    """

    def close(self) -> None:
        """Close the database; the store must not be used afterwards."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The path of the file, or the URL without its password."""
        return self._database.name

    @property
    def reading_only(self) -> bool:
        """Whether the file is opened read-only: nothing can be written to it."""
        return self._database.reading_only

    @property
    def skipped(self) -> Iterable[Problem]:
        """The rows that could not be read and were skipped, each once."""
        return list(self._skipped)

    def pass_over(self, what: str, key: str) -> None:
        """Record that something was skipped, since a row of it cannot be read."""
        self._skipped.add(what, key)

    @contextmanager
    def together(self, claims: Iterable[str] = ()) -> Iterator[None]:
        """Make everything that this thread does inside the block one transaction: on disk at the end, or not at all.

        A step inside it that fails is undone by itself, and the others remain. Until the end, nobody else can add to
        the claims that are named.
        """
        with self._database.together():
            if not self._database.sqlite and (keys := [keepable(key) for key in claims]):
                with self._database.writing() as connection:
                    lock_claims(connection, keys)
            yield

    # --- documents and claims ------------------------------------------------------------------------------

    def add(self, documents_: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Add documents with their claims in one transaction; existing ones are not changed.

        All of them are held in memory meanwhile: split a long import into batches of some thousand.
        """
        return self.add_encoded(encoded(document, claims) for document, claims in documents_)

    def add_claims(self, document: str, claims_: Sequence[Claim]) -> None:
        """Add claims to an existing document; existing claims are not changed."""
        rows = encoded(self.document(document), claims_).kept[1]
        with self._database.writing() as connection:
            documents.add_claims(connection, rows)
            amendments.count_anew(connection, keepable(document))

    @property
    def document_encoder(self) -> DocumentEncoder:
        """The function that converts documents and their claims to rows."""
        return encoded

    def add_encoded(self, forms: Iterable[EncodedDocument]) -> Kept:
        """Add rows that `document_encoder` made, in one transaction; existing documents are not changed."""
        batch = documents.Batch(forms)
        with self._database.writing() as connection:
            return documents.add(connection, batch)

    def has_document(self, key: str) -> bool:
        """Check that a document exists."""
        with self._database.reading() as connection:
            return documents.has(connection, keepable(key))

    def which_documents(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of some ids that are documents."""
        with self._database.reading() as connection:
            return documents.which(connection, keys)

    def which_claims(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of some whole ids that are claims."""
        with self._database.reading() as connection:
            return documents.which_claims(connection, keys)

    def document(self, key: str) -> Document:
        """Read a document as amended, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            found = documents.get(connection, keepable(key))
            data = amendments.data_now(connection, found.id)
            return found if data is None else data.put_on(found)

    def documents(
        self, words: str = "", offset: int = 0, limit: int = 100, *, hidden: bool = False
    ) -> Sequence[DocumentRow]:
        """Return one page of the library, newest first; words are searched in title, place, speakers and origin."""
        with self._database.reading() as connection:
            return documents.page(connection, words, offset, limit, self._skipped, hidden=hidden)

    def count_documents(self, words: str = "", *, hidden: bool = False) -> int:
        """Count the documents in the library."""
        with self._database.reading() as connection:
            return documents.count(connection, words, hidden=hidden)

    def claim(self, key: str) -> Claim:
        """Read a claim as corrected, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            found = claims.get(connection, keepable(key))
            return corrections.as_read_now(connection, [found], self._skipped)[0]

    def claim_id(self, key: str) -> str:
        """Return the whole id of a claim, by its beginning; the claim itself is not read. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return claims.whole_id(connection, keepable(key))

    def ahead(self, keys: Sequence[str]) -> StoredClaims:
        """Read everything stored about some claims at once, given by their whole ids."""
        with self._database.reading() as connection:
            return bulk_reading.ahead(connection, keys)

    def sightings(self, claim: str) -> Sequence[Sighting]:
        """Find the claims with a claim's words, itself too, that are not set aside, oldest first, without an address."""
        with self._database.reading() as connection:
            return sightings.alike(connection, keepable(claim))

    def grounds(self, findings: Sequence[str], claims: Sequence[str]) -> StoredClaims:
        """Read some findings, and the attachments of some claims, at once, all given by their whole ids."""
        with self._database.reading() as connection:
            return bulk_reading.grounds(connection, findings, claims)

    def claim_as_read(self, key: str) -> Claim:
        """Read a claim as the program first read it, without corrections. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return claims.get(connection, keepable(key))

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return one page of a list of claims."""
        with self._database.reading() as connection:
            return claims.page(connection, wanted, offset, limit, self._skipped)

    def claim_ids(self, wanted: ClaimFilter = EVERY) -> Mapping[str, str]:
        """Return the ids of all claims that pass the filter, in its order, each with the id of its document."""
        with self._database.reading() as connection:
            return claims.ids(connection, wanted)

    def readings(self, keys: Sequence[str]) -> Sequence[Claim]:
        """Read some claims in their current readings, in no order, without those that are missing or cannot be read."""
        with self._database.reading() as connection:
            found = claims.some(connection, [keepable(key) for key in keys], self._skipped)
            return corrections.as_read_now(connection, found, self._skipped)

    def names(self, of: str, like: str = "") -> Sequence[str]:
        """Return names that a filter offers, from A to Z: ``speaker``, ``reviewer``, ``place``, ``tag`` or ``assigned``.

        With `like`, only names in which each of its words begins a word; it is ignored for tags, which are one word.
        """
        with self._database.reading() as connection:
            return distinct_names.offered(connection, of, keepable(like))

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Count the claims that pass the filter."""
        with self._database.reading() as connection:
            return claims.count(connection, wanted)

    def claims_in(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document, in order of its text."""
        with self._database.reading() as connection:
            found = claims.of_document(connection, keepable(document), self._skipped)
            return corrections.as_read_now(connection, found, self._skipped)

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Find other claims that share topic words with this one, the most similar first."""
        with self._database.reading() as connection:
            found = search.alike(connection, claim, limit)
            return corrections.as_read_now(connection, found, self._skipped)

    # --- reviews and research ------------------------------------------------------------------------------

    def review(self, review: Review) -> None:
        """Add a review. On return, it is on disk.

        Raises:
            NoSuchRecordError: The claim is not there.
            TakenBackError: It takes back what was taken back before.
        """
        with self._database.writing() as connection:
            reviews.add(connection, [review])

    def review_all(self, given: Sequence[Review]) -> Mapping[str, Verdict]:
        """Add reviews of several claims in one transaction, all or none, and return each claim's new verdict.

        Raises what `review` raises.
        """
        with self._database.writing() as connection:
            return reviews.add(connection, given)

    def histories(self, claims: Sequence[str]) -> Mapping[str, Sequence[Review]]:
        """Return the reviews of some claims, by the claim, oldest first."""
        with self._database.reading() as connection:
            return reviews.histories(connection, [keepable(key) for key in claims])

    def researched_among(self, claims: Sequence[str]) -> frozenset[str]:
        """Return those of some claims that were ever researched."""
        with self._database.reading() as connection:
            return research.among(connection, [keepable(key) for key in claims])

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        with self._database.reading() as connection:
            return reviews.of_claim(connection, keepable(claim))

    def reviews_of_batch(self, batch: str) -> Sequence[Review]:
        """Return the reviews of one batch, oldest first."""
        with self._database.reading() as connection:
            return reviews.of_batch(connection, keepable(batch))

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """Return the newest reviews of all claims, newest first."""
        with self._database.reading() as connection:
            return reviews.last(connection, limit)

    def keep_research(self, researched: Researched) -> None:
        """Add the result of a research; earlier ones stay. Raises NoSuchRecordError where the claim is missing."""
        with self._database.writing() as connection:
            research.add(connection, researched)

    def research(self, claim: str) -> Researched | None:
        """Return the newest research of a claim."""
        with self._database.reading() as connection:
            return research.newest(connection, keepable(claim))

    def finding(self, key: str) -> Finding:
        """Read a finding of any research by its id. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return research.finding(connection, keepable(key))

    def judged_on(self, series: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a figure of any of some series, newest first."""
        with self._database.reading() as connection:
            return precedent_rows.on_series(connection, series, limit)

    def judged_with_slip(self, kinds: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a possible explanation of any of some kinds, among the newest."""
        with self._database.reading() as connection:
            return precedent_rows.with_slip(connection, kinds, limit)

    def ratings_on(self, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
        """Count the ratings of the other claims with a figure of any of some series, the most frequent first."""
        with self._database.reading() as connection:
            return precedent_rows.ratings_on(connection, series, keepable(without))

    def last_added(self, keys: Sequence[str]) -> str | None:
        """Return the id stored last among some reviews, choices, corrections and attachments; None where none is stored.

        The order of storing counts, not the times in them, since clocks may differ.
        """
        with self._database.reading() as connection:
            return journal.last_of(connection, keys)
