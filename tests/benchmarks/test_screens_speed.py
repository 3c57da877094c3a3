"""The screens in a real pseudo-terminal over 100,000 and 1,000,000 claims: first paint, key to paint, and memory.

``pytest -m slow -n 0 -s tests/benchmarks/test_screens_speed.py`` prints the figures, with an empty Textual application and Textual's own
DataTable of 10,000 rows beside them in the same run. A key is painted when its frame has come out of the terminal: for moving and paging
the first one, for the others the one that has what the key does. The databases are made once, in WORKBENCH_LARGE.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import large
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say what a process holds"),
]

SIZES = [int(size) for size in os.environ.get("WORKBENCH_SIZES", "100000 1000000").split()]
STARTS, MOVES, PAGES, OPENINGS = 3, 80, 30, 25
WORDS = ("unemployment", "crimes", "pupils", "inflation", "homes", "poverty", "schools", "deaths", "wage", "police")
GOALS = {"moving": 33, "paging": 50, "filtering": 150, "opening": 150, "rating": 50}
"""Milliseconds, p95, on a machine with nothing else to do."""

_DRAWING = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|[\x00-\x08\x0b-\x1f]"
)

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first paint")
Empty().run()
"""
TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Rows(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("claim", "who", "when", "worth")
        table.add_rows([(f"claim {n} of many, in some words", "Speaker", "2021-12-02", "0.71") for n in range(10_000)])
        self.notify("first paint")
Rows().run()
"""


class Terminal:
    """A program in a pseudo-terminal of 120 by 40."""

    def __init__(self, words: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        us, them = pty.openpty()
        fcntl.ioctl(them, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(words, stdin=them, stdout=them, stderr=them, env=env, start_new_session=True)
        os.close(them)
        self._out = us

    def press(self, keys: str, done: Callable[[str], bool] = bool, patience: float = 200) -> float:
        """Milliseconds from the key to the frame that has what it does."""
        self.settle()
        began = time.perf_counter()
        os.write(self._out, keys.encode())
        return (self.until(done, patience) - began) * 1e3

    def until(self, done: Callable[[str], bool], patience: float = 200) -> float:
        """When what came out since was what is waited for."""
        came, end = b"", time.perf_counter() + patience
        while time.perf_counter() < end:
            if select.select([self._out], [], [], 0.5)[0]:
                came += os.read(self._out, 1 << 20)
                if done(_DRAWING.sub(b"", came).decode(errors="replace")):
                    return time.perf_counter()
        raise AssertionError(f"never seen; last was {_DRAWING.sub(b'', came)[-600:]!r}")

    def settle(self, quiet: float = 0.15) -> None:
        """Read on until nothing comes any more."""
        end = time.perf_counter() + 10
        while time.perf_counter() < end and select.select([self._out], [], [], quiet)[0]:
            os.read(self._out, 1 << 20)

    @property
    def memory(self) -> float:
        """Megabytes that the process holds."""
        told = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(next(line for line in told.splitlines() if line.startswith("VmRSS")).split()[1]) / 1e3

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._out)


@contextmanager
def terminal(words: list[str], env: dict[str, str]) -> Iterator[Terminal]:
    opened = Terminal(words, env)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    homes = {name: str(tmp_path / "home") for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")}
    config = tmp_path / "config.toml"
    alone = "[ahead]\nclaims = 0\n[meaning]\nmodel = false\n"  # a sentence model has a size of its own
    config.write_text(alone, encoding="utf-8")
    return os.environ | homes | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "WORKBENCH_CONFIG": str(config)}


def bench(claims: int) -> list[str]:
    return [sys.executable, "-m", "workbench", "--offline", "--db", str(large.database(claims))]


def first_paint(words: list[str], env: dict[str, str], seen: str) -> float:
    with terminal(words, env) as opened:
        return opened.until(lambda came: seen in came) - opened.began


def told(name: str, took: list[float], goal: int = 0) -> str:
    p95 = quantiles(took, n=20)[-1]
    return f"  {name}: p50 {median(took):.0f} ms, p95 {p95:.0f} ms" + (f" (goal {goal})" if goal else "")


@pytest.mark.parametrize("claims", SIZES)
def test_first_paint_keys_and_memory(claims: int, env: dict[str, str], capsys) -> None:
    large.database(claims)
    starts = [
        (first_paint([sys.executable, "-c", EMPTY], env, "first paint"), first_paint(bench(claims), env, "claims open"))
        for _ in range(STARTS)
    ]
    empty, ours = (min(each[side] for each in starts) for side in (0, 1))
    with terminal(bench(claims), env) as opened:
        opened.until(lambda came: "claims open" in came)
        took, memory = keys(opened), opened.memory
    lines = [
        f"  first paint: {ours:.2f} s, an empty Textual application {empty:.2f} s: {ours - empty:.2f} s more (goal 1.0)"
    ]
    lines += [told(name, took[name], goal) for name, goal in GOALS.items()]
    lines.append(f"  memory: {memory:.0f} MB (goal 150)")
    with capsys.disabled():
        sys.stdout.write("\n".join(["", f"{claims:,} claims, 120 by 40, load {os.getloadavg()[0]:.1f}:", *lines, ""]))
    assert memory < 150


def keys(opened: Terminal) -> dict[str, list[float]]:
    """Milliseconds from each key to its paint."""
    took: dict[str, list[float]] = {name: [] for name in GOALS}
    took["moving"] = [opened.press("j") for _ in range(MOVES)]
    took["paging"] = [opened.press("\x1b[6~") for _ in range(PAGES)]
    for word in WORDS * 2:
        opened.press("/", lambda came: "Filter (" in came)
        opened.settle()
        os.write(opened._out, b"\x15" + word.encode())
        took["filtering"].append(opened.press("\r", lambda came, word=word: word in came))
    opened.press("\x1b", lambda came: "none" in came)
    for number in range(OPENINGS):
        opened.press("j")
        took["opening"].append(opened.press("\r", lambda came: "0 Cannot say" in came))
        opened.settle(1)  # a screen that is still opening takes no verdict
        took["rating"].append(
            opened.press("05"[number % 2], lambda came: "Rated" in came or "[0" in came or "[5" in came)
        )
        opened.settle(0.4)
        opened.press("\x1b", lambda came: "Queue" in came or "claims open" in came)
    return took


def test_textuals_own_table(env: dict[str, str], capsys) -> None:
    with terminal([sys.executable, "-c", TABLE], env) as opened:
        opened.until(lambda came: "first paint" in came)
        opened.settle(6)
        moving = [opened.press("\x1b[B") for _ in range(MOVES)]
        paging = [opened.press("\x1b[6~") for _ in range(PAGES)]
        lines = [told("moving", moving), told("paging", paging), f"  memory: {opened.memory:.0f} MB"]
    with capsys.disabled():
        sys.stdout.write("\n".join(["", "Textual's DataTable, 10,000 rows:", *lines, ""]))
