"""``kill -9`` of two writers at a time, hundreds of times: nothing that was confirmed is lost, and the journal stays whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from workbench.store import open_store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")

ROUNDS = [
    pytest.param(3, id="thrice"),
    pytest.param(200, id="two hundred times", marks=[pytest.mark.slow, pytest.mark.timeout(3600)]),
]


def writers(place: str, number: int) -> list[str]:
    """Two children that write until each is killed at a moment of its own; what they had confirmed."""
    command = [sys.executable, Path(__file__).with_name("killed.py"), "everything", place]
    confirmed: list[str] = []
    with ExitStack() as stack:
        both = [
            stack.enter_context(
                subprocess.Popen(
                    [*command, f"{number}-{n}"], stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}
                )
            )
            for n in range(2)
        ]
        confirmed += [child.stdout.readline().decode() for child in both]
        for child in both:
            threading.Timer(random.uniform(0, 0.5), child.send_signal, [signal.SIGKILL]).start()  # noqa: S311
        confirmed += [child.stdout.read().decode().rpartition("\n")[0] for child in both]
    assert [child.returncode for child in both] == [-signal.SIGKILL] * 2
    return " ".join(confirmed).split()


def lost(place: str, confirmed: list[str]) -> list[str]:
    """What was confirmed and is not there."""
    with open_store(place) as store:
        newest = 10 * len(confirmed)
        there = {f"review:{each.id}" for each in store.last_reviews(newest)}
        there |= {f"choice:{each.id}" for each in store.recall()}
        there |= {f"attachment:{each.id}" for each in store.attachments(limit=newest)}
        there |= {f"correction:{each.id}" for each in store.corrections(limit=newest)}
        there |= {f"amendment:{each.id}" for each in store.amendments(limit=newest)}
        there |= {f"page:{each.release}" for each in store.kept_pages()}
        there |= {f"view:{each.name}" for each in store.views()}
        for key in set(confirmed) - there:
            what, _, name = key.partition(":")
            if (what == "document" and store.has_document(name)) or (what == "finding" and store.finding(name)):
                there.add(key)
        return sorted(set(confirmed) - there)


def soak(place: str, rounds: int) -> int:
    """Kills two writers so often; gives how many things were confirmed, none of which is lost."""
    confirmed: list[str] = []
    for number in range(rounds):
        new = writers(place, number)
        confirmed += new
        assert lost(place, new) == []
        if number % 25 == 24:
            with open_store(place) as store:
                assert store.check() == []
    assert lost(place, confirmed) == []
    with open_store(place) as store:
        assert store.check() == []
    return len(confirmed)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_two_writers_of_a_file_lose_nothing(tmp_path, rounds, record_property):
    confirmed = soak(str(tmp_path / "desk.db"), rounds)
    record_property("confirmed", confirmed)
    assert confirmed > rounds
