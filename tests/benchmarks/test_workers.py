"""Research jobs by one, two and four workers on a team's PostgreSQL, each asking a replay server that takes its time over every answer.

``WORKBENCH_JOBS=2000 pytest -m slow -n 0 -s tests/benchmarks/test_workers.py`` prints jobs a second, efficiency and what a job costs of the
processor: more workers than cores can keep busy are no faster, so that the last says how many cores so many workers want.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from typing import NamedTuple

import pytest

from workbench.config import sample_folder
from workbench.core.document import Document
from workbench.desk.importing.document_import import read_claims
from workbench.jobs.queue import open_jobs
from workbench.store import open_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3_000)]
psycopg = pytest.importorskip("psycopg")
pytest.importorskip("procrastinate")
resource = pytest.importorskip("resource", reason="the system does not count what its processes use")

JOBS, WORKERS = int(os.environ.get("WORKBENCH_JOBS", "400")), (1, 2, 4)
SERVICE = float(os.environ.get("WORKBENCH_SERVICE", "0.02"))
"""Seconds that each answer takes."""
WORKER = f"""
import sys, time
from sources._web.stored_answers import StoredAnswers
from workbench.cli.entry_point import run
at_once = StoredAnswers.__call__
StoredAnswers.__call__ = lambda self, asked: (time.sleep({SERVICE}), at_once(self, asked))[1]
sys.exit(run(sys.argv[1:]))
"""


class Took(NamedTuple):
    """Jobs a second by the queue's own clock, from the first begun to the last done, and seconds of the processor a job."""

    rate: float
    cpu: float


@pytest.mark.usefixtures("home")
def test_one_two_and_four_workers(team_database, capsys):
    keys = _claims(team_database)
    took = {count: _work(team_database, keys, count) for count in WORKERS}
    with capsys.disabled():
        for count, each in took.items():
            sys.stdout.write(
                f"\n{count} workers, {JOBS:,} jobs, {SERVICE * 1000:.0f} ms an answer: {each.rate:.2f} jobs/s, efficiency "
                f"{each.rate / took[1].rate / count:.2f}, {each.cpu:.3f} s of the processor a job; load {os.getloadavg()[0]:.1f}\n"
            )


def _claims(place: str) -> list[str]:
    first = Document(id="w", title="t", text="", origin="w.txt", place="MKD")
    with open_store(place) as store:
        for n in range(JOBS):
            text = f"In 2021 the asylum applications in North Macedonia fell by {n % 90 + 5} percent from 2020. Speech {n}."
            document = replace(first, id=f"w{n}", text=text)
            store.add([(document, read_claims(document).claims[:1])])
        return [store.claims_in(f"w{n}")[0].id for n in range(JOBS)]


def _work(place: str, keys: list[str], count: int) -> Took:
    """Return all claims researched by so many workers, each once."""

    async def add() -> int:
        async with open_jobs(place) as queue:
            return await queue.add("research", keys)

    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS workbench_jobs CASCADE")
    assert asyncio.run(add()) == len(keys)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-c",
        WORKER,
        "--db",
        place,
        "--samples",
        str(sample_folder() / "answers"),
        "worker",
        "--once",
    ]
    running = [subprocess.Popen(command) for _ in range(count)]
    assert [each.wait() for each in running] == [0] * count
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    with psycopg.connect(place) as connection:
        done = connection.execute(
            "SELECT count(*), sum(attempts) FROM workbench_jobs.procrastinate_jobs WHERE status = 'succeeded'"
        )
        assert done.fetchone() == (len(keys), len(keys))
        span = "SELECT extract(epoch FROM max(at) - min(at) FILTER (WHERE type = 'started')) FROM workbench_jobs.procrastinate_events"
        [seconds] = connection.execute(span).fetchone()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(len(keys) / float(seconds), cpu / len(keys))
