"""``kill -9`` in the midst of edits, joins, splits and documents put right: nothing that was confirmed is lost, and nothing is half done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workbench.core.corrections.amendment import fold_amendments
from workbench.store import open_store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")

SPEECH = """\
# date: 2021-12-02
# place: North Macedonia

In 2020 the police uncovered 35 cases of smuggling, involving 420 migrants, and 16,000 attempts were stopped.

For three reasons we stayed. Unemployment fell from 27.3 percent in 2013 to 16.6 percent last year.
"""


def _killed(place: Path, speech: Path, seed: int) -> list[str]:
    """Run the child until a random moment after its first confirmation, kill it, and return what it had confirmed."""
    command = [sys.executable, Path(__file__).with_name("amended_until_killed.py"), place, speech, str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}) as child:
        first = child.stdout.readline()
        threading.Timer(random.uniform(0, 1.5), child.send_signal, [signal.SIGKILL]).start()  # noqa: S311
        rest = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return (first + rest).decode().rpartition("\n")[0].split()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("rounds", [6])
def test_what_was_put_right_survives_whole(tmp_path, rounds):
    place, speech = tmp_path / "desk.db", tmp_path / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    confirmed: list[str] = []
    for n in range(rounds):
        confirmed += _killed(place, speech, n)
        with open_store(place) as store:
            assert store.check() == []
            amendments, corrections = store.amendments(limit=10**6), store.corrections(limit=10**6)
            kept = {each.id for each in (*amendments, *corrections)}
            undone = {f"undone:{each.undoes}" for each in (*amendments, *corrections) if each.undoes}
            assert set(confirmed) <= kept | undone
            [document] = {each.document for each in amendments}
            amended = fold_amendments(list(reversed(amendments)))
            there = {claim.id for claim in store.claims_in(document)}
            assert not there & amended.aside.keys()
            assert bool(there) is (amended.hidden is None)
            assert all(store.claim(key) for each in amendments for key in (*each.came, *each.gone))
    assert len(confirmed) > rounds
