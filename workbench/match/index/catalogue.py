"""What an index of series titles over all sources satisfies.

Why it stands here and not among the ports: it is asked in the words of matching (`Query`), and answers in them (`Hit`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.series import Series, SeriesRef
from workbench.match.index.title_store import Hit
from workbench.match.query.query import Query
from workbench.ports.meaning import Encoder


class Catalogue(Protocol):
    """The searchable index of series titles over all sources."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with its file, if anything was."""
        ...

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Return series whose titles, units or descriptions share words with the query, likeliest first.

        `meaning` is what was said, for titles that are near it in meaning and need share no word with it.
        """
        ...

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        """Return series that may measure what is asked, likeliest first, some more than are wanted: `rank_hits` puts them in order."""
        ...

    @property
    def encoder(self) -> Encoder:
        """The encoder that `find` used for nearness in meaning."""
        ...

    @property
    def model(self) -> Encoder | None:
        """The model of meanings that was asked for and can be used; `encoder` is it once it has read every title."""
        ...

    def titles(self) -> Sequence[str]:
        """Return the titles of all sources, each once."""
        ...

    def put_in_order(self) -> None:
        """Make the arrays by which titles are found anew, such as once the model has read every title."""
        ...

    def get(self, ref: SeriesRef) -> Series | None:
        """Return one series by its name."""
        ...

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """For each source, how many series the index holds and of what day the list is (None: the starter list)."""
        ...

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Put a source's new list in place of its old one, which stays whole until the new one is."""
        ...
