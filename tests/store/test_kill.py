"""``kill -9`` at any moment: the database opens, nothing that was confirmed is lost, and doctor finds nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import said

from workbench.core.verdict import Action
from workbench.ports import ClaimFilter
from workbench.store import open_store
from workbench.store.bodies import bodies
from workbench.store.bodies.snapshot_archive import Snapshots

pytestmark = [pytest.mark.early, pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")]

ROUNDS = [
    pytest.param(2, id="twice"),
    pytest.param(10, id="ten times", marks=[pytest.mark.slow, pytest.mark.timeout(600)]),
]


def _killed(what: str, place: Path, seed: str) -> list[str]:
    """Run a child until a random moment after its first confirmation, kill it, and return what it had confirmed."""
    command = [sys.executable, Path(__file__).with_name("killed.py"), what, place, seed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}) as child:
        first = child.stdout.readline()
        threading.Timer(random.uniform(0, 0.6), child.send_signal, [signal.SIGKILL]).start()  # noqa: S311
        rest = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    whole_lines = (first + rest).decode().rpartition("\n")[0]
    return whole_lines.split()


@pytest.mark.parametrize("rounds", ROUNDS)
def test_reviews_survive(tmp_path, rounds):
    path, confirmed = tmp_path / "desk.db", []
    for n in range(rounds):
        confirmed += _killed("reviews", path, str(n))
        with open_store(path) as store:
            kept = {review.id for review in store.last_reviews(10**9)}
            assert set(confirmed) <= kept
            assert len(kept) <= len(confirmed) + n + 1, "one may have been on disk and not yet confirmed"
            assert store.check() == []
    assert len(confirmed) > rounds


@pytest.mark.parametrize("rounds", ROUNDS)
def test_documents_survive(tmp_path, rounds):
    path, confirmed = tmp_path / "desk.db", []
    for n in range(rounds):
        confirmed += _killed("documents", path, str(n))
        with open_store(path) as store:
            assert all(store.has_document(key) for key in confirmed)
            assert store.count_documents() % 100 == 0, "a batch is there whole or not at all"
            assert (
                store.count_claims()
                == 2 * store.count_documents()
                == store.count_claims(ClaimFilter(words="spasovski"))
            )
            assert store.check() == []


@pytest.mark.parametrize("rounds", ROUNDS)
def test_bodies_survive(tmp_path, rounds, monkeypatch):
    confirmed = []
    for n in range(rounds):
        confirmed += _killed("bodies", tmp_path / "archive", str(n))
        monkeypatch.setattr(bodies, "STALE", -1.0)
        archive = Snapshots(tmp_path / "archive")
        assert list((tmp_path / "archive" / "new").iterdir()) == []
        assert list(archive.damaged()) == []
        assert all(archive.read(key) for key in confirmed)


@pytest.mark.parametrize("times", [pytest.param(20, id="some"), pytest.param(40, id="more", marks=pytest.mark.slow)])
def test_four_writers_lose_nothing(tmp_path, times):
    """Four processes, forked off one that has loaded all, review the same claims and import at once."""
    path = tmp_path / "desk.db"
    whole, claims = said.speech("d1", *(f"Claim number {n}." for n in range(5)))
    with open_store(path) as store:
        store.add([(whole, claims)])
    script = """
import os, sys; sys.path.insert(0, sys.argv[2])
import said
from two_writers import forked
from workbench.store import open_store

def write(scale):
    with open_store(sys.argv[1], patience=100) as store:  # four that never rest keep one another waiting
        claims = store.claims_in("d1")
        for n in range(int(sys.argv[3])):
            store.review(said.review(claims[n % 5], n=n, scale=scale))
            store.add([said.speech(f"{scale}-{n}", "A fell.")])

children = [forked(lambda n=n: write(str(n))) for n in range(4)]
print(*(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child, _ in children))
"""
    command = [sys.executable, "-c", script, path, Path(__file__).parent, str(times)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert (ran.stdout, ran.stderr) == ("0 0 0 0\n", "")
    with open_store(path) as store:
        assert len(store.last_reviews(1000)) == 4 * times
        assert store.count_documents() == 4 * times + 1
        assert {row.stage for row in store.claims(ClaimFilter(document="d1"))} == {"draft"}
        assert store.check() == []


def test_a_reader_sees_one_moment(tmp_path):
    """While another process adds, a count and a list agree with each other at any time."""
    path = tmp_path / "desk.db"
    with open_store(path) as store:
        whole, claims = said.speech("d1", "A fell.")
        store.add([(whole, claims)])
        until = time.monotonic() + 0.3
        writing = threading.Thread(target=_write_until, args=(path, until))
        writing.start()
        while time.monotonic() < until:
            assert all(row.open == row.claims for row in store.documents())
        writing.join()


def _write_until(path, until):
    n = 0
    with open_store(path) as store:
        while time.monotonic() < until:
            n += 1
            whole, claims = said.speech(f"t{n}", "A fell.")
            store.add([(whole, claims)])
            store.review(said.review(claims[0], Action.COMMENT, n=n))
