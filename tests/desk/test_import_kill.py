"""An import that is killed, however rudely and however often, is finished by running it again."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.store import open_store

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no groups of processes to kill")


def claims_of(folder: Path, count: int) -> Path:
    path = folder / "claims.csv"
    rows = (
        f'"In 2021 there were {i:,} crossings, {i % 97} percent fewer than in 2020.",2021-12-02' for i in range(count)
    )
    path.write_text("\n".join(["text,date", *rows]) + "\n", encoding="utf-8")
    return path


def command(database: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "workbench", "--db", str(database), *words]


def run(database: Path, *words: str) -> str:
    done = subprocess.run(command(database, *words), check=True, capture_output=True, text=True, cwd=database.parent)
    return done.stdout


def killed(database: Path, path: Path, after: float) -> bool:
    """Starts an import, kills it with all its processes after so many seconds; whether it was still at work."""
    words = command(database, "import", str(path), "--jobs", "2")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    working = subprocess.Popen(words, start_new_session=True, cwd=database.parent, **quiet)
    time.sleep(after)
    alive = working.poll() is None
    if alive:
        os.killpg(working.pid, signal.SIGKILL)
    working.wait()
    return alive


def totals(database: Path) -> tuple[int, int]:
    with open_store(database) as store:
        return store.count_documents(), store.count_claims()


def check_rounds(folder: Path, rounds: int, count: int) -> None:
    """Kills an import round after round; each time the database is whole and holds no less; then lets one finish."""
    path, database, whole = claims_of(folder, count), folder / "killed.db", folder / "whole.db"
    began = time.monotonic()
    run(whole, "import", str(path), "--jobs", "2")
    long = time.monotonic() - began
    chance, kept, at_work = random.Random(11), 0, 0  # noqa: S311  (the same moments on every run)
    for _ in range(rounds):
        at_work += killed(database, path, 0.3 + 0.6 * chance.random() * long)
        if database.exists():
            assert "All is well." in run(database, "doctor")
            assert totals(database)[0] >= kept
            kept = totals(database)[0]
    assert at_work
    said = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", run(database, "import", str(path)))]
    assert (said[0], said[2]) == (count - kept, kept)
    assert totals(database) == totals(whole)


def test_an_import_that_was_killed_twice_is_finished_by_a_third(tmp_path):
    check_rounds(tmp_path, rounds=2, count=800)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_import_that_was_killed_ten_times(tmp_path):
    check_rounds(tmp_path, rounds=10, count=30_000)
