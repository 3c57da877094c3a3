"""Sixty claims of real pages by keys alone in tmux: keys per decision, and seconds from key to paint.

``pytest -m slow -n 0 -s tests/benchmarks/test_desk_keys.py`` prints the figures. Every third claim is corrected in one slot, by the
first value that is offered where there is one, else by typing the period. A look at tmux costs some milliseconds of each figure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is the terminal"),
]

CLAIMS = 60
PLAIN_GOAL, CORRECTED_GOAL = 2, 8
READING = 0.3
"""Seconds between two decisions: a verdict that follows one on another claim at once is asked about."""


class Desk:
    """The screens in tmux, and what the keys cost."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._socket = f"desk-keys-{os.getpid()}-{size[0]}"
        self.paints: list[float] = []
        run = f"{sys.executable} -m workbench --offline --db {folder / 'w.db'}"
        self._tmux("new-session", "-d", "-s", "s", "-x", str(size[0]), "-y", str(size[1]), run)

    def _tmux(self, *words: str) -> str:
        return subprocess.run(["tmux", "-L", self._socket, *words], capture_output=True, text=True, check=False).stdout

    @property
    def seen(self) -> str:
        return self._tmux("capture-pane", "-p", "-t", "s")

    def press(self, key: str, done: Callable[[str], bool], what: str) -> str:
        """Press a key, note when the screen changed, and wait until what it does is done."""
        before, begun, painted = self.seen, time.perf_counter(), False
        self._tmux("send-keys", "-t", "s", *(("-l", key) if len(key) == 1 else (key,)))
        while time.perf_counter() - begun < 60:
            now = self.seen
            if now != before and not painted:
                painted = True
                self.paints.append(time.perf_counter() - begun)
            if done(now):
                return now
        raise AssertionError(f"{what}\n{self.seen}")

    def until(self, words: str) -> None:
        for _ in range(1200):
            if words in self.seen:
                return
            time.sleep(0.05)
        raise AssertionError(f"never seen: {words}\n{self.seen}")

    def close(self) -> None:
        self._tmux("kill-server")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_sixty_claims_by_keys_alone(shared: Path, tmp_path: Path, size: tuple[int, int], monkeypatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    docs = shared / "eval" / "real" / "docs"
    taken = [sys.executable, "-m", "workbench", "--db", str(tmp_path / "w.db"), "import", str(docs)]
    subprocess.run(taken, check=True, capture_output=True)
    desk = Desk(tmp_path, size)
    plain: list[int] = []
    offered: list[int] = []
    typed: list[int] = []
    try:
        desk.until("Enter open")
        desk.press("Enter", lambda seen: "0 Cannot say" in seen, "the bench")
        for number in range(CLAIMS):
            time.sleep(READING)
            if number % 3:
                plain.append(decide(desk))
                continue
            keys, by_offer = correct(desk)
            (offered if by_offer else typed).append(keys + decide(desk))
    finally:
        desk.close()
    told(size, desk.paints, plain, offered, typed)
    assert len(plain) + len(offered) + len(typed) == CLAIMS
    assert median(plain) <= PLAIN_GOAL
    assert not offered or median(offered) <= CORRECTED_GOAL


def decide(desk: Desk) -> int:
    """Return rates the claim and goes on to the next open one; gives how many keys that took."""
    desk.press("0", lambda seen: "Rated “Cannot say”" in seen, "rated")
    desk.press("N", lambda seen: "Rated “Cannot say”" not in seen and "[0 Cannot say]" not in seen, "the next claim")
    return 2


def correct(desk: Desk) -> tuple[int, bool]:
    """Put one slot right: by the first value that is offered, else the period by typing; return keys, and whether it was offered."""
    desk.press("E", lambda seen: "Put right" in seen, "the line for a correction")
    keys, by_offer = 1, False
    while not by_offer and keys < 5:  # a slot without another reading is offered by its name alone
        desk.press("Tab", lambda _: True, "an offer")
        keys += 1
        by_offer = _offers(desk)
    if not by_offer:
        desk.press("C-u", lambda _: True, "an empty line")
        keys += 1
        for letter in "period 2019":
            desk.press(letter, lambda _: True, "typing")
            keys += 1
        time.sleep(0.2)
    desk.press("Enter", lambda now: "Put right: " in now, "put right")
    return keys + 1, by_offer


def _offers(desk: Desk) -> bool:
    """Return whether a value comes to stand in the line."""
    until = time.monotonic() + 2
    while time.monotonic() < until:
        if len(_answer(desk.seen).split()) > 1:
            return True
        time.sleep(0.05)
    return False


def _answer(seen: str) -> str:
    """Return what stands in the line that is typed in."""
    row = next((row for row in seen.splitlines() if "Put right" in row), "")
    return row.partition("offers):")[2].strip()


def told(size: tuple[int, int], paints: list[float], plain: list[int], offered: list[int], typed: list[int]) -> None:
    p50, p95 = median(paints) * 1e3, quantiles(paints, n=20)[-1] * 1e3
    out = [f"{size[0]}x{size[1]}: {len(paints)} keys painted; key to paint p50 {p50:.0f} ms, p95 {p95:.0f} ms"]
    for name, keys in (("plain", plain), ("corrected by an offer", offered), ("corrected by typing", typed)):
        if keys:
            out.append(f"  {name}: {len(keys)} decisions, keys a decision median {median(keys):g}, most {max(keys)}")
    sys.stdout.write("\n" + "\n".join(out) + "\n")
