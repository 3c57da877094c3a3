"""Ports of what keeps saved views, knows which pages readers got, and lists the claims of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.published import KeptPage
from workbench.ports.claim_lists import EVERY, ClaimFilter


class ViewStore(Protocol):
    """Filters under a name. They are only ever added to."""

    def save_view(self, view: SavedView, reviewer: str, at: datetime, *, dropped: bool = False) -> None:
        """Keep a view under its name, in the place of one of that name; or that it is dropped."""
        ...

    def views(self) -> Sequence[SavedView]:
        """Return the saved views, from A to Z."""
        ...


class PageStore(Protocol):
    """Which pages readers got. They are only ever added to."""

    def keep_page(self, page: KeptPage) -> None:
        """Note the page of a release; a second one of it is passed over. Raises NoSuchRecordError."""
        ...

    def kept_pages(self, claim: str = "") -> Sequence[KeptPage]:
        """Return the pages of a claim, oldest first; without a claim, those of all."""
        ...


class IdStore(Protocol):
    """Which claims a report has, however many they are."""

    def claim_ids(self, wanted: ClaimFilter = EVERY) -> Mapping[str, str]:
        """Return the ids of all claims that pass the filter, in its order, each with the id of its document."""
        ...
