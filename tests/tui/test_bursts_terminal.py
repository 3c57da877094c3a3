"""The same at a real terminal: bursts with pauses of 0 to 80 ms after the prompt's key, at every screen, while research runs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

BURSTS = 500
TEXTS = (
    "5 years later, +12 per quarter",
    "tuu quit? yes; 3 of 10 =plus -",
    "yd 0123456789 undo d u r e R U",
    "jk kj /filter/ x.md p y G ? H",
)
PROMPTS = {
    "library": ("i", "/", "x", "\x10"),
    "bench": ("n", "f", "E", "X", "x", "\x10", "p"),
    "keys": ("\x10",),
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is the terminal"),
]


class Terminal:
    """The demonstration's screens in tmux."""

    def __init__(self, folder: Path) -> None:
        self._socket = f"bursts-{os.getpid()}"
        run = f"{sys.executable} -m workbench demo --keep {folder}"
        self.tmux("new-session", "-d", "-s", "s", "-x", "170", "-y", "48", run)

    def tmux(self, *words: str) -> str:
        ran = subprocess.run(["tmux", "-L", self._socket, *words], capture_output=True, text=True, check=False)
        return ran.stdout

    def write(self, text: str) -> None:
        """One write."""
        self.tmux("send-keys", "-t", "s", "-l", text)

    @property
    def seen(self) -> str:
        return self.tmux("capture-pane", "-p", "-t", "s")

    def until(self, done: Callable[[str], bool], what: str) -> None:
        for _ in range(600):
            if done(self.seen):
                return
            time.sleep(0.05)
        raise AssertionError(f"{what}\n{self.seen}")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.tmux("kill-server")


def burst(terminal: Terminal, key: str, text: str, pause: float) -> None:
    if pause:
        terminal.write(key)
        time.sleep(pause)  # which is what is tried
        terminal.write(text)
    else:
        terminal.write(key + text)
    if key == "p":
        terminal.until(lambda seen: "nothing was published" in seen or "Publish “False”?" in seen, f"p{text}")
    else:
        terminal.until(lambda seen: text in seen, f"lost, {pause * 1000:.0f} ms after {key!r}: {text}")
    time.sleep(0.3)  # the hand rests: an Escape that comes with another key is read as Alt
    terminal.write("\x1b")
    terminal.until(lambda seen: text not in seen and "Publish “" not in seen, f"still open: {key!r}")


def at(terminal: Terminal, screen: str, bursts: int, first: int) -> None:
    prompts = PROMPTS[screen]
    for n in range(first, first + bursts):
        if screen == "bench" and n % 10 == 0:
            terminal.write("r" if n % 20 else "R")
        burst(terminal, prompts[n % len(prompts)], TEXTS[n % len(TEXTS)], (n * 7 % 81) / 1000)


def reviews(folder: Path) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(folder / "workbench.db")) as connection:
        return connection.execute("SELECT action, rating FROM reviews").fetchall()


def test_no_key_of_a_prompt_is_lost_or_runs_as_a_command(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until(lambda seen: "claims open" in seen, "the library")
    at(terminal, "library", BURSTS * 2 // 5, 0)
    terminal.write("?")
    terminal.until(lambda seen: "Esc back" in seen, "the keys")
    at(terminal, "keys", BURSTS // 10, 0)
    terminal.write("q")
    terminal.until(lambda seen: "claims open" in seen, "the library again")
    assert reviews(tmp_path) == []
    terminal.write("\r")
    terminal.until(lambda seen: "seen before" in seen, "the bench")
    terminal.write("nIt rose.\r")
    terminal.until(lambda seen: "Noted." in seen, "noted")
    terminal.write("5")
    terminal.until(lambda seen: "[5 False]" in seen, "rated")
    at(terminal, "bench", BURSTS // 2, 0)
    assert reviews(tmp_path) == [("comment", None), ("rate", "false")]
