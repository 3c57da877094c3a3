"""A pane fills the screen by a key, sizes stay over sessions, Home and End go at once, and the outcome is in sight at every size."""

from __future__ import annotations

import pytest

from workbench.tui.app import WorkbenchApp
from workbench.tui.personal_settings import Personal
from workbench.tui.preferences import Preferences
from workbench.tui.widgets.pane_layout import Panes


@pytest.fixture
def mine(tmp_path):
    return lambda: Personal(kept=Preferences(tmp_path / "screens.json"))


def in_sight(panes: Panes) -> list[str | None]:
    return [pane.id for pane in panes.children if pane.display]


def widths(app) -> tuple[int, int]:
    return app.screen.query_one("#source").size.width, app.screen.query_one("#claim").size.width


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_claim_the_outcome_and_the_keys_of_the_verdict_are_in_sight_without_a_tab(world, until, size) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        screen = await until(pilot, "not researched")
        assert "−39.7 %" in screen
        await pilot.press("r")
        screen = await until(pilot, "figures: ")
        screen = (
            await until(pilot, "figures: UNDECIDED")
            if "figures: U" in screen
            else await until(pilot, "figures: SUPPORTED")
        )
        assert screen.splitlines()[0].rstrip().endswith("claim 4 of 4")
        word = screen.splitlines()[0].split(" · claim 4")[0].split()[-1]
        assert word in {"SUPPORTED", "UNDECIDED", "CONTRADICTED"}
        assert f"figures: {word}" in screen
        assert "1 True" in screen
        assert "0 Cannot say" in screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_any_pane_fills_the_screen_and_goes_back(world, until, eventually, stand_in, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        panes = app.screen.query_one(Panes)
        for name in ("source", "claims", "claim", "candidates", "trace", "series"):
            await stand_in(pilot, name)
            await pilot.press("z")
            await eventually(pilot, lambda name=name: in_sight(panes) == [name], f"{name} does not fill it")
            assert panes.query_one(f"#{name}").size.width >= size[0] - 2
            await pilot.press("z")
            await eventually(pilot, lambda: len(in_sight(panes)) > 1, f"{name} stays alone")
            assert app.screen.focused.id == name


async def test_sizes_stay_over_sessions_and_nonsense_costs_nothing(world, until, eventually, mine) -> None:
    app = WorkbenchApp(world.desk, mine=mine())
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        before = widths(app)
        height = app.screen.query_one("#candidates").size.height
        await pilot.press("greater_than_sign", "greater_than_sign", "right_square_bracket")
        taller = app.screen.query_one("#candidates")
        await eventually(pilot, lambda: widths(app)[0] > before[0] and taller.size.height > height, "no larger")
        left, right = widths(app)
        assert right < before[1]
    again = WorkbenchApp(world.desk, mine=mine())
    async with again.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await eventually(pilot, lambda: widths(again) == (left, right), "another size")
    mine().kept.keep("panes", "everything")
    third = WorkbenchApp(world.desk, mine=mine())
    async with third.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await eventually(pilot, lambda: widths(third) == before, "another size")


async def test_home_and_end_go_at_once(worlds, statements, until, eventually) -> None:
    text = statements()[0].text
    document, claims = statements("d1", text=text + "\nA line more.\n" * 300)
    app = WorkbenchApp(worlds(documents=[(document, claims)]).desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        source = app.screen.query_one("#source")
        source.focus()
        await pilot.press("end")
        await eventually(pilot, lambda: source.scroll_offset.y == source.max_scroll_y, "not at the end")
        assert source.max_scroll_y > 100
        await pilot.press("home")
        await eventually(pilot, lambda: source.scroll_offset.y == 0, "not at the first line")
