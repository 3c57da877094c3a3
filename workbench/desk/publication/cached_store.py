"""A store with a cache: everything about a page of claims is read at once, and all else comes from the store itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.finding import Finding
from workbench.core.verdict import Review
from workbench.ports import Researched, Store
from workbench.ports.stored_claims import StoredClaims


class CachedStore:
    """A read-only store with a cache of some claims and everything that belongs to them.

    What the cache lacks is read from the underlying store, which raises the error for what cannot be read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._there = StoredClaims()

    def take(self, keys: Sequence[str]) -> None:
        """Load some claims into the cache, replacing the last ones."""
        self._there = self._store.ahead(keys)

    def claim(self, key: str) -> Claim:
        """Return a claim as it is read now. Raises NoSuchRecordError."""
        found = self._there.claims.get(key)
        return self._store.claim(key) if found is None else found

    def claim_id(self, key: str) -> str:
        """Return the whole id of a claim. Raises NoSuchRecordError."""
        return key if key in self._there.claims else self._store.claim_id(key)

    def document(self, key: str) -> Document:
        """Return a document as it is known now. Raises NoSuchRecordError."""
        found = self._there.documents.get(key)
        return self._store.document(key) if found is None else found

    def reviews(self, claim: str) -> Sequence[Review]:
        """Return the reviews of a claim, oldest first."""
        found = self._there.reviews.get(claim)
        return self._store.reviews(claim) if found is None else found

    def research(self, claim: str) -> Researched | None:
        """Return the newest research of a claim."""
        return self._there.research[claim] if claim in self._there.research else self._store.research(claim)

    def finding(self, key: str) -> Finding:
        """Return a finding by its id. Raises NoSuchRecordError."""
        found = self._there.findings.get(key)
        return self._store.finding(key) if found is None else found

    def corrections(self, claim: str = "", limit: int = 500) -> Sequence[Correction]:
        """Return the corrections of a claim, oldest first."""
        found = self._there.corrections.get(claim)
        return self._store.corrections(claim, limit) if found is None else found

    def amendments(self, document: str = "", limit: int = 500) -> Sequence[Amendment]:
        """Return the amendments of a document, oldest first."""
        found = self._there.amendments.get(document)
        return self._store.amendments(document, limit) if found is None else found

    def attachments(self, claim: str = "", limit: int = 500) -> Sequence[Attachment]:
        """Return what was attached to a claim, oldest first."""
        found = self._there.attachments.get(claim)
        return self._store.attachments(claim, limit) if found is None else found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)
