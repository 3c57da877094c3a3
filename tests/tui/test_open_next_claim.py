"""After a verdict the next open claim comes by itself, where the reviewer wants it."""

from __future__ import annotations

import pytest

from workbench.config import settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.personal_settings import Personal
from workbench.tui.preferences import Preferences


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_next_open_claim_comes_and_undo_goes_back(world, until, size) -> None:
    app = WorkbenchApp(world.desk, mine=Personal(next=True))
    async with app.run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4 · next by itself")
        await pilot.press("5")
        await until(pilot, "Rated “False” · u goes back and takes it back")
        await until(pilot, "claim 2 of 4")
        await pilot.press("u")
        await until(pilot, "claim 4 of 4")
        await until(pilot, "Took back “rated False”")
    assert world.desk.verdict(world.claim("asylum").id).rating is None
    assert world.desk.history(world.claim("36.5").id) == []


async def test_after_a_step_undo_is_of_the_claim_in_sight(world, until) -> None:
    app = WorkbenchApp(world.desk, mine=Personal(next=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("d")
        await until(pilot, "claim 2 of 4")
        await pilot.press("j", "u")
        await until(pilot, "There is nothing to undo here.")
    assert world.desk.verdict(world.claim("asylum").id).deferred


async def test_a_key_changes_it_and_it_is_kept(world, until, tmp_path) -> None:
    kept = tmp_path / "screens.json"
    app = WorkbenchApp(world.desk, mine=Personal(kept=Preferences(kept)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("A")
        await until(pilot, "claim 4 of 4 · next by itself")
        await pilot.press("5")
        await until(pilot, "claim 2 of 4")
    assert Personal(kept=Preferences(kept)).goes_on
    assert not Personal(kept=Preferences(tmp_path / "other.json")).goes_on


def test_it_is_configured(tmp_path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[screens]\nnext = true\n")
    assert settings(config=str(file), environ={}).goes_on
    file.write_text("")
    assert not settings(config=str(file), environ={}).goes_on
