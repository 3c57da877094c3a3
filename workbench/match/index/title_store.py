"""Storage of titles by number, in memory or in a memory-mapped file. Both are searched by the same rules.

A store answers the queries of a ranking: which titles share words with a query, which are near it in meaning, the summary of each
for the first pass, and, for the few that are shown, the series themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.series import Series
from workbench.match.index.inverted_index import Inverted
from workbench.match.index.title_summary import TitleSummary, summary_of_title
from workbench.match.query.query import Query
from workbench.match.titles.title_words import title_words
from workbench.match.words.word_vectors import cosines, meanings, nearest
from workbench.ports.meaning_encoder import Encoder


@dataclass(frozen=True, slots=True)
class Hit:
    """A series that was found.

    Attributes:
        series: The series.
        share: The score of its words as a share of the highest that a title could have, about 0 to 1.
        near: How near its title is in meaning: the cosine, -1 to 1.
        summary: Its summary, as used in the first pass.
    """

    series: Series
    share: float
    near: float
    summary: TitleSummary


class TitleStore(Protocol):
    """Titles by number."""

    @property
    def encoder(self) -> Encoder:
        """The encoder that measures how near its titles are in meaning."""
        ...

    def by_words(self, query: Query, limit: int) -> Mapping[int, float]:
        """Find the titles that share most words with a query, best first, with their share of the highest possible score."""
        ...

    def by_meaning(self, text: str, limit: int, also: Sequence[int]) -> Mapping[int, float]:
        """Compute the cosines of the titles nearest to a text, nearest first, and of some given titles after them."""
        ...

    def summary(self, number: int) -> TitleSummary:
        """Return what is known of a title at first look."""
        ...

    def series(self, numbers: Sequence[int]) -> Sequence[Series]:
        """Return the series of some titles."""
        ...


class MemoryTitleStore:
    """Some thousands of titles in memory."""

    def __init__(self, series: Sequence[Series], encoder: Encoder | None = None) -> None:
        """Take the titles; `encoder` gives their meaning, by default the package's table."""
        texts = [title_words(each) for each in series]
        self._series = tuple(series)
        self._briefs = [
            summary_of_title(each.title, text, headline=each.headline) for each, text in zip(series, texts, strict=True)
        ]
        self._index = Inverted(text.fields for text in texts)
        self.encoder: Encoder = encoder or meanings()
        self._meanings = self.encoder.packed(each.title for each in series)

    def by_words(self, query: Query, limit: int) -> Mapping[int, float]:
        """Return the titles that share most words with a query, best first."""
        full = self._index.full(query)
        return {number: score / full for number, score in self._index.search(query, limit)}

    def by_meaning(self, text: str, limit: int, also: Sequence[int]) -> Mapping[int, float]:
        """Return the cosines of the titles nearest to a text, then of those that are asked for."""
        near = cosines(text, self._meanings, self.encoder)
        return {n: float(near[n]) for n in (*nearest(near, limit), *also)}

    def summary(self, number: int) -> TitleSummary:
        """Return what is known of a title at first look."""
        return self._briefs[number]

    def series(self, numbers: Sequence[int]) -> Sequence[Series]:
        """Return the series of some titles."""
        return [self._series[number] for number in numbers]
