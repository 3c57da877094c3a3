"""Nouns are written and read for the first time by several threads at once: research goes on beside the screens."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

FORKS = hasattr(os, "fork")
"""Whether five processes come of one that has loaded the workbench; elsewhere each loads it."""

AT_ONCE = (
    f"FORKS = {FORKS}"
    """
import os, sys, threading
sys.setswitchinterval(1e-6)
from datetime import date
from workbench.core.encoding import codec
from workbench.core.claim import Claim
from workbench.extract import read_text
claims = read_text("In 2019 unemployment was 4.1 percent in Austria and 17.7 in Greece, the highest since 2000.", said=date(2021, 12, 2)).claims
together, wrong = threading.Barrier(8), []
def work(claim):
    together.wait()
    if codec.decode(Claim, codec.encode(claim)) != claim:
        wrong.append(claim)
def use():
    threads = [threading.Thread(target=work, args=(claims[n % len(claims)],)) for n in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    os._exit(len(wrong))
if not FORKS:
    use()
children = [os.fork() or use() for _ in range(5)]  # each uses the nouns for the first time; none loads the workbench anew
sys.exit(sum(os.waitpid(child, 0)[1] != 0 for child in children))
"""
)


@pytest.mark.early
def test_the_first_use_by_many_threads_ends_no_process() -> None:
    """Two of three such processes ended with a segmentation fault while msgspec's notes on types could be seen half made."""
    started = 1 if FORKS else 5
    ended = [subprocess.run([sys.executable, "-c", AT_ONCE], check=False).returncode for _ in range(started)]
    assert ended == [0] * started
