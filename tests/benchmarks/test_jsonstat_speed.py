"""JSON-stat of a million cells: every cell with its members at least five times as fast as pyjstat, in a fraction of the body's size.

The result that is timed is the same: for each cell the code of its member on each of five axes, and its value. pyjstat's comes
as a data frame of floats; ours as a stream of cells with the digits of the body, its mark and the pointer to it. What it costs
to make each of them an exact number is told besides.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import random
import time
import tracemalloc
from collections import deque
from collections.abc import Callable
from decimal import Decimal

import pytest

from sources._formats.jsonstat.reader import read_cube

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.filterwarnings("ignore"),  # those of the peer
]
SIZES = {"unit": 5, "sex": 4, "age": 10, "geo": 50, "time": 100}
CELLS = 1_000_000
LISTED, KEYED, GAPS = "values in a list", "values under numbers", "values under numbers, a tenth missing"


def body(form: str) -> bytes:
    """Return a cube of a million cells in Eurostat's manner, every twentieth marked."""
    chance = random.Random(7)  # noqa: S311  (the same body on every run is the point)
    values = [round(chance.uniform(0, 99_999), 1) for _ in range(CELLS)]
    codes = {
        axis: [f"{1920 + n}" if axis == "time" else f"{axis[0].upper()}{n:02}" for n in range(size)]
        for axis, size in SIZES.items()
    }
    tree = {
        "version": "2.0",
        "class": "dataset",
        "label": "A cube of a million cells",
        "id": list(SIZES),
        "size": list(SIZES.values()),
        "role": {"time": ["time"], "geo": ["geo"]},
        "dimension": {
            axis: {"label": axis, "category": {"index": {code: n for n, code in enumerate(few)}, "label": {code: f"The {code}" for code in few}}}
            for axis, few in codes.items()
        },
        "value": values if form == LISTED else {str(n): value for n, value in enumerate(values) if form == KEYED or n % 10 != 3},
        "status": {str(n): "p" for n in range(0, CELLS, 20)},
    }  # fmt: skip
    return json.dumps(tree, separators=(",", ":")).encode()


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the quickest of some runs by the processor's clock: others use this machine too."""
    taken = []
    for _ in range(runs):
        gc.collect()
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def every_cell(raw: bytes) -> None:
    deque(read_cube("An office", raw).cells(), maxlen=0)


def every_figure(raw: bytes) -> None:
    deque((Decimal(cell.text) for cell in read_cube("An office", raw).cells()), maxlen=0)


def one_series(raw: bytes) -> None:
    assert len(
        list(read_cube("An office", raw).cells({"unit": ("U01",), "sex": ("S02",), "age": ("A03",), "geo": ("G04",)}))
    ) in {90, 100}


@pytest.mark.parametrize("form", [LISTED, KEYED, GAPS])
def test_a_million_cells_against_pyjstat(capsys: pytest.CaptureFixture[str], form: str):
    pyjstat = pytest.importorskip("pyjstat.pyjstat", reason="the peer is not installed: pip install '.[bench]'")
    raw = body(form)
    text = raw.decode()

    def peer() -> object:
        return pyjstat.Dataset.read(text).write("dataframe", naming="id")

    frame = peer()
    last = deque(read_cube("An office", raw).cells(), maxlen=1)[0]
    assert (*last.codes, float(last.text)) == tuple(frame.iloc[-1])  # the same result
    del frame
    ours, theirs = seconds(lambda: every_cell(raw)), seconds(peer, runs=2)
    exact, some = seconds(lambda: every_figure(raw)), seconds(lambda: one_series(raw))
    memory = peak(lambda: every_cell(raw)) / len(raw)
    beside = peak(peer) / len(raw)
    machine = f"{os.cpu_count()} × {platform.machine()}, Python {platform.python_version()}"
    with capsys.disabled():
        print(  # noqa: T201  (a benchmark tells what it measured)
            f"\n{form}, {len(raw) / 1e6:.1f} MB: every cell {ours:.2f} s, pyjstat {theirs:.2f} s: "
            f"{theirs / ours:.1f} times; as exact numbers {exact:.2f} s; one series of 100 {some:.2f} s; "
            f"memory {memory:.2f} of the body, pyjstat {beside:.1f} ({machine})"
        )
    assert theirs >= 5 * ours
    assert memory <= 3


def peak(work: Callable[[], object]) -> float:
    """Return the most bytes that were taken beside the body."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
