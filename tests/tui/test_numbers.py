"""The desk in numbers on a screen: counted beside it, and told where it cannot be."""

from __future__ import annotations

from workbench.core.errors import StoreError
from workbench.testing import ScreenContract
from workbench.tui.app import WorkbenchApp
from workbench.tui.pages import numbers


class TestNumbers(ScreenContract):
    screen = numbers.SCREEN


async def test_the_desk_is_counted(world, until, keys) -> None:
    key = world.claims[0].id
    world.desk.rate(key, "false", "By the register.")
    world.desk.publish(key)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f3")
        shown = await until(pilot, "corrected  0 of 1 published")
        for words in ("1 published", "backlog    3 open (0 deferred)", "reviewer", "ana", "week"):
            assert words in shown, words
        await keys(pilot, "escape", "ctrl+p", "=numbers")
        await until(pilot, "Show the desk in numbers")


async def test_a_desk_that_cannot_be_counted_says_why(world, until, monkeypatch) -> None:
    def falls(*_: object) -> None:
        raise StoreError("The database is gone.", "Look for it.")

    monkeypatch.setattr(type(world.desk), "numbers", falls)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3")
        await until(pilot, "! The database is gone.")
