"""Exports of 5,000 rated claims, 4,000 of them published: what each format costs of the processor, and the most memory that it holds.

Run with -m slow, on an idle machine; ``-n 0 -s`` prints the figures. It is the whole command in a process of its own, with its start, as
one that is installed: its modules are compiled by a first run that is not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import test_site_speed
from test_site_speed import CHECKS, as_installed

from workbench.core.verdict import Review

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

FORMS = (
    "json",
    "jsonl",
    "csv",
    "xlsx",
    "sqlite",
    "markdown",
    "html",
    "docx",
    "claimreview",
    "bibtex",
    "csl",
    "parquet",
)
SECONDS, MEGABYTES = 6.25, 150.0
"""The goal for each format."""

MOST = 8.0
"""Seconds of the processor that are asked for; memory is asked for as the goal says."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reviews, made = test_site_speed._reviews, iter(range(CHECKS))

    def four_of_five(*given: Any) -> list[Review]:
        rating, publication = reviews(*given)
        return [rating, publication] if next(made) % 5 else [rating]

    folder = tmp_path_factory.mktemp("export")
    (folder / "none.toml").write_text('[publisher]\nurl = "https://desk.example"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_site_speed, "_reviews", four_of_five)
        test_site_speed._make(folder)
    return folder


MEASURED = """
import os, subprocess, sys
running = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(running.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
"""
"""A process of its own starts the command: what it starts counts the memory of its starter as its own."""


@pytest.mark.parametrize("form", FORMS)
def test_a_format_of_5000_claims(folder: Path, form: str, capsys: pytest.CaptureFixture[str]):
    if form == "parquet":
        pytest.importorskip("pyarrow")
    options = ["--db", str(folder / "workbench.db"), "--offline", "--quiet", "export", "--format", form]
    command, env = [sys.executable, "-m", "workbench", *options], as_installed(folder)
    subprocess.run([*command, "--query", "id:000", "--output", str(folder / f"none.{form}")], env=env, check=False)
    measured = [sys.executable, "-c", MEASURED, *command, "--output", str(folder / f"all.{form}")]
    ran = subprocess.run(measured, env=env, capture_output=True, text=True, check=True)
    code, seconds, megabytes = map(float, ran.stderr.split()[-3:])
    says = f"{form}: {seconds:.1f} s (goal {SECONDS}), {megabytes:.0f} MB (goal {MEGABYTES:.0f}); load {os.getloadavg()[0]:.1f}"
    with capsys.disabled():
        sys.stdout.write(f"\n{says}\n")
    assert code == 0
    assert seconds < MOST, says
    assert megabytes < MEGABYTES, says
