"""The claims that come next are researched while the reviewer reads; told apart, stoppable, and never in anybody's way."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from workbench.desk import Desk
from workbench.tui.app import WorkbenchApp


@pytest.fixture
def desk(world) -> Desk:
    """Return a desk that researches two claims ahead; its sources answer."""

    async def answer(_self=None):
        return True

    for office in (world.unhcr, world.worldbank):
        office.gate = type("Open", (), {"wait": answer})()
    world.desk = Desk(replace(world.desk.ports, ahead=2))
    return world.desk


def states(app) -> list[str]:
    """Return how far each of the next claims is."""
    return [each.state for each in app.ahead.claims.values()]


def researched(desk: Desk) -> int:
    """Return how many claims were researched."""
    return sum(desk.researched(row.id) is not None for row in desk.claims())


async def test_the_next_claims_are_ready_when_they_are_opened_and_say_that_nobody_asked(
    desk, until, eventually
) -> None:
    app = WorkbenchApp(desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, "4 claims open")
        await eventually(pilot, lambda: states(app) == ["ready", "ready"], "not ready")
        await pilot.press("enter")
        assert "researched ahead" in await until(pilot, "Candidates ── ")
        assert desk.researched(app.screen.claim.id).ahead
        assert desk.verdict(app.screen.claim.id).ratings == ()
        await pilot.press("N")
        await until(pilot, "claim 2 of 4")
        await pilot.press("r")
        await until(pilot, "researched ahead", gone=True)
        assert not desk.researched(app.screen.claim.id).ahead


async def test_the_queue_view_says_how_far_each_is_and_stops_and_goes_on(desk, until, eventually) -> None:
    app = WorkbenchApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await eventually(pilot, lambda: states(app) == ["ready", "ready"], "not ready")
        await pilot.press("b")
        assert "● ready" in await until(pilot, "The next 2 claims of the queue: going on.")
        await pilot.press("s")
        await until(pilot, "stopped. s stops it or goes on")
        await pilot.press("escape", "enter")
        await until(pilot, "claim 4 of 4")
        await asyncio.sleep(0.2)  # nothing more is looked up
        assert researched(desk) == 2
        await pilot.press("b")
        await until(pilot, "stopped. s")
        await pilot.press("s")
        await until(pilot, "going on. s")
        await eventually(pilot, lambda: researched(desk) == 3, "the third was not looked up")


async def test_nothing_is_asked_ahead_unless_it_is_wanted(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("b")
        await until(pilot, "Nothing is researched ahead.")
        assert [world.desk.researched(row.id) for row in world.desk.claims()] == [None] * 4
