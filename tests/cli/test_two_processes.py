"""Two people at one database: both are heard, nobody waits for long, nothing is counted twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from textual.pilot import Pilot

from workbench.bootstrap.open_desk import open_desk
from workbench.config import settings
from workbench.tui.app import WorkbenchApp

pytestmark = pytest.mark.early


def process(*words: str) -> subprocess.CompletedProcess[str]:
    """Return a command in a process of its own, at the desk of the test."""
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


def at_once(*commands: tuple[str, ...]) -> list[subprocess.CompletedProcess[str]]:
    with ThreadPoolExecutor(len(commands)) as pool:
        return list(pool.map(lambda words: process(*words), commands))


def test_the_same_folder_imported_by_two_at_once_is_there_once(workbench, statements, tmp_path):
    """On a fresh database, which both of them make."""
    folder = tmp_path / "in"
    folder.mkdir()
    for file in statements.glob("*.txt"):  # a page of the web would be read by a third and a fourth process
        shutil.copy(file, folder)
    runs = at_once(*[("import", str(folder), "--json")] * 2)
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    done = [json.loads(run.stdout) for run in runs]
    files = len(list(folder.iterdir()))
    assert files > 1
    assert sum(each["documents"] for each in done) == files
    assert sum(each["already"] for each in done) == files
    assert "All is well." in workbench("doctor").out


@pytest.fixture
def claim(workbench, statements) -> str:
    """Return a claim of a desk that was made before anybody came."""
    workbench("import", statements)
    return workbench("claims", "--json").records[0]["id"]


def rate_together(claim: str, people: int, verdicts: int) -> None:
    def person(number: int) -> None:
        for verdict in range(verdicts):
            run = process("rate", claim, "false", "--note", f"{number}-{verdict}", "--by", f"p{number}")
            assert run.returncode == 0, run.stderr

    with ThreadPoolExecutor(people) as pool:
        list(pool.map(person, range(people)))


@pytest.mark.parametrize(
    ("people", "verdicts"),
    [(2, 2), pytest.param(4, 50, marks=[pytest.mark.slow, pytest.mark.timeout(600)], id="two hundred")],
)
def test_verdicts_given_at_once_are_all_kept(workbench, claim, people, verdicts):
    rate_together(claim, people, verdicts)
    (shown,) = workbench("show", claim, "--json").records
    assert len({review["note"] for review in shown["history"]}) == people * verdicts
    assert "All is well." in workbench("doctor").out


@pytest.mark.slow
def test_the_demonstration_kept_in_one_folder_twice_at_once(workbench, tmp_path):
    runs = at_once(*[("demo", "--plain", "--keep", str(tmp_path / "demo"))] * 2)
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert "All is well." in workbench("doctor", "--db", tmp_path / "demo" / "workbench.db").out


async def test_screens_show_a_verdict_that_came_by_command(claim):
    """The library is open while a colleague rates the claim by command."""
    with open_desk(settings(environ=os.environ)) as desk:
        app = WorkbenchApp(desk)
        async with app.run_test(size=(120, 40)) as pilot:
            everyone = desk.count_claims()
            await _until(pilot, f"{everyone} claims open")
            assert process("rate", claim, "false", "--by", "ben").returncode == 0
            await pilot.press("escape")
            await _until(pilot, f"{everyone - 1} claims open")


async def _until(pilot: Pilot[None], words: str) -> None:
    """Wait until some words stand on the screen: half a minute, on a machine that does other things too."""
    for _ in range(1_500):
        screen = "\n".join(strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips())
        if words in screen:
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never on the screen: {words!r}\n{screen}")
