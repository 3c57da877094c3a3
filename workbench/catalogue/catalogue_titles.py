"""The titles of the catalogue for ranking: found by arrays, read from rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from copy import copy

import msgspec
import numpy as np

from workbench.catalogue.memory_mapped_arrays import DamagedError
from workbench.catalogue.series_rows import READ, to_series
from workbench.catalogue.title_arrays import TitleArrays
from workbench.catalogue.title_clusters import NearTitles
from workbench.core.series import Series
from workbench.match.index.inverted_index import Inverted, Ranges
from workbench.match.index.title_summary import TitleSummary, unpack
from workbench.match.query.query import Query
from workbench.ports.meaning_encoder import Encoder

_HEADLINES = 4
"""Factor: one in 4 of the titles found by their words may be a headline."""


class CatalogueTitles:
    """The titles of the catalogue by number; satisfies `workbench.match.index.title_store.TitleStore`.

    A stock that does not fit the rows raises `DamagedError` when that shows, one that does not fit itself an IndexError.
    """

    def __init__(self, db: sqlite3.Connection, stock: TitleArrays, encoder: Encoder) -> None:
        self.encoder = encoder
        self._db = db
        self._stock = stock
        self._words, self._near = Inverted(stock.postings), NearTitles(stock.groups)
        self._briefs = stock.briefs.data
        self._within: Ranges | None = None
        self._headlines = stock.headlines

    def only(self, sources: Sequence[str]) -> CatalogueTitles:
        """Return the same titles, those of some sources alone; of all where none are named."""
        if not sources:
            return self
        other = copy(self)
        other._within = self._stock.ranges(sources)  # noqa: SLF001  (of its own kind)
        some = [self._headlines[(self._headlines >= start) & (self._headlines < end)] for start, end in other._within]  # noqa: SLF001  (another of this class)
        other._headlines = np.concatenate([self._headlines[:0], *some])  # noqa: SLF001  (another of this class)
        return other

    def by_words(self, query: Query, limit: int) -> Mapping[int, float]:
        """Return the titles that share most words with a query, best first, and the best of the headlines, however many others do."""
        full, found = self._words.full(query), self._words.search(query, limit, self._within)
        scores = self._words.scores(query, self._headlines)
        best = np.argsort(-scores, kind="stable")[: max(1, limit // _HEADLINES)]
        leading = zip(self._headlines[best].tolist(), scores[best].tolist(), strict=True)
        return {n: score / full for n, score in (*found, *leading) if score > 0}

    def by_meaning(self, text: str, limit: int, also: Sequence[int]) -> Mapping[int, float]:
        """Return the cosines of the titles nearest to a text, then of those that are asked for."""
        vector = self.encoder.vector(text)
        if vector is None:
            return dict.fromkeys(also, 0.0)
        asked = np.asarray(also, dtype=np.int64)
        others = dict(zip(also, self._near.cosines(vector, asked).tolist(), strict=True))
        return self._near.nearest(vector, limit, self._within) | others

    def summary(self, number: int) -> TitleSummary:
        """Return what is known of a title at first look."""
        start, end = self._stock.starts[number : number + 2].tolist()
        try:
            return unpack(self._briefs[start:end])
        except msgspec.DecodeError as error:
            raise DamagedError(str(error)) from error

    def series(self, numbers: Sequence[int]) -> Sequence[Series]:
        """Return the series of some titles."""
        ids = self._stock.ids[np.asarray(numbers, dtype=np.int64)].tolist()
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT id, {READ} FROM series WHERE id IN ({marks})"  # noqa: S608  (columns of our own and marks)
        rows = {row[0]: row[1:] for row in self._db.execute(sql, ids)}
        if len(rows) < len(ids):
            raise DamagedError("it names titles that are not listed")
        return [to_series(rows[number]) for number in ids]
