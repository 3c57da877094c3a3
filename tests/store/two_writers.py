"""Kills two writers of a database at moments of their own, round after round: ``python two_writers.py PLACE ROUNDS``.

Writers are forked off a process that has loaded everything and opened nothing, so that a round costs no start of Python. What a writer
was told is kept is looked for after each round, and the database is looked over whole each 25 rounds and at the end.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, BinaryIO

import killed

from workbench.store import open_store
from workbench.store.repository import SqlStore  # noqa: F401  (loaded before the first fork, with all that it needs)

LOOKED_OVER = 25


def main(place: str, rounds: int) -> int:
    """Print how many writers were killed, what they confirmed, and what of it is lost; 1 where anything is."""
    confirmed: list[str] = []
    wrong: list[Any] = []
    for number in range(rounds):
        new = killed_round(place, number)
        confirmed += new
        wrong += asked(lambda new=new: lost(place, new))
        if number % LOOKED_OVER == LOOKED_OVER - 1:
            wrong += asked(lambda: problems(place))
            sys.stderr.write(f"{number + 1} rounds, {len(confirmed)} confirmed, wrong: {wrong}\n")
    wrong += asked(lambda: [*lost(place, confirmed), *problems(place)])
    sys.stdout.write(json.dumps({"killed": 2 * rounds, "confirmed": len(confirmed), "wrong": wrong}) + "\n")
    return 1 if wrong else 0


def killed_round(place: str, number: int) -> list[str]:
    """Return two writers, each killed some time after its first change; what they had confirmed."""
    both = [forked(lambda n=n: killed.everything(place, f"{number}-{n}")) for n in range(2)]
    lines = [said.readline() for _, said in both]
    began = time.monotonic()
    waits = sorted(random.uniform(0, 0.3) for _ in both)  # noqa: S311
    for wait, (writer, _) in zip(waits, random.sample(both, 2), strict=True):
        time.sleep(max(0.0, wait - (time.monotonic() - began)))
        os.kill(writer, signal.SIGKILL)
    for n, (writer, said) in enumerate(both):
        lines[n] = (lines[n] + said.read()).rpartition(b"\n")[0]
        assert os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]) == -signal.SIGKILL, "it ended before it was killed"
    return b" ".join(lines).decode().split()


def forked(work: Callable[[], object]) -> tuple[int, BinaryIO]:
    """Return a child that does some work, and what it says."""
    reads, writes = os.pipe()
    child = os.fork()
    if child:
        os.close(writes)
        return child, os.fdopen(reads, "rb")
    os.dup2(writes, 1)
    try:
        work()
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  (a child never goes on as its parent)
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(1)
    os._exit(0)


def asked(work: Callable[[], list[str]]) -> list[str]:
    """Return what another process finds: this one opens nothing, since its children would share it."""
    child, said = forked(lambda: sys.stdout.write(json.dumps(work())))
    found: list[str] = json.loads(said.read() or '["it could not be opened"]')
    os.waitpid(child, 0)
    return found


def lost(place: str, confirmed: list[str]) -> list[str]:
    """Return what was confirmed and is not there."""
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


def problems(place: str) -> list[str]:
    """Return what doctor finds."""
    with open_store(place) as store:
        return [str(problem) for problem in store.check()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
