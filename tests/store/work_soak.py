"""``kill -9`` in the midst of edits, bulk actions and background research: what was confirmed is kept, what was not is whole or not there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from pathlib import Path

import worked

from workbench.store import open_store

ROUNDS = int(os.environ.get("WORKBENCH_KILLS", "60"))

SPEECH = """\
# date: 2021-12-02
# place: North Macedonia

In the first nine months of 2021, 16,000 attempts at illegal migration were stopped, which is 36.5 percent less than in the same period of 2020.

In 2021 the asylum applications fell by 70 percent. Unemployment fell from 27.3 percent in 2013 to 16.6 percent in 2020.
"""


def soak(place: str, folder: Path, rounds: int) -> int:
    """Work and be killed, so many rounds; return how many things were confirmed in all."""
    speech, said = folder / "speech", defaultdict(list)
    speech.write_text(SPEECH, encoding="utf-8")
    for number in range(rounds):
        for what, key in _killed(place, speech, number):
            said[what].append(key)
        _check(place, said)
    assert all(said[what] for what in ("document", "edit", "decided", "taken-back", "research"))
    return sum(map(len, said.values())) - len(said["begun"])


def _killed(place: str, speech: Path, seed: int) -> list[tuple[str, str]]:
    """Return what a child said before it was killed: every other time in the midst of the work after its first research."""
    command = [sys.executable, str(Path(__file__).with_name("worked.py")), place, str(speech), str(seed)]
    lines: list[str] = []
    left, waits = random.randrange(60), seed % 2 == 1  # noqa: S311
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}, text=True
    ) as child:
        while left > 0 or waits:
            lines.append(child.stdout.readline())
            waits = waits and not lines[-1].startswith("research")
            left -= 1
        threading.Timer(random.uniform(0, 0.5), child.send_signal, [signal.SIGKILL]).start()  # noqa: S311
        rest = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    whole = ("".join(lines) + rest).rpartition("\n")[0].splitlines()
    return [(what, key) for what, key in (line.split() for line in whole)]


def _check(place: str, said: dict[str, list[str]]) -> None:
    with open_store(place) as store:
        assert store.check() == []
        corrections, reviews = store.corrections(limit=10**6), store.last_reviews(10**6)
        assert set(said["document"]) == store.which_documents(said["document"])
        assert set(said["edit"]) <= {each.id for each in corrections}
        assert set(said["taken-back"]) <= {each.undoes for each in (*corrections, *reviews)}
        assert set(said["research"]) == store.researched_among(said["research"])
        sizes = {batch: len(store.reviews_of_batch(batch)) for batch in said["begun"]}
    assert {sizes[batch] for batch in said["decided"]} <= {worked.TOGETHER}
    assert set(sizes.values()) <= {0, worked.TOGETHER}, "a bulk action is there whole or not at all"
