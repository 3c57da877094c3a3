"""Two people at one database: both are heard, nobody waits for long, nothing is counted twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.bootstrap import open_desk
from workbench.config import settings
from workbench.tui.app import WorkbenchApp


def workbench(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WORKBENCH_DB": str(folder / "desk.db"), "HOME": str(folder)}
    environment.pop("WORKBENCH_CONFIG", None)
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=100, check=False)


def at_once(folder: Path, *commands: tuple[str, ...]) -> list[subprocess.CompletedProcess[str]]:
    with ThreadPoolExecutor(len(commands)) as pool:
        return list(pool.map(lambda words: workbench(folder, *words), commands))


def first_claim(folder: Path) -> str:
    return json.loads(workbench(folder, "claims", "--json").stdout.splitlines()[0])["id"]


def test_the_same_folder_imported_by_two_at_once_is_there_once(tmp_path, statements):
    """On a fresh database, which both of them make."""
    runs = at_once(tmp_path, *[("import", str(statements), "--json")] * 2)
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    done = [json.loads(run.stdout) for run in runs]
    files = len(list(statements.glob("*.*")))
    assert sum(each["documents"] for each in done) == files
    assert sum(each["already"] for each in done) == files
    assert "All is well." in workbench(tmp_path, "doctor").stdout


def rate_together(folder: Path, people: int, verdicts: int) -> set[str]:
    claim = first_claim(folder)

    def person(number: int) -> None:
        for verdict in range(verdicts):
            run = workbench(folder, "rate", claim, "false", "--note", f"{number}-{verdict}", "--by", f"p{number}")
            assert run.returncode == 0, run.stderr

    with ThreadPoolExecutor(people) as pool:
        list(pool.map(person, range(people)))
    return {review["note"] for review in json.loads(workbench(folder, "show", claim, "--json").stdout)["history"]}


def test_verdicts_given_at_once_are_all_kept(tmp_path, statements):
    workbench(tmp_path, "import", str(statements))
    assert len(rate_together(tmp_path, people=2, verdicts=2)) == 4


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_verdicts_of_four_people_are_all_kept(tmp_path, statements):
    workbench(tmp_path, "import", str(statements))
    assert len(rate_together(tmp_path, people=4, verdicts=50)) == 200
    assert "All is well." in workbench(tmp_path, "doctor").stdout


@pytest.mark.slow
def test_the_demonstration_kept_in_one_folder_twice_at_once(tmp_path):
    runs = at_once(tmp_path, *[("demo", "--plain", "--keep", str(tmp_path / "demo"))] * 2)
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert "All is well." in workbench(tmp_path, "doctor", "--db", str(tmp_path / "demo" / "workbench.db")).stdout


async def test_screens_show_a_verdict_that_came_by_command(tmp_path, statements, monkeypatch):
    """The library is open while a colleague rates the claim by command."""
    monkeypatch.setenv("HOME", str(tmp_path))
    workbench(tmp_path, "import", str(statements))
    claim = first_claim(tmp_path)
    with open_desk(settings(db=str(tmp_path / "desk.db"), environ={"WORKBENCH_REVIEWER": "ana"})) as desk:
        app = WorkbenchApp(desk)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert workbench(tmp_path, "rate", claim, "false", "--by", "ben").returncode == 0
            everyone = desk.count_claims()
            assert f"{everyone} claims open" in _screen(app)
            await pilot.press("escape")
            await pilot.pause(0.3)
            assert f"{everyone - 1} claims open" in _screen(app)


def _screen(app: WorkbenchApp) -> str:
    """What stands on the screen, line by line."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
