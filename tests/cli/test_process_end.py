"""A command ends at once, with its exit code, all of its output, and what was registered for its end done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAID = """
import atexit, sys, threading
atexit.register(lambda: print("registered"))
threading.Thread(target=lambda: (threading.main_thread().join(), print("thread"))).start()
sys.argv = ["workbench", *sys.argv[1:]]
{first}
from workbench.cli import main
main()
"""


def ended(*arguments: str, first: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SAID.format(first=first), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("arguments", "code"), [(("--help",), 0), (("nothing",), 2)])
def test_output_threads_and_what_is_registered_come_before_the_end(arguments, code):
    done = ended(*arguments)
    assert done.returncode == code
    assert done.stdout.splitlines()[-2:] == ["thread", "registered"]
    assert len(done.stdout + done.stderr) > 100
    assert "Traceback" not in done.stderr


def test_a_process_that_is_measured_ends_as_python_ends_it():
    done = ended("--help", first="sys.setprofile(lambda *_: None)")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "registered")


def test_a_long_output_comes_whole_through_a_pipe():
    done = ended("help", "reports")
    assert done.returncode == 0
    assert "signed-by" in done.stdout
