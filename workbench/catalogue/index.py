"""The index: titles of all sources in one file, searched in milliseconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from workbench.catalogue.catalogue_titles import CatalogueTitles
from workbench.catalogue.index_file import READ_ONLY, UNKEPT, mended, open_index, rebuild
from workbench.catalogue.memory_mapped_arrays import DamagedError
from workbench.catalogue.search_array_files import GoneError, SearchArrays, StaleError
from workbench.catalogue.series_rows import COLUMNS, READ, Row, to_row, to_series
from workbench.catalogue.starter import digest, starter
from workbench.core.candidate import Candidate
from workbench.core.errors import StoreError
from workbench.core.failures.database_errors import BusyDatabaseError, UnwritableError
from workbench.core.series import Series, SeriesRef
from workbench.match.index.title_store import Hit
from workbench.match.query.query import Query, query_of_text
from workbench.match.ranking.rank_series import find, rank_hits
from workbench.ports.meaning_encoder import Encoder

T = TypeVar("T")

_INSERT = f"INSERT OR IGNORE INTO series ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  (names of our own)


class Index:
    """The searchable index of series titles; satisfies `workbench.match.index.catalogue_interface.Catalogue`.

    Readers in other processes and threads see a source's old list until its new one is complete. `problems` says what
    was wrong with the file. If `model` is given, it compares meanings: of all titles once it has read them, and until
    then of the best hits of a search.
    """

    def __init__(self, path: Path, model: Encoder | None = None) -> None:
        self._path = path
        self.model = model
        self._lock = RLock()
        self._headlines = {series.ref: series for series in starter()}
        self._db, self.problems = open_index(path)
        self._keeper = self._keep()
        self._safely(self._start)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        """Find series that may measure the claim, the most likely first, some more than the limit."""
        return self._safely(lambda: self._reading(lambda titles: find(query, titles.only(sources), limit, self.model)))

    def rank(self, query: Query, limit: int = 12, picked: Sequence[Series] = ()) -> tuple[Candidate, ...]:
        """Rank candidates for a query, as `workbench.match.TitleIndex` does."""
        return rank_hits(query, self.find(query, limit), limit, picked, self.model or self.encoder)

    @property
    def encoder(self) -> Encoder:
        """The encoder by which titles are found: the model once it has read all of them, and the package's table until then.

        What is found is told by `model` where there is one: it reads the best of a question then and there.
        """
        return self._safely(lambda: self._reading(lambda titles: titles.encoder))

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Find series whose titles, units or descriptions share words with the query, the most likely first.

        The query is plain text: signs and operators have no special meaning. With `meaning`, titles similar to that
        text in meaning are found too.
        """
        if limit <= 0:
            return []
        asked = replace(query_of_text(query), text=meaning)
        return [hit.series for hit in self.find(asked, -(-limit // 2), sources)[:limit]]  # it gives twice as many

    def get(self, ref: SeriesRef) -> Series | None:
        """Return one series by its name."""
        sql = f"SELECT {READ} FROM series WHERE source = ? AND key = ?"  # noqa: S608  (columns of our own)
        row = self._safely(lambda: self._db.execute(sql, (_plain(ref.source), _plain(ref.key))).fetchone())
        return to_series(row) if row else None

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """Return, for each source, the number of its series and the day of the list (None for the starter list)."""
        rows = self._safely(lambda: self._db.execute("SELECT source, titles, as_of FROM lists").fetchall())
        return {source: (titles, date.fromisoformat(day) if day else None) for source, titles, day in rows}

    def titles(self) -> Sequence[str]:
        """Return the titles of all sources, each once."""
        rows = self._safely(lambda: self._db.execute("SELECT DISTINCT title FROM series ORDER BY title").fetchall())
        return [row[0] for row in rows]

    def put_in_order(self) -> None:
        """Rebuild the search arrays of titles, for example once the model has read every title."""
        self._safely(self._put_in_order)

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Replace a source's list; the old one stays until the new one is complete.

        Of a duplicate key, the first is stored. Headline series that are parts of a table (their keys have dimensions)
        stay, since a source's list has only whole tables.

        Returns:
            The number of stored series.

        Raises:
            StoreError: The index cannot be written; the old list stays.
        """
        parts = (each for ref, each in self._headlines.items() if ref.source == source and "?" in ref.key)
        listed = chain(series, parts)
        rows = (to_row(source, each, self._headlines.get(SeriesRef(source, each.ref.key))) for each in listed)
        known = len(self.problems)
        kept = self._safely(lambda: self._put(source, rows, as_of))
        if len(self.problems) > known:  # the first attempt has consumed the rows
            raise StoreError(
                "The index was damaged and has been built again.", "Run workbench catalogue update once more."
            )
        return kept

    def _reading(self, work: Callable[[CatalogueTitles], T]) -> T:
        """Run a function on titles and rows as of one moment, even while others write."""
        try:
            return self._of_one_moment(work)
        except (StaleError, DamagedError, IndexError) as error:  # such as numbers without a title
            self._mend(error)
        return self._of_one_moment(work)

    def _of_one_moment(self, work: Callable[[CatalogueTitles], T]) -> T:
        """Run it again as long as others replace the arrays before they are opened."""
        gone = ""
        while True:
            try:
                with self._moment():
                    return work(self._keeper.titles())
            except GoneError as error:
                if error.name == gone:  # no other file is named meanwhile: it is lost
                    raise
                gone = error.name

    def _mend(self, error: StaleError | DamagedError | IndexError) -> None:
        """Rebuild the arrays from the rows, unless another process has done so meanwhile."""
        if not isinstance(error, StaleError) or error.damaged:
            self.problems = (*self.problems, mended(str(error)))
        if self._read_only():
            self._keeper.for_now()
            return
        with self._writing():
            if not isinstance(error, StaleError):
                self._keeper.put_in_order(anew=True)
            elif not self._keeper.usable():
                self._keeper.put_in_order()

    def _start(self) -> None:
        """Add the starter list for sources without a list of their own; a newer starter list replaces an older one."""
        if self._db.execute("SELECT digest FROM starter").fetchone() == (digest(),):
            return
        if self._read_only():
            return
        with self._writing():
            own = {source for source, (_, day) in self.counts().items() if day is not None}
            for source in sorted({ref.source for ref in self._headlines} - own):
                listed = [series for ref, series in self._headlines.items() if ref.source == source]
                self._fill(source, (to_row(source, each, each) for each in listed), None)
            self._db.execute("DELETE FROM starter")
            self._db.execute("INSERT INTO starter VALUES (?)", (digest(),))
            self._keeper.put_in_order({ref.source for ref in self._headlines} - own)

    def _keep(self) -> SearchArrays:
        lies = self._db.execute("PRAGMA database_list").fetchone()[2]
        return SearchArrays(self._db, self._path if lies else None, self.model)

    def _read_only(self) -> bool:
        return any("not updated" in problem.message for problem in self.problems if problem.kind in {UNKEPT, READ_ONLY})

    def _put_in_order(self) -> None:
        with self._writing():
            self._keeper.put_in_order()

    def _put(self, source: str, rows: Iterable[Row], as_of: date) -> int:
        with self._writing():
            kept = self._fill(source, rows, as_of)
            self._keeper.put_in_order({source})
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # frees disk space if no reader prevents it
        return kept

    def _fill(self, source: str, rows: Iterable[Row], as_of: date | None) -> int:
        self._db.execute("DELETE FROM series WHERE source = ?", (source,))
        self._db.executemany(_INSERT, rows)
        kept: int = self._db.execute("SELECT count(*) FROM series WHERE source = ?", (source,)).fetchone()[0]
        day = as_of.isoformat() if as_of else None
        self._db.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?)", (source, day, kept))
        return kept

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """Yield one reading transaction: the rows stay as they are until its end."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._give_up()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Yield one transaction: all of it, or, after an error, a kill or a power cut, none."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
            self._keeper.tidy()
        except (sqlite3.OperationalError, OSError) as error:
            self._undo()
            raise _as_ours(self._path, error) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        self._give_up()
        self._keeper.drop()

    def _give_up(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _safely(self, work: Callable[[], T]) -> T:
        """Run a function; if the file turns out to be damaged, rebuild it and run the function again."""
        with self._lock:
            try:
                return work()
            except sqlite3.OperationalError as error:
                raise _as_ours(self._path, error) from error
            except sqlite3.DatabaseError as error:
                if type(error) is not sqlite3.DatabaseError:  # its subclasses are our own bugs
                    raise
                self._db.close()
                self._db, problems = rebuild(self._path, str(error))
                self.problems = (*self.problems, *problems)
                self._keeper = self._keep()
                self._start()
                return work()


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _as_ours(path: Path, error: Exception) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        return BusyDatabaseError(path)
    return UnwritableError(path, str(error))
