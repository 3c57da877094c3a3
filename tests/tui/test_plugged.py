"""A screen is one file: reached by its key and by the palette, held to a contract, and no harm where it is broken."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from workbench.bootstrap.open_desk import broken_plugins
from workbench.plugins import SCREENS, Plugins
from workbench.testing import ScreenContract
from workbench.tui.app import WorkbenchApp
from workbench.tui.pages import manual
from workbench.tui.plugged import PluggedScreen

PAGE = (Path(__file__).resolve().parents[2] / "workbench" / "manual" / "write-a-screen.md").read_text(encoding="utf-8")
SHOWN = re.search(r"```python\n(\"\"\"How far.*?)```", PAGE, re.DOTALL)


def shown() -> PluggedScreen:
    """Return the screen that the manual shows."""
    assert SHOWN, "The manual shows no screen any more"
    made = ModuleType("my_screens")
    exec(compile(SHOWN[1], "write-a-screen.md", "exec"), made.__dict__)  # noqa: S102  (our own manual)
    return made.SCREEN


class TestManual(ScreenContract):
    screen: ClassVar[PluggedScreen] = manual.SCREEN


class TestStages(ScreenContract):
    screen: ClassVar[PluggedScreen] = shown()


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Yield two packages beside the workbench, as pip would leave them: the manual's, and one that cannot be imported."""
    assert SHOWN
    (tmp_path / "my_screens.py").write_text(SHOWN[1], encoding="utf-8")
    (tmp_path / "torn_screens.py").write_text("import nothing_of_this_name\n", encoding="utf-8")
    for name in ("my_screens", "torn_screens"):
        about = tmp_path / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(f"[workbench.screens]\n{name[:-8]} = {name}:SCREEN\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("my_screens", None)


@pytest.mark.usefixtures("installed")
async def test_one_that_is_installed_opens_by_its_key_and_by_the_palette(world, until, keys) -> None:
    assert {"manual", "my", "torn"} <= set(Plugins[PluggedScreen](SCREENS))
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "! plug-in torn: The plug-in torn cannot be loaded")
        await pilot.press("f2")
        await until(pilot, "4  open")
        await pilot.press("f2")
        await until(pilot, "Claims by stage", gone=True)
        await keys(pilot, "ctrl+p", "=stages")
        await until(pilot, "Show how many claims stand where.")
        await pilot.press("enter")
        await until(pilot, "4  open")


@pytest.mark.usefixtures("installed")
def test_doctor_names_the_one_that_is_broken() -> None:
    assert [problem.where for problem in broken_plugins()] == ["plug-in torn"]


def falls(_: object) -> None:
    raise ZeroDivisionError


ODD = {
    "no-screen": object(),
    "falls": PluggedScreen(key="f5", says="falls", means="Fall over.", opens=falls),
    "twice": PluggedScreen(key="f5", says="twice", means="Have a key that is taken.", opens=falls),
}


async def test_one_that_falls_over_is_told_of_and_the_desk_stays(world, until) -> None:
    app = WorkbenchApp(world.desk, screens=ODD)  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "no SCREEN that is a PluggedScreen")
        await pilot.press("f5")
        await until(pilot, "screen falls")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")


async def test_a_letter_that_the_bench_has_a_command_on_stays_the_benchs(world, until) -> None:
    """A stranger's screen takes no key away from a verdict."""
    screens = {"greedy": PluggedScreen(key="n", says="greedy", means="Take the key of notes.", opens=falls)}
    app = WorkbenchApp(world.desk, screens=screens)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("n")
        await until(pilot, "Note")
