"""What is kept from one session to the next, and what happens where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.tui.app import WorkbenchApp
from workbench.tui.personal_settings import Personal
from workbench.tui.preferences import Preferences


def test_what_was_kept_is_there_in_the_next_session(tmp_path: Path) -> None:
    path = tmp_path / "state" / "screens.json"
    one, other = Preferences(path), Preferences(path)
    one.keep("theme", "workbench-light")
    other.keep("sort", "worth")
    again = Preferences(path)
    assert (again.get("theme"), again.get("sort"), again.get("none", "usual")) == ("workbench-light", "worth", "usual")
    assert [each.name for each in path.parent.iterdir()] == ["screens.json"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b'{"theme": 7}', b"[" * 90_000])
def test_a_file_that_cannot_be_read_costs_the_choices_alone(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "screens.json"
    path.write_bytes(body)
    kept = Preferences(path)
    assert kept.get("theme", "usual") == "usual"
    kept.keep("theme", "workbench-light")
    assert Preferences(path).get("theme") == "workbench-light"


def test_a_folder_that_cannot_be_written_keeps_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = Preferences(tmp_path / "file" / "screens.json")
    kept.keep("theme", "workbench-light")
    assert kept.get("theme") == "workbench-light"


async def test_the_theme_is_kept(world, until, tmp_path: Path) -> None:
    path = tmp_path / "screens.json"
    app = WorkbenchApp(world.desk, mine=Personal(kept=Preferences(path)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Queue")
        await pilot.press("t")
        await until(pilot, "Theme: light.")
        chosen = app.theme
    assert chosen != "workbench-dark"
    again = WorkbenchApp(world.desk, mine=Personal(kept=Preferences(path)))
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Queue")
        assert again.theme == chosen


async def test_a_theme_that_is_there_no_more_is_the_usual_one(world, until) -> None:
    kept = Preferences()
    kept.keep("theme", "gone")
    app = WorkbenchApp(world.desk, mine=Personal(kept=kept))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Queue")
        assert app.theme == "workbench-dark"
