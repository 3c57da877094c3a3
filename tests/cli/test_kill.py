"""A reviewer's machine loses its power, again and again: every verdict that was confirmed is there, and doctor finds nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.early,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no groups of processes to kill"),
]

LOOP = Path(__file__).with_name("loop.py")
TEXT = "# date: 2021-12-02\n# place: MKD\n\nIn the first nine months of 2021 there were 16,000 attempts at illegal migration.\n"


def check_rounds(workbench: Callable[..., Any], folder: Path, rounds: int) -> int:
    """Kills a reviewer at work round after round; gives how many verdicts were confirmed in all."""
    speech, database, confirmed = folder / "speech.txt", folder / "desk" / "workbench.db", folder / "confirmed"
    speech.write_text(TEXT, encoding="utf-8")
    confirmed.touch()
    workbench("import", speech)
    claim = workbench("claims", "--json").records[0]["id"]
    chance = random.Random(7)  # noqa: S311  (the same moments on every run)
    for _ in range(rounds):
        reviewer = subprocess.Popen(
            [sys.executable, LOOP, database, claim, confirmed], start_new_session=True, stderr=subprocess.DEVNULL
        )
        _wait_for_two_more(confirmed)
        time.sleep(2 * chance.random())
        os.killpg(reviewer.pid, signal.SIGKILL)
        reviewer.wait()
        assert "All is well." in workbench("doctor").out
        said = confirmed.read_text(encoding="utf-8").splitlines()
        (shown,) = workbench("show", claim, "--json").records
        kept = [review["note"] for review in shown["history"] if review["action"] == "rate"]
        assert sorted(set(said) - set(kept)) == []
        assert len(kept) <= len(said) + rounds  # the one that was at work when the power went may have come through
    return len(said)


def _wait_for_two_more(confirmed: Path) -> None:
    """Wait until two more verdicts are confirmed, however slow the machine is: a reviewer who was never at work has nothing to lose."""
    before, until = confirmed.read_text(encoding="utf-8").count("\n"), time.monotonic() + 60
    while confirmed.read_text(encoding="utf-8").count("\n") < before + 2 and time.monotonic() < until:
        time.sleep(0.02)


def test_a_verdict_that_was_confirmed_survives_a_kill(workbench, tmp_path):
    check_rounds(workbench, tmp_path, rounds=1)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_verdicts_survive_ten_kills(workbench, tmp_path):
    assert check_rounds(workbench, tmp_path, rounds=10) > 10
