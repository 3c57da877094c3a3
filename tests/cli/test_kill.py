"""A reviewer's machine loses its power, again and again: every verdict that was confirmed is there, and doctor finds nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no groups of processes to kill")

LOOP = Path(__file__).with_name("loop.py")
TEXT = "# date: 2021-12-02\n# place: MKD\n\nIn the first nine months of 2021 there were 16,000 attempts at illegal migration.\n"


def workbench(database: Path, *words: str) -> str:
    command = [sys.executable, "-m", "workbench", "--db", str(database), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def notes_of(database: Path, claim: str) -> list[str]:
    shown = json.loads(workbench(database, "show", claim, "--json"))
    return [review["note"] for review in shown["history"] if review["action"] == "rate"]


def check_rounds(folder: Path, rounds: int) -> int:
    """Kills a reviewer at work round after round; gives how many verdicts were confirmed in all."""
    speech, database, confirmed = folder / "speech.txt", folder / "desk.db", folder / "confirmed"
    speech.write_text(TEXT, encoding="utf-8")
    confirmed.touch()
    workbench(database, "import", str(speech))
    claim = json.loads(workbench(database, "claims", "--json").splitlines()[0])["id"]
    chance = random.Random(7)  # noqa: S311  (the same moments on every run)
    for _ in range(rounds):
        reviewer = subprocess.Popen(
            [sys.executable, LOOP, database, claim, confirmed], start_new_session=True, stderr=subprocess.DEVNULL
        )
        time.sleep(1.5 + 2 * chance.random())
        os.killpg(reviewer.pid, signal.SIGKILL)
        reviewer.wait()
        assert "All is well." in workbench(database, "doctor")
        said = confirmed.read_text(encoding="utf-8").splitlines()
        kept = notes_of(database, claim)
        assert sorted(set(said) - set(kept)) == []
        assert len(kept) <= len(said) + rounds  # the one that was at work when the power went may have come through
    return len(said)


def test_a_verdict_that_was_confirmed_survives_a_kill(tmp_path):
    check_rounds(tmp_path, rounds=1)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_verdicts_survive_ten_kills(tmp_path):
    assert check_rounds(tmp_path, rounds=10) > 10
