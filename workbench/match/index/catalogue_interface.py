"""The interface of an index of series titles over all sources.

It is here and not among the ports because it uses the types of matching: it takes a `Query` and returns a `Hit`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.series import Series, SeriesRef
from workbench.match.index.title_store import Hit
from workbench.match.query.query import Query
from workbench.ports.meaning_encoder import Encoder


class Catalogue(Protocol):
    """The searchable index of series titles over all sources."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with its file, if anything was."""
        ...

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Find series whose titles, units or descriptions share words with the query, likeliest first.

        `meaning` is what was said: titles near it in meaning are found too, without a shared word.
        """
        ...

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        """Find series that may measure what is asked, likeliest first, some more than needed: `rank_hits` sorts them."""
        ...

    @property
    def encoder(self) -> Encoder:
        """The encoder that `find` used for nearness in meaning."""
        ...

    @property
    def model(self) -> Encoder | None:
        """The configured model of meanings, where it can be used; it becomes `encoder` once it has read every title."""
        ...

    def titles(self) -> Sequence[str]:
        """Return the titles of all sources, each once."""
        ...

    def put_in_order(self) -> None:
        """Rebuild the arrays of the index, for example once the model has read every title."""
        ...

    def get(self, ref: SeriesRef) -> Series | None:
        """Return one series by its name."""
        ...

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """Count the indexed series of each source, with the date of its list (None: the starter list)."""
        ...

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Replace a source's list by a new one; the old one is used until the new one is complete."""
        ...
