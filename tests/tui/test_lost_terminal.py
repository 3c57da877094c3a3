"""The window is closed, or the line to the terminal breaks: the screens close, and do not go on by themselves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.tui.workers.lost_terminal import watched

pty = pytest.importorskip("pty", reason="a pseudo-terminal is needed")


def read_until(terminal: int, words: bytes, process: subprocess.Popen[bytes]) -> None:
    seen = b""
    for _ in range(2_000):
        seen += os.read(terminal, 65_536)
        if words in seen:
            return
        assert process.poll() is None, seen
    raise AssertionError(seen)


def test_the_screens_close_with_their_terminal(tmp_path: Path):
    """As under `nohup`: no signal tells the program."""
    ours, theirs = pty.openpty()
    env = {
        **os.environ,
        "TERM": "xterm-256color",
        "WORKBENCH_CONFIG": str(tmp_path / "none.toml"),
        "COLUMNS": "100",
        "LINES": "30",
    }
    (tmp_path / "none.toml").touch()
    command = [sys.executable, "-m", "workbench", "--db", str(tmp_path / "desk.db"), "--offline"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    try:
        read_until(ours, b"\x1b[?1049h", process)  # the screens have taken the terminal
        time.sleep(1)
        os.close(ours)
        assert process.wait(timeout=60) is not None
    finally:
        process.kill()
        process.wait()


def test_a_terminal_is_there_until_its_other_end_is_closed():
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "rb", buffering=0) as stream:
        is_gone = watched(stream)
        assert is_gone is not None
        assert not is_gone()
        os.close(ours)
        assert is_gone()


def test_what_is_no_terminal_is_notwatched(tmp_path: Path):
    with (tmp_path / "keys.txt").open("wb") as file:
        assert watched(file) is None
    assert watched(None) is None
