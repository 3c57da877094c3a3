"""Ctrl-Z goes back to the shell and `fg` comes back: at a real terminal, under a shell with job control."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.tui.app import WorkbenchApp


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[object]:
    """Yield a shell in tmux; call it with words to type, get what stands on its screen."""
    if shutil.which("tmux") is None or shutil.which("bash") is None:
        pytest.skip("tmux and bash are the terminal")
    socket = f"suspend-{os.getpid()}"

    def tmux(*words: str) -> str:
        done = subprocess.run(["tmux", "-L", socket, *words], capture_output=True, text=True, check=False)
        return done.stdout

    tmux("new-session", "-d", "-s", "s", "-x", "100", "-y", "30", "bash --norc --noprofile -i")
    yield tmux
    tmux("kill-server")


def seen(tmux, words: str) -> str:
    for _ in range(900):
        if words in (text := tmux("capture-pane", "-p", "-t", "s")):
            return text
        time.sleep(0.05)
    raise AssertionError(f"never seen: {words!r}\n{text}")


def test_ctrl_z_goes_back_to_the_shell_and_fg_comes_back(shell, tmp_path: Path) -> None:
    run = f"{sys.executable} -m workbench --offline --db {tmp_path / 'w.db'}"
    shell("send-keys", "-t", "s", f"PYTHONPATH={os.environ.get('PYTHONPATH', '')} {run}", "Enter")
    seen(shell, "i import")
    shell("send-keys", "-t", "s", "C-z")
    seen(shell, "Stopped")
    shell("send-keys", "-t", "s", "echo $((40 + 2)) here", "Enter")
    assert "i import" not in seen(shell, "42 here")
    shell("send-keys", "-t", "s", "fg", "Enter")
    seen(shell, "i import")
    shell("send-keys", "-t", "s", "i")
    seen(shell, "Import file, folder")
    shell("send-keys", "-t", "s", "Escape")
    seen(shell, "i import")
    shell("send-keys", "-t", "s", "q")
    seen(shell, "42 here")
    shell("send-keys", "-t", "s", "echo $((50 + 2)) out", "Enter")
    seen(shell, "52 out")


async def test_where_there_is_no_shell_it_says_so(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "i import")
        await pilot.press("ctrl+z")
        await until(pilot, "There is no shell to go back to here.")
