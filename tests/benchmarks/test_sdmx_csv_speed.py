"""SDMX-CSV of half a million rows beside pandas.read_csv in one run: time by the processor, and memory beside the body."""

from __future__ import annotations

import io
import os
import platform
import time
import tracemalloc
from collections.abc import Callable

import pytest

from sources._formats.sdmx.csv_reader import read_sdmx_csv

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.filterwarnings("ignore"),  # those of the peer
]
ROWS, YEARS = 500_000, range(1975, 2025)
HEAD = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,MEASURE,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS,OBS_STATUS,CONF_STATUS\n"


def rows(count: int) -> bytes:
    """Return rows as the OECD sends them, the same on every run."""
    made = [
        f"DATAFLOW,OECD:DF_X(1.0),I,A,C{n // 50 % 200:03},M{n // 50 % 37},{'FMT'[n // 50 % 3]},Y{n // 50 % 19},"
        f"{YEARS[n % 50]},{n * 7919 % 100_000 / 10},3,1,{'AABEP'[n % 5]},F\n"
        for n in range(count)
    ]
    return (HEAD + "".join(made)).encode()


def seconds(work: Callable[[], object]) -> float:
    """Processor time, the best of three runs: others use this machine too."""
    runs = []
    for _ in range(3):
        began = time.process_time()
        work()
        runs.append(time.process_time() - began)
    return min(runs)


def test_beside_pandas(capsys):
    pandas = pytest.importorskip("pandas", reason="the peer is not installed: pip install '.[bench]'")
    body = rows(ROWS)

    def ours() -> int:
        return sum(1 for _ in read_sdmx_csv("OECD", body).cube.cells())

    def theirs() -> int:
        return sum(1 for _ in pandas.read_csv(io.BytesIO(body), dtype=str).itertuples())

    def ours_one() -> int:
        return sum(1 for _ in read_sdmx_csv("OECD", body).cube.cells({"REF_AREA": ["C003"], "SEX": ["T"]}))

    def theirs_one() -> int:
        table = pandas.read_csv(io.BytesIO(body))
        return len(table[(table.REF_AREA == "C003") & (table.SEX == "T")])

    assert ours() == theirs() == ROWS
    assert ours_one() == theirs_one() > 0
    every, peers, one, peers_one = seconds(ours), seconds(theirs), seconds(ours_one), seconds(theirs_one)
    machine = f"{os.cpu_count()} × {platform.machine()}, Python {platform.python_version()}"
    with capsys.disabled():
        print(  # noqa: T201  (a benchmark tells what it measured)
            f"\nSDMX-CSV, {len(body) / 1e6:.0f} MB, {ROWS:,} rows: every cell with its mark, multiplier and pointer {every:.2f} s, "
            f"pandas rows as text {peers:.2f} s (ratio {every / peers:.1f}); one series of it {one:.2f} s, pandas "
            f"{peers_one:.2f} s (ratio {one / peers_one:.1f}) ({machine})"
        )
    assert every < 6 * peers
    assert one < 10 * peers_one


def test_memory_stays_far_below_the_body(capsys):
    body = rows(ROWS // 5)
    tracemalloc.start()
    count = sum(1 for _ in read_sdmx_csv("OECD", body).cube.cells())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    with capsys.disabled():
        print(f"\nSDMX-CSV, {len(body) / 1e6:.1f} MB: {peak / 1e6:.1f} MB beside the body")  # noqa: T201  (a benchmark)
    assert count == ROWS // 5
    assert peak < len(body) / 2
