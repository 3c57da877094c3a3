"""A user's own file of eight megabytes: read, its series listed, one of them asked for a country and a span of years."""

from __future__ import annotations

import time

import pytest

from sources._files.read_file import read_file
from workbench.core.place import places
from workbench.core.series import SeriesRef
from workbench.ports import Ask

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SLOWEST = 4.0
"""Seconds of processor time on a shared machine; some 1.5 were measured on a quiet one."""


def long_table(megabytes: int) -> bytes:
    """Return rows as refugee statistics have them: two countries, a year, kinds of cases, one figure."""
    named = [(code, place.name) for code, place in places().items() if len(code) == 3][:120]
    rows = ["year,coo_name,coo,coa_name,coa_iso,app_type,dec_level,app_pc,applied"]
    size = 0
    for year in range(2000, 2040):
        for code, name in named:
            for origin, whence in named[:60]:
                rows.append(f"{year},{whence},{origin},{name},{code},N,FI,P,{(year * 7 + len(rows)) % 9973}")
                size += len(rows[-1]) + 1
        if size > megabytes * 1_000_000:
            break
    return "\n".join(rows).encode()


def test_eight_megabytes_of_csv(capsys: pytest.CaptureFixture[str]):
    body = long_table(8)
    read_file(body[:20_000].rpartition(b"\n")[0], "warm.csv", "0" * 64)  # tables of places are loaded once a process
    began = time.process_time()
    read = read_file(body, "own.csv", "0" * 64)
    listed = time.process_time()
    _, rows, _ = read.figures("own.csv", Ask(SeriesRef("file", read.series[0].ref.key), ("DEU",), 2000, 2003), "0" * 64)
    took = time.process_time() - began
    with capsys.disabled():
        print(f"\n{len(body):,} bytes: {listed - began:.2f} s to list, {began + took - listed:.2f} s to ask", end="")  # noqa: T201
    assert rows
    assert took < SLOWEST
