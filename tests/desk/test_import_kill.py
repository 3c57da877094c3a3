"""An import that is killed, however rudely and however often, is finished by running it again."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.store import open_store

pytestmark = [
    pytest.mark.early,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no groups of processes to kill"),
]


def claims_of(folder: Path, count: int) -> Path:
    path = folder / "claims.csv"
    rows = (
        f'"In 2021 there were {i:,} crossings, {i % 97} percent fewer than in 2020.",2021-12-02' for i in range(count)
    )
    path.write_text("\n".join(["text,date", *rows]) + "\n", encoding="utf-8")
    return path


BATCH = 20
"""Rows that the import reads and keeps at once here: few, so that a small import is killed between two of them."""

STARTS = (
    f"from workbench.desk.importing import import_run, parallel_reading; import_run.BATCH = parallel_reading.CHUNK = {BATCH}; "
    "from workbench.cli import main; main()"
)


def command(database: Path, *words: str) -> list[str]:
    return [sys.executable, "-c", STARTS, "--db", str(database), *words]


def killed(database: Path, path: Path, after: float, kept: int) -> bool:
    """Start an import, kill it with all its processes some time after that many documents are kept; whether it was still at work."""
    words = command(database, "import", str(path), "--jobs", "2")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    working = subprocess.Popen(words, start_new_session=True, cwd=database.parent, **quiet)
    try:
        while working.poll() is None and documents(database) <= kept:
            time.sleep(0.02)  # a batch takes longer, and each look costs what it looks at
        time.sleep(after)
        return working.poll() is None
    finally:  # where the test runs out of time, it leaves no import behind
        os.killpg(working.pid, signal.SIGKILL)
        working.wait()


def documents(database: Path) -> int:
    """Return how many documents another process has kept so far; 0 where the database is not there yet."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def totals(database: Path) -> tuple[int, int]:
    with open_store(database) as store:
        return store.count_documents(), store.count_claims()


class DoneBeforeKilledError(Exception):
    """An import was over before it could be killed: the machine was so busy that nobody looked in time."""


def check_rounds(workbench: Callable[..., Any], folder: Path, rounds: int, count: int) -> None:
    """Kills an import at as many places of its file as there are rounds; each time the database is whole and holds more; then lets one finish."""
    folder.mkdir(exist_ok=True)
    path, database, whole = claims_of(folder, count), folder / "killed.db", folder / "whole.db"
    assert workbench("--db", whole, "import", path, "--jobs", "1").code == 0
    chance, kept = random.Random(11), 0  # noqa: S311  (the same moments on every run)
    for left in range(rounds, 0, -1):
        place = kept + (count - kept) // (left + 2)
        if not killed(database, path, 0.01 * chance.random(), place) or totals(database)[0] == count:
            raise DoneBeforeKilledError
        with open_store(database) as store:
            assert store.check() == []
        assert kept < totals(database)[0]
        kept = totals(database)[0]
    said = [
        int(number.replace(",", ""))
        for number in re.findall(r"[\d,]*\d", workbench("--db", database, "import", path, "--jobs", "1").out)
    ]
    assert (said[0], said[2]) == (count - kept, kept)
    assert totals(database) == totals(whole)


def test_an_import_that_was_killed_twice_is_finished_by_a_third(workbench, tmp_path):
    for count in (160, 1_600):  # a longer file where the machine is so busy that the short one is done first
        try:
            return check_rounds(workbench, tmp_path / str(count), rounds=2, count=count)
        except DoneBeforeKilledError:
            continue
    pytest.fail("two imports were over before they could be killed")


@pytest.mark.slow
@pytest.mark.timeout(1800)  # some two minutes on a machine at rest
def test_an_import_that_was_killed_ten_times(workbench, tmp_path):
    check_rounds(workbench, tmp_path, rounds=10, count=6_000)
