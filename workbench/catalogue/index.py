"""The index: titles of all sources in one file, searched in milliseconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from workbench.catalogue.asking import full_text_query
from workbench.catalogue.nearness import Groups, fill
from workbench.catalogue.opening import open_index, rebuild
from workbench.catalogue.rows import COLUMNS, READ, Row, to_row, to_series
from workbench.catalogue.schema import MANY
from workbench.catalogue.starter import digest, starter
from workbench.core.errors import BusyDatabaseError, StoreError, UnwritableError
from workbench.core.series import Series, SeriesRef

T = TypeVar("T")

_WEIGHTS = "4.0, 2.0, 1.0"
"""What a word counts in title, unit and description."""

_TABLES = {"words": "", "headlines": " AND headline"}
"""The full-text tables, and which series each holds: the few headline series have one of their own, so that they are found
however many others share a word."""

_NEAR = 4
"""One in so many of the series found is found for its meaning."""

_INSERT = f"INSERT OR IGNORE INTO series ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  (names of our own)


class Index:
    """The searchable index of series titles; satisfies `workbench.ports.Catalogue`.

    Readers in other processes and threads see a source's old list until its new one is whole. `problems` says what was wrong
    with the file, if anything was.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._headlines = {series.ref: series for series in starter()}
        self._db, self.problems = open_index(path)
        self._common: dict[str, int] = {}
        self._groups: Groups | None = None
        self._changes = -1
        self._safely(self._start)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._db.close()

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Series whose titles, units or descriptions share words with the query, likeliest first.

        Words may be anything at all: signs and operators are not read as such. Headline series come before others that
        share as much. Where `meaning` says what was said, titles that are near it in meaning come after those.
        """
        return self._safely(lambda: self._search(query, limit, sources, meaning))

    def get(self, ref: SeriesRef) -> Series | None:
        """One series by its name."""
        sql = f"SELECT {READ} FROM series WHERE source = ? AND key = ?"  # noqa: S608  (columns of our own)
        row = self._safely(lambda: self._db.execute(sql, (_plain(ref.source), _plain(ref.key))).fetchone())
        return to_series(row) if row else None

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """For each source, how many series the index holds and of what day the list is (None: the starter list)."""
        rows = self._safely(lambda: self._db.execute("SELECT source, titles, as_of FROM lists").fetchall())
        return {source: (titles, date.fromisoformat(day) if day else None) for source, titles, day in rows}

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Puts a source's new list in place of its old one, which stays whole until the new one is.

        A key that comes twice is kept once, as it came first. Headline series that are parts of a table (their keys name
        dimensions) stay, since a source's list has the tables alone.

        Returns:
            How many series are kept.

        Raises:
            StoreError: The index cannot be written; the old list stays.
        """
        parts = (each for ref, each in self._headlines.items() if ref.source == source and "?" in ref.key)
        listed = chain(series, parts)
        rows = (to_row(source, each, self._headlines.get(SeriesRef(source, each.ref.key))) for each in listed)
        known = len(self.problems)
        kept = self._safely(lambda: self._put(source, rows, as_of))
        if len(self.problems) > known:  # rows that were taken by the first attempt are gone
            raise StoreError(
                "The index was damaged and has been built again.", "Run workbench catalogue update once more."
            )
        return kept

    def _search(self, query: str, limit: int, sources: Sequence[str], meaning: str) -> list[Series]:
        first = full_text_query(query, {})
        asked = full_text_query(query, self._known_common())
        if limit <= 0:
            return []
        near = self._near(meaning, limit // _NEAR, sources) if meaning else []
        best = self._best("headlines", first, -(-limit // 2), sources) if asked else []
        others = self._best("words", asked, limit, sources) if asked else []
        by_words = list(dict.fromkeys([*best, *others]))[: limit - len(near)]
        return [to_series(row) for row in dict.fromkeys([*by_words, *near])]

    def _near(self, meaning: str, limit: int, sources: Sequence[str]) -> list[Row]:
        """The rows nearest in meaning to a text."""
        ids = self._known_groups().nearest(meaning, limit, sources)
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT id, {READ} FROM series WHERE id IN ({marks})"  # noqa: S608  (columns of our own and marks)
        rows = {row[0]: row[1:] for row in self._db.execute(sql, ids).fetchall()}
        return [rows[number] for number in ids if number in rows]

    def _best(self, table: str, asked: str, limit: int, sources: Sequence[str]) -> list[Row]:
        """The best rows of a full-text table; they are picked by number before any row is read."""
        marks = ", ".join("?" * len(sources))
        only = f" AND rowid IN (SELECT id FROM series WHERE source IN ({marks}))" if sources else ""  # noqa: S608  (marks)
        sql = (
            f"SELECT {READ} FROM (SELECT rowid AS best, bm25({table}, {_WEIGHTS}) AS gain FROM {table} "  # noqa: S608  (names and marks alone)
            f"WHERE {table} MATCH ?{only} ORDER BY gain, rowid LIMIT ?) JOIN series ON series.id = best ORDER BY gain, best"
        )
        return self._db.execute(sql, (asked, *map(_plain, sources), limit)).fetchall()

    def _known_common(self) -> dict[str, int]:
        """How common words are, read again once another process has changed the file."""
        changes = self._db.execute("PRAGMA data_version").fetchone()[0]
        if changes != self._changes:
            self._common = dict(self._db.execute("SELECT term, titles FROM common").fetchall())
            self._groups = None
            self._changes = changes
        return self._common

    def _known_groups(self) -> Groups:
        """The middles of the groups of titles; they are read once, and again with how common words are."""
        if self._groups is None:
            self._groups = Groups(self._db)
        return self._groups

    def _start(self) -> None:
        """Puts the starter list where a source has no list of its own; a newer starter list takes the older one's place."""
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
            self._settle()

    def _read_only(self) -> bool:
        return any(problem.kind == "catalogue-unkept" and "not updated" in problem.message for problem in self.problems)

    def _put(self, source: str, rows: Iterable[Row], as_of: date) -> int:
        with self._writing():
            kept = self._fill(source, rows, as_of)
            self._settle()
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # gives the room back where no reader is in the way
        return kept

    def _fill(self, source: str, rows: Iterable[Row], as_of: date | None) -> int:
        for table, which in _TABLES.items():
            self._db.execute(_copy(table, f"{table}, ", "'delete', ", which), (source,))
        self._db.execute("DELETE FROM series WHERE source = ?", (source,))
        self._db.executemany(_INSERT, rows)
        for table, which in _TABLES.items():
            self._db.execute(_copy(table, "", "", which), (source,))
        fill(self._db, source)
        kept: int = self._db.execute("SELECT count(*) FROM series WHERE source = ?", (source,)).fetchone()[0]
        day = as_of.isoformat() if as_of else None
        self._db.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?)", (source, day, kept))
        return kept

    def _settle(self) -> None:
        """Merges the full-text index and counts the common words anew."""
        for table in _TABLES:
            self._db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608  (names of our own)
        self._db.execute("DELETE FROM common")
        self._db.execute("INSERT INTO common SELECT term, doc FROM terms WHERE doc >= ?", (MANY,))
        self._changes = -1

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it, or, after an error, a kill or a power cut, none."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._give_up()
            raise _as_ours(self._path, error) from error
        except BaseException:
            self._give_up()
            raise

    def _give_up(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _safely(self, work: Callable[[], T]) -> T:
        """Does the work; where the file turns out to be damaged, builds it again and does it once more."""
        with self._lock:
            try:
                return work()
            except sqlite3.OperationalError as error:
                raise _as_ours(self._path, error) from error
            except sqlite3.DatabaseError as error:
                if type(error) is not sqlite3.DatabaseError:  # its children tell of our own mistakes, not of the file
                    raise
                self._db.close()
                self._db, problems = rebuild(self._path, str(error))
                self.problems = (*self.problems, *problems)
                self._changes = -1
                self._start()
                return work()


def _copy(table: str, column: str, value: str, which: str) -> str:
    """The statement that tells a full-text table of a source's series, or, with "delete", of their going."""
    names = "title, unit, description"
    return f"INSERT INTO {table} ({column}rowid, {names}) SELECT {value}id, {names} FROM series WHERE source = ?{which}"  # noqa: S608  (names of our own)


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _as_ours(path: Path, error: sqlite3.OperationalError) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        return BusyDatabaseError(path)
    return UnwritableError(path, str(error))
