"""The store over a SQL database: each method opens one transaction, and the work is in the modules beside this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.text import Document
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
from workbench.ports.ahead import Ahead
from workbench.store import amendments, corrections, documents, journal, reading_ahead, research, reviews
from workbench.store.adding import lock_claims
from workbench.store.care_store import CareStore
from workbench.store.choices_store import ChoicesStore
from workbench.store.convert import encoded, keepable
from workbench.store.lists import claims, names, precedents, search
from workbench.store.pages import PagesStore
from workbench.store.views import ViewsStore


class SqlStore(ChoicesStore, PagesStore, ViewsStore, CareStore):
    """Documents, claims, findings and reviews in a SQLite file or on a PostgreSQL server.

    Methods raise `StoreError` where the database cannot be used: `BusyDatabaseError`, `DamagedDatabaseError`,
    `UnwritableError`.
    """

    def close(self) -> None:
        """Let go of the file; the store is not used again."""
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
        """Whether it is a file that is opened for reading alone: nothing can be kept in it."""
        return self._database.reading_only

    @property
    def skipped(self) -> Iterable[Problem]:
        """The rows that could not be read and were passed over, each once."""
        return list(self._skipped)

    def pass_over(self, what: str, key: str) -> None:
        """Note that something was passed over, since a row of it cannot be read."""
        self._skipped.add(what, key)

    @contextmanager
    def together(self, claims: Iterable[str] = ()) -> Iterator[None]:
        """Has all that this thread does inside the block be one transaction: all of it is on disk at the end, or nothing.

        What fails inside it by itself leaves no trace, and the rest goes on. Nobody else adds to the claims named until it ends.
        """
        with self._database.together():
            if not self._database.sqlite and (keys := [keepable(key) for key in claims]):
                with self._database.writing() as connection:
                    lock_claims(connection, keys)
            yield

    # --- documents and claims ------------------------------------------------------------------------------

    def add(self, documents_: Iterable[tuple[Document, Sequence[Claim]]]) -> Kept:
        """Add documents with their claims in one transaction; those that are there already are left as they are.

        All of them are held in memory meanwhile: give a long import in batches of some thousand.
        """
        return self.add_encoded(encoded(document, claims) for document, claims in documents_)

    def add_claims(self, document: str, claims_: Sequence[Claim]) -> None:
        """Add claims to a document that is there; those that are there already stay as they are."""
        rows = encoded(self.document(document), claims_).kept[1]
        with self._database.writing() as connection:
            documents.add_claims(connection, rows)
            amendments.count_anew(connection, keepable(document))

    @property
    def document_encoder(self) -> DocumentEncoder:
        """What puts documents and their claims into rows."""
        return encoded

    def add_encoded(self, forms: Iterable[EncodedDocument]) -> Kept:
        """Add rows that `document_encoder` made, in one transaction; documents that are there already are left as they are."""
        batch = documents.Batch(forms)
        with self._database.writing() as connection:
            return documents.add(connection, batch)

    def has_document(self, key: str) -> bool:
        """Return whether a document is there."""
        with self._database.reading() as connection:
            return documents.has(connection, keepable(key))

    def which_documents(self, keys: Iterable[str]) -> frozenset[str]:
        """Return which of some documents are there."""
        with self._database.reading() as connection:
            return documents.which(connection, keys)

    def which_claims(self, keys: Iterable[str]) -> frozenset[str]:
        """Return which of some claims are there, by their whole ids."""
        with self._database.reading() as connection:
            return documents.which_claims(connection, keys)

    def document(self, key: str) -> Document:
        """Return a document as it is known now, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            found = documents.get(connection, keepable(key))
            data = amendments.data_now(connection, found.id)
            return found if data is None else data.put_on(found)

    def documents(
        self, words: str = "", offset: int = 0, limit: int = 100, *, hidden: bool = False
    ) -> Sequence[DocumentRow]:
        """Return the library, newest first, a page of it; words are those of the title, the place, the speakers and the origin."""
        with self._database.reading() as connection:
            return documents.page(connection, words, offset, limit, self._skipped, hidden=hidden)

    def count_documents(self, words: str = "", *, hidden: bool = False) -> int:
        """Return number of documents in the library."""
        with self._database.reading() as connection:
            return documents.count(connection, words, hidden=hidden)

    def claim(self, key: str) -> Claim:
        """Return a claim as it is read now, by its id or an unambiguous beginning of it. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            found = claims.get(connection, keepable(key))
            return corrections.as_read_now(connection, [found], self._skipped)[0]

    def claim_id(self, key: str) -> str:
        """Return the whole id of a claim, by its beginning; the claim itself is not read. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return claims.whole_id(connection, keepable(key))

    def ahead(self, keys: Sequence[str]) -> Ahead:
        """Return all that is kept of some claims, by their whole ids, in one reading."""
        with self._database.reading() as connection:
            return reading_ahead.ahead(connection, keys)

    def grounds(self, findings: Sequence[str], claims: Sequence[str]) -> Ahead:
        """Return some findings, and what was attached to some claims, by their whole ids, in one reading; nothing else of them."""
        with self._database.reading() as connection:
            return reading_ahead.grounds(connection, findings, claims)

    def claim_as_read(self, key: str) -> Claim:
        """Return a claim as the machine read it when it came in, whatever was put right since. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return claims.get(connection, keepable(key))

    def claims(self, wanted: ClaimFilter = EVERY, offset: int = 0, limit: int = 100) -> Sequence[ClaimRow]:
        """Return rows of claims, a page of them."""
        with self._database.reading() as connection:
            return claims.page(connection, wanted, offset, limit, self._skipped)

    def claim_ids(self, wanted: ClaimFilter = EVERY) -> Mapping[str, str]:
        """Return the ids of all claims that pass the filter, in its order, each with the id of its document."""
        with self._database.reading() as connection:
            return claims.ids(connection, wanted)

    def readings(self, keys: Sequence[str]) -> Sequence[Claim]:
        """Return some claims as they are read now, in no order, without those that are not there or cannot be read."""
        with self._database.reading() as connection:
            found = claims.some(connection, [keepable(key) for key in keys], self._skipped)
            return corrections.as_read_now(connection, found, self._skipped)

    def names(self, of: str, like: str = "") -> Sequence[str]:
        """Return names that a filter may ask for, from A to Z: of the ``speaker``, ``reviewer``, ``place``, ``tag`` or holder (``assigned``).

        With `like`, those in which each of its words begins a word; tags, which are one word, are given all.
        """
        with self._database.reading() as connection:
            return names.offered(connection, of, keepable(like))

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """Return number of claims that pass the filter."""
        with self._database.reading() as connection:
            return claims.count(connection, wanted)

    def claims_in(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document, in order of its text."""
        with self._database.reading() as connection:
            found = claims.of_document(connection, keepable(document), self._skipped)
            return corrections.as_read_now(connection, found, self._skipped)

    def alike(self, claim: Claim, limit: int = 200) -> Sequence[Claim]:
        """Return other claims that share telling words with this one, likeliest first."""
        with self._database.reading() as connection:
            found = search.alike(connection, claim, limit)
            return corrections.as_read_now(connection, found, self._skipped)

    # --- reviews and research ------------------------------------------------------------------------------

    def review(self, review: Review) -> None:
        """Add a review; when this returns it is on disk.

        Raises:
            NoSuchRecordError: The claim is not there.
            TakenBackError: It takes back what was taken back before.
        """
        with self._database.writing() as connection:
            reviews.add(connection, [review])

    def review_all(self, given: Sequence[Review]) -> Mapping[str, Verdict]:
        """Add reviews of several claims in one transaction, all of them or none, and return what each claim comes to.

        Raises as `review` does.
        """
        with self._database.writing() as connection:
            return reviews.add(connection, given)

    def histories(self, claims: Sequence[str]) -> Mapping[str, Sequence[Review]]:
        """Return the reviews of some claims, by the claim, oldest first."""
        with self._database.reading() as connection:
            return reviews.histories(connection, [keepable(key) for key in claims])

    def researched_among(self, claims: Sequence[str]) -> frozenset[str]:
        """Return which of some claims were ever researched."""
        with self._database.reading() as connection:
            return research.among(connection, [keepable(key) for key in claims])

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        with self._database.reading() as connection:
            return reviews.of_claim(connection, keepable(claim))

    def reviews_of_batch(self, batch: str) -> Sequence[Review]:
        """Return the reviews that were given in one go, oldest first."""
        with self._database.reading() as connection:
            return reviews.of_batch(connection, keepable(batch))

    def last_reviews(self, limit: int = 50) -> Sequence[Review]:
        """Return the newest reviews of all claims, newest first."""
        with self._database.reading() as connection:
            return reviews.last(connection, limit)

    def keep_research(self, researched: Researched) -> None:
        """Keep what research left; earlier research stays. Raises NoSuchRecordError for a claim that is not there."""
        with self._database.writing() as connection:
            research.add(connection, researched)

    def research(self, claim: str) -> Researched | None:
        """Return the newest research of a claim."""
        with self._database.reading() as connection:
            return research.newest(connection, keepable(claim))

    def finding(self, key: str) -> Finding:
        """Return a finding by its id, from whatever research. Raises NoSuchRecordError."""
        with self._database.reading() as connection:
            return research.finding(connection, keepable(key))

    def judged_on(self, series: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a figure of any of some series, those kept last first."""
        with self._database.reading() as connection:
            return precedents.on_series(connection, series, limit)

    def judged_with_slip(self, kinds: Sequence[str], limit: int) -> Sequence[str]:
        """Return the rated claims that have a possible explanation of any of some kinds, among those kept last."""
        with self._database.reading() as connection:
            return precedents.with_slip(connection, kinds, limit)

    def ratings_on(self, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
        """Return how often each rating was given to claims on any of some series, without one claim; the most frequent first."""
        with self._database.reading() as connection:
            return precedents.ratings_on(connection, series, keepable(without))

    def last_added(self, keys: Sequence[str]) -> str | None:
        """Return the last stored of some reviews, choices, corrections and attachments, whatever their clocks say; None where none is stored."""
        with self._database.reading() as connection:
            return journal.last_of(connection, keys)
