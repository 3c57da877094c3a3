"""A thousand ratings by JSON Lines beside raw SQL inserts of the same events, a hundred in a transaction.

``pytest -m slow -n 0 -s tests/benchmarks/test_bulk_speed.py`` prints the figures. The raw inserts write the rows that the ratings left, all of
them (reviews, journal, what the claim and its document repeat), through the driver alone, into a copy of the same database behind the same
guards. Both are counted with the database open: what it takes to start Python is no part of either, and is told beside them.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import large
import pytest

from workbench.cli.options.global_options import GlobalOptions

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

RATINGS, AT_ONCE, ROUNDS = 1_000, 100, 5
LEAST = 0.25
"""Of the speed of the raw inserts, by the processor; the goal is a half."""


def test_a_thousand_ratings_by_json_lines(tmp_path: Path, monkeypatch, capsys) -> None:
    source = large.database(20_000)
    took = [_round(source, tmp_path / str(number), monkeypatch) for number in range(ROUNDS)]
    ours, raw = (_Took(*map(min, zip(*(each[side] for each in took), strict=True))) for side in (0, 1))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{RATINGS:,} ratings by JSON Lines: {ours.wall:.2f} s, {ours.cpu:.2f} of the processor; raw SQL inserts of the same rows: "
            f"{raw.wall:.2f} s, {raw.cpu:.2f}; {raw.wall / ours.wall:.2f} of their speed by the clock, {raw.cpu / ours.cpu:.2f} by the "
            f"processor; best of {ROUNDS}, load {os.getloadavg()[0]:.1f}\n"
        )
    assert raw.cpu / ours.cpu >= LEAST


class _Took(NamedTuple):
    """Seconds by the clock, and of the processor."""

    wall: float
    cpu: float


@contextmanager
def _timed() -> Iterator[list[_Took]]:
    took: list[_Took] = []
    wall, cpu = time.perf_counter(), time.process_time()
    yield took
    took.append(_Took(time.perf_counter() - wall, time.process_time() - cpu))


def _round(source: Path, folder: Path, monkeypatch) -> tuple[_Took, _Took]:
    """Return what the ratings took, and the raw inserts of the rows that they left, each in a copy of its own."""
    folder.mkdir()
    mine, bare = (Path(shutil.copy(source, folder / name)) for name in ("mine.db", "bare.db"))
    with closing(sqlite3.connect(source)) as database:
        keys = [key for (key,) in database.execute("SELECT id FROM claims ORDER BY id LIMIT ?", (RATINGS + 1,))]
    ours = _rate(mine, keys, monkeypatch)
    return ours, _insert(bare, _Rows(mine, keys[1:]))


def _rate(database: Path, keys: list[str], monkeypatch) -> _Took:
    from workbench.cli.records.decision_records import decide_records
    from workbench.cli.verdicts import decisions

    lines = [json.dumps({"claim": key, "rating": "false", "note": "It fell."}) + "\n" for key in keys]
    monkeypatch.setattr(sys, "stdout", said := io.StringIO())
    with GlobalOptions(db=str(database)).desk() as desk:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines[0]))
        assert decide_records(decisions(desk, "rate", "")) == 0  # the database is open, and all is loaded
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(lines[1:])))
        with _timed() as took:
            assert decide_records(decisions(desk, "rate", "")) == 0
    monkeypatch.undo()
    assert len(said.getvalue().splitlines()) == RATINGS + 1
    return took[0]


class _Rows:
    """What ratings left in a database."""

    def __init__(self, path: Path, keys: list[str]) -> None:
        with closing(sqlite3.connect(path)) as database:
            self.reviews = database.execute("SELECT * FROM reviews ORDER BY number").fetchall()[1:]
            self.journal = database.execute(
                "SELECT * FROM journal ORDER BY number DESC LIMIT ?", (RATINGS,)
            ).fetchall()[::-1]
            marks = ",".join("?" * len(keys))
            self.claims = database.execute(
                f"SELECT stage, rating, deferred, tags, id, document FROM claims WHERE id IN ({marks})",  # noqa: S608
                keys,
            ).fetchall()
        assert len(self.reviews) == len(self.journal) == len(self.claims) == RATINGS


def _insert(path: Path, rows: _Rows) -> _Took:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -32000", "recursive_triggers = ON"):
            database.execute(f"PRAGMA {setting}")
        with _timed() as took:
            for at in range(0, RATINGS, AT_ONCE):
                _insert_some(database, rows, slice(at, at + AT_ONCE))
    return took[0]


def _insert_some(database: sqlite3.Connection, rows: _Rows, some: slice) -> None:
    reviews, journal = rows.reviews[some], rows.journal[some]
    database.execute("BEGIN IMMEDIATE")
    database.executemany(f"INSERT INTO reviews VALUES ({_marks(reviews)})", reviews)  # noqa: S608
    database.executemany(
        "UPDATE claims SET stage = ?, rating = ?, deferred = ?, tags = ? WHERE id = ?",
        [row[:5] for row in rows.claims[some]],
    )
    database.executemany("UPDATE documents SET open = open - 1 WHERE id = ?", [row[5:] for row in rows.claims[some]])
    database.executemany(f"INSERT INTO journal VALUES ({_marks(journal)})", journal)  # noqa: S608
    database.execute("UPDATE journal_head SET entries = ?, hash = ?", (journal[-1][0], journal[-1][-1]))
    database.execute("COMMIT")


def _marks(rows: list[tuple[Any, ...]]) -> str:
    return ",".join("?" * len(rows[0]))
