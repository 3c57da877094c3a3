"""What comes by itself waits until a confirmation could be read, and until no question stands; then it is told."""

from __future__ import annotations

import pytest

from workbench.core.errors import UnreachableError
from workbench.ports import Progress
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets import message_timing
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.workers.worker_messages import Failed

FAILED = "World Bank gave none"


@pytest.fixture
def stays(monkeypatch):
    """Return how long a confirmation stays."""
    return lambda seconds: monkeypatch.setattr(message_timing, "STAYS", seconds)


async def opened(pilot, until) -> None:
    await until(pilot, "4 claims open")
    await pilot.press("enter")
    await until(pilot, "0 Cannot say")


async def researching(world, pilot, until) -> None:
    """One source has answered, the other will fail."""
    world.unhcr.gate.set()
    world.worldbank.fails = True
    await opened(pilot, until)
    await pilot.press("r")
    await until(pilot, "World Bank … 0 of 2")


async def test_a_late_failure_leaves_the_confirmation_of_a_rating_and_is_told_after_it(world, until, stays) -> None:
    stays(1.5)
    async with WorkbenchApp(world.desk).run_test(size=(160, 50)) as pilot:
        await researching(world, pilot, until)
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true” · u takes it back")
        world.worldbank.gate.set()
        assert "u takes it back" in await until(pilot, "! no figures:")
        await until(pilot, FAILED)


async def test_an_error_beside_the_work_waits_too_and_all_are_told_in_order(world, until, stays) -> None:
    stays(1.5)
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        bench = pilot.app.screen
        bench.post_message(Failed("lists", UnreachableError("one.example.org", "timed out")))
        bench.post_message(Failed("lists", UnreachableError("two.example.org", "timed out")))
        await pilot.pause(0.05)
        assert "Rated “Mostly true” · u takes it back" in await until(pilot, "u takes it back")
        assert "two.example.org" not in await until(pilot, "one.example.org did not answer")
        await until(pilot, "two.example.org did not answer")


async def test_a_failure_does_not_take_the_place_of_a_question(world, until, keys) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(160, 50)) as pilot:
        await researching(world, pilot, until)
        await keys(pilot, "n", "=by hand")
        await until(pilot, "Note: by hand")
        bench = pilot.app.screen
        bench.post_message(Failed("lists", UnreachableError("one.example.org", "timed out")))
        world.worldbank.gate.set()
        assert "Note: by hand" in await until(pilot, "! no figures:")
        await pilot.press("escape")
        await until(pilot, "one.example.org did not answer")


async def test_the_failure_of_a_claim_that_was_left_is_not_told_of_the_next(world, until, stays) -> None:
    stays(0.5)
    async with WorkbenchApp(world.desk).run_test(size=(160, 50)) as pilot:
        await researching(world, pilot, until)
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        world.worldbank.gate.set()
        await until(pilot, "! no figures:")
        await pilot.press("k")
        await until(pilot, "claim 3 of 4")
        await pilot.pause(0.8)
        assert FAILED not in await until(pilot, "claim 3 of 4")


async def test_progress_does_not_talk_over_a_confirmation(world, until) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        pilot.app.screen.query_one(MessageLine).work(Progress("lists", 3, 20, "running"))
        await until(pilot, "Rated “Mostly true” · u takes it back")
