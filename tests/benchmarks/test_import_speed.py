"""A hundred thousand claims by the real command: under a minute on two cores, and quickly over where they are there already."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_200)]
resource = pytest.importorskip("resource", reason="the system does not count what its processes use")

ROWS = 100_000
CORES = 2
COUNTED = [
    "attempts at illegal migration",
    "asylum applications",
    "new jobs",
    "road deaths",
    "pupils",
    "homes",
    "crimes",
]
MEASURED = ["unemployment", "inflation", "public debt", "the average wage", "life expectancy", "poverty", "the deficit"]
PLACES = {"MKD": "North Macedonia", "SRB": "Serbia", "DEU": "Germany", "GBR": "Britain", "USA": "the United States"}
SPEAKERS = [("Ana Petrova", "finance minister"), ("John Mwangi", "governor"), ("Maria Kowalska", ""), ("", "")]
WHEN = [
    "In {0}",
    "In the first nine months of {0}",
    "In the first quarter of {0}",
    "Last year",
    "So far this year",
    "In March {0}",
]
PATTERNS = [
    "{when}, the police stopped {hedge}{n} {counted}, {share} fewer than in the same period of the year before.",
    "{when}, {measured} in {place} {moved} by {hedge}{share}.",
    "We have built {hedge}{n} {counted} since {year}, more than any government before us.",
    "“{when}, we spent €{m} million on schools,” the minister said, adding that {n} {counted} were counted.",
    "By {next} the government will create {n} {counted} and cut {measured} to {share}.",
    "{when}, there were twice as many {counted} in {place} as a year before: {n} against {n}.",
    "Our country is second in Europe in {measured}, and nobody should be afraid of saying so.",
    "{share} of people in {place} say that they are worse off than they were in {year}.",
]


def sentence(chance: random.Random, year: int, place: str) -> str:
    return chance.choice(PATTERNS).format(
        when=chance.choice(WHEN).format(year),
        hedge=chance.choice(["", "about ", "almost ", "more than ", "over ", "nearly "]),
        n=f"{chance.randrange(2, 90_000):,}",
        m=f"{chance.uniform(1, 400):.1f}",
        share=chance.choice([f"{chance.uniform(0.2, 95):.1f}%", f"{chance.randrange(1, 99)} percent"]),
        counted=chance.choice(COUNTED),
        measured=chance.choice(MEASURED),
        moved=chance.choice(["fell", "rose", "dropped", "grew"]),
        place=place,
        year=year - 1,
        next=year + 1,
    )


def records(count: int) -> Iterator[dict[str, str]]:
    """Yield claims of many patterns, speakers and years, the same on every run; every seventh has two sentences."""
    chance = random.Random(7)  # noqa: S311  (the same rows on every run is the point)
    for number in range(count):
        year = chance.randrange(2005, 2025)
        code, place = chance.choice(list(PLACES.items()))
        name, role = chance.choice(SPEAKERS)
        said = " ".join(sentence(chance, year, place) for _ in range(1 + (number % 7 == 0)))
        day = f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield {"id": f"c{number}", "text": said, "date": day, "place": code, "speaker": name, "role": role}


@pytest.fixture(scope="module")
def claims() -> list[dict[str, str]]:
    return list(records(ROWS))


def as_csv(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """Write rows as they come: a process that held a million would pass its own size on to the one that it starts, as the system counts."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "text", "date", "place", "speaker", "role"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def as_jsonl(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@dataclass
class Took:
    """What an import printed and used; ``cpu`` in seconds over all its processes, ``memory`` of its largest in bytes."""

    documents: int
    already: int
    wall: float
    cpu: float
    memory: int


def import_bulk(database: Path, path: Path) -> Took:
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [sys.executable, "-m", "workbench", "--db", str(database), "import", str(path), "--jobs", "2"]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    numbers = [int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", done.stdout)]
    return Took(numbers[0], numbers[2], time.monotonic() - began, cpu, after.ru_maxrss * 1024)


@pytest.mark.parametrize("write", [as_csv, as_jsonl], ids=["csv", "jsonl"])
def test_a_hundred_thousand_claims(claims, tmp_path, capsys, write):
    path = write(tmp_path / f"claims.{write.__name__[3:]}", claims)
    first = import_bulk(tmp_path / "desk.db", path)
    again = import_bulk(tmp_path / "desk.db", path)
    with capsys.disabled():
        for name, took in (("first", first), ("again", again)):
            print(  # noqa: T201  (a benchmark tells what it measured)
                f"\n{path.name} {name}: {ROWS / took.wall:,.0f} rows/s; {took.wall:.1f} s by the clock, "
                f"{took.cpu / CORES:.1f} s of {CORES} cores; {took.memory / 1e6:.0f} MB"
            )
    assert (first.documents, first.already) == (ROWS, 0)
    assert (again.documents, again.already) == (0, ROWS)
    assert first.cpu / CORES < 60
    assert again.cpu < 15
    assert first.memory < 500_000_000


MANY = int(os.environ.get("WORKBENCH_MANY", "1000000"))


@pytest.mark.timeout(10_800)
def test_a_million_claims_beside_raw_inserts_of_their_rows(tmp_path, capsys):
    """The rows that the import leaves in the tables of documents and claims, indexes and all, by the driver alone in the same run."""
    path = as_csv(tmp_path / "claims.csv", records(MANY))
    took = import_bulk(tmp_path / "desk.db", path)
    claims, wall, cpu = _raw(tmp_path / "desk.db", tmp_path / "bare.db")
    size = (tmp_path / "desk.db").stat().st_size
    with capsys.disabled():
        sys.stdout.write(
            f"\n{MANY:,} rows: {MANY / took.wall:,.0f} rows/s, {took.wall:.0f} s by the clock, {took.cpu:.0f} of the processor; raw inserts "
            f"of the same rows {MANY / wall:,.0f} rows/s, {cpu:.0f} of the processor; {wall / took.wall:.2f} of their rate by the clock, "
            f"{cpu / took.cpu:.2f} by the processor; {took.memory / 1e6:.0f} MB in the largest process; {size / claims:,.0f} bytes a claim; "
            f"load {os.getloadavg()[0]:.1f}\n"
        )
    assert took.documents == MANY
    assert took.memory < 500_000_000


def _raw(made: Path, bare: Path) -> tuple[int, float, float]:
    """Return how many claims there are, and the seconds by the clock and of the processor that their rows take."""
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(bare, isolation_level=None)) as target:
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('documents', 'claims') AND type != 'trigger' AND sql NOT NULL ORDER BY type DESC"
        ).fetchall():
            target.execute(sql)
        target.execute("PRAGMA journal_mode = WAL")
        target.execute("PRAGMA synchronous = FULL")
        target.execute("PRAGMA cache_size = -32000")
        wall = cpu = 0.0
        for table in ("documents", "claims"):
            read = source.execute(f"SELECT * FROM {table} ORDER BY number")  # noqa: S608  (our own tables' names)
            while rows := read.fetchmany(5_000):
                began, used = time.perf_counter(), time.process_time()
                target.execute("BEGIN IMMEDIATE")
                target.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)  # noqa: S608
                target.execute("COMMIT")
                wall, cpu = wall + time.perf_counter() - began, cpu + time.process_time() - used
        return target.execute("SELECT count(*) FROM claims").fetchone()[0], wall, cpu
