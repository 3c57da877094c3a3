"""A source that gives no figures is told of in the talk line, in the series pane and on the candidate's own row."""

from __future__ import annotations

import pytest

from workbench.tui.app import WorkbenchApp

WHY = "api.example.org cannot be reached: timed out."


@pytest.fixture
def app(world) -> WorkbenchApp:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    world.worldbank.fails = True
    return WorkbenchApp(world.desk)


def words(screen: str) -> str:
    return " ".join(" ".join(row.partition("│")[2] or row for row in screen.splitlines()).split())


async def test_the_end_of_research_says_who_gave_none_and_why(app, until) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter", "r")
        screen = await until(pilot, "1 series with figures; World Bank gave none: ")
        assert "timed out" in screen
        assert "! no figures: " in words(screen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_series_pane_says_why_it_is_empty(app, until, stand_in, size) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter", "r")
        await until(pilot, "World Bank gave none")
        await stand_in(pilot, "candidates")
        await until(pilot, "1 0.")
        await pilot.press("down")
        await stand_in(pilot, "series")
        assert "No figures of this series yet" not in await until(pilot, "! No figures: ")


async def test_the_one_series_that_was_asked_for_says_it_and_an_answer_takes_it_away(app, world, until) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter", "r")
        await until(pilot, "World Bank gave none")
        await pilot.press("down", "e")
        await until(pilot, "! No figures: ")
        world.worldbank.fails = False
        for _ in range(200):  # while the first question is on its way, e asks nothing
            await pilot.press("e")
            row = app.screen.researched.candidates[1]
            if row.finding is not None:
                break
            await pilot.pause(0.05)
        assert (row.failed, row.finding is None) == ("", False)
        await until(pilot, "! No figures: ", gone=True)
