"""``kill -9`` of two writers at a time, hundreds of times: nothing that was confirmed is lost, and the journal stays whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.early, pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")]

ROUNDS = [
    pytest.param(2, id="twice"),
    pytest.param(200, id="two hundred times", marks=[pytest.mark.slow, pytest.mark.timeout(3600)]),
]


def soak(place: str, rounds: int) -> int:
    """Kills two writers so often; gives how many things were confirmed, none of which is lost."""
    command = [sys.executable, Path(__file__).with_name("two_writers.py"), place, str(rounds)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran
    said = json.loads(ran.stdout)
    assert (said["killed"], said["wrong"]) == (2 * rounds, [])
    return said["confirmed"]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_two_writers_of_a_file_lose_nothing(tmp_path, rounds, record_property):
    confirmed = soak(str(tmp_path / "desk.db"), rounds)
    record_property("confirmed", confirmed)
    assert confirmed > rounds


def eight(place: str, folder: Path, seconds: int, *more: str) -> dict[str, Any]:
    """Eight reviewers at once for so long; what they did, where nothing of it is wrong."""
    command = [sys.executable, Path(__file__).with_name("eight_reviewers.py"), place, str(seconds), folder, *more]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    said = json.loads(ran.stdout)
    assert (said["wrong"], ran.returncode) == ([], 0), said
    assert "40P01" not in str(said["refused"]), "a deadlock"
    return said


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("home")
def test_eight_reviewers_of_a_file_are_all_heard(tmp_path, capsys):
    """Two minutes, and each two seconds one of them is killed."""
    (tmp_path / "notes").mkdir()
    said = eight(str(tmp_path / "desk.db"), tmp_path / "notes", 120, "kill")
    with capsys.disabled():
        sys.stdout.write(f"\n{said}\n")
    assert said["killed"] > 15
