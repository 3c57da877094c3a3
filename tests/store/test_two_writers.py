"""``kill -9`` of two writers at a time, hundreds of times: nothing that was confirmed is lost, and the journal stays whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")

ROUNDS = [
    pytest.param(3, id="thrice"),
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
